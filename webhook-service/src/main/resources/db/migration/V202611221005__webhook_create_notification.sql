CREATE TABLE notification (
  customer_id     uuid NOT NULL,
  subscription_id uuid NOT NULL,
  event_id        uuid NOT NULL,
  id              uuid NOT NULL,
  endpoint        text NOT NULL,
  token           text NOT NULL,
  signed_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, subscription_id, event_id)
);
COMMENT ON TABLE notification IS 'The signed token of a delivery, stored before it is sent, so that every further attempt sends the same bytes';
COMMENT ON COLUMN notification.id IS 'The claim jti';
COMMENT ON COLUMN notification.endpoint IS 'Its audience; for another endpoint it is signed anew';
