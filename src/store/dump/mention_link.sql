SELECT first_text.hash, first.name, second_text.hash, second.name, score, reasons
  FROM mention_links
  JOIN mentions AS first ON first.id = mention_links.a
  JOIN texts AS first_text ON first_text.id = first.text
  JOIN mentions AS second ON second.id = mention_links.b
  JOIN texts AS second_text ON second_text.id = second.text
 ORDER BY 1, 2, 3, 4, 5, 6;
