CREATE TABLE social_token (
  id              uuid PRIMARY KEY,
  application_id  text NOT NULL,
  token_hash      bytea NOT NULL UNIQUE,
  content         text NOT NULL,
  issued_at       timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  first_used_at   timestamptz,
  claimed_at      timestamptz,
  conflict_record uuid
);
CREATE INDEX social_token_expires ON social_token (expires_at);
COMMENT ON TABLE social_token IS 'What a social provider told of somebody who signs in; a row ends with the success that used it';
COMMENT ON COLUMN social_token.token_hash IS 'SHA-256; the token itself has 160 random bits and is not stored';
COMMENT ON COLUMN social_token.content IS 'Profile and provider tokens as JSON, sealed by the keyring';
COMMENT ON COLUMN social_token.expires_at IS 'Minutes after the issue; an hour after the first use, which may be the first of several steps';
COMMENT ON COLUMN social_token.claimed_at IS 'Set by the one guarded statement that lets a caller use the token; taken back when the call did not succeed';
COMMENT ON COLUMN social_token.conflict_record IS 'The record whose address the provider vouched for (380): the only one that may take this identity by a merge';
