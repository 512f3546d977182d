SELECT name, sort, now, reason FROM retired_names WHERE judgement IS NOT NULL
 ORDER BY 1, 2, 3, 4;
