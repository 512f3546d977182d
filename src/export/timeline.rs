//! A timeline as a sheet and as records.

use super::date::{Calendar, year};
use super::format::Report;
use super::sheet::{Cell, Column, Part as SheetPart, Row, Sheet};
use super::{record, who};
use crate::query::timeline::{Count, Entry, EntryRelation, Part, Timeline, side_by_side};
use crate::sureness::ENOUGH;
use serde_json::{Value, json};

impl Report for Timeline {
    fn sheets(&self) -> Vec<Sheet> {
        let entries = || self.parts.iter().flat_map(|(_, entries)| entries);
        let placed = entries().any(|entry| entry.place.is_some());
        let disputed = entries().any(|entry| !entry.disputed.is_empty());
        let mut columns =
            vec![Column::whole("ID"), Column::whole("DATE"), Column::main("WHAT"), Column::side("WHO")];
        columns.extend(placed.then(|| Column::side("WHERE")));
        columns.extend(disputed.then(|| Column::side("DISPUTED")));
        columns.push(Column::whole("ORIGINS"));
        let cells = |entry: &Entry, part: Part, calendar: Calendar| {
            let place = entry.place.as_ref().map_or("", |place| &place.name);
            let mut cells: Vec<Cell> = vec![
                entry.short_id.as_str().into(),
                entry.date.as_ref().map_or(String::new(), |date| calendar.show(date)).into(),
                what(entry, part),
                who(entry).into(),
            ];
            cells.extend(placed.then(|| place.into()));
            let aspects = || entry.disputed.iter().map(|aspect| aspect_words(aspect)).collect::<Vec<_>>();
            cells.extend(disputed.then(|| aspects().join("; ").into()));
            cells.push(entry.origins.to_string().into());
            Row::Cells(cells)
        };
        let parts = self.parts.iter().map(|(part, entries)| {
            let calendar = Calendar::of(entries.iter().map(|entry| entry.date.as_ref()));
            let rows = calendar.headed(
                entries
                    .iter()
                    .map(|entry| (entry.date.as_ref().and_then(year), cells(entry, *part, calendar))),
            );
            SheetPart { heading: heading(*part).map(str::to_owned), rows }
        });
        vec![Sheet { columns, parts: parts.collect(), notes: notes(self) }]
    }

    fn records(&self) -> Vec<Value> {
        self.parts
            .iter()
            .flat_map(|(part, entries)| entries.iter().map(|entry| entry_record(*part, entry)))
            .collect()
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("event", "/event"),
            ("part", "/part"),
            ("date", "/date/edtf"),
            ("earliest", "/date/earliest"),
            ("latest", "/date/latest"),
            ("inferred", "/date/inferred"),
            ("what", "/label"),
            ("sources", "/sources"),
            ("targets", "/targets"),
            ("place", "/place/name"),
            ("country", "/place/country"),
            ("kind", "/kind"),
            ("mode", "/mode"),
            ("status", "/status"),
            ("disputed", "/disputed"),
            ("sureness", "/sureness"),
            ("origins", "/origins"),
            ("texts", "/texts"),
            ("first_reported", "/first_reported"),
            ("announced", "/announced"),
            ("judged", "/judged"),
        ]
    }
}

/// One event as an object.
pub fn entry_record(part: Part, entry: &Entry) -> Value {
    json!({
        "event": entry.id,
        "part": part.as_str(),
        "date": record::date(entry.date.as_ref()),
        "kind": entry.kind,
        "mode": entry.mode,
        "label": entry.label,
        "status": entry.status,
        "sources": record::participants(&entry.sources),
        "targets": record::participants(&entry.targets),
        "place": record::place(entry.place.as_ref()),
        "disputed": entry.disputed,
        "disputed_by": entry.disputed_by.iter().map(|(aspect, affirm, dispute)| {
            json!({ "aspect": aspect, "affirm": affirm, "dispute": dispute })
        }).collect::<Vec<_>>(),
        "origins": entry.origins,
        "texts": entry.texts,
        "first_reported": entry.first_reported,
        "announced": entry.announced,
        "relations": entry.relations.iter().map(|relation| {
            json!({ "type": relation.kind, "to": relation.id, "contradicted": relation.contradicted })
        }).collect::<Vec<_>>(),
        "variants": entry.variants.iter().map(|(what, readings)| json!({
            "what": what,
            "readings": readings.iter().map(|reading| &reading.words).collect::<Vec<_>>(),
            "notes": readings.iter().map(|reading| &reading.note).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "unreported": entry.unreported,
        "sureness": entry.sureness,
        "verdict": entry.verdict,
        "judged": entry.judged,
    })
}

fn heading(part: Part) -> Option<&'static str> {
    Some(match part {
        Part::Main => return None,
        Part::Planned => "PLANNED, NOT YET REPORTED HELD",
        Part::Background => "BACKGROUND",
        Part::Undated => "UNDATED",
        Part::Bare => "BARELY TOLD",
        Part::Aside => "HYPOTHETICAL OR DENIED",
        Part::Rejected => "REJECTED",
    })
}

/// The label, how far it is sure, what it follows, who differs over it, and what is told differently.
fn what(entry: &Entry, part: Part) -> Cell {
    let sure = match (part, entry.status.as_str()) {
        (_, "happened") | (Part::Planned, "planned") => String::new(),
        (_, status) => format!(" ({status})"),
    };
    let mut below: Vec<String> = Vec::new();
    for relation in strongest(&entry.relations) {
        let contradicted = if relation.contradicted { " (others have it the other way round)" } else { "" };
        below.push(format!("{} {}{contradicted}", relation_words(&relation.kind), relation.short_id));
    }
    below.extend(entry.disputed_by.iter().map(|(aspect, affirm, dispute)| sides(aspect, affirm, dispute)));
    for (what, readings) in &entry.variants {
        below.push(format!("{what}: {}", side_by_side(readings)));
    }
    below.extend(
        entry.announced.as_ref().filter(|_| entry.date.is_some()).map(|day| format!("announced {day}")),
    );
    if entry.unreported {
        below.push("its day has passed without a report".into());
    }
    Cell { text: format!("{}{sure}{}", entry.label, mark(entry)), below }
}

/// That an analyst had a hand in it, or else that it is unsure.
fn mark(entry: &Entry) -> &'static str {
    match entry.verdict.as_deref() {
        Some("rejected") => " ✗",
        _ if entry.judged.iter().any(|way| way != "accepted") => " ✎",
        Some("accepted") => " ✓",
        _ if is_unsure(entry) => " ?",
        _ => "",
    }
}

/// Whether it is hardly to be relied on.
fn is_unsure(entry: &Entry) -> bool {
    entry.judged.is_empty() && entry.sureness.is_some_and(|sureness| sureness < ENOUGH)
}

/// What the marks mean that are shown.
fn marks(timeline: &Timeline) -> Option<String> {
    let shown: Vec<&str> = timeline
        .parts
        .iter()
        .flat_map(|(_, entries)| entries)
        .map(mark)
        .filter(|mark| !mark.is_empty())
        .collect();
    let meant = [(" ✓", "✓ accepted"), (" ✎", "✎ judged"), (" ✗", "✗ rejected")];
    let meant: Vec<&str> =
        meant.into_iter().filter(|(mark, _)| shown.contains(mark)).map(|(_, words)| words).collect();
    (!meant.is_empty()).then(|| format!("{}: chancery show ID.", meant.join(", ")))
}

/// Of several relations to one event the one that says most.
fn strongest(relations: &[EntryRelation]) -> Vec<&EntryRelation> {
    let rank = |kind: &str| {
        ["response", "cause", "condition", "part", "during", "after"].iter().position(|&known| known == kind)
    };
    let mut kept: Vec<&EntryRelation> = Vec::new();
    for relation in relations {
        match kept.iter_mut().find(|other| other.id == relation.id) {
            Some(other) if rank(&relation.kind) < rank(&other.kind) => *other = relation,
            Some(_) => {}
            None => kept.push(relation),
        }
    }
    kept
}

/// The words for a relation.
pub fn relation_words(kind: &str) -> &str {
    match kind {
        "response" => "in answer to",
        "cause" => "because of",
        "part" => "part of",
        "condition" => "on condition of",
        other => other,
    }
}

/// What speakers differ over, and who: "by whom: Tillerson against Putin, Lavrov".
pub fn disputed(entry: &Entry) -> Vec<String> {
    let speakers = |aspect: &str| entry.disputed_by.iter().find(|(other, ..)| other == aspect);
    let one = |aspect: &String| match speakers(aspect) {
        Some((_, affirm, dispute)) => {
            format!("{}: {} against {}", aspect_words(aspect), affirm.join(", "), dispute.join(", "))
        }
        None => aspect_words(aspect).to_owned(),
    };
    entry.disputed.iter().map(one).collect()
}

/// So many speakers of each side are named in a timeline.
const SPEAKERS: usize = 2;

/// The sides of a dispute in one line; who stands on both is named only where a side has nobody else.
fn sides(aspect: &str, affirm: &[String], dispute: &[String]) -> String {
    let side = |side: &[String], other: &[String]| {
        let own: Vec<&String> = side.iter().filter(|speaker| !other.contains(speaker)).collect();
        let named = if own.is_empty() { side.iter().collect() } else { own };
        let shown: Vec<&str> = named.iter().take(SPEAKERS).map(|speaker| speaker.as_str()).collect();
        match named.len() - shown.len() {
            0 => shown.join(", "),
            more => format!("{} and {more} more", shown.join(", ")),
        }
    };
    format!("{}: {} against {}", aspect_words(aspect), side(affirm, dispute), side(dispute, affirm))
}

/// What speakers differ over, in words.
pub fn aspect_words(aspect: &str) -> &str {
    match aspect {
        "occurrence" => "whether",
        "actor" => "by whom",
        "target" => "against whom",
        "number" => "how many",
        "legality" => "whether lawful",
        "evidence" => "the evidence",
        _ => "otherwise",
    }
}

/// What must be known beside the rows of a timeline.
pub fn notes(timeline: &Timeline) -> Vec<String> {
    let mut notes = Vec::new();
    if timeline.parts.is_empty() && !timeline.more {
        notes.push("No event answers.".to_owned());
    }
    let entries = || timeline.parts.iter().flat_map(|(_, entries)| entries);
    let mut line = Vec::new();
    if entries().any(|entry| entry.date.as_ref().is_some_and(|date| date.inferred)) {
        line.push("≈ inferred: chancery explain ID.".to_owned());
    }
    if entries().any(is_unsure) {
        line.push("? unsure: chancery explain ID tells why, --sure 40 leaves it out.".to_owned());
    }
    line.extend(marks(timeline));
    if timeline.more {
        line.push("More follow: raise --limit.".to_owned());
    }
    if timeline.claims.0 > 0 {
        line.push(format!("{}: chancery claims.", counted(timeline.claims, "claim")));
    }
    if timeline.undated.0 > 0 {
        line.push(format!("Without a day, so not shown: {}.", counted_aside(timeline.undated, "event")));
    }
    if !line.is_empty() {
        notes.push(line.join("  "));
    }
    notes.extend(reworded_note(&timeline.reworded));
    notes.extend(aside(timeline.hypothetical, timeline.denied));
    if timeline.bare.0 > 0 {
        notes.push(format!("Barely told, so not shown: {} (--bare).", counted_aside(timeline.bare, "event")));
    }
    if timeline.rejected.0 > 0 {
        notes.push(format!(
            "Rejected, so not shown: {} (--judged rejected).",
            counted_aside(timeline.rejected, "event")
        ));
    }
    notes
}

fn aside(hypothetical: Count, denied: Count) -> Option<String> {
    let total = hypothetical.0 + denied.0;
    let counts = match (hypothetical.0, denied.0) {
        (0, 0) => return None,
        _ if total >= Count::ASIDE => format!("{} hypothetical or denied", Count(total).aside()),
        (_, 0) => format!("{hypothetical} hypothetical"),
        (0, _) => format!("{denied} denied"),
        _ => format!("{hypothetical} hypothetical and {denied} denied"),
    };
    Some(format!("Not shown: {counts} (--status hypothetical,denied)."))
}

/// That the words of some articles are not their authors'.
pub fn reworded_note(articles: &[String]) -> Option<String> {
    match articles {
        [] => None,
        [one] => Some(format!("! {one} is machine-reworded: its quotations are not the speakers' words.")),
        [one, two] => Some(format!(
            "! {one} and {two} are machine-reworded: their quotations are not the speakers' words."
        )),
        [one, two, ..] => Some(format!(
            "! {one}, {two} and {} more are machine-reworded: their quotations are not the speakers' words.",
            articles.len() - 2
        )),
    }
}

/// A count with its noun.
pub fn counted(count: Count, noun: &str) -> String {
    if count.0 == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn counted_aside(count: Count, noun: &str) -> String {
    if count.0 == 1 { format!("1 {noun}") } else { format!("{} {noun}s", count.aside()) }
}
