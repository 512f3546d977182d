-- What first pages are read from. All that a page asks of a span or a status stands in these indexes.

-- Which spans have a day in common with the days asked for, without looking at all that end later: what begins within
-- those days, or less than 32 days before, stands together in the timeline. Of what began up to a year before, the
-- spans of more than a month are listed by their first day; of what began earlier still, the few of more than a year
-- by their last day.
DROP INDEX timeline_rows_long;
DROP INDEX timeline_parties_long;
CREATE INDEX timeline_rows_long ON timeline_rows (section, first_day, last_day, name, event)
 WHERE last_day - first_day > 31;
CREATE INDEX timeline_rows_longest ON timeline_rows (section, last_day, first_day, name, event)
 WHERE last_day - first_day > 366;
CREATE INDEX timeline_parties_long ON timeline_parties (party, section, first_day, last_day, name, event, side)
 WHERE last_day - first_day > 31;
CREATE INDEX timeline_parties_longest ON timeline_parties (party, section, last_day, first_day, name, event, side)
 WHERE last_day - first_day > 366;

-- Of what stands aside, which events are denied; the rest is hypothetical.
CREATE INDEX events_denied ON events (id) WHERE status = 'denied';
