SELECT DISTINCT substr(CASE actor_mentions.part WHEN 'title' THEN texts.title ELSE texts.text END,
                       actor_mentions.begin + 1, actor_mentions."end" - actor_mentions.begin)
  FROM text_actors
  JOIN actor_mentions ON actor_mentions.text = text_actors.text AND actor_mentions.actor = text_actors.actor
  JOIN texts ON texts.id = text_actors.text
 WHERE text_actors.actor = ?1 AND actor_mentions.form = 'name';
