-- What stands on a text that says what is of one origin and what is not.
SELECT judgements.id, judgements.made, judgements.key, targets.side, targets.text
  FROM judgement_targets AS targets
  JOIN judgements ON judgements.id = targets.judgement AND judgements.stands AND judgements.subject = 'origin'
 WHERE targets.text = ?1;
