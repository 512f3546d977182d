SELECT texts.hash, mentions.name, events.name, happening, part, sentence, begin, "end", trigger_spans, trigger_words, lemma,
       mentions.kind, mentions.mode, contexts, mentions.label, mentions.status, outer_claim.name, outer_mention.name,
       mentions.edtf, mentions.earliest, mentions.latest, granularity, timex3, date_basis, mentions.date_inferred,
       date_reasons, anchor_part, anchor_begin, anchor_end, places.name, places.country, places.latitude, places.longitude,
       place_begin, place_end, place_words, mentions.rule, mentions.sureness, doubts
  FROM (SELECT * FROM mentions) AS mentions
  JOIN texts ON texts.id = mentions.text
  LEFT JOIN events ON events.id = mentions.event
  LEFT JOIN (SELECT id, name FROM claims) AS outer_claim ON outer_claim.id = within_claim
  LEFT JOIN (SELECT id, name FROM mentions) AS outer_mention ON outer_mention.id = within_mention
  LEFT JOIN places ON places.id = mentions.place
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39;
