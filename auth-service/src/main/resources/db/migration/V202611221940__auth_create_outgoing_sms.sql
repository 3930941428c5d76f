CREATE TABLE outgoing_sms (
  id              uuid PRIMARY KEY,
  application_id  text NOT NULL,
  customer_id     uuid NOT NULL,
  template        text NOT NULL,
  content         text NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL
);
CREATE INDEX outgoing_sms_due ON outgoing_sms (next_attempt_at);
COMMENT ON TABLE outgoing_sms IS 'Text messages on their way, as outgoing_mail; a row ends with the message';
COMMENT ON COLUMN outgoing_sms.content IS 'Number and text as JSON, sealed by the keyring: texts hold codes';
