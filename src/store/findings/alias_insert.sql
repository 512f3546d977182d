INSERT INTO actor_aliases (actor, alias, folded, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING;
