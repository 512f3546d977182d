DELETE FROM mention_links WHERE a IN (SELECT id FROM mentions WHERE text = :text);
DELETE FROM mention_links WHERE b IN (SELECT id FROM mentions WHERE text = :text);
DELETE FROM text_links WHERE a = :text;
DELETE FROM text_links WHERE b = :text;
