CREATE INDEX audit_record_customer ON audit_record (customer_id, created_at);
