-- Not logged: a crash of the database forgets the attempts of the last minute and nothing else,
-- and counting an attempt does not wait for the disk.
CREATE UNLOGGED TABLE attempt (
  application_id text NOT NULL,
  kind           text NOT NULL,
  subject        bytea NOT NULL,
  times          timestamptz[] NOT NULL,
  expires_at     timestamptz NOT NULL,
  PRIMARY KEY (application_id, kind, subject)
);
CREATE INDEX attempt_expires ON attempt (expires_at);
COMMENT ON TABLE attempt IS 'The last admitted attempts against one identifier or record, exact to the attempt';
COMMENT ON COLUMN attempt.subject IS 'value_key of the folded identifier or of the record uuid, so that no address is stored';

CREATE UNLOGGED TABLE attempt_rate (
  application_id text NOT NULL,
  kind           text NOT NULL,
  subject        text NOT NULL,
  started_at     timestamptz NOT NULL,
  current        integer NOT NULL,
  previous       integer NOT NULL,
  expires_at     timestamptz NOT NULL,
  PRIMARY KEY (application_id, kind, subject)
);
CREATE INDEX attempt_rate_expires ON attempt_rate (expires_at);
COMMENT ON TABLE attempt_rate IS 'Attempts of one address and registrations of one application, for limits too high to keep every time';
COMMENT ON COLUMN attempt_rate.previous IS 'Attempts in the window before started_at';

-- How many attempts lie in the window that ends now, the older window weighted by what is left of it.
CREATE FUNCTION attempts_in_window(current integer, previous integer, elapsed float8, span float8)
  RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN elapsed < span THEN current + previous * (1 - elapsed / span)
    WHEN elapsed < 2 * span THEN current * (2 - elapsed / span)
    ELSE 0
  END;
