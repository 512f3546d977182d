INSERT INTO actor_mentions (text, ordinal, actor, part, begin, "end", form) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
