SELECT later.name, event_relations.kind, earlier.name, event_relations.texts, contradicted
  FROM event_relations
  JOIN events AS later ON later.id = event_relations.later
  JOIN events AS earlier ON earlier.id = event_relations.earlier
 ORDER BY 1, 2, 3, 4, 5;
