-- Room for the next version of a row in its page: while expires_at stays the same, no index is written.
ALTER TABLE attempt SET (fillfactor = 70);
ALTER TABLE attempt_rate SET (fillfactor = 70);
COMMENT ON COLUMN attempt.expires_at IS 'When the row may be removed, in whole minutes';
COMMENT ON COLUMN attempt_rate.expires_at IS 'When the row may be removed, in whole minutes';
