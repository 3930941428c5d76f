CREATE TABLE access_grant (
  id             uuid PRIMARY KEY,
  application_id text NOT NULL,
  customer_id    uuid NOT NULL,
  client_id      text NOT NULL,
  entity_type    text NOT NULL,
  record_uuid    uuid NOT NULL,
  refresh_secret text,
  created_at     timestamptz NOT NULL,
  revoked_at     timestamptz,
  forget_at      timestamptz NOT NULL
);
CREATE INDEX access_grant_record ON access_grant (application_id, entity_type, record_uuid);
CREATE INDEX access_grant_forget ON access_grant (forget_at);
COMMENT ON TABLE access_grant IS 'What one sign-in, registration or issue by a server gave to a client; its tokens and codes die with it';
COMMENT ON COLUMN access_grant.refresh_secret IS 'Made by a mobile client, sealed by the keyring';
COMMENT ON COLUMN access_grant.forget_at IS 'Not before: until then an expired or revoked token is told apart from an unknown one';
