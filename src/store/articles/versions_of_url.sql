SELECT publications.id, publications.text, publications.superseded_by, publications.published,
       length(texts.text), texts.hash
  FROM publications
  JOIN texts ON texts.id = publications.text
 WHERE publications.url = ?1;
