-- The texts that stand on one side with this one.
SELECT DISTINCT there.text
  FROM judgement_targets AS here
  JOIN judgements ON judgements.id = here.judgement AND judgements.stands AND judgements.subject = 'origin'
  JOIN judgement_targets AS there ON there.judgement = here.judgement AND there.side = here.side
 WHERE here.text = ?1 AND there.text IS NOT NULL;
