ALTER TABLE audit_record
  ADD COLUMN old_version text,
  ADD COLUMN changed text[] NOT NULL DEFAULT '{}';

COMMENT ON COLUMN audit_record.changed IS 'Names of the members or settings that changed; never their values.';
