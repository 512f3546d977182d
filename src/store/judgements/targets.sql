-- The targets in the text of a hash, of judgements from a number on; whether their judgement rests on the date that
-- they had.
SELECT targets.judgement, targets.ordinal,
       judgements.verb = 'accept' OR (judgements.verb = 'correct' AND judgements.corrections LIKE '%"field":"date"%'),
       targets.side, targets.thing, targets.name, targets.text_hash, targets.part, targets.begin, targets."end",
       targets.span_begin, targets.span_end, targets.words, targets.kind, targets.edtf
  FROM judgement_targets AS targets
  JOIN judgements ON judgements.id = targets.judgement
 WHERE targets.text_hash = ?1 AND targets.judgement >= ?2 AND judgements.verb <> 'forget'
 ORDER BY targets.judgement, targets.ordinal;
