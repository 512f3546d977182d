UPDATE texts
   SET title = :title, publication = :publication, published = :published, published_day = :published_day,
       published_basis = :basis, published_candidates = :candidates, wording = :wording, language = :language,
       diagnostics = :diagnostics, narrative = :narrative, import = :import
 WHERE id = :id;
