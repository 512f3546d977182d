-- The names that withdrawn articles took with them, with the reason: the first withdrawal that stands.
DELETE FROM retired_names WHERE judgement IS NOT NULL;
INSERT INTO retired_names (name, sort, now, reason, judgement)
SELECT targets.name, targets.thing, NULL,
       'withdrawn by ' || judgements.who || ' on ' || substr(judgements.made, 1, 10) || ifnull(': ' || judgements.why, ''),
       judgements.id
  FROM judgements
  JOIN judgement_targets AS targets ON targets.judgement = judgements.id
 WHERE judgements.verb = 'forget' AND judgements.stands
 ORDER BY judgements.made, judgements.key, targets.ordinal
ON CONFLICT (name, sort) DO UPDATE SET now = NULL, reason = excluded.reason, judgement = excluded.judgement
  WHERE retired_names.judgement IS NULL;
