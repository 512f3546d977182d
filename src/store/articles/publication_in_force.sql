-- What decides between publications of one text; the order itself is Rust's (see `Precedence`).
SELECT publications.published_basis, publications.published, publications.title, outlets.name, publications.url,
       publications.given_id
  FROM texts
  JOIN publications ON publications.id = texts.publication
  LEFT JOIN outlets ON outlets.id = publications.outlet
 WHERE texts.id = ?1;
