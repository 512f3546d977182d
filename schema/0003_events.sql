-- What follows from all findings together. Every row here is derived: a function of the set of texts and of the
-- judgements, whatever the order they came in. `chancery check` computes them again and compares.

-- What happened: the set of mentions that speak of it (mentions.event).
CREATE TABLE events (
  id              INTEGER PRIMARY KEY,
  name            TEXT NOT NULL,                 -- the least name of its mentions in texts, or else in titles
  kind            TEXT NOT NULL,
  mode            TEXT,
  label           TEXT NOT NULL,                 -- the WHAT of a timeline
  status          TEXT NOT NULL CHECK (status IN ('happened', 'planned', 'hypothetical', 'claimed', 'denied')),
  edtf            TEXT,
  earliest        TEXT,
  latest          TEXT,
  earliest_day    INTEGER,
  latest_day      INTEGER,
  date_inferred   INTEGER NOT NULL CHECK (date_inferred IN (0, 1)),  -- reasoned, not read
  date_lent       TEXT,                          -- the name of the mention whose precise date stands in for vaguer ones
  date_reason     TEXT,                          -- how the date came about where texts differ or it was lent
  place           INTEGER REFERENCES places (id),
  disputed        TEXT NOT NULL CHECK (json_valid(disputed)),  -- aspects over which speakers differ: ["actor","number"]
  mentions        INTEGER NOT NULL,
  texts           INTEGER NOT NULL,
  origins         INTEGER NOT NULL,              -- independent ones: copies count once
  first_reported  TEXT,                          -- the earliest publication that tells of it
  background      INTEGER NOT NULL CHECK (background IN (0, 1))  -- told only in retrospect
) STRICT;
CREATE INDEX events_by_name ON events (name);

-- Who takes part, by how many texts.
CREATE TABLE event_participants (
  event    INTEGER NOT NULL REFERENCES events (id),
  side     TEXT NOT NULL CHECK (side IN ('source', 'target')),
  ordinal  INTEGER NOT NULL,                     -- the most often told first
  actor    INTEGER REFERENCES actors (id),
  code     TEXT NOT NULL,
  words    TEXT NOT NULL,                        -- the actor's name, or the words where there is no actor
  texts    INTEGER NOT NULL,
  PRIMARY KEY (event, side, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_participants_by_actor ON event_participants (actor, event);

-- What is told of it differently: every reading with the texts that have it. One row for a `what`: no conflict.
CREATE TABLE event_variants (
  event    INTEGER NOT NULL REFERENCES events (id),
  what     TEXT NOT NULL,                        -- killed, wounded, …; "date", "place"
  ordinal  INTEGER NOT NULL,                     -- the most often told first
  reading  TEXT NOT NULL,                        -- "58", "> 50", "2017-04-07", "Homs"
  low      REAL,
  high     REAL,
  texts    TEXT NOT NULL CHECK (json_valid(texts)),  -- ids of the texts that say so
  note     TEXT,                                 -- "altered in a copy of …", "zones explain the difference"
  PRIMARY KEY (event, what, ordinal)
) STRICT, WITHOUT ROWID;

-- Relations of mentions, carried over to their events.
CREATE TABLE event_relations (
  later         INTEGER NOT NULL REFERENCES events (id),
  kind          TEXT NOT NULL CHECK (kind IN ('after', 'response', 'cause', 'during', 'part', 'condition')),
  earlier       INTEGER NOT NULL REFERENCES events (id),
  texts         INTEGER NOT NULL,
  contradicted  INTEGER NOT NULL CHECK (contradicted IN (0, 1)),  -- other texts have it the other way round
  PRIMARY KEY (later, kind, earlier)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_relations_by_earlier ON event_relations (earlier);

-- The timeline, stored in its own order, so that a page of it is read from one place.
-- section: what happened or is claimed (main); what is planned and not yet reported held (planned); what is told
-- only in retrospect (background); what has no day (undated); what is hypothetical or denied (aside).
--
-- Spans that overlap a range of days: those that begin within it or less than 32 days before it (and have not ended),
-- and the few that are longer, which the partial indexes list.
CREATE TABLE timeline_rows (
  section    TEXT NOT NULL CHECK (section IN ('main', 'planned', 'background', 'undated', 'aside')),
  first_day  INTEGER NOT NULL,                   -- 99999999 where there is none
  last_day   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  event      INTEGER NOT NULL REFERENCES events (id),
  PRIMARY KEY (section, first_day, last_day, name, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_rows_by_event ON timeline_rows (event);
CREATE INDEX timeline_rows_long ON timeline_rows (section, last_day) WHERE last_day - first_day > 31;

-- The same by party. A party is an actor's key, or a country's code for everybody who stands for the state: itself,
-- its government, its forces and its officials by their role on that date.
CREATE TABLE timeline_parties (
  party      TEXT NOT NULL,
  section    TEXT NOT NULL,
  first_day  INTEGER NOT NULL,
  last_day   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  event      INTEGER NOT NULL REFERENCES events (id),
  side       TEXT NOT NULL CHECK (side IN ('source', 'target', 'both')),
  PRIMARY KEY (party, section, first_day, last_day, name, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_parties_by_event ON timeline_parties (event);
CREATE INDEX timeline_parties_long ON timeline_parties (party, section, last_day) WHERE last_day - first_day > 31;

-- Why mentions of different texts are one: pairs that were found to tell of one happening. `a` and `b` are the first
-- mentions of their happenings in their texts; the event is what such pairs, taken together, hold together.
CREATE TABLE mention_links (
  a        INTEGER NOT NULL REFERENCES mentions (id),
  b        INTEGER NOT NULL REFERENCES mentions (id),
  score    REAL NOT NULL,                        -- above 0; 1 is as good as certain
  reasons  TEXT NOT NULL,                        -- for people: "same day 2017-04-04; both: Syria; …"
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_links_by_b ON mention_links (b);

-- Why texts share an origin: `copy` has its words from `original`, as far as can be told.
CREATE TABLE text_links (
  a        INTEGER NOT NULL REFERENCES texts (id),
  b        INTEGER NOT NULL REFERENCES texts (id),
  relation TEXT NOT NULL CHECK (relation IN ('copy', 'excerpt', 'edited', 'reworded')),  -- what b is of a
  share    REAL NOT NULL,                        -- of the shorter one's words that both have
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX text_links_by_b ON text_links (b);

-- What linking looks texts up by. Keys are hashes of what two texts must have in common before they are compared.
CREATE TABLE text_keys (
  key   INTEGER NOT NULL,
  text  INTEGER NOT NULL REFERENCES texts (id),
  PRIMARY KEY (key, text)
) STRICT, WITHOUT ROWID;

-- What linking compares: weighted words, hashed word sequences, the happenings of a text; packed.
CREATE TABLE text_profiles (
  text     INTEGER PRIMARY KEY REFERENCES texts (id),
  profile  BLOB NOT NULL,
  keys     BLOB NOT NULL                         -- its rows in text_keys, and what it seeks there
) STRICT;

-- Names that were in use and no longer are, and why: `show` still answers to them.
CREATE TABLE retired_names (
  name      TEXT NOT NULL,
  sort      TEXT NOT NULL CHECK (sort IN ('mention', 'event', 'claim', 'text')),
  now       TEXT,                                -- the name that answers in its place
  reason    TEXT NOT NULL,
  PRIMARY KEY (name, sort)
) STRICT, WITHOUT ROWID;
