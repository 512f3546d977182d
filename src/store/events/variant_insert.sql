INSERT INTO event_variants (event, what, ordinal, reading, low, high, texts, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
