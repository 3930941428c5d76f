-- Files of records that are, or were, taken into a type.
CREATE TABLE import_run (
  id          uuid PRIMARY KEY,
  type_id     bigint NOT NULL REFERENCES entity_type (id) ON DELETE CASCADE,
  fingerprint text NOT NULL,
  file        text NOT NULL,
  options     jsonb NOT NULL,
  state       text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'finished')),
  started_at  timestamptz NOT NULL DEFAULT now(),
  touched_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  UNIQUE (type_id, fingerprint)
);
CREATE INDEX import_run_touched ON import_run (touched_at);
COMMENT ON COLUMN import_run.fingerprint IS 'Tells the file from others, so that an interrupted import goes on where it was';
COMMENT ON COLUMN import_run.options IS 'What the operator asked for; another wish for the same file is refused';

-- Each batch is committed with its records or not at all, and once.
CREATE TABLE import_batch (
  run_id     uuid NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  number     integer NOT NULL,
  last_line  bigint NOT NULL,
  checksum   bigint NOT NULL,
  stored     integer NOT NULL DEFAULT 0,
  rejected   integer NOT NULL DEFAULT 0,
  rejections json,
  PRIMARY KEY (run_id, number)
);
COMMENT ON COLUMN import_batch.checksum IS 'CRC-32C of the lines as they were sent, to notice a file that changed';
COMMENT ON COLUMN import_batch.rejected IS 'Records that the service or, before it, the reader of the file refused';
COMMENT ON COLUMN import_batch.rejections IS 'Those of the service, for a repeated question';
