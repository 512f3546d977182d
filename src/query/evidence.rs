//! What stands behind an event: every place that speaks of it, with the words around it, the rule, and how its date
//! was reached.

use super::claims::{ArticleName, ClaimEntry, ClaimFilter};
use super::entry::Entries;
use super::original::{OriginalWords, Originals};
use super::search::Found;
use super::timeline::{Entry, Part};
use super::{Bearing, QueryError, bearings_on_event, claims, short_name};
use rusqlite::{Connection, OptionalExtension, Row};

/// An event with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The event.
    pub entry: Entry,
    /// The part of the timeline that it stands in.
    pub part: Part,
    /// How its date came about, where texts differ or it was lent.
    pub date_reason: Option<String>,
    /// Every place that speaks of it.
    pub mentions: Vec<MentionEvidence>,
    /// Why places in different texts are one event.
    pub links: Vec<String>,
    /// What came after it, answers it, and so on: relation, short id, label.
    pub followers: Vec<(String, String, String)>,
    /// The claims about it.
    pub claims: Vec<ClaimEntry>,
    /// What analysts decided on it.
    pub judgements: Vec<Bearing>,
}

/// One place that speaks of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct MentionEvidence {
    /// The mention's name.
    pub id: String,
    /// The shortest beginning of the name that no other has.
    pub short_id: String,
    /// Where it is told.
    pub article: ArticleName,
    /// In the text or in the title.
    pub part: String,
    /// happened, planned, …
    pub status: String,
    /// The act or the saying in whose content it stands: its words.
    pub within: Option<String>,
    /// PLOVER's kind, or one of ours.
    pub kind: String,
    /// What refines it.
    pub mode: Option<String>,
    /// The sentence, in pieces: those with `true` are the trigger.
    pub words: Vec<(String, bool)>,
    /// Where the article is machine-reworded and its original is there: the original's sentence.
    pub original: Option<OriginalWords>,
    /// From the first to the last word, in code points of the part.
    pub span: (i64, i64),
    /// The words of the participants: side, words, actor's name, code.
    pub participants: Vec<(String, String, Option<String>, String)>,
    /// The words of the place with its name.
    pub place: Option<(String, String)>,
    /// Numbers: what is counted, from, to, the words.
    pub particulars: Vec<(String, Option<f64>, Option<f64>, String)>,
    /// The date as this text has it.
    pub edtf: Option<String>,
    /// What the date rests on.
    pub date_basis: String,
    /// Whether it was reasoned rather than read.
    pub date_inferred: bool,
    /// The argument.
    pub date_reasons: Vec<String>,
    /// The words that the date rests on.
    pub date_words: Option<String>,
    /// Relations that the text states: kind, the words, the other's label.
    pub relations: Vec<(String, String, String)>,
    /// The rule that found it.
    pub rule: String,
    /// How sure it is, from 0 to 1; none where it was mined before that was weighed.
    pub sureness: Option<f64>,
    /// What speaks against it.
    pub doubts: Vec<String>,
}

/// All that is known of the event of a row.
///
/// # Errors
/// If the database fails.
pub fn evidence(connection: &Connection, event: i64) -> Result<Evidence, QueryError> {
    let found = row_of(connection, event)?;
    let part = found.part;
    let entry = Entries::new(connection, None)?.entry(found)?;
    let date_reason =
        connection.query_row("SELECT date_reason FROM events WHERE id = ?1", [event], |row| row.get(0))?;
    let mut statement = connection.prepare(&format!(
        "SELECT mentions.id, mentions.name, mentions.part, mentions.status, mentions.kind, mentions.mode, mentions.begin,
                mentions.\"end\", mentions.trigger_spans, mentions.edtf, mentions.date_basis, mentions.date_inferred,
                mentions.date_reasons, mentions.anchor_part, mentions.anchor_begin, mentions.anchor_end, mentions.place_words,
                places.name, mentions.rule, sentences.begin, sentences.\"end\", texts.text, texts.title,
                coalesce(claims.source_words || ' ' || claims.cue_words, outer_act.trigger_words), mentions.sureness, mentions.doubts, {}
           FROM mentions JOIN texts ON texts.id = mentions.text {}
           LEFT JOIN sentences ON sentences.text = mentions.text AND sentences.ordinal = mentions.sentence
           LEFT JOIN places ON places.id = mentions.place
           LEFT JOIN claims ON claims.id = mentions.within_claim
           LEFT JOIN mentions AS outer_act ON outer_act.id = mentions.within_mention
          WHERE mentions.event = ?1
          ORDER BY coalesce(texts.published_day, 99999999), texts.hash, mentions.part DESC, mentions.begin, mentions.name",
        ArticleName::COLUMNS,
        ArticleName::JOINS,
    ))?;
    let rows = statement.query_map([event], |row| Ok((row.get::<_, i64>(0)?, mention_from_row(row)?)))?;
    let (mut mentions, mut originals) = (Vec::new(), Originals::new(connection));
    for row in rows {
        let (id, mut mention) = row?;
        complete(connection, id, &mut mention)?;
        originals.give_mention(id, &mut mention)?;
        mentions.push(mention);
    }
    let about = ClaimFilter { about: Some(vec![event]), ..ClaimFilter::default() };
    Ok(Evidence {
        entry,
        part,
        date_reason,
        mentions,
        links: links(connection, event)?,
        followers: followers(connection, event)?,
        claims: claims(connection, &about)?.claims,
        judgements: bearings_on_event(connection, event)?,
    })
}

/// Why mentions of different texts are one: both by their ids, then the reasons; the surest first.
fn links(connection: &Connection, event: i64) -> Result<Vec<String>, QueryError> {
    let mut statement = connection.prepare(
        "SELECT a.name, b.name, mention_links.score, mention_links.reasons
           FROM mentions AS a JOIN mention_links ON mention_links.a = a.id JOIN mentions AS b ON b.id = mention_links.b
          WHERE a.event = ?1 AND b.event = ?1 AND mention_links.score >= 0.5
          ORDER BY mention_links.score DESC, a.name, b.name",
    )?;
    let rows = statement.query_map([event], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, f64>(2)?,
            row.get::<_, String>(3)?,
        ))
    })?;
    let mut links = Vec::new();
    for row in rows {
        let (a, b, score, reasons) = row?;
        let (a, b) = (short_name(connection, &a)?, short_name(connection, &b)?);
        links.push(format!("{a} = {b} ({:.0} %): {reasons}", score * 100.0));
    }
    Ok(links)
}

fn row_of(connection: &Connection, event: i64) -> Result<Found, QueryError> {
    let sql = format!("SELECT {} FROM timeline_rows AS rows WHERE rows.event = ?1", Found::COLUMNS);
    Ok(connection.query_row(&sql, [event], Found::from_row)?)
}

fn mention_from_row(row: &Row<'_>) -> rusqlite::Result<MentionEvidence> {
    let part: String = row.get(2)?;
    let text: String = row.get(21)?;
    let title: Option<String> = row.get(22)?;
    let of_part = |part: &str| if part == "title" { title.as_deref().unwrap_or("") } else { text.as_str() };
    let span: (i64, i64) = (row.get(6)?, row.get(7)?);
    let trigger: Vec<(i64, i64)> = serde_json::from_str(&row.get::<_, String>(8)?).unwrap_or_default();
    let sentence: (Option<i64>, Option<i64>) = (row.get(19)?, row.get(20)?);
    let sentence = sentence.0.zip(sentence.1).unwrap_or(span);
    let anchor: Option<String> = row.get(13)?;
    let date_words = match (anchor, row.get::<_, Option<i64>>(14)?, row.get::<_, Option<i64>>(15)?) {
        (Some(part), Some(begin), Some(end)) => Some(cut(of_part(&part), begin, end).to_owned()),
        _ => None,
    };
    let place_words: Option<String> = row.get(16)?;
    Ok(MentionEvidence {
        id: row.get(1)?,
        short_id: String::new(),
        article: ArticleName::from_row(row, 26)?,
        words: marked(of_part(&part), sentence, &trigger),
        original: None,
        part,
        status: row.get(3)?,
        within: row.get(23)?,
        kind: row.get(4)?,
        mode: row.get(5)?,
        span,
        participants: Vec::new(),
        place: place_words.zip(row.get::<_, Option<String>>(17)?),
        particulars: Vec::new(),
        edtf: row.get(9)?,
        date_basis: row.get(10)?,
        date_inferred: row.get(11)?,
        date_reasons: serde_json::from_str(&row.get::<_, String>(12)?).unwrap_or_default(),
        date_words,
        relations: Vec::new(),
        rule: row.get(18)?,
        sureness: row.get(24)?,
        doubts: row
            .get::<_, Option<String>>(25)?
            .and_then(|list| serde_json::from_str(&list).ok())
            .unwrap_or_default(),
    })
}

fn complete(connection: &Connection, id: i64, mention: &mut MentionEvidence) -> Result<(), QueryError> {
    mention.short_id = short_name(connection, &mention.id)?;
    let mut participants = connection.prepare_cached(
        "SELECT participants.side, participants.words, actors.name, participants.code FROM participants
           LEFT JOIN actors ON actors.id = participants.actor WHERE mention = ?1 ORDER BY side, ordinal",
    )?;
    mention.participants = participants
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    let mut particulars = connection.prepare_cached(
        "SELECT what, low, high, words FROM particulars WHERE mention = ?1 ORDER BY ordinal",
    )?;
    mention.particulars = particulars
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    let mut relations = connection.prepare_cached(
        "SELECT relations.kind, relations.words, mentions.label FROM relations JOIN mentions ON mentions.id = relations.earlier
          WHERE relations.later = ?1 ORDER BY relations.ordinal",
    )?;
    mention.relations = relations
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    Ok(())
}

fn followers(connection: &Connection, event: i64) -> Result<Vec<(String, String, String)>, QueryError> {
    let mut statement = connection.prepare(
        "SELECT event_relations.kind, events.name, events.label FROM event_relations JOIN events ON events.id = event_relations.later
          WHERE event_relations.earlier = ?1 AND events.verdict IS NOT 'rejected' ORDER BY events.name, event_relations.kind",
    )?;
    let rows =
        statement.query_map([event], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)))?;
    let mut followers: Vec<(String, String, String)> = rows.collect::<Result<_, _>>()?;
    for (_, name, _) in &mut followers {
        *name = short_name(connection, name)?;
    }
    Ok(followers)
}

/// The characters from one code point to another.
pub(super) fn cut(text: &str, begin: i64, end: i64) -> &str {
    let byte = |point: i64| {
        let point = usize::try_from(point).unwrap_or(0);
        text.char_indices().nth(point).map_or(text.len(), |(byte, _)| byte)
    };
    let (begin, end) = (byte(begin), byte(end));
    text.get(begin..end.max(begin)).unwrap_or("")
}

/// A stretch of text in pieces; those inside the spans are marked.
pub(super) fn marked(text: &str, stretch: (i64, i64), spans: &[(i64, i64)]) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut at = stretch.0;
    let mut push = |begin: i64, end: i64, inside: bool| {
        let words = cut(text, begin, end);
        if end > begin && !words.is_empty() {
            pieces.push((words.to_owned(), inside));
        }
    };
    for &(begin, end) in spans {
        let (begin, end) = (begin.max(at), end.min(stretch.1));
        if begin < end {
            push(at, begin, false);
            push(begin, end, true);
            at = end;
        }
    }
    push(at, stretch.1, false);
    pieces
}

/// The sentence around a claim in pieces: the words for the speaker and the cue are marked.
///
/// # Errors
/// If the database fails.
pub fn claim_words(connection: &Connection, claim: i64) -> Result<Vec<(String, bool)>, QueryError> {
    let found = connection
        .query_row(
            "SELECT claims.part, claims.cue_spans, claims.content_spans, claims.source_spans, sentences.begin, sentences.\"end\",
                    texts.text, texts.title
               FROM claims JOIN texts ON texts.id = claims.text
               LEFT JOIN sentences ON sentences.text = claims.text AND sentences.ordinal = claims.sentence WHERE claims.id = ?1",
            [claim],
            |row| {
                let spans = |column: usize| -> rusqlite::Result<Vec<(i64, i64)>> {
                    Ok(serde_json::from_str(&row.get::<_, String>(column)?).unwrap_or_default())
                };
                let part: String = row.get(0)?;
                let text: String =
                    if part == "title" { row.get::<_, Option<String>>(7)?.unwrap_or_default() } else { row.get(6)? };
                let (cue, mut all) = (spans(1)?, spans(2)?);
                all.extend(spans(3)?);
                all.extend(&cue);
                let sentence: (Option<i64>, Option<i64>) = (row.get(4)?, row.get(5)?);
                Ok((text, cue, all, sentence))
            },
        )
        .optional()?;
    let Some((text, cue, all, sentence)) = found else { return Ok(Vec::new()) };
    let begin = all.iter().map(|span| span.0).chain(sentence.0).min().unwrap_or(0);
    let end = all.iter().map(|span| span.1).chain(sentence.1).max().unwrap_or(0);
    Ok(marked(&text, (begin, end), &cue))
}

/// The sentence of the original around a claim of a machine-reworded article, the cue being marked.
///
/// # Errors
/// If the database fails.
pub fn original_around(connection: &Connection, claim: i64) -> Result<Option<OriginalWords>, QueryError> {
    Originals::new(connection).around_claim(claim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_code_points() {
        let pieces = marked("“Über” attacked. Next.", (0, 16), &[(7, 15)]);
        let expected = [("“Über” ", false), ("attacked", true), (".", false)];
        assert_eq!(pieces, expected.map(|(words, inside)| (words.to_owned(), inside)));
        assert_eq!(marked("abc", (0, 3), &[]), [("abc".to_owned(), false)]);
        assert_eq!(marked("abc", (1, 9), &[(0, 2)]), [("b".to_owned(), true), ("c".to_owned(), false)]);
    }
}
