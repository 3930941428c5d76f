CREATE INDEX token_policy_customer_id_idx ON token_policy (customer_id, created_at);
CREATE INDEX login_policy_customer_id_idx ON login_policy (customer_id, created_at);
