SELECT b FROM text_links WHERE a = ?1
UNION ALL
SELECT a FROM text_links WHERE b = ?1;
