-- A section of the timeline for what is told so barely that its line could be held against nothing: without a day and with
-- one party at most, or with neither party nor place. What two independent origins tell, or an analyst judged, stands where
-- it would stand otherwise. Events find their sections when they are derived again, which every chronicle is that is
-- brought up to date.

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
  '(section IN (''main'', ''planned'') OR section IN (''background'', ''undated'') OR section IN (''aside'', ''rejected''))',
  '(section IN (''main'', ''planned'') OR section IN (''background'', ''undated'') OR section IN (''aside'', ''rejected'') OR section = ''bare'')')
 WHERE type = 'table' AND name = 'timeline_rows';

PRAGMA writable_schema = RESET;
