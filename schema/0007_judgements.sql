-- What analysts decided, as commands write it now. Nothing wrote the tables of 0004, which these replace.
DROP TABLE judgement_targets;
DROP TABLE judgements;

-- One command of an analyst each, in the order in which this chronicle came to know them. Rows are never deleted:
-- undoing adds one that undoes. What stands is applied in the order of `made`, then `key`.
CREATE TABLE judgements (
  id           INTEGER PRIMARY KEY,               -- its number in the log
  key          TEXT NOT NULL UNIQUE,              -- hash of all it says: the same in every chronicle that has it
  made         TEXT NOT NULL,                     -- UTC, to the microsecond
  who          TEXT NOT NULL,
  verb         TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'merge', 'split', 'correct', 'note', 'forget', 'undo')),
  subject      TEXT NOT NULL CHECK (subject IN ('event', 'mention', 'claim', 'article', 'link', 'origin', 'judgement')),
  corrections  TEXT NOT NULL CHECK (json_valid(corrections)),  -- [{"field","value","meaning"}]: as given, as understood
  why          TEXT,
  undoes       TEXT,                              -- the key of another
  stands       INTEGER NOT NULL CHECK (stands IN (0, 1)),  -- derived: nothing that stands undoes it
  CHECK ((verb = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX judgements_in_order ON judgements (made, key);
CREATE INDEX judgements_by_undoes ON judgements (undoes) WHERE undoes IS NOT NULL;

-- What a judgement was made on, in words that outlive mining anew: the text by its hash, the spans and the words
-- in them, kind and date as they were. Sides tell what is one and what is not: 0 and 1 of a split.
CREATE TABLE judgement_targets (
  judgement   INTEGER NOT NULL REFERENCES judgements (id),
  ordinal     INTEGER NOT NULL,
  side        INTEGER NOT NULL,
  thing       TEXT NOT NULL CHECK (thing IN ('mention', 'claim', 'text')),
  name        TEXT NOT NULL,                      -- the id that it had; of a text its hash
  text_hash   TEXT NOT NULL,
  part        TEXT CHECK (part IN ('title', 'text')),
  begin       INTEGER,                            -- of the trigger, or the cue
  "end"       INTEGER,
  span_begin  INTEGER,                            -- from the first to the last word that tells of it
  span_end    INTEGER,
  words       TEXT NOT NULL,                      -- of the trigger or the cue; the title of a text
  kind        TEXT,                               -- of a claim its stance
  edtf        TEXT,
  -- What follows is derived: where it holds now.
  mention     INTEGER,
  claim       INTEGER,
  text        INTEGER,
  change      TEXT,                               -- what is said there now that was not said then
  PRIMARY KEY (judgement, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_targets_by_text_hash ON judgement_targets (text_hash);
CREATE INDEX judgement_targets_by_mention ON judgement_targets (mention) WHERE mention IS NOT NULL;
CREATE INDEX judgement_targets_by_claim ON judgement_targets (claim) WHERE claim IS NOT NULL;
CREATE INDEX judgement_targets_by_text ON judgement_targets (text) WHERE text IS NOT NULL;

-- Derived: which judgements bear on an event, and what stood there without them.
CREATE TABLE event_judgements (
  event      INTEGER NOT NULL REFERENCES events (id),
  judgement  INTEGER NOT NULL REFERENCES judgements (id),
  field      TEXT NOT NULL,                       -- of a correction; else empty
  mined      TEXT,                                -- the value that the articles have, for people
  PRIMARY KEY (event, judgement, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_judgements_by_judgement ON event_judgements (judgement);

ALTER TABLE events ADD COLUMN verdict TEXT CHECK (verdict IN ('accepted', 'rejected'));

-- Derived: what claims are by judgement, where that differs from what was mined.
CREATE TABLE claim_judgements (
  claim    INTEGER PRIMARY KEY REFERENCES claims (id),
  verdict  TEXT CHECK (verdict IN ('accepted', 'rejected')),
  speaker  INTEGER REFERENCES actors (id),
  nobody   INTEGER NOT NULL CHECK (nobody IN (0, 1)),  -- judged to have no speaker that we know
  stance   TEXT,
  aspect   TEXT
) STRICT;
CREATE INDEX claim_judgements_by_speaker ON claim_judgements (speaker) WHERE speaker IS NOT NULL;

-- The claims as they are by judgement; those that were rejected say so.
CREATE VIEW judged_claims AS
SELECT claims.id, claims.name, claims.text, claims.part, claims.sentence,
       CASE WHEN judged.nobody THEN NULL ELSE coalesce(judged.speaker, claims.speaker) END AS speaker,
       claims.addressee, claims.source_spans, claims.source_words, claims.cue_spans, claims.cue_words,
       claims.content_spans, claims.content_words, coalesce(judged.stance, claims.stance) AS stance, claims.polarity,
       claims.modality, claims.quoted, coalesce(judged.aspect, claims.aspect) AS aspect, claims.edtf, claims.earliest,
       claims.latest, claims.within, claims.rule, judged.verdict
  FROM claims
  LEFT JOIN claim_judgements AS judged ON judged.claim = claims.id;

-- Names that mining anew or an analyst retired; the judgement that did, if one did.
ALTER TABLE retired_names ADD COLUMN judgement INTEGER REFERENCES judgements (id);

-- The timeline with a section for what analysts rejected.
DROP VIEW timeline;
ALTER TABLE timeline_rows RENAME TO timeline_rows_of_six;
DROP INDEX timeline_rows_by_event;
DROP INDEX timeline_rows_long;
CREATE TABLE timeline_rows (
  section    TEXT NOT NULL CHECK (section IN ('main', 'planned', 'background', 'undated', 'aside', 'rejected')),
  first_day  INTEGER NOT NULL,                    -- 99999999 where there is none
  last_day   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  event      INTEGER NOT NULL REFERENCES events (id),
  PRIMARY KEY (section, first_day, last_day, name, event)
) STRICT, WITHOUT ROWID;
INSERT INTO timeline_rows SELECT * FROM timeline_rows_of_six;
DROP TABLE timeline_rows_of_six;
CREATE INDEX timeline_rows_by_event ON timeline_rows (event);
CREATE INDEX timeline_rows_long ON timeline_rows (section, last_day) WHERE last_day - first_day > 31;

-- One line an event, in the order of the timeline.
CREATE VIEW timeline AS
SELECT rows.section,
       events.name AS event,
       events.edtf AS date,
       events.earliest,
       events.latest,
       events.date_inferred,
       events.label AS what,
       (SELECT group_concat(words, ', ') FROM
         (SELECT words FROM event_participants WHERE event = events.id AND side = 'source' ORDER BY ordinal)) AS sources,
       (SELECT group_concat(words, ', ') FROM
         (SELECT words FROM event_participants WHERE event = events.id AND side = 'target' ORDER BY ordinal)) AS targets,
       places.name AS place,
       places.country,
       events.kind,
       events.mode,
       events.status,
       events.disputed,
       events.texts,
       events.origins,
       events.first_reported,
       events.verdict
  FROM timeline_rows AS rows
  JOIN events ON events.id = rows.event
  LEFT JOIN places ON places.id = events.place
 ORDER BY rows.section, rows.first_day, rows.last_day, rows.name;

-- What analysts decided, the first first.
CREATE VIEW judgement_log AS
SELECT judgements.id AS number, judgements.made, judgements.who, judgements.verb, judgements.subject,
       judgements.corrections, judgements.why, judgements.stands,
       (SELECT group_concat(name, ' ') FROM
         (SELECT name FROM judgement_targets WHERE judgement = judgements.id ORDER BY ordinal)) AS made_on,
       undone.id AS undoes
  FROM judgements
  LEFT JOIN judgements AS undone ON undone.key = judgements.undoes
 ORDER BY judgements.id;
