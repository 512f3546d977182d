SELECT judgements.key, ordinal, side, thing, targets.name, text_hash, targets.part, targets.begin, targets."end", span_begin, span_end,
       words, targets.kind, targets.edtf, coalesce(mentions.name, claims.name, texts.hash), targets.change
  FROM judgement_targets AS targets
  JOIN judgements ON judgements.id = targets.judgement AND judgements.stands
  LEFT JOIN mentions ON mentions.id = targets.mention
  LEFT JOIN (SELECT id, name FROM claims) AS claims ON claims.id = targets.claim
  LEFT JOIN texts ON texts.id = targets.text
 ORDER BY 1, 2;
