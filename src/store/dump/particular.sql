SELECT texts.hash, mentions.name, ordinal, what, low, high, particulars.part, particulars.begin, particulars."end", words
  FROM particulars
  JOIN mentions ON mentions.id = particulars.mention
  JOIN texts ON texts.id = mentions.text
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
