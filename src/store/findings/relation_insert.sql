INSERT INTO relations (text, ordinal, kind, later, earlier, part, begin, "end", words)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
