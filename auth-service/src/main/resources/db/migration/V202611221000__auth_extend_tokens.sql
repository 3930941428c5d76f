ALTER TABLE access_grant ADD COLUMN recovered boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN access_grant.recovered IS 'Made by a mail that recovers a password, not by a password';

ALTER TABLE authorization_code
  ADD COLUMN transaction_state text,
  ADD COLUMN recovers boolean NOT NULL DEFAULT false,
  ADD COLUMN mismatches smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN authorization_code.transaction_state IS 'JSON that the exchange returns';
COMMENT ON COLUMN authorization_code.recovers IS 'Mailed to somebody who forgot the password; the next such mail ends it';
COMMENT ON COLUMN authorization_code.mismatches IS 'Exchanges with another redirect_uri; the fifth burns the code';

CREATE TABLE refresh_token (
  token_hash     bytea PRIMARY KEY,
  application_id text NOT NULL,
  grant_id       uuid NOT NULL REFERENCES access_grant ON DELETE CASCADE,
  issued_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  used_at        timestamptz,
  forget_at      timestamptz NOT NULL
);
CREATE INDEX refresh_token_grant ON refresh_token (grant_id);
CREATE INDEX refresh_token_forget ON refresh_token (forget_at);
COMMENT ON COLUMN refresh_token.used_at IS 'Set by the one guarded statement that rotates the token';

CREATE TABLE kept_token (
  application_id text NOT NULL,
  correlation_id text NOT NULL,
  token_hash     bytea NOT NULL,
  grant_id       uuid,
  forget_at      timestamptz NOT NULL,
  PRIMARY KEY (correlation_id, application_id)
);
CREATE INDEX kept_token_forget ON kept_token (forget_at);
COMMENT ON TABLE kept_token IS 'The token that changes a password in the request of that id, and so outlives the change';
COMMENT ON COLUMN kept_token.grant_id IS 'The grant of its own that the token got when everything else was revoked';
