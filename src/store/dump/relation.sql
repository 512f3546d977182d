SELECT texts.hash, ordinal, relations.kind, later.name, earlier.name, relations.part, relations.begin, relations."end", words
  FROM relations
  JOIN texts ON texts.id = relations.text
  JOIN mentions AS later ON later.id = relations.later
  JOIN mentions AS earlier ON earlier.id = relations.earlier
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
