SELECT texts.hash, mentions.name, side, ordinal, actors.key, participants.code, participants.part, participants.begin,
       participants."end", words
  FROM participants
  JOIN mentions ON mentions.id = participants.mention
  JOIN texts ON texts.id = mentions.text
  LEFT JOIN actors ON actors.id = participants.actor
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
