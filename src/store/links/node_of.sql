SELECT mentions.text, mentions.happening, mentions.name, texts.hash
  FROM mentions JOIN texts ON texts.id = mentions.text
 WHERE mentions.id = ?1;
