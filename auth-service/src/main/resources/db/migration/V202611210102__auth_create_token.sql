CREATE TABLE access_token (
  token_hash     bytea PRIMARY KEY,
  application_id text NOT NULL,
  grant_id       uuid NOT NULL REFERENCES access_grant ON DELETE CASCADE,
  issued_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  forget_at      timestamptz NOT NULL
);
CREATE INDEX access_token_grant ON access_token (grant_id);
CREATE INDEX access_token_forget ON access_token (forget_at);
COMMENT ON COLUMN access_token.token_hash IS 'SHA-256; the token itself has 158 random bits and is not stored';

CREATE TABLE authorization_code (
  code_hash      bytea PRIMARY KEY,
  application_id text NOT NULL,
  grant_id       uuid NOT NULL REFERENCES access_grant ON DELETE CASCADE,
  client_id      text NOT NULL,
  redirect_uri   text NOT NULL,
  issued_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  used_at        timestamptz,
  forget_at      timestamptz NOT NULL
);
CREATE INDEX authorization_code_grant ON authorization_code (grant_id);
CREATE INDEX authorization_code_forget ON authorization_code (forget_at);
COMMENT ON COLUMN authorization_code.used_at IS 'Set by the one guarded statement that consumes the code';
