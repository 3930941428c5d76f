CREATE INDEX oidc_client_secret_client_id_idx ON oidc_client_secret (customer_id, client_id);
CREATE INDEX oidc_client_login_policy_id_idx ON oidc_client (customer_id, login_policy_id);
CREATE INDEX oidc_client_token_policy_id_idx ON oidc_client (customer_id, token_policy_id);
