CREATE TABLE audit_record (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  client_id   text NOT NULL,
  kind        text NOT NULL,
  operation   text NOT NULL,
  object      text NOT NULL,
  address     text,
  created_at  timestamptz NOT NULL
);
COMMENT ON TABLE audit_record IS 'Who changed which subscription; ids only, never endpoints or filters';
