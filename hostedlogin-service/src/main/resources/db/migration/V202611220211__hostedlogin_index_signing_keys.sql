CREATE INDEX signing_key_since_idx ON signing_key (since) WHERE state = 'current';
