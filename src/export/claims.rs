//! Claims as a sheet and as records.

use super::date::{Calendar, year};
use super::format::Report;
use super::questions::questions_sheet;
use super::record;
use super::sheet::{Cell, Column, Part, Row, Sheet};
use super::timeline::{aspect_words, reworded_note};
use crate::query::timeline::EntryDate;
use crate::query::{ArticleName, ClaimEntry, Claims, OriginalWords};
use serde_json::{Value, json};

impl Report for Claims {
    fn sheets(&self) -> Vec<Sheet> {
        let days: Vec<Option<(EntryDate, bool)>> = self.claims.iter().map(said).collect();
        let calendar = Calendar::of(days.iter().map(|said| said.as_ref().map(|(date, _)| date)));
        let rows = self.claims.iter().zip(&days).map(|(claim, said)| {
            let about = claim.about.iter().map(|(_, short, _)| short.as_str()).collect::<Vec<_>>().join(" ");
            let date = said.as_ref().map_or(String::new(), |(date, told)| {
                format!("{}{}", if *told { "" } else { "≤ " }, calendar.show(date))
            });
            let cells: [Cell; 6] = [
                claim.short_id.as_str().into(),
                date.into(),
                speaker(claim).into(),
                stance(claim).into(),
                content_cell(claim),
                about.into(),
            ];
            (said.as_ref().and_then(|(date, _)| year(date)), Row::cells(cells))
        });
        let rows = calendar.headed(rows);
        let mut notes = Vec::new();
        if self.claims.is_empty() && !self.more {
            notes.push("No claim answers.".to_owned());
        }
        if self.more {
            notes.push("More follow: raise --limit.".to_owned());
        }
        if days.iter().flatten().any(|(_, told)| !told) {
            notes.push("≤ the day of publication: when it was said is not told.".to_owned());
        }
        let mut reworded: Vec<String> = self
            .claims
            .iter()
            .filter(|claim| claim.article.is_reworded())
            .map(|claim| claim.article.shown().to_owned())
            .collect();
        reworded.sort();
        reworded.dedup();
        notes.extend(reworded_note(&reworded));
        let mut sheets: Vec<Sheet> = questions_sheet(&self.questions, &self.claims).into_iter().collect();
        sheets.push(Sheet {
            columns: vec![
                Column::whole("ID"),
                Column::whole("DATE"),
                Column::side("SPEAKER"),
                Column::side("STANCE"),
                Column::main("CONTENT"),
                Column::side("ABOUT"),
            ],
            parts: vec![Part { heading: None, rows }],
            notes,
        });
        sheets
    }

    fn records(&self) -> Vec<Value> {
        self.claims.iter().map(claim_record).collect()
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("claim", "/claim"),
            ("speaker", "/speaker/name"),
            ("speaker_words", "/speaker_words"),
            ("cue", "/cue"),
            ("stance", "/stance"),
            ("polarity", "/polarity"),
            ("modality", "/modality"),
            ("quoted", "/quoted"),
            ("verbatim", "/verbatim"),
            ("content", "/content"),
            ("addressee", "/addressee"),
            ("aspect", "/aspect"),
            ("about", "/about"),
            ("date", "/date/edtf"),
            ("article", "/article/id"),
            ("title", "/article/title"),
            ("outlet", "/article/outlet"),
            ("published", "/article/published"),
            ("wording", "/article/wording"),
        ]
    }
}

/// When it was said, and whether the article tells so; else it was by the day of publication.
fn said(claim: &ClaimEntry) -> Option<(EntryDate, bool)> {
    let told = claim.date.clone().filter(|date| date.earliest.is_some() || date.latest.is_some());
    let published = || {
        let day = claim.article.published.as_ref()?.parse().ok()?;
        let inferred = claim.article.published_basis == "inferred";
        Some(EntryDate { edtf: String::new(), earliest: Some(day), latest: Some(day), inferred })
    };
    told.map(|date| (date, true)).or_else(|| published().map(|date| (date, false)))
}

/// One claim as an object.
pub fn claim_record(claim: &ClaimEntry) -> Value {
    json!({
        "claim": claim.id,
        "speaker": claim.speaker.as_ref().map(|speaker| record::participants(std::slice::from_ref(speaker))[0].clone()),
        "speaker_words": claim.source_words,
        "cue": claim.cue_words,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "quoted": claim.quoted,
        "verbatim": claim.quoted == "direct" && !claim.article.is_reworded(),
        "content": claim.content_words,
        "original": original_record(claim.original.as_ref()),
        "addressee": claim.addressee,
        "aspect": claim.aspect,
        "about": claim.about.iter().map(|(id, _, _)| id).collect::<Vec<_>>(),
        "date": record::date(claim.date.as_ref()),
        "article": article_record(&claim.article),
        "rule": claim.rule,
    })
}

/// What an article is called, as an object.
pub fn article_record(article: &ArticleName) -> Value {
    json!({
        "text": article.text,
        "id": article.given_id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "published_basis": article.published_basis,
        "wording": article.wording,
    })
}

/// Who says it: the actor, or the words where we cannot tell.
pub fn speaker(claim: &ClaimEntry) -> String {
    match &claim.speaker {
        Some(speaker) => speaker.name.clone(),
        None if claim.source_words.is_empty() => "(nobody named)".into(),
        None => claim.source_words.clone(),
    }
}

/// The stance, whether it is denied or uncertain, and what is at issue.
pub fn stance(claim: &ClaimEntry) -> String {
    let mut words = claim.stance.clone();
    if claim.polarity == "negative" {
        words.insert_str(0, "not: ");
    }
    match claim.modality.as_str() {
        "possible" => words.push_str(" (possibly)"),
        "reported" => words.push_str(" (reportedly)"),
        _ => {}
    }
    if let Some(aspect) = claim.aspect.as_deref().filter(|aspect| *aspect != "other") {
        words.push_str(&format!(", {}", aspect_words(aspect)));
    }
    words
}

/// That words are another article's.
pub fn original_mark(original: &OriginalWords) -> String {
    format!("≡ in the words of the original, {}", original.article.shown())
}

/// Words of another article, as an object.
pub fn original_record(original: Option<&OriginalWords>) -> Value {
    original.map_or(Value::Null, |original| {
        json!({
            "words": original.text(),
            "quoted": original.quoted,
            "article": article_record(&original.article),
        })
    })
}

/// What is said, and below it whose words these are if they are not the article's own.
pub fn content_cell(claim: &ClaimEntry) -> Cell {
    Cell { text: content(claim), below: claim.original.iter().map(original_mark).collect() }
}

/// What is said, in the words of the original where it is there. Only words that are the speaker's stand in quotation marks: those of a machine-reworded article
/// are shown as ‹altered›.
pub fn content(claim: &ClaimEntry) -> String {
    if let Some(original) = &claim.original {
        return original.text();
    }
    if claim.quoted == "indirect" || !claim.article.is_reworded() {
        return claim.content_words.clone();
    }
    claim
        .content_words
        .chars()
        .map(|letter| match letter {
            '“' | '„' | '«' => '‹',
            '”' | '»' => '›',
            '"' => '\'',
            other => other,
        })
        .collect()
}
