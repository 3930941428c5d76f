CREATE TABLE oidc_client (
  id                        uuid PRIMARY KEY,
  customer_id               uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  name                      text NOT NULL,
  type                      text NOT NULL CHECK (type IN ('public', 'confidential')),
  redirect_uris             text[] NOT NULL,
  post_logout_redirect_uris text[] NOT NULL,
  login_policy_id           uuid REFERENCES login_policy (id),
  token_policy_id           uuid NOT NULL REFERENCES token_policy (id),
  api_client_id             text,
  created_at                timestamptz NOT NULL,
  UNIQUE (customer_id, name)
);

COMMENT ON COLUMN oidc_client.login_policy_id IS
  'Empty for a configuration client, which only gets administrative tokens.';
COMMENT ON COLUMN oidc_client.api_client_id IS 'The application client made with a login client.';

CREATE TABLE oidc_client_secret (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  client_id   uuid NOT NULL REFERENCES oidc_client (id) ON DELETE CASCADE,
  secret      text NOT NULL,
  sha256      text NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz
);

COMMENT ON COLUMN oidc_client_secret.secret IS
  'Sealed by the keyring; associated data: table, column, id.';
