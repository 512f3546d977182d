INSERT INTO places (name, country, latitude, longitude) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO NOTHING;
