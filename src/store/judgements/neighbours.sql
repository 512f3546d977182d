-- The first mentions of the happenings that stand on one side with a mention of this node's happening.
SELECT DISTINCT (SELECT min(id) FROM mentions AS first WHERE first.text = other.text AND first.happening = other.happening)
  FROM mentions AS node
  JOIN mentions AS own ON own.text = node.text AND own.happening = node.happening
  JOIN judgement_targets AS here ON here.mention = own.id
  JOIN judgements ON judgements.id = here.judgement AND judgements.stands
   AND ((judgements.subject = 'link' AND judgements.verb IN ('accept', 'reject'))
        OR (judgements.subject = 'event' AND judgements.verb IN ('accept', 'merge', 'split'))
        OR (judgements.subject = 'mention' AND judgements.verb = 'reject'))
  JOIN judgement_targets AS there ON there.judgement = here.judgement AND there.side = here.side
  JOIN mentions AS other ON other.id = there.mention
  JOIN texts ON texts.id = other.text AND NOT texts.superseded
 WHERE node.id = ?1;
