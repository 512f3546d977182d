-- What stands on the mentions of an event; of corrections whether it is the first of its targets that holds on to an
-- event at all.
SELECT judgements.id, judgements.verb, judgements.subject, judgements.who, judgements.corrections, mentions.id,
       targets.side,
       judgements.verb = 'correct'
       AND targets.ordinal = (SELECT min(others.ordinal) FROM judgement_targets AS others
                                JOIN mentions AS held ON held.id = others.mention AND held.event IS NOT NULL
                               WHERE others.judgement = judgements.id)
  FROM mentions
  JOIN judgement_targets AS targets ON targets.mention = mentions.id
  JOIN judgements ON judgements.id = targets.judgement AND judgements.stands
 WHERE mentions.event = ?1
 ORDER BY judgements.made, judgements.key, targets.ordinal;
