-- What all texts make of one actor.
SELECT text_actors.actor, text_actors.name, text_actors.code, text_actors.sort, text_actors.known, text_actors.named,
       ifnull(texts.published_day, 0), texts.hash
  FROM text_actors
  JOIN texts ON texts.id = text_actors.text
 WHERE text_actors.actor = ?1;
