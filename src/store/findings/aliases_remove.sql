DELETE FROM actor_aliases WHERE actor = ?1 AND source = 'text';
