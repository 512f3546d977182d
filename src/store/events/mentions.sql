-- All that is told of one event, mention by mention, in an order that does not depend on row numbers.
SELECT mentions.id, mentions.name, mentions.part, mentions.kind, mentions.mode, mentions.label, mentions.status,
       mentions.within_claim IS NOT NULL, mentions.edtf, mentions.earliest_day, mentions.latest_day,
       mentions.date_inferred, mentions.place, places.name, places.country, places.latitude IS NOT NULL,
       mentions.trigger_words, texts.id, texts.hash, texts.origin, texts.published_day, texts.published,
       texts.narrative, mentions.timex3,
       -- The agency that is quoted for it, and the one that published the text. Names from rules alone, which come with
       -- the agency: what other texts call it is nothing to go by.
       (SELECT speaker.key FROM claims JOIN actors AS speaker ON speaker.id = claims.speaker
         WHERE claims.id = mentions.within_claim AND speaker.code LIKE '%JRN'),
       (SELECT min(agency.key) FROM publications JOIN outlets ON outlets.id = publications.outlet
          JOIN actor_aliases AS alias ON alias.folded = lower(outlets.name) AND alias.source = 'rules'
          JOIN actors AS agency ON agency.id = alias.actor
         WHERE publications.text = texts.id AND agency.code LIKE '%JRN'),
       mentions.sureness
  FROM mentions
  JOIN texts ON texts.id = mentions.text
  LEFT JOIN places ON places.id = mentions.place
 WHERE mentions.event = ?1
 ORDER BY mentions.name, texts.hash;
