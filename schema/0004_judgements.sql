-- What analysts decided. These rows are never derived and never deleted: undoing adds one that undoes.

CREATE TABLE judgements (
  id      INTEGER PRIMARY KEY,
  made    TEXT NOT NULL,                         -- when, as the command line's clock had it
  who     TEXT NOT NULL,
  verb    TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'merge', 'split', 'correct', 'note', 'forget', 'undo')),
  why     TEXT,
  field   TEXT,                                  -- correct: date, place, kind, source, target, label, published, …
  value   TEXT,                                  -- the value as it was given
  undoes  INTEGER REFERENCES judgements (id),
  CHECK ((verb = 'undo') = (undoes IS NOT NULL)),
  CHECK (verb <> 'correct' OR field IS NOT NULL)
) STRICT;
CREATE INDEX judgements_by_undoes ON judgements (undoes) WHERE undoes IS NOT NULL;

-- What a judgement was made on, in words that outlive re-mining: the text by its hash, the span and the words in
-- it, kind and date as they were. `attached` is the name it holds on to now; NULL: it found no place.
CREATE TABLE judgement_targets (
  judgement  INTEGER NOT NULL REFERENCES judgements (id),
  ordinal    INTEGER NOT NULL,
  sort       TEXT NOT NULL CHECK (sort IN ('event', 'mention', 'claim', 'text', 'publication', 'participant')),
  name       TEXT NOT NULL,                      -- the id that the analyst gave, in full
  text_hash  TEXT,
  part       TEXT CHECK (part IN ('title', 'text')),
  begin      INTEGER,
  "end"      INTEGER,
  words      TEXT,
  kind       TEXT,
  edtf       TEXT,
  attached   TEXT,
  PRIMARY KEY (judgement, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_targets_by_name ON judgement_targets (name);
CREATE INDEX judgement_targets_by_attached ON judgement_targets (attached);
