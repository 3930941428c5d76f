CREATE TABLE published_settings (
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  client_id      text NOT NULL REFERENCES api_client (id) ON DELETE CASCADE,
  version        uuid NOT NULL,
  document       text NOT NULL,
  created_at     timestamptz NOT NULL,
  position       bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (application_id, client_id, version)
);

COMMENT ON TABLE published_settings IS 'Settings of a client that its administrator made public; everybody may read them.';
