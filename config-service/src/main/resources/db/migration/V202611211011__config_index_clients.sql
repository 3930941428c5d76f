CREATE UNIQUE INDEX api_client_application_id_name_key ON api_client (application_id, name);
CREATE INDEX api_client_application_id_idx ON api_client (application_id, position);
CREATE INDEX api_client_secret_client_id_idx ON api_client_secret (application_id, client_id, created_at);
