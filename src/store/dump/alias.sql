SELECT actors.key, alias, actor_aliases.folded, source
  FROM actor_aliases JOIN actors ON actors.id = actor_aliases.actor
 WHERE actors.id IN (SELECT actor FROM text_actors)
 ORDER BY 1, 2, 3, 4;
