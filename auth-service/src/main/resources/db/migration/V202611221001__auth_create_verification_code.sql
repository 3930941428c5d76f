CREATE TABLE verification_code (
  code_hash      bytea PRIMARY KEY,
  application_id text NOT NULL,
  customer_id    uuid NOT NULL,
  client_id      text NOT NULL,
  entity_type    text NOT NULL,
  record_uuid    uuid NOT NULL,
  attribute      text NOT NULL,
  address_hash   text,
  issued_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  claimed_at     timestamptz,
  used_at        timestamptz,
  forget_at      timestamptz NOT NULL
);
CREATE INDEX verification_code_record ON verification_code (application_id, entity_type, record_uuid);
CREATE INDEX verification_code_forget ON verification_code (forget_at);
COMMENT ON COLUMN verification_code.attribute IS 'Dotted path of the date that the code sets';
COMMENT ON COLUMN verification_code.address_hash IS 'SHA-256 of the address that the code was mailed to; null when a server asked for the code';
COMMENT ON COLUMN verification_code.claimed_at IS 'Set by the one guarded statement that lets a caller try; taken back when the record could not be changed';
