CREATE TABLE customer (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE application (
  id             text PRIMARY KEY CHECK (id ~ '^[a-z0-9]{26}$'),
  customer_id    uuid NOT NULL REFERENCES customer (id),
  name           text NOT NULL,
  created_at     timestamptz NOT NULL,
  handed_over_at timestamptz
);

COMMENT ON COLUMN application.handed_over_at IS
  'When the ids and secrets were returned to the operator; until then the same request may be repeated.';

CREATE TABLE registration_domain (
  host           text PRIMARY KEY CHECK (host = lower(host)),
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  position       integer NOT NULL
);

COMMENT ON COLUMN registration_domain.position IS 'The domain at 0 is the primary one.';
