-- Every relation of the mentions of one event to those of others, by how many texts.
INSERT INTO event_relations (later, kind, earlier, texts, contradicted)
SELECT later.event, relations.kind, earlier.event, count(DISTINCT relations.text), 0
  FROM relations
  JOIN mentions AS later ON later.id = relations.later
  JOIN mentions AS earlier ON earlier.id = relations.earlier
 WHERE (relations.later IN (SELECT id FROM mentions WHERE event = :event)
        OR relations.earlier IN (SELECT id FROM mentions WHERE event = :event))
   AND later.event <> earlier.event
 GROUP BY later.event, relations.kind, earlier.event
ON CONFLICT DO UPDATE SET texts = excluded.texts;
