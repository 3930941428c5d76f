CREATE TABLE application (
  id              text PRIMARY KEY,
  customer_id     uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  login_policy_id uuid NOT NULL REFERENCES login_policy (id),
  created_at      timestamptz NOT NULL
);

COMMENT ON TABLE application IS 'Applications whose part of Hosted Login is made.';
