INSERT INTO particulars (mention, ordinal, what, low, high, part, begin, "end", words)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
