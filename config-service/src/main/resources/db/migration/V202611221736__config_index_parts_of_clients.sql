-- Deleting a client looks for its parts by the client alone.
CREATE INDEX api_client_secret_of_client_idx ON api_client_secret (client_id);
CREATE INDEX client_setting_client_id_idx ON client_setting (client_id);
CREATE INDEX published_settings_client_id_idx ON published_settings (client_id, position);
