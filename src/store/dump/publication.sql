SELECT texts.hash, outlets.name, url, given_id, publications.title, publications.published, publications.published_basis,
       newer.hash
  FROM publications
  JOIN texts ON texts.id = publications.text
  LEFT JOIN outlets ON outlets.id = publications.outlet
  LEFT JOIN texts AS newer ON newer.id = publications.superseded_by
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8;
