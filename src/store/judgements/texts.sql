-- What stands of judgements on whole texts that bears on how they are read, in the order of time.
SELECT targets.text_hash, judgements.verb, judgements.corrections
  FROM judgements
  JOIN judgement_targets AS targets ON targets.judgement = judgements.id AND targets.thing = 'text'
 WHERE judgements.stands AND judgements.verb IN ('correct', 'forget')
 ORDER BY judgements.made, judgements.key, targets.ordinal;
