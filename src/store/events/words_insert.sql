INSERT INTO event_words (position, event, label, parties, place, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
