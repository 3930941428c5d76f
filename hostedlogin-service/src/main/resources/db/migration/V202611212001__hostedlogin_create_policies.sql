CREATE TABLE token_policy (
  id                          uuid PRIMARY KEY,
  customer_id                 uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  title                       text NOT NULL,
  access_token_lifetime       integer NOT NULL,
  refresh_token_lifetime      integer NOT NULL,
  allowed_scopes              text[] NOT NULL,
  use_access_jwt              boolean NOT NULL,
  allowed_grant_types         text[] NOT NULL,
  allowed_resource_indicators text[] NOT NULL,
  created_at                  timestamptz NOT NULL
);

CREATE TABLE login_policy (
  id                     uuid PRIMARY KEY,
  customer_id            uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  title                  text NOT NULL,
  domain                 text NOT NULL,
  application_id         text NOT NULL,
  entity_type            text NOT NULL,
  api_client_id          text NOT NULL,
  api_client_secret      text NOT NULL,
  login_url              text,
  custom_claims          text NOT NULL,
  push_claims            boolean NOT NULL,
  allowed_response_types text[] NOT NULL,
  created_at             timestamptz NOT NULL
);

COMMENT ON COLUMN login_policy.api_client_secret IS
  'Secret of the owner client, sealed by the keyring; associated data: table, column, id.';
COMMENT ON COLUMN login_policy.login_url IS 'Empty for our own sign-in page.';

CREATE TABLE session_policy (
  customer_id    uuid PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  deactivated    boolean NOT NULL,
  inactivity_ttl integer NOT NULL,
  absolute_ttl   integer NOT NULL
);
