SELECT texts.hash, ordinal, actors.key, part, begin, "end", form
  FROM actor_mentions JOIN texts ON texts.id = actor_mentions.text JOIN actors ON actors.id = actor_mentions.actor
 ORDER BY 1, 2, 3, 4, 5, 6, 7;
