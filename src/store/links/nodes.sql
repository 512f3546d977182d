-- The first mention of every happening of a text: what links hold on to.
SELECT happening, min(id) FROM mentions WHERE text = ?1 GROUP BY happening;
