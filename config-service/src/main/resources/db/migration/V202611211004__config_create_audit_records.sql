CREATE TABLE audit_record (
  id             uuid PRIMARY KEY,
  application_id text NOT NULL,
  client_id      text,
  operation      text NOT NULL,
  object         text NOT NULL,
  version        text,
  address        text,
  created_at     timestamptz NOT NULL
);
