DELETE FROM event_judgements WHERE event = :event;
DELETE FROM timeline_parties WHERE event = :event;
DELETE FROM timeline_rows WHERE event = :event;
DELETE FROM event_relations WHERE later = :event;
DELETE FROM event_relations WHERE earlier = :event;
DELETE FROM event_variants WHERE event = :event;
DELETE FROM event_participants WHERE event = :event;
DELETE FROM events WHERE id = :event;
