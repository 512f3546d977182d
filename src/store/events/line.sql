-- One event as far as a reader compares it.
SELECT events.name, events.label, events.edtf,
       (SELECT group_concat(words, ', ') FROM
         (SELECT words FROM event_participants WHERE event = events.id AND side = 'source' ORDER BY ordinal)),
       (SELECT group_concat(words, ', ') FROM
         (SELECT words FROM event_participants WHERE event = events.id AND side = 'target' ORDER BY ordinal)),
       places.name,
       events.kind || ifnull(' ' || events.mode, ''), events.status, events.verdict, events.mentions, events.origins
  FROM events
  LEFT JOIN places ON places.id = events.place
 WHERE events.id = ?1;
