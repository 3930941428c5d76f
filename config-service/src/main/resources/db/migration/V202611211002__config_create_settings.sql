CREATE TABLE application_setting (
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  name           text NOT NULL,
  value          text NOT NULL,
  PRIMARY KEY (application_id, name)
);

COMMENT ON COLUMN application_setting.value IS 'A JSON scalar as it was given.';

CREATE TABLE client_setting (
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  client_id      text NOT NULL REFERENCES api_client (id) ON DELETE CASCADE,
  name           text NOT NULL,
  value          text NOT NULL,
  PRIMARY KEY (application_id, client_id, name)
);
