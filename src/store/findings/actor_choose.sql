-- Of all texts' names for an actor, the rule table's, then the fullest, then the first in the alphabet; likewise
-- the code: an actor with several offices shows that of the latest text.
UPDATE actors
   SET (name, folded, code, sort, known, named) = (:name, :folded, :code, :sort, :known, :named)
 WHERE id = :id;
