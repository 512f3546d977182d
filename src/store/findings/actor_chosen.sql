SELECT id, name, code, sort, known, named, chosen_day, chosen_text FROM actors WHERE id = ?1;
