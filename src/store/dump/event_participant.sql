SELECT events.name, side, ordinal, actors.key, event_participants.code, words, event_participants.texts
  FROM event_participants
  JOIN events ON events.id = event_participants.event
  LEFT JOIN actors ON actors.id = event_participants.actor
 ORDER BY 1, 2, 3, 4, 5, 6, 7;
