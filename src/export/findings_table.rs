//! The findings of one article for a quick look.

use super::date::Calendar;
use super::format::{FORMATS, Layout};
use super::sheet::{Column, Part, Row, Sheet};
use super::{table, who};
use crate::article::{Article, Span};
use crate::claims::Claim;
use crate::events::Mention;
use crate::mine::Findings;
use crate::query::timeline::EntryDate;
use std::io::{self, Write};

/// Writes a heading, the events, and the claims of one article.
///
/// # Errors
/// If the writer fails.
pub fn write(
    article: &Article,
    findings: &Findings,
    layout: Layout,
    writer: &mut dyn Write,
) -> io::Result<()> {
    debug_assert_eq!(FORMATS[0].name, "table", "the first format is the one for readers");
    let name = article.id.as_deref().or(article.title.as_deref()).unwrap_or("(article without a name)");
    let published = match findings.published.date {
        Some(day) => format!("published {day} ({})", findings.published.basis.as_str()),
        None => "publication date unknown".to_owned(),
    };
    let heading = format!("{name}: {published}, wording {}", findings.wording.as_str());
    let events = Sheet {
        columns: vec![
            Column::whole("DATE"),
            Column::whole("KIND"),
            Column::main("WHAT"),
            Column::side("WHO"),
            Column::side("STATUS"),
        ],
        parts: vec![Part {
            heading: None,
            rows: findings.events.iter().map(|mention| event_row(article, findings, mention)).collect(),
        }],
        notes: Vec::new(),
    };
    let claims = Sheet {
        columns: vec![Column::side("SPEAKER"), Column::whole("STANCE"), Column::main("CONTENT")],
        parts: vec![Part {
            heading: None,
            rows: findings.claims.iter().map(|claim| claim_row(article, findings, claim)).collect(),
        }],
        notes: findings.diagnostics.iter().map(|diagnostic| format!("! {}", diagnostic.message)).collect(),
    };
    let heading = Sheet { notes: vec![heading], ..Sheet::default() };
    for sheet in [heading, events, claims] {
        table::write(&sheet, layout.width, writer)?;
    }
    writeln!(writer)
}

fn event_row(article: &Article, findings: &Findings, mention: &Mention) -> Row {
    let date = mention.date.as_ref().map(|date| EntryDate {
        edtf: date.value.edtf.clone(),
        earliest: date.value.earliest,
        latest: date.value.latest,
        inferred: date.inferred,
    });
    let side = |participants: &[crate::events::Participant]| {
        let names = participants.iter().map(|participant| {
            let actor = participant.actor.and_then(|index| findings.actors.actors.get(index));
            match actor {
                Some(actor) => who::short_actor(&actor.name, &actor.code, actor.sort.as_str()),
                None => article.quote(participant.location).to_owned(),
            }
        });
        names.collect::<Vec<_>>().join(", ")
    };
    let (sources, targets) = (side(&mention.sources), side(&mention.targets));
    let who = match (sources.is_empty(), targets.is_empty()) {
        (false, false) => format!("{sources} → {targets}"),
        (true, false) => format!("→ {targets}"),
        _ => sources,
    };
    Row::cells([
        date.map_or(String::new(), |date| Calendar::Full.show(&date)),
        mention.kind.clone(),
        mention.label.clone(),
        who,
        mention.status.as_str().to_owned(),
    ])
}

fn claim_row(article: &Article, findings: &Findings, claim: &Claim) -> Row {
    let words = |spans: &[Span]| {
        let pieces =
            spans.iter().map(|span| article.part(claim.part).get(span.begin..span.end).unwrap_or(""));
        pieces.collect::<Vec<_>>().join(" … ")
    };
    let speaker = claim.speaker.and_then(|index| findings.actors.actors.get(index));
    Row::cells([
        speaker.map_or_else(|| words(&claim.source), |actor| actor.name.clone()),
        claim.stance.as_str().to_owned(),
        words(&claim.content),
    ])
}
