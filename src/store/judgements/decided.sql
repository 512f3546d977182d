-- What stands on the mentions of a node's happening that says what is one event and what is not.
SELECT judgements.id, judgements.made, judgements.key, targets.side, targets.mention
  FROM mentions AS node
  JOIN mentions AS own ON own.text = node.text AND own.happening = node.happening
  JOIN judgement_targets AS targets ON targets.mention = own.id
  JOIN judgements ON judgements.id = targets.judgement AND judgements.stands
   AND ((judgements.subject = 'link' AND judgements.verb IN ('accept', 'reject'))
        OR (judgements.subject = 'event' AND judgements.verb IN ('accept', 'merge', 'split'))
        OR (judgements.subject = 'mention' AND judgements.verb = 'reject'))
 WHERE node.id = ?1;
