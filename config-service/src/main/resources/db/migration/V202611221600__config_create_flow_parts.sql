CREATE TABLE flow_part (
  application_id text NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  flow           text NOT NULL,
  section        text NOT NULL,
  name           text NOT NULL,
  since          integer NOT NULL,
  until          integer NOT NULL DEFAULT 2147483647,
  position       bigint NOT NULL,
  body           json NOT NULL,
  PRIMARY KEY (application_id, flow, section, name, since)
);

COMMENT ON TABLE flow_part IS 'A part of a flow, stored once for all versions it lives in: numbers from since to before until.';
COMMENT ON COLUMN flow_part.body IS 'json keeps the order of members.';

ALTER TABLE flow ADD COLUMN head_number integer NOT NULL DEFAULT 1;
ALTER TABLE flow_version ADD COLUMN number integer;

UPDATE flow_version v
   SET number = n.number
  FROM (SELECT application_id, flow, version,
               row_number() OVER (PARTITION BY application_id, flow ORDER BY version) AS number
          FROM flow_version) n
 WHERE v.application_id = n.application_id AND v.flow = n.flow AND v.version = n.version;

ALTER TABLE flow_version ALTER COLUMN number SET NOT NULL;

UPDATE flow f
   SET head_number = v.number
  FROM flow_version v
 WHERE v.application_id = f.application_id AND v.flow = f.name AND v.version = f.head;

-- Versions before this one hold whole documents; each becomes parts that live in it alone.
WITH whole AS (
  SELECT application_id, flow, number, document::json AS document FROM flow_version
)
INSERT INTO flow_part (application_id, flow, section, name, since, until, position, body)
SELECT w.application_id, w.flow, part.section, part.name, w.number, w.number + 1,
       w.number * 1000000::bigint + row_number() OVER (PARTITION BY w.application_id, w.flow, w.number ORDER BY part.rank, part.place),
       part.body
  FROM whole w
 CROSS JOIN LATERAL (
   SELECT 1 AS rank, 1::bigint AS place, 'root' AS section, '' AS name,
          json_build_object(
            'schemas', w.document -> 'schemas',
            'userData', w.document -> 'userData',
            'authProfileData', w.document -> 'authProfileData',
            'locales', (SELECT json_agg(key) FROM json_object_keys(w.document -> 'translations') AS key)) AS body
   UNION ALL
   SELECT 2, ordinality, 'item', key, value
     FROM json_each(w.document -> 'fields') WITH ORDINALITY
   UNION ALL
   SELECT 3, ordinality, 'screen', key, value
     FROM json_each(w.document -> 'screens') WITH ORDINALITY
   UNION ALL
   SELECT 4, min(text.ordinality), 'text', text.key, json_object_agg(locale.key, text.value)
     FROM json_each(w.document -> 'translations') AS locale
    CROSS JOIN LATERAL json_each(locale.value) WITH ORDINALITY AS text
    GROUP BY text.key
   UNION ALL
   SELECT 5, mail.ordinality, 'mail', locale.key || '/' || mail.key, mail.value
     FROM json_each(w.document -> 'mailTemplates') AS locale
    CROSS JOIN LATERAL json_each(locale.value) WITH ORDINALITY AS mail
   UNION ALL
   SELECT 6, message.ordinality, 'message', locale.key || '/' || message.key, message.value
     FROM json_each(w.document -> '2faMessages') AS locale
    CROSS JOIN LATERAL json_each(locale.value) WITH ORDINALITY AS message
 ) part;

UPDATE flow_part p
   SET until = 2147483647
  FROM flow f
 WHERE f.application_id = p.application_id AND f.name = p.flow AND p.since = f.head_number;

ALTER TABLE flow_version DROP COLUMN document;
COMMENT ON TABLE flow_version IS 'Numbers of versions, which are never dropped; their content is in flow_part.';
