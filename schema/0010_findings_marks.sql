-- What tells at a glance whether mining a text anew finds what is stored already: then nothing has to be written.
CREATE TABLE findings_marks (
  text  INTEGER PRIMARY KEY REFERENCES texts (id),
  mark  INTEGER NOT NULL                          -- 64 bits of a hash of all that was stored; no row: not known
) STRICT;
