ALTER TABLE signing_key ADD COLUMN since timestamptz;

UPDATE signing_key SET since = created_at;

ALTER TABLE signing_key ALTER COLUMN since SET NOT NULL;

COMMENT ON COLUMN signing_key.since IS
  'When the key entered its state: a current key signs since then, a previous one was retired then.';
