//! The words of the original in the place of those that a machine altered, where the chronicle has the original.

use super::QueryError;
use super::claims::{ArticleName, ClaimEntry};
use super::evidence::{MentionEvidence, cut, marked};
use crate::link::align;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Words of the article that another one is a rewording of.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginalWords {
    /// The words, in pieces; those with `true` are the trigger or the cue.
    pub words: Vec<(String, bool)>,
    /// Of a claim: direct, indirect, mixed, as the original has it; none where the words are a whole sentence.
    pub quoted: Option<String>,
    /// The original.
    pub article: ArticleName,
}

impl OriginalWords {
    /// All of them in a row.
    pub fn text(&self) -> String {
        self.words.iter().map(|(words, _)| words.as_str()).collect()
    }
}

/// Finds originals; each rewording is laid beside its own once.
pub(super) struct Originals<'c> {
    connection: &'c Connection,
    beside: HashMap<i64, Option<Beside>>,
}

impl<'c> Originals<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, beside: HashMap::new() }
    }

    /// Gives a mention, by its row, the sentence of the original.
    pub(super) fn give_mention(&mut self, row: i64, mention: &mut MentionEvidence) -> Result<(), QueryError> {
        if !mention.article.is_reworded() {
            return Ok(());
        }
        let connection = self.connection;
        let (text, sentence, event): (i64, i64, Option<i64>) = connection
            .prepare_cached("SELECT text, sentence, event FROM mentions WHERE id = ?1")?
            .query_row([row], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let Some(beside) = self.beside(text)? else { return Ok(()) };
        let Some(sentence) = beside.made_from.get(&sentence) else { return Ok(()) };
        let mut statement = connection.prepare_cached(
            "SELECT trigger_spans FROM mentions WHERE text = ?1 AND sentence = ?2 AND event = ?3 ORDER BY begin",
        )?;
        let mut rows = statement.query((beside.original, sentence.number, event))?;
        let mut triggers = Vec::new();
        while let Some(row) = rows.next()? {
            triggers.extend(spans(&row.get::<_, String>(0)?));
        }
        mention.original = Some(beside.words(*sentence, triggers));
        Ok(())
    }

    /// Gives claims, by their rows, what the original has the speaker say; its whole sentence where it has no such claim.
    pub(super) fn give_claims(
        &mut self,
        places: &HashMap<i64, usize>,
        claims: &mut [ClaimEntry],
    ) -> Result<(), QueryError> {
        for (&row, &place) in places {
            let Some(claim) = claims.get_mut(place).filter(|claim| claim.article.is_reworded()) else {
                continue;
            };
            let Some((text, sentence, nth)) = self.place_of_claim(row)? else { continue };
            let Some(counterpart) = self.counterpart(row, text, sentence, nth)? else {
                // What is said cannot be told from the rest, so the whole sentence stands for it.
                claim.original = self.around_claim(row)?;
                continue;
            };
            let found: (String, String) = self
                .connection
                .prepare_cached("SELECT content_words, quoted FROM claims WHERE id = ?1")?
                .query_row([counterpart], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if let Some(beside) = self.beside(text)? {
                let article = beside.article.clone();
                claim.original =
                    Some(OriginalWords { words: vec![(found.0, false)], quoted: Some(found.1), article });
            }
        }
        Ok(())
    }

    /// The sentence of the original around a claim of a rewording, with the cue marked where the original has the claim.
    pub(super) fn around_claim(&mut self, claim: i64) -> Result<Option<OriginalWords>, QueryError> {
        let Some((text, sentence, nth)) = self.place_of_claim(claim)? else { return Ok(None) };
        let counterpart = self.counterpart(claim, text, sentence, nth)?;
        let cue: Option<String> = match counterpart {
            Some(counterpart) => self
                .connection
                .query_row("SELECT cue_spans FROM claims WHERE id = ?1", [counterpart], |row| row.get(0))
                .optional()?,
            None => None,
        };
        let Some(beside) = self.beside(text)? else { return Ok(None) };
        let Some(sentence) = beside.made_from.get(&sentence) else { return Ok(None) };
        Ok(Some(beside.words(*sentence, cue.as_deref().map(spans).unwrap_or_default())))
    }

    /// The text and sentence of a claim, and which of the speaker's claims in that sentence it is; none in a text that
    /// is no rewording.
    fn place_of_claim(&self, claim: i64) -> Result<Option<(i64, i64, i64)>, QueryError> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT claims.text, claims.sentence,
                        (SELECT count(*) FROM claims AS before WHERE before.text = claims.text
                            AND before.sentence = claims.sentence AND before.speaker IS claims.speaker
                            AND before.id < claims.id)
                   FROM claims JOIN texts ON texts.id = claims.text
                  WHERE claims.id = ?1 AND texts.wording = 'reworded'",
            )?
            .query_row([claim], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        Ok(found)
    }

    /// The claim of the original that a claim was made from: the same speaker's in the same sentence, where both have as
    /// many.
    fn counterpart(
        &mut self,
        claim: i64,
        text: i64,
        sentence: i64,
        nth: i64,
    ) -> Result<Option<i64>, QueryError> {
        let connection = self.connection;
        let Some(beside) = self.beside(text)? else { return Ok(None) };
        let Some(made_from) = beside.made_from.get(&sentence) else { return Ok(None) };
        let found = connection
            .prepare_cached(
                "WITH own AS (SELECT text, sentence, speaker FROM claims WHERE id = ?1),
                      theirs AS (SELECT claims.id FROM claims, own
                                  WHERE claims.text = ?2 AND claims.sentence = ?3 AND claims.speaker IS own.speaker)
                 SELECT id FROM theirs
                  WHERE (SELECT count(*) FROM theirs) =
                        (SELECT count(*) FROM claims, own WHERE claims.text = own.text
                            AND claims.sentence = own.sentence AND claims.speaker IS own.speaker)
                  ORDER BY id LIMIT 1 OFFSET ?4",
            )?
            .query_row((claim, beside.original, made_from.number, nth), |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    fn beside(&mut self, text: i64) -> Result<Option<&Beside>, QueryError> {
        if let Entry::Vacant(vacant) = self.beside.entry(text) {
            vacant.insert(Beside::of(self.connection, text)?);
        }
        Ok(self.beside.get(&text).and_then(Option::as_ref))
    }
}

/// The original of a rewording, and which of its sentences each sentence of the rewording was made from.
struct Beside {
    original: i64,
    article: ArticleName,
    title: String,
    text: String,
    /// By the numbers of the rewording's sentences.
    made_from: HashMap<i64, Sentence>,
}

#[derive(Clone, Copy)]
struct Sentence {
    number: i64,
    in_title: bool,
    span: (i64, i64),
}

impl Beside {
    /// The nearest of the texts that linking knows as originals; none where the chronicle has only other rewordings, or
    /// where an analyst said that it is of another origin.
    fn of(connection: &Connection, text: i64) -> Result<Option<Self>, QueryError> {
        let found = connection
            .prepare_cached(&format!(
                "SELECT texts.id, texts.text, coalesce(texts.title, ''), {}
                   FROM text_links JOIN texts ON texts.id = text_links.a {}
                  WHERE text_links.b = ?1 AND texts.wording IS NOT 'reworded'
                    AND texts.origin = (SELECT origin FROM texts AS copy WHERE copy.id = ?1)
                  ORDER BY text_links.share DESC, texts.hash LIMIT 1",
                ArticleName::COLUMNS,
                ArticleName::JOINS,
            ))?
            .query_row([text], |row| {
                Ok(Self {
                    original: row.get(0)?,
                    text: row.get(1)?,
                    title: row.get(2)?,
                    article: ArticleName::from_row(row, 3)?,
                    made_from: HashMap::new(),
                })
            })
            .optional()?;
        let Some(mut beside) = found else { return Ok(None) };
        let (title, words): (String, String) = connection
            .prepare_cached("SELECT coalesce(title, ''), text FROM texts WHERE id = ?1")?
            .query_row([text], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (copy, original) = (sentences(connection, text)?, sentences(connection, beside.original)?);
        for in_title in [true, false] {
            let of_part = |all: &[Sentence]| -> Vec<Sentence> {
                all.iter().filter(|sentence| sentence.in_title == in_title).copied().collect()
            };
            let (own, theirs) = (of_part(&copy), of_part(&original));
            let words_of = |sentences: &[Sentence], title: &str, text: &str| -> Vec<String> {
                let part = if in_title { title } else { text };
                sentences
                    .iter()
                    .map(|sentence| cut(part, sentence.span.0, sentence.span.1).to_owned())
                    .collect()
            };
            let (altered, unaltered) =
                (words_of(&own, &title, &words), words_of(&theirs, &beside.title, &beside.text));
            let (altered, unaltered): (Vec<&str>, Vec<&str>) = (
                altered.iter().map(String::as_str).collect(),
                unaltered.iter().map(String::as_str).collect(),
            );
            for (sentence, made_from) in own.iter().zip(align(&altered, &unaltered)) {
                beside.made_from.extend(made_from.map(|place| (sentence.number, theirs[place])));
            }
        }
        Ok(Some(beside))
    }

    fn words(&self, sentence: Sentence, mut marks: Vec<(i64, i64)>) -> OriginalWords {
        marks.sort_unstable();
        let part = if sentence.in_title { &self.title } else { &self.text };
        OriginalWords {
            words: marked(part, sentence.span, &marks),
            quoted: None,
            article: self.article.clone(),
        }
    }
}

fn sentences(connection: &Connection, text: i64) -> Result<Vec<Sentence>, QueryError> {
    let mut statement = connection.prepare_cached(
        "SELECT ordinal, part = 'title', begin, \"end\" FROM sentences WHERE text = ?1 ORDER BY ordinal",
    )?;
    let rows = statement.query_map([text], |row| {
        Ok(Sentence { number: row.get(0)?, in_title: row.get(1)?, span: (row.get(2)?, row.get(3)?) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn spans(stored: &str) -> Vec<(i64, i64)> {
    serde_json::from_str(stored).unwrap_or_default()
}
