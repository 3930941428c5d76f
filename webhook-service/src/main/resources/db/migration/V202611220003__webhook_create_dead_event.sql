CREATE TABLE dead_event (
  topic        text NOT NULL,
  partition    integer NOT NULL,
  kafka_offset bigint NOT NULL,
  key          text,
  headers      jsonb NOT NULL,
  value        bytea,
  reason       text NOT NULL,
  parked_at    timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, kafka_offset)
);
COMMENT ON TABLE dead_event IS 'Messages that could not be read as events; nothing removes them but an operator';
