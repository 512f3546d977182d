-- The mentions of a text as targets are held against them.
SELECT id, name, part,
       (SELECT min(json_extract(value, '$[0]')) FROM json_each(trigger_spans)),
       (SELECT max(json_extract(value, '$[1]')) FROM json_each(trigger_spans)),
       begin, "end", kind, edtf
  FROM mentions
 WHERE text = ?1
 ORDER BY name;
