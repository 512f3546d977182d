SELECT texts.hash, claims.name, mentions.name
  FROM claim_about
  JOIN claims ON claims.id = claim_about.claim
  JOIN mentions ON mentions.id = claim_about.mention
  JOIN texts ON texts.id = claims.text
 ORDER BY 1, 2, 3;
