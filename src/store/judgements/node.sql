-- The node of a mention, and its event; nothing in a superseded text.
SELECT (SELECT min(id) FROM mentions AS first WHERE first.text = mentions.text AND first.happening = mentions.happening),
       mentions.event
  FROM mentions
  JOIN texts ON texts.id = mentions.text AND NOT texts.superseded
 WHERE mentions.id = ?1;
