-- What is published is deleted at once. A mark cost a second version of the row in four indexes, and a deletion later.
DELETE FROM outbox WHERE published_at IS NOT NULL;
DROP INDEX outbox_unpublished;
DROP INDEX outbox_published;
ALTER TABLE outbox
  DROP CONSTRAINT outbox_id_key,
  DROP COLUMN published_at;
COMMENT ON TABLE outbox IS 'Events written in the transaction of their cause, until the relay has published them, at least once';
