SELECT section, first_day, last_day, name FROM timeline_rows
 ORDER BY 1, 2, 3, 4;
