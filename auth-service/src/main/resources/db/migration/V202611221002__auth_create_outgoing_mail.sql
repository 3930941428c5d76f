CREATE TABLE outgoing_mail (
  id              uuid PRIMARY KEY,
  application_id  text NOT NULL,
  template        text NOT NULL,
  content         text NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (next_attempt_at);
COMMENT ON TABLE outgoing_mail IS 'Mails on their way; a row ends with the mail';
COMMENT ON COLUMN outgoing_mail.content IS 'Sender, recipient, subject and bodies as JSON, sealed by the keyring: bodies hold codes';
COMMENT ON COLUMN outgoing_mail.expires_at IS 'When what the mail says is no longer of use';
