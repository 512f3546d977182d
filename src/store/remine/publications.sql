-- Every publication as it was given, of each text the one in force first; or the ones in force alone.
SELECT texts.text, publications.title, outlets.name, publications.url, publications.given_id, publications.published,
       publications.published_basis, publications.import, publications.id = texts.publication
  FROM texts
  JOIN publications ON publications.text = texts.id AND (NOT ?1 OR publications.id = texts.publication)
  LEFT JOIN outlets ON outlets.id = publications.outlet
 ORDER BY texts.id, publications.id <> texts.publication, publications.id;
