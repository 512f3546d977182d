-- Judgements in the order of their numbers.
SELECT id, made, who, verb, subject, corrections, why, undoes, stands
  FROM judgements
 WHERE id BETWEEN ?1 AND ?2
 ORDER BY id;
