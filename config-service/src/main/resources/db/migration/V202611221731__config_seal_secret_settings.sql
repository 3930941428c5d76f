ALTER TABLE application_setting
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN sealed text,
  ALTER COLUMN value DROP NOT NULL,
  ADD CONSTRAINT application_setting_value_check CHECK ((value IS NULL) <> (sealed IS NULL));

COMMENT ON COLUMN application_setting.sealed IS
  'The scalar of a setting that holds a secret, sealed by the keyring; associated data: table, column, id.';

ALTER TABLE client_setting
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN sealed text,
  ALTER COLUMN value DROP NOT NULL,
  ADD CONSTRAINT client_setting_value_check CHECK ((value IS NULL) <> (sealed IS NULL));
