CREATE TABLE subscriber (
  customer_id   uuid PRIMARY KEY,
  version       bigint NOT NULL,
  subscriptions integer NOT NULL CHECK (subscriptions >= 0)
);
COMMENT ON TABLE subscriber IS 'Customers that have or had subscriptions; the row is the lock of their number';
COMMENT ON COLUMN subscriber.version IS 'Grows with every change of a subscription, so that what replicas remember is known to be old';
