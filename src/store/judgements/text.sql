-- The same as texts.sql for the text of a hash.
SELECT targets.text_hash, judgements.verb, judgements.corrections
  FROM judgement_targets AS targets
  JOIN judgements ON judgements.id = targets.judgement
 WHERE targets.text_hash = ?1 AND targets.thing = 'text'
   AND judgements.stands AND judgements.verb IN ('correct', 'forget')
 ORDER BY judgements.made, judgements.key, targets.ordinal;
