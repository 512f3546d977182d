INSERT INTO text_keys (key, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
