-- Which texts of an event have their words from another of its texts.
SELECT text_links.b, min(original.hash)
  FROM text_links
  JOIN texts AS original ON original.id = text_links.a
 WHERE text_links.b IN (SELECT text FROM mentions WHERE event = ?1)
   AND text_links.a IN (SELECT text FROM mentions WHERE event = ?1)
 GROUP BY text_links.b;
