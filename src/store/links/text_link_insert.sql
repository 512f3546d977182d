INSERT INTO text_links (a, b, relation, share) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING;
