-- The texts whose day of publication a judgement gives.
SELECT texts.id
  FROM judgements
  JOIN judgement_targets AS targets ON targets.judgement = judgements.id AND targets.thing = 'text'
  JOIN texts ON texts.hash = targets.text_hash
 WHERE judgements.id = ?1 AND judgements.verb = 'correct' AND judgements.corrections LIKE '%"field":"published"%';
