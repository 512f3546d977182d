-- What a judgement holds on to now; whether it says what is one event and what is not.
SELECT targets.mention, targets.claim, targets.text,
       (judgements.subject = 'link' AND judgements.verb IN ('accept', 'reject'))
       OR (judgements.subject = 'event' AND judgements.verb IN ('accept', 'merge', 'split'))
       OR (judgements.subject = 'mention' AND judgements.verb = 'reject')
  FROM judgement_targets AS targets
  JOIN judgements ON judgements.id = targets.judgement
 WHERE targets.judgement = ?1
   AND (targets.mention IS NOT NULL OR targets.claim IS NOT NULL OR targets.text IS NOT NULL);
