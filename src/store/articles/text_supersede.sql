-- A text is superseded when every publication of it is.
UPDATE texts
   SET superseded = NOT EXISTS (SELECT 1 FROM publications WHERE text = ?1 AND superseded_by IS NULL)
 WHERE id = ?1
   AND superseded <> NOT EXISTS (SELECT 1 FROM publications WHERE text = ?1 AND superseded_by IS NULL);
