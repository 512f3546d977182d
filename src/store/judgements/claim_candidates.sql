-- The claims of a text as targets are held against them: the cue (or else the content), and all of it.
SELECT id, name, part,
       (SELECT min(json_extract(value, '$[0]')) FROM json_each(iif(cue_spans = '[]', content_spans, cue_spans))),
       (SELECT max(json_extract(value, '$[1]')) FROM json_each(iif(cue_spans = '[]', content_spans, cue_spans))),
       min((SELECT min(json_extract(value, '$[0]')) FROM json_each(content_spans)),
           ifnull((SELECT min(json_extract(value, '$[0]')) FROM json_each(cue_spans)), 1000000000)),
       max((SELECT max(json_extract(value, '$[1]')) FROM json_each(content_spans)),
           ifnull((SELECT max(json_extract(value, '$[1]')) FROM json_each(cue_spans)), 0)),
       stance, edtf
  FROM claims
 WHERE text = ?1 AND content_spans <> '[]'
 ORDER BY name;
