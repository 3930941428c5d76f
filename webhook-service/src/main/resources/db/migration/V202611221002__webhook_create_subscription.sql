CREATE TABLE subscription (
  id            uuid PRIMARY KEY,
  customer_id   uuid NOT NULL,
  title         text NOT NULL,
  enabled       boolean NOT NULL,
  endpoint      text NOT NULL,
  endpoint_host text NOT NULL,
  events        text[] NOT NULL,
  filter        text,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  CONSTRAINT subscription_title UNIQUE (customer_id, title)
);
COMMENT ON COLUMN subscription.endpoint_host IS 'Host and port of the endpoint; requests to one host are counted together';
COMMENT ON COLUMN subscription.filter IS 'JSON as it was sent; text, because jsonb would change its order and refuses some strings';

CREATE TABLE subscription_removal (
  customer_id     uuid NOT NULL,
  subscription_id uuid PRIMARY KEY,
  removed_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE subscription_removal IS 'Deleted subscriptions whose deliveries are still to be removed, in batches';
