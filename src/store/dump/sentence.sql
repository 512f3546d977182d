SELECT texts.hash, ordinal, part, begin, "end" FROM sentences JOIN texts ON texts.id = sentences.text
 ORDER BY 1, 2, 3, 4, 5;
