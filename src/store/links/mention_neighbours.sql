SELECT b, score FROM mention_links WHERE a = ?1
UNION ALL
SELECT a, score FROM mention_links WHERE b = ?1;
