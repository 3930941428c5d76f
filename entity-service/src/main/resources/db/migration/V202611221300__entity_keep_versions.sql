-- What records were before their changes; filled only where an application asks for it.
DO $$
DECLARE
  type_id bigint;
BEGIN
  FOR type_id IN SELECT id FROM entity_type ORDER BY id LOOP
    EXECUTE format(
      'CREATE TABLE version_%1$s (
         record_id bigint NOT NULL REFERENCES record_%1$s (id) ON DELETE CASCADE,
         since     timestamptz(6) NOT NULL,
         until     timestamptz(6) NOT NULL,
         doc       jsonb NOT NULL,
         PRIMARY KEY (record_id, since))', type_id);
  END LOOP;
END
$$;

ALTER TABLE entity_type ADD COLUMN defined_at timestamptz(6) NOT NULL DEFAULT now();
COMMENT ON COLUMN entity_type.defined_at IS 'Since when the definition is as it is; for types older than this column, since when that is known';

CREATE TABLE type_version (
  type_id          bigint NOT NULL REFERENCES entity_type (id) ON DELETE CASCADE,
  since            timestamptz(6) NOT NULL,
  until            timestamptz(6) NOT NULL,
  definition       json NOT NULL,
  password_history smallint NOT NULL,
  PRIMARY KEY (type_id, since)
);
COMMENT ON TABLE type_version IS 'What the definitions of types were before their changes, for types whose versions are kept';
