SELECT claims.aspect, claims.stance, claims.polarity, ifnull(actors.key, claims.source_words)
  FROM mentions
  JOIN claim_about ON claim_about.mention = mentions.id
  JOIN judged_claims AS claims ON claims.id = claim_about.claim
  LEFT JOIN actors ON actors.id = claims.speaker
 WHERE mentions.event = ?1 AND claims.verdict IS NOT 'rejected';
