SELECT events.name, judgements.key, field, mined
  FROM event_judgements
  JOIN events ON events.id = event_judgements.event
  JOIN judgements ON judgements.id = event_judgements.judgement
 ORDER BY 1, 2, 3, 4;
