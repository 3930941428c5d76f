CREATE UNIQUE INDEX customer_name_key ON customer (fold(name));
CREATE UNIQUE INDEX application_customer_id_name_key ON application (customer_id, fold(name));
CREATE INDEX registration_domain_application_id_idx ON registration_domain (application_id, position);
