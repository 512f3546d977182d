INSERT INTO text_profiles (text, profile, keys) VALUES (?1, ?2, ?3);
