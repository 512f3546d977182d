SELECT name, sort, now, reason FROM retired_names
 ORDER BY 1, 2, 3, 4;
