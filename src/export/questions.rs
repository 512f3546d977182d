//! What speakers differ over, as a sheet and as records: one question after the other with its sides.

use super::claims::{content, stance};
use super::sheet::{Cell, Column, Part, Row, Sheet};
use super::timeline::aspect_words;
use crate::query::{ClaimEntry, Question, Since, Voice};
use serde_json::{Value, json};

/// The questions that claims answer, each a part with its two sides; nothing if there is none.
pub fn questions_sheet(questions: &[Question], claims: &[ClaimEntry]) -> Option<Sheet> {
    let parts: Vec<Part> = questions
        .iter()
        .map(|question| {
            let sides = [("yes", &question.affirm), ("no", &question.dispute)];
            let rows = sides
                .into_iter()
                .flat_map(|(side, voices)| voices.iter().map(move |voice| row(side, voice, claims)));
            let verdict = if question.disputed { "disputed" } else { "undisputed" };
            let heading = format!("{} ({verdict})", aspect_words(&question.aspect).to_uppercase());
            Part { heading: Some(heading), rows: rows.collect() }
        })
        .collect();
    let columns = vec![
        Column::whole("SIDE"),
        Column::side("SPEAKER"),
        Column::whole("SINCE"),
        Column::main("WORDS"),
        Column::side("TOLD BY"),
    ];
    (!parts.is_empty()).then(|| Sheet { columns, parts, notes: Vec::new() })
}

/// A speaker: his first claim, and below it what he said later.
fn row(side: &str, voice: &Voice, claims: &[ClaimEntry]) -> Row {
    let mut said = voice.utterances.iter().filter_map(|each| Some((each.since, claims.get(each.claim)?)));
    let Some((_, first)) = said.next() else { return Row::cells([""; 5]) };
    let mut words: Cell = told(first).into();
    words.below = said
        .map(|(since, claim)| {
            let how = if since == Since::First { String::new() } else { format!("{}, ", since.as_str()) };
            format!("{how}{}: {}", day(claim), told(claim))
        })
        .collect();
    let cells: [Cell; 5] =
        [side.into(), voice.speaker.as_str().into(), day(first).into(), words, outlet(first).into()];
    Row::Cells(cells.into())
}

fn told(claim: &ClaimEntry) -> String {
    let how = stance(claim);
    let how = how.split(',').next().unwrap_or_default();
    format!("{how}: {}", content(claim))
}

/// The day of a claim, or else of the article that tells it.
fn day(claim: &ClaimEntry) -> String {
    let said = claim.date.as_ref().map(|date| date.edtf.clone());
    said.or_else(|| claim.article.published.clone()).unwrap_or_default()
}

fn outlet(claim: &ClaimEntry) -> String {
    claim.article.outlet.clone().unwrap_or_else(|| claim.article.shown().to_owned())
}

/// A question as an object; claims go by their names.
pub fn question_record(question: &Question, claims: &[ClaimEntry]) -> Value {
    let side = |voices: &[Voice]| -> Vec<Value> {
        voices
            .iter()
            .map(|voice| {
                let said = voice.utterances.iter().filter_map(|each| {
                    let claim = claims.get(each.claim)?;
                    Some(json!({ "claim": claim.id, "date": day(claim), "since": each.since.as_str() }))
                });
                json!({ "speaker": voice.speaker, "claims": said.collect::<Vec<_>>() })
            })
            .collect()
    };
    json!({
        "aspect": question.aspect,
        "disputed": question.disputed,
        "affirm": side(&question.affirm),
        "dispute": side(&question.dispute),
    })
}
