CREATE TABLE api_client (
  id             text PRIMARY KEY CHECK (id ~ '^[a-z0-9]{32}$'),
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  name           text NOT NULL,
  features       text[] NOT NULL,
  ip_whitelist   text[] NOT NULL,
  created_at     timestamptz NOT NULL,
  position       bigint GENERATED ALWAYS AS IDENTITY
);

COMMENT ON COLUMN api_client.position IS 'Order of creation, which is the order of every list.';

CREATE TABLE api_client_secret (
  id             uuid PRIMARY KEY,
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  client_id      text NOT NULL REFERENCES api_client (id) ON DELETE CASCADE,
  secret         text NOT NULL,
  sha256         text NOT NULL,
  created_at     timestamptz NOT NULL,
  expires_at     timestamptz
);

COMMENT ON COLUMN api_client_secret.secret IS 'Sealed by the keyring; associated data: table, column, id.';
COMMENT ON COLUMN api_client_secret.expires_at IS 'Empty for the current secret, the end of the grace time for the one before.';
