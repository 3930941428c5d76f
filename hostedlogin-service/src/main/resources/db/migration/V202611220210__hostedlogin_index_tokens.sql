CREATE INDEX access_token_expires_at_idx ON access_token (expires_at);
