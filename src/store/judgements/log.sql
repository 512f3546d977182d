-- Judgements in the order of their numbers, with the number of the one that each undoes.
SELECT id, made, who, verb, subject, corrections, why, undoes, stands,
       (SELECT undone.id FROM judgements AS undone WHERE undone.key = judgements.undoes)
  FROM judgements
 WHERE id BETWEEN ?1 AND ?2
 ORDER BY id;
