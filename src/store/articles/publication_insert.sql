INSERT INTO publications (identity, text, outlet, url, given_id, title, published, published_basis, import)
VALUES (:identity, :text, :outlet, :url, :given_id, :title, :published, :basis, :import);
