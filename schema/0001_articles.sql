-- A chronicle: what happened, when, between whom, and who says so.
--
-- The files of this folder are read in the order of their numbers; `PRAGMA user_version` says how many of
-- them a database has seen. Together they are the documentation of the file format:
--
--   0001  what was read:       outlets, texts, publications, imports
--   0002  what each text says: sentences, dates, actors, places, mentions, claims (a pure function of the text)
--   0003  what follows:        events, their participants, the timeline (derived; can be computed again at any time)
--   0004  what analysts decided
--   0005  full-text search
--   0006  views for people
--
-- Conventions. Offsets (`begin`, `end`) count Unicode code points from 0, half-open, in the text or the title as
-- `part` says; so the words of a span are substr(text, begin + 1, end - begin). Lists of spans are JSON:
-- [[begin,end],…]. Days are written YYYY-MM-DD; where days are compared, a column ending in `_day` holds the number
-- of the day (1 is 0001-01-01), since years before 0 and after 9999 do not sort as text. Truth values are 0 and 1.
-- `name` columns of mentions, claims and events hold the stable id that commands print: 16 hexadecimal digits.
-- Plain `id` columns are row numbers, of no meaning outside the file.

-- One run of `chancery import`, and what read the articles. A chronicle should have one fingerprint only.
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

-- Who publishes.
CREATE TABLE outlets (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE
) STRICT;

-- Every text once, however often it was published. Title, date and the findings are those of the publication in
-- force: the one of the best basis for its date, then the earliest.
CREATE TABLE texts (
  id                    INTEGER PRIMARY KEY,
  hash                  TEXT NOT NULL UNIQUE,    -- of the text: 32 hexadecimal digits
  text                  TEXT NOT NULL,           -- as it was given, unaltered
  title                 TEXT,
  publication           INTEGER REFERENCES publications (id) DEFERRABLE INITIALLY DEFERRED,  -- the one in force
  published             TEXT,                    -- the day in force, given or inferred; NULL: unknown
  published_day         INTEGER,
  published_basis       TEXT NOT NULL CHECK (published_basis IN ('given', 'field', 'metadata', 'dateline', 'filename', 'inferred', 'none')),
  published_candidates  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(published_candidates)),  -- days that reasoning left possible
  wording               TEXT NOT NULL CHECK (wording IN ('original', 'reworded', 'unknown')),
  language              TEXT,                    -- ISO 639-3
  diagnostics           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(diagnostics)),  -- [{"code","message","in","begin","end"}]
  narrative             INTEGER NOT NULL DEFAULT 0 CHECK (narrative IN (0, 1)),  -- tells mostly of things long past
  superseded            INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),  -- every publication has a newer version
  origin                INTEGER NOT NULL REFERENCES texts (id) DEFERRABLE INITIALLY DEFERRED,  -- derived: the least hash of its family
  import                INTEGER NOT NULL REFERENCES imports (id)  -- the run that mined it
) STRICT;
CREATE INDEX texts_by_origin ON texts (origin);
CREATE INDEX texts_by_day ON texts (published_day);

-- One appearance of a text. Two rows never agree in all of text, title, outlet, url, given_id, published and basis.
CREATE TABLE publications (
  id               INTEGER PRIMARY KEY,
  identity         INTEGER NOT NULL UNIQUE,      -- hash of all these
  text             INTEGER NOT NULL REFERENCES texts (id),
  outlet           INTEGER REFERENCES outlets (id),
  url              TEXT,
  given_id         TEXT,                         -- the id its giver knows it by: `article` in exports
  title            TEXT,
  published        TEXT,
  published_basis  TEXT NOT NULL CHECK (published_basis IN ('given', 'field', 'metadata', 'dateline', 'filename', 'inferred', 'none')),
  superseded_by    INTEGER REFERENCES texts (id) DEFERRABLE INITIALLY DEFERRED,  -- the newest other text under this url
  import           INTEGER NOT NULL REFERENCES imports (id)  -- the run that brought it
) STRICT;
CREATE INDEX publications_by_text ON publications (text);
CREATE INDEX publications_by_url ON publications (url) WHERE url IS NOT NULL;
CREATE INDEX publications_by_given_id ON publications (given_id) WHERE given_id IS NOT NULL;
CREATE INDEX publications_by_outlet ON publications (outlet);
CREATE INDEX publications_by_import ON publications (import);
