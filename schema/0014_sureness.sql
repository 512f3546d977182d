-- How sure a mention is that all of it is right and what speaks against it, and how sure an event is: the mean of its mentions.
-- NULL in what was mined before it was weighed.

ALTER TABLE mentions ADD COLUMN sureness REAL CHECK (sureness BETWEEN 0 AND 1);
ALTER TABLE mentions ADD COLUMN doubts TEXT CHECK (json_valid(doubts));
ALTER TABLE events ADD COLUMN sureness REAL CHECK (sureness BETWEEN 0 AND 1);
