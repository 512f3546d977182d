SELECT participants.side, participants.actor, actors.key, ifnull(actors.name, participants.words), participants.code,
       mentions.text, mentions.id, participants.part, participants.begin, participants."end"
  FROM mentions
  JOIN participants ON participants.mention = mentions.id
  LEFT JOIN actors ON actors.id = participants.actor
 WHERE mentions.event = ?1;
