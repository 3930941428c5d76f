CREATE TABLE customer (
  id         uuid PRIMARY KEY,
  created_at timestamptz NOT NULL
);

COMMENT ON TABLE customer IS
  'Customers whose keys, policies and configuration client are made; inserting the row decides who makes them.';

CREATE TABLE signing_key (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  kid         text NOT NULL UNIQUE CHECK (kid ~ '^[0-9a-f]{40}$'),
  algorithm   text NOT NULL CHECK (algorithm IN ('RS256', 'ES256', 'EdDSA')),
  state       text NOT NULL CHECK (state IN ('next', 'current', 'previous')),
  public_jwk  text NOT NULL,
  private_key text NOT NULL,
  created_at  timestamptz NOT NULL,
  UNIQUE (customer_id, algorithm, state)
);

COMMENT ON COLUMN signing_key.private_key IS
  'PKCS #8 in base64, sealed by the keyring; associated data: table, column, id.';
