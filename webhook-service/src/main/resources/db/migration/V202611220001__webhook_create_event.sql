-- The key begins with what every reader knows and holds the time of storing, so that the table can
-- become one of daily partitions by stored_at without a new key.
CREATE TABLE event (
  customer_id    uuid NOT NULL,
  stored_at      timestamptz NOT NULL,
  id             uuid NOT NULL,
  application_id text NOT NULL,
  type           text NOT NULL,
  record_uuid    uuid NOT NULL,
  occurred_at    timestamptz NOT NULL,
  data           jsonb NOT NULL,
  PRIMARY KEY (customer_id, stored_at, id)
);
COMMENT ON TABLE event IS 'Events about records, kept for seven days for delivery and troubleshooting';
COMMENT ON COLUMN event.id IS 'The CloudEvents id; unique because the inbox row is written in the same transaction';
COMMENT ON COLUMN event.stored_at IS 'When the event was stored; retention counts from here';
