-- The mentions of one happening of a text, in their order in it.
SELECT id, name FROM mentions WHERE text = ?1 AND happening = ?2 ORDER BY id;
