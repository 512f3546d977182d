INSERT INTO text_actors (text, ordinal, actor, name, code, sort, known, named)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
