SELECT texts.hash, claims.name, verdict, speaker.key, nobody, judged.stance, judged.aspect
  FROM claim_judgements AS judged
  JOIN claims ON claims.id = judged.claim
  JOIN texts ON texts.id = claims.text
  LEFT JOIN actors AS speaker ON speaker.id = judged.speaker
 ORDER BY 1, 2, 3, 4, 5, 6, 7;
