SELECT texts.hash, ordinal, actors.key, text_actors.name, text_actors.code, text_actors.sort
  FROM text_actors JOIN texts ON texts.id = text_actors.text JOIN actors ON actors.id = text_actors.actor
 ORDER BY 1, 2, 3, 4, 5, 6;
