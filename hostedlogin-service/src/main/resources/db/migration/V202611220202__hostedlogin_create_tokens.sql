CREATE TABLE access_token (
  token_hash  bytea PRIMARY KEY,
  customer_id uuid NOT NULL,
  client_id   uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('administrative', 'client')),
  scopes      text[] NOT NULL,
  resources   text[] NOT NULL,
  issued_at   timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL
);

COMMENT ON TABLE access_token IS
  'No foreign keys: a key-share lock on the row of a busy client would cost more than the insert. A token counts only while its client exists.';
COMMENT ON COLUMN access_token.token_hash IS
  'SHA-256; the token itself has 384 random bits and is not stored.';
COMMENT ON COLUMN access_token.kind IS
  'administrative: of a configuration client, opens administrative APIs; client: of a login client acting for itself.';
