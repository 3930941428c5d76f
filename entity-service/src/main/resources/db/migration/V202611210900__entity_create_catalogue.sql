CREATE TABLE application (
  id          text PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  customer_id uuid NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN application.number IS 'Names the sequence record_id_<number>, from which records and elements of plurals get their ids';

CREATE TABLE entity_type (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application_id text NOT NULL REFERENCES application (id),
  name           text NOT NULL,
  version        integer NOT NULL DEFAULT 1,
  -- json, not jsonb: the order of the attributes is shown to clients
  definition     json NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (application_id, name)
);
COMMENT ON COLUMN entity_type.id IS 'Names the table record_<id> that holds the records';

CREATE TABLE attribute_index (
  type_id      bigint NOT NULL REFERENCES entity_type (id) ON DELETE CASCADE,
  attribute_id integer NOT NULL,
  path         text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('unique', 'query', 'rows')),
  state        text NOT NULL DEFAULT 'ready' CHECK (state IN ('building', 'ready')),
  PRIMARY KEY (type_id, attribute_id),
  UNIQUE (type_id, path, kind)
);
COMMENT ON COLUMN attribute_index.kind IS 'unique and query: an expression index record_<type>_<attribute>; rows: unique_value, for attributes below plurals';

CREATE TABLE unique_value (
  type_id      bigint NOT NULL REFERENCES entity_type (id) ON DELETE CASCADE,
  attribute_id integer NOT NULL,
  value_key    bytea NOT NULL,
  record_id    bigint NOT NULL,
  element_id   bigint NOT NULL,
  PRIMARY KEY (type_id, attribute_id, value_key)
);
CREATE INDEX unique_value_record ON unique_value (type_id, record_id);

CREATE TABLE access_schema (
  type_id     bigint NOT NULL REFERENCES entity_type (id) ON DELETE CASCADE,
  client_id   text NOT NULL,
  access_type text NOT NULL CHECK (access_type IN ('read', 'write', 'read_with_token', 'write_with_token')),
  attributes  text[] NOT NULL,
  PRIMARY KEY (type_id, client_id, access_type)
);

CREATE TABLE registration (
  application_id  text NOT NULL,
  idempotency_key text NOT NULL,
  type_id         bigint NOT NULL,
  record_uuid     uuid NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (application_id, idempotency_key)
);
CREATE INDEX registration_created ON registration (created_at);
COMMENT ON TABLE registration IS 'First results of internal registrations by idempotency key, kept for a day';
