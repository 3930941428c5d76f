CREATE INDEX flow_part_until_idx ON flow_part (application_id, flow, until);
CREATE UNIQUE INDEX flow_version_number_key ON flow_version (application_id, flow, number);
