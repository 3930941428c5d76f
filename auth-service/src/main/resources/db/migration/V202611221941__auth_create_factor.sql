CREATE TABLE factor_code (
  id             uuid PRIMARY KEY,
  application_id text NOT NULL,
  entity_type    text NOT NULL,
  record_uuid    uuid NOT NULL,
  channel        text NOT NULL,
  code_hash      text NOT NULL,
  tries          smallint NOT NULL DEFAULT 0,
  sent_at        timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  used_at        timestamptz,
  trusted_at     timestamptz
);
CREATE INDEX factor_code_record ON factor_code (application_id, entity_type, record_uuid);
CREATE INDEX factor_code_expires ON factor_code (expires_at);
COMMENT ON TABLE factor_code IS 'One-time codes of second factors; the id is that of the challenge, which a further code takes over';
COMMENT ON COLUMN factor_code.code_hash IS 'Keyed hash over challenge, record and code: six digits are found out from a plain hash';
COMMENT ON COLUMN factor_code.tries IS 'Counted by the statement that compares; the fifth wrong one ends the code';
COMMENT ON COLUMN factor_code.used_at IS 'Set by the one guarded statement that accepts the code';
COMMENT ON COLUMN factor_code.trusted_at IS 'Set by the one guarded statement that trusts a device for this proof';

CREATE TABLE trusted_device (
  application_id text NOT NULL,
  entity_type    text NOT NULL,
  record_uuid    uuid NOT NULL,
  device_hash    bytea NOT NULL,
  trusted_at     timestamptz NOT NULL,
  until          timestamptz NOT NULL,
  PRIMARY KEY (application_id, entity_type, record_uuid, device_hash)
);
CREATE INDEX trusted_device_until ON trusted_device (until);
COMMENT ON COLUMN trusted_device.device_hash IS 'SHA-256 of the secret in the device''s cookie, which has 256 random bits';
