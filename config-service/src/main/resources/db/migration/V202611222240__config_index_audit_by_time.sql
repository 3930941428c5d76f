CREATE INDEX audit_record_created_at_idx ON audit_record (created_at);
