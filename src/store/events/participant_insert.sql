INSERT INTO event_participants (event, side, ordinal, actor, code, words, texts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
