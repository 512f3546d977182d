INSERT INTO participants (mention, side, ordinal, actor, code, part, begin, "end", words)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
