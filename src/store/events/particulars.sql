SELECT particulars.what, particulars.low, particulars.high, mentions.text, texts.hash
  FROM mentions
  JOIN particulars ON particulars.mention = mentions.id
  JOIN texts ON texts.id = mentions.text
 WHERE mentions.event = ?1;
