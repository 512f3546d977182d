INSERT INTO outlets (name) VALUES (?1) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id;
