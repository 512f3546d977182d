INSERT INTO mention_links (a, b, score, reasons) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING;
