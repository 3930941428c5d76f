-- The oldest rows for the removal, whichever customer they belong to.
CREATE INDEX event_stored ON event (stored_at);
