-- The one case-insensitive form of a text: used by filters, unique indexes and counters alike.
-- Java never folds, so that look-up and index can never differ.
CREATE FUNCTION fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(normalize(value, NFKC) COLLATE "und-x-icu");

-- A fixed-size key for texts of any length: a btree entry must stay under 2,704 bytes.
CREATE FUNCTION value_key(value text) RETURNS bytea
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN sha256(convert_to(value, 'UTF8'));
