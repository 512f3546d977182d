-- What stands on a claim, in the order of time.
SELECT judgements.verb, judgements.corrections
  FROM judgement_targets AS targets
  JOIN judgements ON judgements.id = targets.judgement AND judgements.stands
 WHERE targets.claim = ?1
 ORDER BY judgements.made, judgements.key, targets.ordinal;
