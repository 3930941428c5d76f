CREATE TABLE flow (
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  name           text NOT NULL,
  head           text NOT NULL,
  created_at     timestamptz NOT NULL,
  PRIMARY KEY (application_id, name)
);

COMMENT ON COLUMN flow.head IS 'Newest version; locking this row serialises the changes of a flow.';

CREATE TABLE flow_version (
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  flow           text NOT NULL,
  version        text NOT NULL,
  change         text NOT NULL,
  document       text NOT NULL,
  created_at     timestamptz NOT NULL,
  PRIMARY KEY (application_id, flow, version)
);

COMMENT ON TABLE flow_version IS 'Whole documents that never change and are never dropped; text keeps the order of members.';
