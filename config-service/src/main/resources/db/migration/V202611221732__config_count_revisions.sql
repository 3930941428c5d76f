ALTER TABLE application ADD COLUMN settings_revision bigint NOT NULL DEFAULT 1;

ALTER TABLE api_client
  ADD COLUMN revision bigint NOT NULL DEFAULT 1,
  ADD COLUMN settings_revision bigint NOT NULL DEFAULT 1;

COMMENT ON COLUMN api_client.revision IS
  'Goes up with every change of the client; the version that audit records name.';
