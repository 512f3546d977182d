-- Judgements in the order of their numbers; ?1 asks for one.
SELECT id, made, who, verb, subject, corrections, why, undoes, stands
  FROM judgements
 WHERE ?1 IS NULL OR id = ?1
 ORDER BY id;
