-- What each text says. Nothing here depends on any other text.

CREATE TABLE sentences (
  text     INTEGER NOT NULL REFERENCES texts (id),
  ordinal  INTEGER NOT NULL,                     -- in reading order, those of the title first
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;

-- Expressions of time, whether or not a happening hangs on them.
CREATE TABLE dates (
  text          INTEGER NOT NULL REFERENCES texts (id),
  ordinal       INTEGER NOT NULL,
  part          TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin         INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  words         TEXT NOT NULL,
  type          TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
  timex3        TEXT,                            -- the TimeML value
  mod           TEXT,                            -- START, MID, END, APPROX, …
  edtf          TEXT,                            -- ISO 8601-2
  earliest      TEXT,
  latest        TEXT,
  basis         TEXT NOT NULL CHECK (basis IN ('explicit', 'publication', 'narrative', 'anchor', 'none')),
  alternatives  TEXT NOT NULL CHECK (json_valid(alternatives)),  -- EDTF of other readings
  rule          TEXT NOT NULL,
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;

-- Everybody spoken of anywhere. Name, code and the rest are chosen among `text_actors`: the rule table's, then the
-- fullest name.
CREATE TABLE actors (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,                 -- the id in rules/actors, or one made from name and code
  name     TEXT NOT NULL,
  folded   TEXT NOT NULL,                        -- the name without case, accents and punctuation, for look-up
  code     TEXT NOT NULL,                        -- PLOVER: RUS.GOV, NATO; empty where no country or class is known
  sort     TEXT NOT NULL CHECK (sort IN ('person', 'state', 'body', 'organisation', 'group', 'people')),
  known    INTEGER NOT NULL CHECK (known IN (0, 1)),   -- stands in rules/actors
  named    INTEGER NOT NULL CHECK (named IN (0, 1)),   -- "a senior US official" is not
  chosen_day   INTEGER NOT NULL DEFAULT 0,       -- of the text whose reading this is
  chosen_text  TEXT NOT NULL DEFAULT ''          -- its hash
) STRICT;
CREATE INDEX actors_by_folded ON actors (folded);
CREATE INDEX actors_by_code ON actors (code);

-- Names that stand for an actor: those of rules/actors, and every name by which a text calls one.
CREATE TABLE actor_aliases (
  actor   INTEGER NOT NULL REFERENCES actors (id),
  alias   TEXT NOT NULL,
  folded  TEXT NOT NULL,
  source  TEXT NOT NULL CHECK (source IN ('rules', 'text')),
  PRIMARY KEY (actor, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_aliases_by_folded ON actor_aliases (folded);

-- Offices with their times, from rules/actors. Open ends are NULL.
CREATE TABLE actor_roles (
  actor   INTEGER NOT NULL REFERENCES actors (id),
  office  TEXT NOT NULL,                         -- "secretary of state"
  code    TEXT NOT NULL,                         -- USA.GOV
  since   TEXT,
  until   TEXT,                                  -- the last day
  PRIMARY KEY (actor, office, code, since)
) STRICT;

-- The actors of one text as that text knows them: `code` is by their role on its date.
CREATE TABLE text_actors (
  text     INTEGER NOT NULL REFERENCES texts (id),
  ordinal  INTEGER NOT NULL,                     -- in order of first mention
  actor    INTEGER NOT NULL REFERENCES actors (id),
  name     TEXT NOT NULL,
  code     TEXT NOT NULL,
  sort     TEXT NOT NULL,
  known    INTEGER NOT NULL,
  named    INTEGER NOT NULL,
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX text_actors_by_actor ON text_actors (actor, text);

-- Every place that speaks of an actor.
CREATE TABLE actor_mentions (
  text     INTEGER NOT NULL REFERENCES texts (id),
  ordinal  INTEGER NOT NULL,
  actor    INTEGER NOT NULL REFERENCES actors (id),
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  form     TEXT NOT NULL CHECK (form IN ('name', 'adjective', 'description', 'pronoun')),
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  country    TEXT,                               -- ISO 3166 alpha-3
  latitude   REAL,
  longitude  REAL
) STRICT;
CREATE UNIQUE INDEX places_once ON places (name, ifnull(country, ''), ifnull(latitude, 999), ifnull(longitude, 999));

-- One place in one text where a happening is spoken of.
CREATE TABLE mentions (
  id              INTEGER PRIMARY KEY,
  name            TEXT NOT NULL,                 -- the stable id; equal titles give equal names, else it is unique
  text            INTEGER NOT NULL REFERENCES texts (id),
  event           INTEGER REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,  -- derived; NULL only in superseded texts
  happening       INTEGER NOT NULL,              -- mentions of one happening in this text share the number
  part            TEXT NOT NULL CHECK (part IN ('title', 'text')),
  sentence        INTEGER NOT NULL,
  begin           INTEGER NOT NULL,              -- from the first to the last word that tells of it
  "end"           INTEGER NOT NULL,
  trigger_spans   TEXT NOT NULL CHECK (json_valid(trigger_spans)),
  trigger_words   TEXT NOT NULL,                 -- the spans' words, joined by " … "
  lemma           TEXT NOT NULL,                 -- of the trigger's head: "strike"
  kind            TEXT NOT NULL,                 -- PLOVER's kinds and ours: CONSULT, ASSAULT, DIE, …
  mode            TEXT,
  contexts        TEXT NOT NULL CHECK (json_valid(contexts)),
  label           TEXT NOT NULL,
  status          TEXT NOT NULL CHECK (status IN ('happened', 'planned', 'hypothetical', 'claimed', 'denied')),
  within_claim    INTEGER REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,    -- told only in this claim
  within_mention  INTEGER REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,  -- the content of this act
  edtf            TEXT,                          -- when: as this text says or lets one reason
  earliest        TEXT,
  latest          TEXT,
  earliest_day    INTEGER,
  latest_day      INTEGER,
  granularity     TEXT,
  timex3          TEXT,
  date_basis      TEXT NOT NULL CHECK (date_basis IN ('expression', 'clause', 'narrative', 'publication', 'relation', 'none')),
  date_inferred   INTEGER NOT NULL CHECK (date_inferred IN (0, 1)),
  date_reasons    TEXT NOT NULL CHECK (json_valid(date_reasons)),
  anchor_part     TEXT,                          -- the words that the date rests on
  anchor_begin    INTEGER,
  anchor_end      INTEGER,
  place           INTEGER REFERENCES places (id),
  place_begin     INTEGER,
  place_end       INTEGER,
  place_words     TEXT,
  rule            TEXT NOT NULL,
  UNIQUE (text, name)
) STRICT;
CREATE INDEX mentions_by_name ON mentions (name);
CREATE INDEX mentions_by_event ON mentions (event);
CREATE INDEX mentions_within_claim ON mentions (within_claim) WHERE within_claim IS NOT NULL;
CREATE INDEX mentions_within_mention ON mentions (within_mention) WHERE within_mention IS NOT NULL;

-- Who takes part in what a mention tells of. Several sources and no target: they act on one another.
CREATE TABLE participants (
  mention  INTEGER NOT NULL REFERENCES mentions (id),
  side     TEXT NOT NULL CHECK (side IN ('source', 'target')),
  ordinal  INTEGER NOT NULL,
  actor    INTEGER REFERENCES actors (id),       -- NULL: words that name no actor ("the base")
  code     TEXT NOT NULL,                        -- the actor's, by its role on the text's date
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  words    TEXT NOT NULL,
  PRIMARY KEY (mention, side, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_actor ON participants (actor, mention);

-- Numbers that a mention tells of its happening.
CREATE TABLE particulars (
  mention  INTEGER NOT NULL REFERENCES mentions (id),
  ordinal  INTEGER NOT NULL,
  what     TEXT NOT NULL,                        -- killed, wounded, detained, missiles, dollars, minutes
  low      REAL,
  high     REAL,
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  words    TEXT NOT NULL,
  PRIMARY KEY (mention, ordinal)
) STRICT, WITHOUT ROWID;

-- Relations between mentions of one text; `later` is the later or dependent one.
CREATE TABLE relations (
  text     INTEGER NOT NULL REFERENCES texts (id),
  ordinal  INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('after', 'response', 'cause', 'during', 'part', 'condition')),
  later    INTEGER NOT NULL REFERENCES mentions (id),
  earlier  INTEGER NOT NULL REFERENCES mentions (id),
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  words    TEXT NOT NULL,
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_by_later ON relations (later);
CREATE INDEX relations_by_earlier ON relations (earlier);

-- Who says what.
CREATE TABLE claims (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL,
  text           INTEGER NOT NULL REFERENCES texts (id),
  part           TEXT NOT NULL CHECK (part IN ('title', 'text')),
  sentence       INTEGER NOT NULL,
  speaker        INTEGER REFERENCES actors (id), -- NULL: nobody, or nobody we could tell
  addressee      INTEGER REFERENCES actors (id),
  source_spans   TEXT NOT NULL CHECK (json_valid(source_spans)),
  source_words   TEXT NOT NULL,
  cue_spans      TEXT NOT NULL CHECK (json_valid(cue_spans)),
  cue_words      TEXT NOT NULL,
  content_spans  TEXT NOT NULL CHECK (json_valid(content_spans)),
  content_words  TEXT NOT NULL,
  stance         TEXT NOT NULL,
  polarity       TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
  modality       TEXT NOT NULL CHECK (modality IN ('certain', 'possible', 'reported')),
  quoted         TEXT NOT NULL CHECK (quoted IN ('direct', 'indirect', 'mixed')),
  aspect         TEXT,
  edtf           TEXT,                           -- when it was said
  earliest       TEXT,
  latest         TEXT,
  within         INTEGER REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  rule           TEXT NOT NULL,
  UNIQUE (text, name)
) STRICT;
CREATE INDEX claims_by_name ON claims (name);
CREATE INDEX claims_by_speaker ON claims (speaker);
CREATE INDEX claims_within ON claims (within) WHERE within IS NOT NULL;

-- What a claim is about.
CREATE TABLE claim_about (
  claim    INTEGER NOT NULL REFERENCES claims (id),
  mention  INTEGER NOT NULL REFERENCES mentions (id),
  PRIMARY KEY (claim, mention)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_about_by_mention ON claim_about (mention);
