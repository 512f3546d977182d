-- The first mentions of the happenings that a judgement put on one side.
SELECT (SELECT min(id) FROM mentions AS first WHERE first.text = other.text AND first.happening = other.happening)
  FROM judgement_targets AS targets
  JOIN mentions AS other ON other.id = targets.mention
  JOIN texts ON texts.id = other.text AND NOT texts.superseded
 WHERE targets.judgement = ?1 AND targets.side = ?2;
