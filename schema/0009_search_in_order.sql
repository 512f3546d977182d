-- Full-text search of events in the order of the timeline, so that the first page of a common word is read without
-- looking at all that have the word. A full-text index answers in the order of its row numbers: these say where the
-- event stands.

DROP TRIGGER event_search_insert;
DROP TRIGGER event_search_delete;
DROP TABLE event_search;
ALTER TABLE event_words RENAME TO event_words_by_event;

-- What an event can be found by: its label, its kind and mode, who takes part, where, and the words of its triggers.
--
-- position: the number of the section (0 main, 1 planned, 2 background, 3 undated, 4 aside, 5 rejected), then in 28
-- bits the first day from 100000000 days before year 1 on, then in 32 bits the event.
CREATE TABLE event_words (
  position INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL UNIQUE REFERENCES events (id),
  label    TEXT NOT NULL,
  parties  TEXT NOT NULL,
  place    TEXT NOT NULL,
  words    TEXT NOT NULL
) STRICT;
INSERT INTO event_words (position, event, label, parties, place, words)
SELECT (CASE rows.section WHEN 'main' THEN 0 WHEN 'planned' THEN 1 WHEN 'background' THEN 2 WHEN 'undated' THEN 3
                          WHEN 'aside' THEN 4 ELSE 5 END << 60)
         | (min(max(rows.first_day + 100000000, 0), 268435455) << 32) | rows.event,
       rows.event, former.label, former.parties, former.place, former.words
  FROM event_words_by_event AS former JOIN timeline_rows AS rows ON rows.event = former.event
 ORDER BY 1;
DROP TABLE event_words_by_event;

CREATE VIRTUAL TABLE event_search USING fts5 (
  label, parties, place, words, content = 'event_words', content_rowid = 'position', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO event_search (event_search) VALUES ('rebuild');
CREATE TRIGGER event_search_insert AFTER INSERT ON event_words BEGIN
  INSERT INTO event_search (rowid, label, parties, place, words)
  VALUES (new.position, new.label, new.parties, new.place, new.words);
END;
CREATE TRIGGER event_search_delete AFTER DELETE ON event_words BEGIN
  INSERT INTO event_search (event_search, rowid, label, parties, place, words)
  VALUES ('delete', old.position, old.label, old.parties, old.place, old.words);
END;

-- What few events have is asked of these; what many have, of the timeline.
CREATE INDEX events_by_kind ON events (kind);
CREATE INDEX events_by_mode ON events (mode) WHERE mode IS NOT NULL;
CREATE INDEX events_by_place ON events (place) WHERE place IS NOT NULL;
CREATE INDEX events_by_origins ON events (origins) WHERE origins > 1;
