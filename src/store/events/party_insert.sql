INSERT INTO timeline_parties (party, section, first_day, last_day, name, event, side) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
