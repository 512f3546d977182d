SELECT events.name, event_words.label, parties, event_words.place, words
  FROM event_words JOIN events ON events.id = event_words.event
 ORDER BY 1, 2, 3, 4, 5;
