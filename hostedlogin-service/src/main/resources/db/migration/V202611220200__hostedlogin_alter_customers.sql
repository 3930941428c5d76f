ALTER TABLE customer ADD COLUMN base_url text;

UPDATE customer
   SET base_url = 'https://' || (
         SELECT domain FROM login_policy
          WHERE login_policy.customer_id = customer.id
          ORDER BY created_at
          LIMIT 1);

ALTER TABLE customer ALTER COLUMN base_url SET NOT NULL;

COMMENT ON COLUMN customer.base_url IS
  'Where the world reaches the customer; issuers are made of it, so it never changes and never comes from a request.';
