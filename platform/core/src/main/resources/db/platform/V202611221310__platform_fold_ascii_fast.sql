-- The same values as before: what has as many bytes as characters is ASCII, which normalizing leaves as it is
-- and every collation of ours lowers alike. Not STRICT, or PostgreSQL would not see through the CASE where it is
-- used; null stays null.
CREATE OR REPLACE FUNCTION fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE
  RETURN CASE
    WHEN octet_length(value) = char_length(value) THEN lower(value)
    ELSE lower(normalize(value, NFKC) COLLATE "und-x-icu")
  END;
