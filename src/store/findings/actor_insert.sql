-- Name, code and the rest are chosen when the batch is settled.
INSERT INTO actors (key, name, folded, code, sort, known, named)
VALUES (?1, '', '', '', 'people', 0, 0)
ON CONFLICT (key) DO UPDATE SET key = key
RETURNING id;
