-- For people who open the file in another tool.

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
       events.first_reported
  FROM timeline_rows AS rows
  JOIN events ON events.id = rows.event
  LEFT JOIN places ON places.id = events.place
 ORDER BY rows.section, rows.first_day, rows.last_day, rows.name;

-- Every mention of every event, with the words of the article and where it was published.
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

-- Who says what about which event.
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
