CREATE TABLE creation_token (
  token_hash     bytea PRIMARY KEY,
  application_id text NOT NULL,
  customer_id    uuid NOT NULL,
  client_id      text NOT NULL,
  entity_type    text NOT NULL,
  issued_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  record_uuid    uuid,
  claimed_at     timestamptz,
  confirmed_at   timestamptz,
  forget_at      timestamptz NOT NULL
);
CREATE INDEX creation_token_forget ON creation_token (forget_at);
COMMENT ON TABLE creation_token IS 'Tokens that let a client without credentials create one record each';
COMMENT ON COLUMN creation_token.record_uuid IS 'The record that claimed the token inside its transaction';
COMMENT ON COLUMN creation_token.confirmed_at IS 'The record is known to exist: the token is used up';
