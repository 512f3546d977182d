SELECT id FROM places
 WHERE name = ?1 AND ifnull(country, '') = ifnull(?2, '') AND ifnull(latitude, 999) = ifnull(?3, 999)
   AND ifnull(longitude, 999) = ifnull(?4, 999);
