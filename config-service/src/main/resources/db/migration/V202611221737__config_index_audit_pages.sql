DROP INDEX audit_record_application_id_idx;
CREATE INDEX audit_record_application_id_idx ON audit_record (application_id, created_at, id);
