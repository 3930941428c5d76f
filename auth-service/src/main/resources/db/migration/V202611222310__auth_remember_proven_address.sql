ALTER TABLE access_grant ADD COLUMN proven_address text;
COMMENT ON COLUMN access_grant.proven_address IS 'SHA-256 of the address whose mailbox was read to recover a password; null = none, or a changed password has used the proof';
