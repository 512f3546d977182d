-- A came after B in one text, and B after A in another: both are shown, neither is believed.
UPDATE event_relations
   SET contradicted = EXISTS (
         SELECT 1 FROM event_relations AS other
          WHERE other.later = event_relations.earlier AND other.earlier = event_relations.later
            AND other.kind IN ('after', 'response', 'cause'))
 WHERE (later = :event OR earlier = :event) AND kind IN ('after', 'response', 'cause');
