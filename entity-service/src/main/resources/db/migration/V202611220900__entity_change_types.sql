ALTER TABLE entity_type ADD COLUMN password_history smallint NOT NULL DEFAULT 0 CHECK (password_history BETWEEN 0 AND 10);
COMMENT ON COLUMN entity_type.version IS 'Grows when attributes come, go or move; rows say in which version their document is';

CREATE TABLE type_property (
  uuid        uuid PRIMARY KEY,
  seq         bigint GENERATED ALWAYS AS IDENTITY,
  type_id     bigint NOT NULL REFERENCES entity_type (id) ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('rule', 'unique')),
  attributes  text[] NOT NULL,
  description text,
  -- json, not jsonb: shown to clients as they gave it
  definition  json
);
CREATE INDEX type_property_type ON type_property (type_id, seq);

ALTER TABLE attribute_index DROP CONSTRAINT attribute_index_kind_check;
ALTER TABLE attribute_index ADD CONSTRAINT attribute_index_kind_check CHECK (kind IN ('unique', 'query', 'rows', 'composite'));
COMMENT ON COLUMN attribute_index.kind IS 'unique, query, composite: an expression index record_<type>_<attribute>; rows: unique_value, for attributes below plurals';
COMMENT ON COLUMN attribute_index.path IS 'of a composite index all paths, with commas between them';

-- Names under which documents may still hold values of attributes that were removed.
CREATE TABLE retired_key (
  type_id bigint NOT NULL REFERENCES entity_type (id) ON DELETE CASCADE,
  path    text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (type_id, path)
);
COMMENT ON COLUMN retired_key.path IS 'stored names from the root, with slashes between them';

-- Types whose rows are being brought to the current version of their schema.
CREATE TABLE schema_upkeep (
  type_id    bigint PRIMARY KEY REFERENCES entity_type (id) ON DELETE CASCADE,
  version    integer NOT NULL,
  last_id    bigint NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL
);
COMMENT ON COLUMN schema_upkeep.last_id IS 'Rows up to this id are done';
