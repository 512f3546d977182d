-- A section of the timeline for what is told so barely that its line could be held against nothing: without a day and with
-- one party at most, or with neither party nor place. What two independent origins tell, or an analyst judged, stays where
-- it was.

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
  '(section IN (''main'', ''planned'') OR section IN (''background'', ''undated'') OR section IN (''aside'', ''rejected''))',
  '(section IN (''main'', ''planned'') OR section IN (''background'', ''undated'') OR section IN (''aside'', ''rejected'') OR section = ''bare'')')
 WHERE type = 'table' AND name = 'timeline_rows';

PRAGMA writable_schema = RESET;

CREATE TEMP TABLE told_barely AS
SELECT rows.event
  FROM timeline_rows AS rows JOIN events ON events.id = rows.event
       LEFT JOIN event_participants ON event_participants.event = rows.event
 WHERE rows.section IN ('main', 'planned', 'background', 'undated') AND events.origins < 2
   AND NOT EXISTS (SELECT 1 FROM mentions JOIN judgement_targets AS targets ON targets.mention = mentions.id
                     JOIN judgements ON judgements.id = targets.judgement AND judgements.stands
                    WHERE mentions.event = rows.event)
 GROUP BY rows.event
HAVING CASE WHEN rows.section = 'undated' THEN count(event_participants.event) < 2
            ELSE count(event_participants.event) = 0 AND events.place IS NULL END;

UPDATE timeline_rows SET section = 'bare' WHERE event IN (SELECT event FROM told_barely);
UPDATE timeline_parties SET section = 'bare' WHERE event IN (SELECT event FROM told_barely);

-- The full-text index follows: the section is the upper part of its numbers, the seventh of them.
CREATE TEMP TABLE words_told_barely AS SELECT * FROM event_words WHERE event IN (SELECT event FROM told_barely);
DELETE FROM event_words WHERE event IN (SELECT event FROM told_barely);
INSERT INTO event_words (position, event, label, parties, place, words)
SELECT (6 << 60) | (position & ((1 << 60) - 1)), event, label, parties, place, words FROM words_told_barely;

DROP TABLE words_told_barely;
DROP TABLE told_barely;
