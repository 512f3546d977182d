-- The article in force of a text, as it was given.
SELECT texts.text, publications.title, outlets.name, publications.url, publications.given_id, publications.published,
       publications.published_basis
  FROM texts
  JOIN publications ON publications.id = texts.publication
  LEFT JOIN outlets ON outlets.id = publications.outlet
 WHERE texts.id = ?1;
