-- Everything that one text says, dependents first.
DELETE FROM mention_links WHERE a IN (SELECT id FROM mentions WHERE text = :text);
DELETE FROM mention_links WHERE b IN (SELECT id FROM mentions WHERE text = :text);
DELETE FROM claim_about WHERE claim IN (SELECT id FROM claims WHERE text = :text);
DELETE FROM claim_about WHERE mention IN (SELECT id FROM mentions WHERE text = :text);
DELETE FROM relations WHERE text = :text;
DELETE FROM participants WHERE mention IN (SELECT id FROM mentions WHERE text = :text);
DELETE FROM particulars WHERE mention IN (SELECT id FROM mentions WHERE text = :text);
DELETE FROM mentions WHERE text = :text;
DELETE FROM claims WHERE text = :text;
DELETE FROM actor_mentions WHERE text = :text;
DELETE FROM text_actors WHERE text = :text;
DELETE FROM dates WHERE text = :text;
DELETE FROM sentences WHERE text = :text;
DELETE FROM findings_marks WHERE text = :text;
