-- Whether a judgement stands, and whether it should.
SELECT id, undoes, stands,
       NOT EXISTS (SELECT 1 FROM judgements AS other WHERE other.undoes = judgements.key AND other.stands)
  FROM judgements
 WHERE key = ?1;
