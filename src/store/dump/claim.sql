SELECT texts.hash, claims.name, claims.part, claims.sentence, speaker.key, addressee.key, source_spans, source_words, cue_spans,
       cue_words, content_spans, content_words, stance, polarity, modality, quoted, aspect, claims.edtf, claims.earliest,
       claims.latest, outer_claim.name, claims.rule
  FROM claims
  JOIN texts ON texts.id = claims.text
  LEFT JOIN actors AS speaker ON speaker.id = claims.speaker
  LEFT JOIN actors AS addressee ON addressee.id = claims.addressee
  LEFT JOIN (SELECT id, name FROM claims) AS outer_claim ON outer_claim.id = claims.within
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22;
