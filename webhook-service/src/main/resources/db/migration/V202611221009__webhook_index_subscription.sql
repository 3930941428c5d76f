-- The order of the list.
CREATE INDEX subscription_customer ON subscription (customer_id, created_at, id);
