-- Whether a mention of an event stands in a relation to another mention.
SELECT EXISTS (
  SELECT 1 FROM mentions
   WHERE event = ?1
     AND (EXISTS (SELECT 1 FROM relations WHERE later = mentions.id)
          OR EXISTS (SELECT 1 FROM relations WHERE earlier = mentions.id)));
