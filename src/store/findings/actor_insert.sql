INSERT INTO actors (key, name, folded, code, sort, known, named)
VALUES (:key, :name, :folded, :code, :sort, :known, :named)
ON CONFLICT (key) DO UPDATE SET key = key
RETURNING id;
