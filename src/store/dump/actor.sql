SELECT key, name, code, sort, known, named FROM actors WHERE id IN (SELECT actor FROM text_actors)
 ORDER BY 1, 2, 3, 4, 5, 6;
