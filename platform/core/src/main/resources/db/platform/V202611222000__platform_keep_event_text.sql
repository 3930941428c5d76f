-- What is published is what was written: no parsing between the cause and the topic.
ALTER TABLE outbox ALTER COLUMN payload TYPE text;
COMMENT ON COLUMN outbox.payload IS 'The data of the event as it goes to the topic: the text of a JSON object';
