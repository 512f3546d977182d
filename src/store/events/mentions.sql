-- All that is told of one event, mention by mention, in an order that does not depend on row numbers.
SELECT mentions.id, mentions.name, mentions.part, mentions.kind, mentions.mode, mentions.label, mentions.status,
       mentions.within_claim IS NOT NULL, mentions.edtf, mentions.earliest_day, mentions.latest_day,
       mentions.date_inferred, mentions.place, places.name, places.country, places.latitude IS NOT NULL,
       mentions.trigger_words, texts.id, texts.hash, texts.origin, texts.published_day, texts.published,
       texts.narrative, mentions.timex3
  FROM mentions
  JOIN texts ON texts.id = mentions.text
  LEFT JOIN places ON places.id = mentions.place
 WHERE mentions.event = ?1
 ORDER BY mentions.name, texts.hash;
