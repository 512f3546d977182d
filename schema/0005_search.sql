-- Full-text search. Each index reads its words from the table it serves (rowid = id there) and is kept in step by
-- triggers, so that any SQLite tool may write.

CREATE VIRTUAL TABLE text_search USING fts5 (
  title, text, content = 'texts', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER text_search_insert AFTER INSERT ON texts BEGIN
  INSERT INTO text_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER text_search_delete AFTER DELETE ON texts BEGIN
  INSERT INTO text_search (text_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER text_search_update AFTER UPDATE OF title, text ON texts
WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
  INSERT INTO text_search (text_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO text_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- What an event can be found by: its label, its kind and mode, who takes part, where, and the words of its triggers.
CREATE TABLE event_words (
  event    INTEGER PRIMARY KEY REFERENCES events (id),
  label    TEXT NOT NULL,
  parties  TEXT NOT NULL,
  place    TEXT NOT NULL,
  words    TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE event_search USING fts5 (
  label, parties, place, words, content = 'event_words', content_rowid = 'event', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER event_search_insert AFTER INSERT ON event_words BEGIN
  INSERT INTO event_search (rowid, label, parties, place, words)
  VALUES (new.event, new.label, new.parties, new.place, new.words);
END;
CREATE TRIGGER event_search_delete AFTER DELETE ON event_words BEGIN
  INSERT INTO event_search (event_search, rowid, label, parties, place, words)
  VALUES ('delete', old.event, old.label, old.parties, old.place, old.words);
END;

CREATE VIRTUAL TABLE claim_search USING fts5 (
  source_words, content_words, content = 'claims', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER claim_search_insert AFTER INSERT ON claims BEGIN
  INSERT INTO claim_search (rowid, source_words, content_words) VALUES (new.id, new.source_words, new.content_words);
END;
CREATE TRIGGER claim_search_delete AFTER DELETE ON claims BEGIN
  INSERT INTO claim_search (claim_search, rowid, source_words, content_words)
  VALUES ('delete', old.id, old.source_words, old.content_words);
END;
