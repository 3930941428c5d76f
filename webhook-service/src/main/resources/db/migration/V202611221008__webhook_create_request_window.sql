CREATE TABLE request_window (
  customer_id uuid NOT NULL,
  client_id   text NOT NULL,
  started_at  timestamptz NOT NULL,
  requests    integer NOT NULL,
  PRIMARY KEY (customer_id, client_id)
);
COMMENT ON TABLE request_window IS 'Requests of a client to the administrative API since the minute began';
