SELECT party, section, first_day, last_day, name, side FROM timeline_parties
 ORDER BY 1, 2, 3, 4, 5, 6;
