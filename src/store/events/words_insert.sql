INSERT INTO event_words (event, label, parties, place, words) VALUES (?1, ?2, ?3, ?4, ?5);
