SELECT hash, text, title, published, published_basis, published_candidates, wording, language, diagnostics, narrative, superseded,
       (SELECT hash FROM texts AS other WHERE other.id = texts.origin)
  FROM texts
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
