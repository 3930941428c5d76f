ALTER TABLE outgoing_mail ADD COLUMN customer_id uuid;
COMMENT ON COLUMN outgoing_mail.customer_id IS 'Whom the event about the sent mail belongs to; null in rows of older versions';
