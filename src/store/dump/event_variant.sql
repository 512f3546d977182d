SELECT events.name, what, ordinal, reading, low, high, event_variants.texts, note
  FROM event_variants JOIN events ON events.id = event_variants.event
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8;
