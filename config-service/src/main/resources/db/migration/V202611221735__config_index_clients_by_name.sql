-- The legacy API lets several clients have one description; the Configuration API checks by itself.
DROP INDEX api_client_application_id_name_key;
CREATE INDEX api_client_application_id_name_idx ON api_client (application_id, name);
