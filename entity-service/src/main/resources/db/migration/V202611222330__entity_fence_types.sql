ALTER TABLE entity_type
  -- json, not jsonb, as definition
  ADD COLUMN wanted json,
  ADD COLUMN wanted_number integer NOT NULL DEFAULT 0,
  ADD COLUMN fence integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN entity_type.wanted IS 'A tighter definition that writers keep while it is found out whether all records do';
COMMENT ON COLUMN entity_type.wanted_number IS 'Counts the definitions that were wanted; a writer knows the one with this number, or what became of it';
COMMENT ON COLUMN entity_type.fence IS 'Writers that know a smaller number must not store several elements of a plural';

-- Whoever stores several elements of a plural passes here, in the transaction of the record. The lock is taken before the
-- number is read, each in a snapshot of its own: whoever has passed is waited for by the one who raises the fence, and
-- whoever has not sees it.
CREATE FUNCTION pass_fence(passing bigint, lock_key bigint, known integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(lock_key);
  PERFORM FROM entity_type WHERE id = passing AND fence <= known;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the type has changed' USING ERRCODE = 'VF001';
  END IF;
  RETURN true;
END
$$;
