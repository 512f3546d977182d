-- What the numbered files come to, for new chronicles. A test writes it; what it means and why is told there.

CREATE TABLE actor_aliases (
  actor   INTEGER NOT NULL REFERENCES actors (id),
  alias   TEXT NOT NULL,
  folded  TEXT NOT NULL,
  source  TEXT NOT NULL CHECK (source IN ('rules', 'text')),
  PRIMARY KEY (actor, alias)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_aliases_by_folded ON actor_aliases (folded);

CREATE TABLE actor_mentions (
  text     INTEGER NOT NULL REFERENCES texts (id),
  ordinal  INTEGER NOT NULL,
  actor    INTEGER NOT NULL REFERENCES actors (id),
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  form     TEXT NOT NULL CHECK (form IN ('name', 'adjective') OR form IN ('description', 'pronoun')),
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_roles (
  actor   INTEGER NOT NULL REFERENCES actors (id),
  office  TEXT NOT NULL,                         -- "secretary of state"
  code    TEXT NOT NULL,                         -- USA.GOV
  since   TEXT,
  until   TEXT,                                  -- the last day
  PRIMARY KEY (actor, office, code, since)
) STRICT;

CREATE TABLE actors (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,                 -- the id in rules/actors, or one made from name and code
  name     TEXT NOT NULL,
  folded   TEXT NOT NULL,                        -- the name without case, accents and punctuation, for look-up
  code     TEXT NOT NULL,                        -- PLOVER: RUS.GOV, NATO; empty where no country or class is known
  sort     TEXT NOT NULL CHECK (sort IN ('person', 'state') OR sort IN ('body', 'organisation') OR sort IN ('group', 'people')),
  known    INTEGER NOT NULL CHECK (known IN (0, 1)),   -- stands in rules/actors
  named    INTEGER NOT NULL CHECK (named IN (0, 1)),   -- "a senior US official" is not
  chosen_day   INTEGER NOT NULL DEFAULT 0,       -- of the text whose reading this is
  chosen_text  TEXT NOT NULL DEFAULT ''          -- its hash
) STRICT;

CREATE INDEX actors_by_code ON actors (code);

CREATE INDEX actors_by_folded ON actors (folded);

CREATE TABLE claim_about (
  claim    INTEGER NOT NULL REFERENCES claims (id),
  mention  INTEGER NOT NULL REFERENCES mentions (id),
  PRIMARY KEY (claim, mention)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_about_by_mention ON claim_about (mention);

CREATE TABLE claim_judgements (
  claim    INTEGER PRIMARY KEY REFERENCES claims (id),
  verdict  TEXT CHECK (verdict IN ('accepted', 'rejected')),
  speaker  INTEGER REFERENCES actors (id),
  nobody   INTEGER NOT NULL CHECK (nobody IN (0, 1)),  -- judged to have no speaker that we know
  stance   TEXT,
  aspect   TEXT
) STRICT;

CREATE INDEX claim_judgements_by_speaker ON claim_judgements (speaker) WHERE speaker IS NOT NULL;

CREATE VIRTUAL TABLE claim_search USING fts5 (
  source_words, content_words, content = 'claims', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

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
  modality       TEXT NOT NULL CHECK (modality IN ('certain', 'possible') OR modality = 'reported'),
  quoted         TEXT NOT NULL CHECK (quoted IN ('direct', 'indirect') OR quoted = 'mixed'),
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

CREATE TRIGGER claim_search_delete AFTER DELETE ON claims BEGIN
  INSERT INTO claim_search (claim_search, rowid, source_words, content_words)
  VALUES ('delete', old.id, old.source_words, old.content_words);
END;

CREATE TRIGGER claim_search_insert AFTER INSERT ON claims BEGIN
  INSERT INTO claim_search (rowid, source_words, content_words) VALUES (new.id, new.source_words, new.content_words);
END;

CREATE TABLE dates (
  text          INTEGER NOT NULL REFERENCES texts (id),
  ordinal       INTEGER NOT NULL,
  part          TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin         INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  words         TEXT NOT NULL,
  type          TEXT NOT NULL CHECK (type IN ('DATE', 'TIME') OR type IN ('DURATION', 'SET')),
  timex3        TEXT,                            -- the TimeML value
  mod           TEXT,                            -- START, MID, END, APPROX, …
  edtf          TEXT,                            -- ISO 8601-2
  earliest      TEXT,
  latest        TEXT,
  basis         TEXT NOT NULL CHECK (basis IN ('explicit', 'publication') OR basis IN ('narrative', 'anchor') OR basis = 'none'),
  alternatives  TEXT NOT NULL CHECK (json_valid(alternatives)),  -- EDTF of other readings
  rule          TEXT NOT NULL,
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_judgements (
  event      INTEGER NOT NULL REFERENCES events (id),
  judgement  INTEGER NOT NULL REFERENCES judgements (id),
  field      TEXT NOT NULL,                       -- of a correction; else empty
  mined      TEXT,                                -- the value that the articles have, for people
  PRIMARY KEY (event, judgement, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_judgements_by_judgement ON event_judgements (judgement);

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

CREATE TABLE event_relations (
  later         INTEGER NOT NULL REFERENCES events (id),
  kind          TEXT NOT NULL CHECK (kind IN ('after', 'response') OR kind IN ('cause', 'during') OR kind IN ('part', 'condition')),
  earlier       INTEGER NOT NULL REFERENCES events (id),
  texts         INTEGER NOT NULL,
  contradicted  INTEGER NOT NULL CHECK (contradicted IN (0, 1)),  -- other texts have it the other way round
  PRIMARY KEY (later, kind, earlier)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_relations_by_earlier ON event_relations (earlier);

CREATE VIRTUAL TABLE event_search USING fts5 (
  label, parties, place, words, content = 'event_words', content_rowid = 'position', tokenize = "unicode61 remove_diacritics 2"
);

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

CREATE TABLE event_words (
  position INTEGER PRIMARY KEY,
  event    INTEGER NOT NULL UNIQUE REFERENCES events (id),
  label    TEXT NOT NULL,
  parties  TEXT NOT NULL,
  place    TEXT NOT NULL,
  words    TEXT NOT NULL
) STRICT;

CREATE TRIGGER event_search_delete AFTER DELETE ON event_words BEGIN
  INSERT INTO event_search (event_search, rowid, label, parties, place, words)
  VALUES ('delete', old.position, old.label, old.parties, old.place, old.words);
END;

CREATE TRIGGER event_search_insert AFTER INSERT ON event_words BEGIN
  INSERT INTO event_search (rowid, label, parties, place, words)
  VALUES (new.position, new.label, new.parties, new.place, new.words);
END;

CREATE TABLE events (
  id              INTEGER PRIMARY KEY,
  name            TEXT NOT NULL,                 -- the least name of its mentions in texts, or else in titles
  kind            TEXT NOT NULL,
  mode            TEXT,
  label           TEXT NOT NULL,                 -- the WHAT of a timeline
  status          TEXT NOT NULL CHECK (status IN ('happened', 'planned') OR status IN ('hypothetical', 'claimed') OR status = 'denied'),
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
, verdict TEXT CHECK (verdict IN ('accepted', 'rejected')), sureness REAL CHECK (sureness BETWEEN 0 AND 1)) STRICT;

CREATE INDEX events_by_kind ON events (kind);

CREATE INDEX events_by_mode ON events (mode) WHERE mode IS NOT NULL;

CREATE INDEX events_by_name ON events (name);

CREATE INDEX events_by_origins ON events (origins) WHERE origins > 1;

CREATE INDEX events_by_place ON events (place) WHERE place IS NOT NULL;

CREATE INDEX events_denied ON events (id) WHERE status = 'denied';

CREATE TABLE findings_marks (
  text  INTEGER PRIMARY KEY REFERENCES texts (id),
  mark  INTEGER NOT NULL                          -- 64 bits of a hash of all that was stored; no row: not known
) STRICT;

CREATE TABLE imports (
  id        INTEGER PRIMARY KEY,
  begun     TEXT NOT NULL,                       -- as the command line's clock had it
  ended     TEXT,                                -- NULL: running, or killed
  engine    TEXT NOT NULL,                       -- version of chancery
  rules     TEXT NOT NULL,                       -- hash of the rule files
  model     TEXT NOT NULL,                       -- name of the language model
  new       INTEGER NOT NULL DEFAULT 0,          -- publications that were not known before
  known     INTEGER NOT NULL DEFAULT 0,          -- publications that were: nothing was done
  rejected  INTEGER NOT NULL DEFAULT 0           -- inputs that could not be read
) STRICT;

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

CREATE INDEX judgement_targets_by_claim ON judgement_targets (claim) WHERE claim IS NOT NULL;

CREATE INDEX judgement_targets_by_mention ON judgement_targets (mention) WHERE mention IS NOT NULL;

CREATE INDEX judgement_targets_by_text ON judgement_targets (text) WHERE text IS NOT NULL;

CREATE INDEX judgement_targets_by_text_hash ON judgement_targets (text_hash);

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

CREATE INDEX judgements_by_undoes ON judgements (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX judgements_in_order ON judgements (made, key);

CREATE TABLE mention_links (
  a        INTEGER NOT NULL REFERENCES mentions (id),
  b        INTEGER NOT NULL REFERENCES mentions (id),
  score    REAL NOT NULL,                        -- above 0; 1 is as good as certain
  reasons  TEXT NOT NULL,                        -- for people: "same day 2017-04-04; both: Syria; …"
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_links_by_b ON mention_links (b);

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
  status          TEXT NOT NULL CHECK (status IN ('happened', 'planned') OR status IN ('hypothetical', 'claimed') OR status = 'denied'),
  within_claim    INTEGER REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,    -- told only in this claim
  within_mention  INTEGER REFERENCES mentions (id) DEFERRABLE INITIALLY DEFERRED,  -- the content of this act
  edtf            TEXT,                          -- when: as this text says or lets one reason
  earliest        TEXT,
  latest          TEXT,
  earliest_day    INTEGER,
  latest_day      INTEGER,
  granularity     TEXT,
  timex3          TEXT,
  date_basis      TEXT NOT NULL CHECK (date_basis IN ('expression', 'clause') OR date_basis IN ('narrative', 'publication') OR date_basis IN ('relation', 'none')),
  date_inferred   INTEGER NOT NULL CHECK (date_inferred IN (0, 1)),
  date_reasons    TEXT NOT NULL CHECK (json_valid(date_reasons)),
  anchor_part     TEXT,                          -- the words that the date rests on
  anchor_begin    INTEGER,
  anchor_end      INTEGER,
  place           INTEGER REFERENCES places (id),
  place_begin     INTEGER,
  place_end       INTEGER,
  place_words     TEXT,
  rule            TEXT NOT NULL, sureness REAL CHECK (sureness BETWEEN 0 AND 1), doubts TEXT CHECK (json_valid(doubts)),
  UNIQUE (text, name)
) STRICT;

CREATE INDEX mentions_by_event ON mentions (event);

CREATE INDEX mentions_by_name ON mentions (name);

CREATE INDEX mentions_within_claim ON mentions (within_claim) WHERE within_claim IS NOT NULL;

CREATE INDEX mentions_within_mention ON mentions (within_mention) WHERE within_mention IS NOT NULL;

CREATE TABLE outlets (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE
) STRICT;

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

CREATE TABLE places (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  country    TEXT,                               -- ISO 3166 alpha-3
  latitude   REAL,
  longitude  REAL
) STRICT;

CREATE UNIQUE INDEX places_once ON places (name, ifnull(country, ''), ifnull(latitude, 999), ifnull(longitude, 999));

CREATE TABLE publications (
  id               INTEGER PRIMARY KEY,
  identity         INTEGER NOT NULL UNIQUE,      -- hash of all these
  text             INTEGER NOT NULL REFERENCES texts (id),
  outlet           INTEGER REFERENCES outlets (id),
  url              TEXT,
  given_id         TEXT,                         -- the id its giver knows it by: `article` in exports
  title            TEXT,
  published        TEXT,
  published_basis  TEXT NOT NULL CHECK (published_basis IN ('given', 'field') OR published_basis IN ('metadata', 'dateline') OR published_basis IN ('filename', 'inferred') OR published_basis = 'none'),
  superseded_by    INTEGER REFERENCES texts (id) DEFERRABLE INITIALLY DEFERRED,  -- the newest other text under this url
  import           INTEGER NOT NULL REFERENCES imports (id)  -- the run that brought it
) STRICT;

CREATE INDEX publications_by_given_id ON publications (given_id) WHERE given_id IS NOT NULL;

CREATE INDEX publications_by_import ON publications (import);

CREATE INDEX publications_by_outlet ON publications (outlet);

CREATE INDEX publications_by_text ON publications (text);

CREATE INDEX publications_by_url ON publications (url) WHERE url IS NOT NULL;

CREATE TABLE relations (
  text     INTEGER NOT NULL REFERENCES texts (id),
  ordinal  INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('after', 'response') OR kind IN ('cause', 'during') OR kind IN ('part', 'condition')),
  later    INTEGER NOT NULL REFERENCES mentions (id),
  earlier  INTEGER NOT NULL REFERENCES mentions (id),
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  words    TEXT NOT NULL,
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX relations_by_earlier ON relations (earlier);

CREATE INDEX relations_by_later ON relations (later);

CREATE TABLE retired_names (
  name      TEXT NOT NULL,
  sort      TEXT NOT NULL CHECK (sort IN ('mention', 'event', 'claim', 'text')),
  now       TEXT,                                -- the name that answers in its place
  reason    TEXT NOT NULL, judgement INTEGER REFERENCES judgements (id),
  PRIMARY KEY (name, sort)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences (
  text     INTEGER NOT NULL REFERENCES texts (id),
  ordinal  INTEGER NOT NULL,                     -- in reading order, those of the title first
  part     TEXT NOT NULL CHECK (part IN ('title', 'text')),
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  PRIMARY KEY (text, ordinal)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE text_keys (
  key   INTEGER NOT NULL,
  text  INTEGER NOT NULL REFERENCES texts (id),
  PRIMARY KEY (key, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE text_links (
  a        INTEGER NOT NULL REFERENCES texts (id),
  b        INTEGER NOT NULL REFERENCES texts (id),
  relation TEXT NOT NULL CHECK (relation IN ('copy', 'excerpt') OR relation IN ('edited', 'reworded')),  -- what b is of a
  share    REAL NOT NULL,                        -- of the shorter one's words that both have
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX text_links_by_b ON text_links (b);

CREATE TABLE text_profiles (
  text     INTEGER PRIMARY KEY REFERENCES texts (id),
  profile  BLOB NOT NULL,
  keys     BLOB NOT NULL                         -- its rows in text_keys, and what it seeks there
) STRICT;

CREATE VIRTUAL TABLE text_search USING fts5 (
  title, text, content = 'texts', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE texts (
  id                    INTEGER PRIMARY KEY,
  hash                  TEXT NOT NULL UNIQUE,    -- of the text: 32 hexadecimal digits
  text                  TEXT NOT NULL,           -- as it was given, unaltered
  title                 TEXT,
  publication           INTEGER REFERENCES publications (id) DEFERRABLE INITIALLY DEFERRED,  -- the one in force
  published             TEXT,                    -- the day in force, given or inferred; NULL: unknown
  published_day         INTEGER,
  published_basis       TEXT NOT NULL CHECK (published_basis IN ('given', 'field') OR published_basis IN ('metadata', 'dateline') OR published_basis IN ('filename', 'inferred') OR published_basis = 'none'),
  published_candidates  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(published_candidates)),  -- days that reasoning left possible
  wording               TEXT NOT NULL CHECK (wording IN ('original', 'reworded') OR wording = 'unknown'),
  language              TEXT,                    -- ISO 639-3
  diagnostics           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(diagnostics)),  -- [{"code","message","in","begin","end"}]
  narrative             INTEGER NOT NULL DEFAULT 0 CHECK (narrative IN (0, 1)),  -- tells mostly of things long past
  superseded            INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),  -- every publication has a newer version
  origin                INTEGER NOT NULL REFERENCES texts (id) DEFERRABLE INITIALLY DEFERRED,  -- derived: the least hash of its family
  import                INTEGER NOT NULL REFERENCES imports (id)  -- the run that mined it
) STRICT;

CREATE INDEX texts_by_day ON texts (published_day);

CREATE INDEX texts_by_origin ON texts (origin);

CREATE INDEX texts_reworded ON texts (id) WHERE wording = 'reworded';

CREATE TRIGGER text_search_delete AFTER DELETE ON texts BEGIN
  INSERT INTO text_search (text_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

CREATE TRIGGER text_search_insert AFTER INSERT ON texts BEGIN
  INSERT INTO text_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER text_search_update AFTER UPDATE OF title, text ON texts
WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
  INSERT INTO text_search (text_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO text_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TABLE timeline_parties (
  party      TEXT NOT NULL,
  section    TEXT NOT NULL,
  first_day  INTEGER NOT NULL,
  last_day   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  event      INTEGER NOT NULL REFERENCES events (id),
  side       TEXT NOT NULL CHECK (side IN ('source', 'target') OR side = 'both'),
  PRIMARY KEY (party, section, first_day, last_day, name, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX timeline_parties_by_event ON timeline_parties (event);

CREATE INDEX timeline_parties_long ON timeline_parties (party, section, first_day, last_day, name, event, side)
 WHERE last_day - first_day > 31;

CREATE INDEX timeline_parties_longest ON timeline_parties (party, section, last_day, first_day, name, event, side)
 WHERE last_day - first_day > 366;

CREATE TABLE timeline_rows (
  section    TEXT NOT NULL CHECK (section IN ('main', 'planned') OR section IN ('background', 'undated') OR section IN ('aside', 'rejected') OR section = 'bare'),
  first_day  INTEGER NOT NULL,                    -- 99999999 where there is none
  last_day   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  event      INTEGER NOT NULL REFERENCES events (id),
  PRIMARY KEY (section, first_day, last_day, name, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX timeline_rows_by_event ON timeline_rows (event);

CREATE INDEX timeline_rows_long ON timeline_rows (section, first_day, last_day, name, event)
 WHERE last_day - first_day > 31;

CREATE INDEX timeline_rows_longest ON timeline_rows (section, last_day, first_day, name, event)
 WHERE last_day - first_day > 366;

CREATE VIEW claim_detail AS
SELECT claims.name AS claim,
       speaker.name AS speaker,
       claims.source_words AS speaker_words,
       claims.cue_words AS cue,
       claims.stance,
       claims.polarity,
       claims.modality,
       claims.quoted,
       claims.content_words AS content,
       addressee.name AS addressee,
       claims.aspect,
       claims.edtf AS date,
       events.name AS about_event,
       events.label AS about_what,
       texts.hash AS text,
       texts.title,
       texts.published,
       texts.wording,
       claims.rule
  FROM claims
  JOIN texts ON texts.id = claims.text
  LEFT JOIN actors AS speaker ON speaker.id = claims.speaker
  LEFT JOIN actors AS addressee ON addressee.id = claims.addressee
  LEFT JOIN claim_about ON claim_about.claim = claims.id
  LEFT JOIN mentions ON mentions.id = claim_about.mention
  LEFT JOIN events ON events.id = mentions.event;

CREATE VIEW event_articles AS
SELECT events.name AS event,
       events.label AS what,
       mentions.name AS mention,
       mentions.status,
       mentions.edtf AS date,
       mentions.trigger_words,
       substr(CASE mentions.part WHEN 'title' THEN texts.title ELSE texts.text END,
              mentions.begin + 1, mentions."end" - mentions.begin) AS words,
       mentions.part,
       mentions.begin,
       mentions."end",
       mentions.rule,
       texts.hash AS text,
       texts.title,
       texts.published,
       texts.published_basis,
       texts.wording,
       publications.given_id AS article,
       outlets.name AS outlet,
       publications.url
  FROM events
  JOIN mentions ON mentions.event = events.id
  JOIN texts ON texts.id = mentions.text
  JOIN publications ON publications.text = texts.id
  LEFT JOIN outlets ON outlets.id = publications.outlet;

CREATE VIEW judged_claims AS
SELECT claims.id, claims.name, claims.text, claims.part, claims.sentence,
       CASE WHEN judged.nobody THEN NULL ELSE coalesce(judged.speaker, claims.speaker) END AS speaker,
       claims.addressee, claims.source_spans, claims.source_words, claims.cue_spans, claims.cue_words,
       claims.content_spans, claims.content_words, coalesce(judged.stance, claims.stance) AS stance, claims.polarity,
       claims.modality, claims.quoted, coalesce(judged.aspect, claims.aspect) AS aspect, claims.edtf, claims.earliest,
       claims.latest, claims.within, claims.rule, judged.verdict
  FROM claims
  LEFT JOIN claim_judgements AS judged ON judged.claim = claims.id;

CREATE VIEW judgement_log AS
SELECT judgements.id AS number, judgements.made, judgements.who, judgements.verb, judgements.subject,
       judgements.corrections, judgements.why, judgements.stands,
       (SELECT group_concat(name, ' ') FROM
         (SELECT name FROM judgement_targets WHERE judgement = judgements.id ORDER BY ordinal)) AS made_on,
       undone.id AS undoes
  FROM judgements
  LEFT JOIN judgements AS undone ON undone.key = judgements.undoes
 ORDER BY judgements.id;

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
