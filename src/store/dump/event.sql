SELECT events.name, kind, mode, label, status, edtf, earliest, latest, date_inferred, date_lent, date_reason,
       places.name, places.country, disputed, mentions, texts, origins, first_reported, background, verdict, sureness
  FROM events LEFT JOIN places ON places.id = events.place
 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21;
