SELECT key, made, who, verb, subject, corrections, why
  FROM judgements
 WHERE stands AND verb <> 'undo'
 ORDER BY 2, 1;
