INSERT INTO sentences (text, ordinal, part, begin, "end") VALUES (?1, ?2, ?3, ?4, ?5);
