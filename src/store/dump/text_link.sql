SELECT first.hash, second.hash, relation, share
  FROM text_links JOIN texts AS first ON first.id = text_links.a JOIN texts AS second ON second.id = text_links.b
 ORDER BY 1, 2, 3, 4;
