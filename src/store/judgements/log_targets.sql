-- What judgements were made on, and where that holds now.
SELECT targets.judgement, targets.side, targets.thing, targets.name, targets.text_hash, targets.part, targets.begin,
       targets."end", targets.span_begin, targets.span_end, targets.words, targets.kind, targets.edtf,
       coalesce(mentions.name, claims.name, texts.hash),
       EXISTS (SELECT 1 FROM texts AS there WHERE there.hash = targets.text_hash),
       targets.change
  FROM judgement_targets AS targets
  LEFT JOIN mentions ON mentions.id = targets.mention
  LEFT JOIN (SELECT id, name FROM claims) AS claims ON claims.id = targets.claim
  LEFT JOIN texts ON texts.id = targets.text
 WHERE targets.judgement BETWEEN ?1 AND ?2
 ORDER BY targets.judgement, targets.ordinal;
