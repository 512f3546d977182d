SELECT texts.hash, ordinal, part, begin, "end", words, type, timex3, mod, edtf, earliest, latest, basis, alternatives, rule
  FROM dates JOIN texts ON texts.id = dates.text
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15;
