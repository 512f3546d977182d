INSERT INTO claim_about (claim, mention) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
