//! What stands behind an event or a claim, for a reader who checks it.

use super::claims::{
    article_record, claim_record, content_cell, original_mark, original_record, speaker, stance,
};
use super::date::Calendar;
use super::format::Report;
use super::questions::{question_record, questions_sheet};
use super::sheet::{Cell, Column, Part, Row, Sheet};
use super::timeline::{disputed, entry_record, relation_words, reworded_note};
use super::who::who;
use crate::query::timeline::side_by_side;
use crate::query::{ArticleName, Bearing, ClaimEntry, Evidence, MentionEvidence, OriginalWords, questions};
use serde_json::{Value, json};

/// An event in short: what `show` prints.
#[derive(Debug)]
pub struct Shown(pub Evidence);

/// An event with the words behind it: what `explain` prints.
#[derive(Debug)]
pub struct Explained(pub Evidence);

/// A claim with the words around it.
#[derive(Debug)]
pub struct ClaimExplained {
    /// The claim.
    pub claim: ClaimEntry,
    /// The words around it, in pieces; those with `true` are the cue.
    pub words: Vec<(String, bool)>,
    /// The words around it in the original, where the article is machine-reworded and the original is there.
    pub original: Option<OriginalWords>,
    /// What analysts decided on it.
    pub judgements: Vec<Bearing>,
}

impl Report for Shown {
    fn sheets(&self) -> Vec<Sheet> {
        let evidence = &self.0;
        let mut sheets = vec![facts(heading(evidence), event_facts(evidence))];
        let mentions = evidence.mentions.iter().map(|mention| {
            Row::cells([
                Cell::from(mention.short_id.as_str()),
                mention.article.published.clone().unwrap_or_default().into(),
                article(&mention.article).into(),
                mention.status.as_str().into(),
                words_cell(&mention.words, mention.original.as_ref(), &mention.article),
            ])
        });
        sheets.push(Sheet {
            columns: vec![
                Column::whole("ID"),
                Column::whole("PUBLISHED"),
                Column::side("ARTICLE"),
                Column::whole("STATUS"),
                Column::main("WORDS"),
            ],
            parts: vec![Part { heading: None, rows: mentions.collect() }],
            notes: reworded(evidence).into_iter().collect(),
        });
        sheets.extend(questions_sheet(&questions(&evidence.claims), &evidence.claims));
        if !evidence.claims.is_empty() {
            sheets.push(claims_sheet(&evidence.claims));
        }
        sheets
    }

    fn records(&self) -> Vec<Value> {
        vec![evidence_record(&self.0)]
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        MENTION_COLUMNS
    }
}

impl Report for Explained {
    fn sheets(&self) -> Vec<Sheet> {
        let evidence = &self.0;
        let mut sheets = vec![facts(heading(evidence), event_facts(evidence))];
        for mention in &evidence.mentions {
            sheets.push(facts(told_in(mention), mention_facts(mention)));
        }
        if !evidence.links.is_empty() {
            let links =
                evidence.links.iter().map(|link| ("one event".to_owned(), link.clone().into())).collect();
            sheets.push(facts("Why these tell of one event".into(), links));
        }
        sheets.extend(questions_sheet(&questions(&evidence.claims), &evidence.claims));
        if !evidence.claims.is_empty() {
            sheets.push(claims_sheet(&evidence.claims));
        }
        if let (Some(last), Some(note)) = (sheets.last_mut(), reworded(evidence)) {
            last.notes.push(note);
        }
        sheets
    }

    fn records(&self) -> Vec<Value> {
        vec![evidence_record(&self.0)]
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        MENTION_COLUMNS
    }
}

impl Report for ClaimExplained {
    fn sheets(&self) -> Vec<Sheet> {
        let claim = &self.claim;
        let mut rows: Vec<(String, Cell)> = vec![
            ("speaker".into(), named(claim).into()),
            ("stance".into(), stance(claim).into()),
            ("content".into(), content_cell(claim)),
            ("words".into(), words_cell(&self.words, self.original.as_ref(), &claim.article)),
            ("quoted".into(), quoted(claim).into()),
        ];
        if let Some(addressee) = &claim.addressee {
            rows.push(("to".into(), addressee.as_str().into()));
        }
        for (_, short, label) in &claim.about {
            rows.push(("about".into(), format!("{short}  {label}").into()));
        }
        if let Some(date) = &claim.date {
            rows.push(("said".into(), Calendar::Full.show(date).into()));
        }
        rows.push(("told in".into(), full_article(&claim.article).into()));
        rows.push(("rule".into(), claim.rule.as_str().into()));
        rows.extend(bearing_facts(&self.judgements));
        let mut sheet = facts(format!("{}  claim", claim.short_id), rows);
        if claim.article.is_reworded() {
            sheet.notes.extend(reworded_note(&[claim.article.shown().to_owned()]));
        }
        vec![sheet]
    }

    fn records(&self) -> Vec<Value> {
        let mut record = claim_record(&self.claim);
        if let Value::Object(fields) = &mut record {
            fields.insert("judgements".into(), bearing_records(&self.judgements));
        }
        vec![record]
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("claim", "/claim"),
            ("speaker", "/speaker/name"),
            ("stance", "/stance"),
            ("content", "/content"),
            ("verbatim", "/verbatim"),
            ("about", "/about"),
            ("article", "/article/id"),
            ("rule", "/rule"),
        ]
    }
}

const MENTION_COLUMNS: &[(&str, &str)] = &[
    ("event", "/event"),
    ("what", "/label"),
    ("date", "/date/edtf"),
    ("status", "/status"),
    ("sources", "/sources"),
    ("targets", "/targets"),
    ("place", "/place/name"),
    ("origins", "/origins"),
    ("mentions", "/mention_ids"),
];

fn heading(evidence: &Evidence) -> String {
    format!("{}  {}", evidence.entry.short_id, evidence.entry.label)
}

/// A list of facts under a heading: their names and what they are.
pub fn facts(heading: String, facts: Vec<(String, Cell)>) -> Sheet {
    Sheet {
        columns: vec![Column::whole(""), Column::main("")],
        parts: vec![Part {
            heading: Some(heading),
            rows: facts
                .into_iter()
                .map(|(name, fact)| Row::Cells(vec![format!("  {name}").into(), fact]))
                .collect(),
        }],
        notes: Vec::new(),
    }
}

fn event_facts(evidence: &Evidence) -> Vec<(String, Cell)> {
    let entry = &evidence.entry;
    let mut rows: Vec<(String, Cell)> = Vec::new();
    let mut date: Cell = match &entry.date {
        Some(date) => format!(
            "{} ({}, {})",
            Calendar::Full.show(date),
            date.edtf,
            if date.inferred { "inferred" } else { "read" }
        )
        .into(),
        None => "unknown".into(),
    };
    date.below.extend(evidence.date_reason.clone());
    rows.push(("date".into(), date));
    rows.extend(entry.announced.as_ref().map(|day| ("announced".into(), day.as_str().into())));
    let who = who(entry);
    if !who.is_empty() {
        rows.push(("who".into(), who.into()));
    }
    if let Some(place) = &entry.place {
        let country = place.country.as_ref().map_or(String::new(), |country| format!(" ({country})"));
        rows.push(("where".into(), format!("{}{country}", place.name).into()));
    }
    let mode = entry.mode.as_ref().map_or(String::new(), |mode| format!(" {mode}"));
    rows.push(("kind".into(), format!("{}{mode}, {}", entry.kind, entry.status).into()));
    if !entry.disputed.is_empty() {
        rows.push(("disputed".into(), disputed(entry).join("; ").into()));
    }
    for (what, readings) in &entry.variants {
        rows.push((what.clone(), format!("told differently: {}", side_by_side(readings)).into()));
    }
    for relation in &entry.relations {
        rows.push((relation_words(&relation.kind).to_owned(), relation.short_id.as_str().into()));
    }
    for (kind, short, label) in &evidence.followers {
        rows.push(("then".into(), format!("{short}  {label} ({} this)", relation_words(kind)).into()));
    }
    let texts = if entry.texts == 1 { "1 text".to_owned() } else { format!("{} texts", entry.texts) };
    let origins =
        if entry.origins == 1 { "1 origin".to_owned() } else { format!("{} origins", entry.origins) };
    let first = entry.first_reported.as_ref().map_or(String::new(), |day| format!(", first reported {day}"));
    rows.push(("told by".into(), format!("{texts} of {origins}{first}").into()));
    rows.extend(entry.sureness.map(|sureness| ("sure".to_owned(), percent(sureness).into())));
    if entry.unreported {
        rows.push(("but".into(), "its day has passed without a report".into()));
    }
    rows.extend(bearing_facts(&evidence.judgements));
    rows
}

/// What analysts decided, with what the articles have instead.
pub fn bearing_facts(bearings: &[Bearing]) -> Vec<(String, Cell)> {
    bearings.iter().map(|bearing| ("judged".to_owned(), bearing_cell(bearing))).collect()
}

fn bearing_cell(bearing: &Bearing) -> Cell {
    let values: Vec<String> = bearing.corrections.iter().map(|correction| correction.shown()).collect();
    let values = if values.is_empty() { String::new() } else { format!(": {}", values.join(" ")) };
    let on = if bearing.subject == "mention" { " (a mention)" } else { "" };
    let day = bearing.made.get(..10).unwrap_or(&bearing.made);
    let mut cell: Cell =
        format!("{}{on}{values} by {} on {day} (no. {})", bearing.verb.past(), bearing.who, bearing.number)
            .into();
    cell.below.extend(bearing.why.clone());
    for (field, mined) in &bearing.mined {
        let mined = mined.as_deref().unwrap_or("nothing");
        cell.below.push(format!("{field} from the articles: {mined}"));
    }
    cell
}

/// What analysts decided, as objects.
pub fn bearing_records(bearings: &[Bearing]) -> Value {
    bearings
        .iter()
        .map(|bearing| {
            json!({
                "number": bearing.number,
                "made": bearing.made,
                "who": bearing.who,
                "verb": bearing.verb.as_str(),
                "subject": bearing.subject,
                "corrections": bearing.corrections,
                "why": bearing.why,
                "mined": bearing.mined.iter().map(|(field, mined)| json!({ "field": field, "value": mined })).collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn told_in(mention: &MentionEvidence) -> String {
    let part = if mention.part == "title" { ", in the title" } else { "" };
    format!("{}  told in {}{part}", mention.short_id, full_article(&mention.article))
}

fn mention_facts(mention: &MentionEvidence) -> Vec<(String, Cell)> {
    let mut rows: Vec<(String, Cell)> =
        vec![("words".into(), words_cell(&mention.words, mention.original.as_ref(), &mention.article))];
    let mode = mention.mode.as_ref().map_or(String::new(), |mode| format!(" {mode}"));
    let mut kind: Cell = format!("{}{mode}, {}", mention.kind, mention.status).into();
    kind.below.push(format!("rule {}", mention.rule));
    rows.push(("kind".into(), kind));
    if let Some(within) = &mention.within {
        rows.push(("within".into(), within.as_str().into()));
    }
    for (side, words, name, code) in &mention.participants {
        let code = if code.is_empty() { String::new() } else { format!(", {code}") };
        let who = match name {
            Some(name) if name == words => format!("{name}{code}"),
            Some(name) => format!("{name}{code}: {words:?}"),
            None => format!("{words:?}, no actor that we know"),
        };
        rows.push((side.clone(), who.into()));
    }
    if let Some((words, name)) = &mention.place {
        rows.push((
            "where".into(),
            if words == name { name.clone() } else { format!("{name}: {words:?}") }.into(),
        ));
    }
    for (what, low, high, words) in &mention.particulars {
        rows.push((what.clone(), format!("{}: {words:?}", range(*low, *high)).into()));
    }
    rows.push(("date".into(), date_cell(mention)));
    if let Some(sureness) = mention.sureness {
        let mut cell: Cell = percent(sureness).into();
        cell.below.clone_from(&mention.doubts);
        rows.push(("sure".into(), cell));
    }
    for (kind, words, label) in &mention.relations {
        rows.push((relation_words(kind).to_owned(), format!("{label}: {words:?}").into()));
    }
    rows
}

fn date_cell(mention: &MentionEvidence) -> Cell {
    let basis = match mention.date_basis.as_str() {
        "expression" => "an expression that belongs to it",
        "clause" => "an expression of its clause",
        "narrative" => "the running date of the story",
        "publication" => "the day of publication, as its grammar asks",
        "relation" => "a relation to another event",
        _ => "nothing",
    };
    let mut cell: Cell = match &mention.edtf {
        Some(edtf) => {
            let inferred = if mention.date_inferred { " ≈" } else { "" };
            let words = mention.date_words.as_ref().map_or(String::new(), |words| format!(": {words:?}"));
            format!("{edtf}{inferred}, by {basis}{words}").into()
        }
        None => "unknown".into(),
    };
    cell.below.clone_from(&mention.date_reasons);
    cell
}

/// A share of certainty as people say it.
fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn range(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("{low}"),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "some".into(),
    }
}

/// A sentence of an article; where the article is machine-reworded and its original is there, the original's, and whose
/// they are below it.
fn words_cell(pieces: &[(String, bool)], original: Option<&OriginalWords>, article: &ArticleName) -> Cell {
    match original {
        Some(original) => Cell { text: words(&original.words, false), below: vec![original_mark(original)] },
        None => words(pieces, article.is_reworded()).into(),
    }
}

/// A sentence with its marked words in brackets. Quotation marks of a reworded article do not stand around the
/// speaker's words, and so are not shown as such.
fn words(pieces: &[(String, bool)], reworded: bool) -> String {
    let text: String = pieces
        .iter()
        .map(|(words, inside)| if *inside { format!("[{words}]") } else { words.clone() })
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if reworded { text.replace(['“', '„', '«'], "‹").replace(['”', '»'], "›") } else { text }
}

fn named(claim: &ClaimEntry) -> String {
    let name = speaker(claim);
    if claim.source_words.is_empty() || claim.source_words == name {
        return name;
    }
    match &claim.speaker {
        Some(actor) if actor.code.is_empty() => format!("{name}: {:?}", claim.source_words),
        Some(actor) => format!("{name}, {}: {:?}", actor.code, claim.source_words),
        None => name,
    }
}

fn quoted(claim: &ClaimEntry) -> String {
    if let Some(original) = &claim.original {
        let how = match original.quoted.as_deref() {
            Some("direct") => "directly: the speaker's words, as the original has them",
            Some("mixed") => "partly in quotation marks in the original",
            Some(_) => "indirectly: the original's words",
            None => "as the sentence of the original has it",
        };
        return how.into();
    }
    match (claim.quoted.as_str(), claim.article.is_reworded()) {
        ("indirect", _) => "indirectly: the article's words".into(),
        (_, true) => "in quotation marks, but machine-reworded: not the speaker's words".into(),
        ("direct", false) => "directly: the speaker's words".into(),
        _ => "partly in quotation marks".into(),
    }
}

fn article(article: &ArticleName) -> String {
    match &article.outlet {
        Some(outlet) => format!("{}, {outlet}", article.shown()),
        None => article.shown().to_owned(),
    }
}

fn full_article(name: &ArticleName) -> String {
    let published = match &name.published {
        Some(day) => format!("published {day}, {}", basis_words(&name.published_basis)),
        None => "publication date unknown".into(),
    };
    let reworded = if name.is_reworded() { "; machine-reworded" } else { "" };
    format!("{} ({published}{reworded})", article(name))
}

/// How a publication date is known, in words.
pub fn basis_words(basis: &str) -> &str {
    match basis {
        "given" => "as given on import",
        "field" => "by a field of its record",
        "metadata" => "by the page's metadata",
        "dateline" => "by its dateline",
        "filename" => "by the name of its file",
        "inferred" => "as its own words let one infer",
        _ => "unknown",
    }
}

fn reworded(evidence: &Evidence) -> Option<String> {
    let mentions = evidence.mentions.iter().map(|mention| &mention.article);
    let claims = evidence.claims.iter().map(|claim| &claim.article);
    let mut names: Vec<String> = mentions
        .chain(claims)
        .filter(|article| article.is_reworded())
        .map(|article| article.shown().to_owned())
        .collect();
    names.sort();
    names.dedup();
    reworded_note(&names)
}

fn claims_sheet(claims: &[ClaimEntry]) -> Sheet {
    let rows = claims.iter().map(|claim| {
        Row::cells([
            Cell::from(claim.short_id.as_str()),
            speaker(claim).into(),
            stance(claim).into(),
            content_cell(claim),
        ])
    });
    Sheet {
        columns: vec![
            Column::whole("CLAIM"),
            Column::side("SPEAKER"),
            Column::side("STANCE"),
            Column::main("CONTENT"),
        ],
        parts: vec![Part { heading: None, rows: rows.collect() }],
        notes: Vec::new(),
    }
}

fn evidence_record(evidence: &Evidence) -> Value {
    let mut record = entry_record(evidence.part, &evidence.entry);
    if let Value::Object(fields) = &mut record {
        fields.insert("date_reason".into(), evidence.date_reason.clone().into());
        fields.insert(
            "mention_ids".into(),
            evidence.mentions.iter().map(|mention| mention.id.clone()).collect(),
        );
        fields.insert("mentions".into(), evidence.mentions.iter().map(mention_record).collect());
        fields.insert("links".into(), evidence.links.clone().into());
        let asked = questions(&evidence.claims);
        let records = asked.iter().map(|question| question_record(question, &evidence.claims));
        fields.insert("questions".into(), records.collect());
        fields.insert("judgements".into(), bearing_records(&evidence.judgements));
        fields.insert("claims".into(), evidence.claims.iter().map(claim_record).collect());
    }
    record
}

fn mention_record(mention: &MentionEvidence) -> Value {
    json!({
        "id": mention.id,
        "article": article_record(&mention.article),
        "in": mention.part,
        "begin": mention.span.0,
        "end": mention.span.1,
        "words": mention.words.iter().map(|(words, _)| words.as_str()).collect::<String>(),
        "original": original_record(mention.original.as_ref()),
        "status": mention.status,
        "within": mention.within,
        "kind": mention.kind,
        "mode": mention.mode,
        "participants": mention.participants.iter().map(|(side, words, name, code)| {
            json!({ "side": side, "words": words, "name": name, "code": Some(code).filter(|code| !code.is_empty()) })
        }).collect::<Vec<_>>(),
        "place": mention.place.as_ref().map(|(words, name)| json!({ "words": words, "name": name })),
        "particulars": mention.particulars.iter().map(|(what, low, high, words)| {
            json!({ "what": what, "low": low, "high": high, "words": words })
        }).collect::<Vec<_>>(),
        "date": {
            "edtf": mention.edtf,
            "basis": mention.date_basis,
            "inferred": mention.date_inferred,
            "words": mention.date_words,
            "reasons": mention.date_reasons,
        },
        "rule": mention.rule,
        "sureness": mention.sureness,
        "doubts": mention.doubts,
    })
}
