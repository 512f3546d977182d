-- The row is its own origin until linking finds another; a placeholder stands until the findings are written.
INSERT INTO texts (id, hash, text, title, published_basis, wording, origin, import)
VALUES (:id, :hash, :text, :title, 'none', 'unknown', :id, :import);
