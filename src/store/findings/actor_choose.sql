UPDATE actors
   SET (name, folded, code, sort, known, named, chosen_day, chosen_text)
     = (:name, :folded, :code, :sort, :known, :named, :day, :text)
 WHERE id = :id;
