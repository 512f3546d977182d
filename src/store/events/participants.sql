SELECT participants.side, participants.actor, actors.key, ifnull(actors.name, participants.words), participants.code,
       mentions.text, mentions.id, participants.part, participants.begin, participants."end",
       -- As much as may stand between two who are told of in one breath: ", and twelve ".
       substr(CASE participants.part WHEN 'title' THEN ifnull(texts.title, '') ELSE texts.text END, participants."end" + 1, 16),
       ifnull(actors.sort = 'person', 0)
  FROM mentions
  JOIN texts ON texts.id = mentions.text
  JOIN participants ON participants.mention = mentions.id
  LEFT JOIN actors ON actors.id = participants.actor
 WHERE mentions.event = ?1;
