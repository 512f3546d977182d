INSERT INTO timeline_rows (section, first_day, last_day, name, event) VALUES (?1, ?2, ?3, ?4, ?5);
