//! Findings as JSON Lines, the contract that other programs rely on.
//!
//! One object per article; offsets are Unicode code points, half-open; absent values are null, and lists
//! are never null.

use super::CodePoints;
use crate::actors::Actors;
use crate::article::{Article, Location, Part, Span};
use crate::claims::Claim;
use crate::dates::{Anchor, DateValue, Expression};
use crate::events::{EventDate, Mention, Participant, Within};
use crate::mine::Findings;
use chrono::NaiveDate;
use serde_json::{Value, json};

pub use super::findings_table::write as write_table;

/// The object of one article.
pub fn to_json(article: &Article, findings: &Findings) -> Value {
    Writer {
        article,
        findings,
        text: CodePoints::new(&article.text),
        title: CodePoints::new(article.part(Part::Title)),
    }
    .object()
}

struct Writer<'a> {
    article: &'a Article,
    findings: &'a Findings,
    text: CodePoints<'a>,
    title: CodePoints<'a>,
}

impl Writer<'_> {
    fn object(&self) -> Value {
        let findings = self.findings;
        json!({
            "article": {
                "id": self.article.id,
                "title": self.article.title,
                "outlet": self.article.outlet,
                "url": self.article.url,
                "published": findings.published.date.map(day),
                "published_basis": findings.published.basis.as_str(),
                "published_candidates": findings.published_candidates.iter().copied().map(day).collect::<Vec<_>>(),
                "wording": findings.wording.as_str(),
                "language": findings.language,
            },
            "sentences": findings.document.sentences.iter()
                .filter(|sentence| sentence.part == Part::Text)
                .map(|sentence| self.text.pair(sentence.span))
                .collect::<Vec<_>>(),
            "dates": list(&findings.dates, |date| self.expression(date)),
            "actors": self.actors(&findings.actors),
            "events": list(&findings.events, |mention| self.mention(mention)),
            "relations": list(&findings.relations, |relation| json!({
                "type": relation.kind.as_str(),
                "from": relation.from.to_string(),
                "to": relation.to.to_string(),
                "words": self.place_of(relation.words),
            })),
            "claims": list(&findings.claims, |claim| self.claim(claim)),
            "diagnostics": list(&findings.diagnostics, |diagnostic| {
                let [begin, end] = optional_pair(diagnostic.location.map(|location| self.place_of(location)));
                json!({ "code": diagnostic.code, "message": diagnostic.message, "begin": begin, "end": end })
            }),
        })
    }

    fn points(&self, part: Part) -> &CodePoints<'_> {
        match part {
            Part::Text => &self.text,
            Part::Title => &self.title,
        }
    }

    fn place_of(&self, location: Location) -> [usize; 2] {
        self.points(location.part).pair(location.span)
    }

    fn spans(&self, part: Part, spans: &[Span]) -> Vec<[usize; 2]> {
        spans.iter().map(|&span| self.points(part).pair(span)).collect()
    }

    fn expression(&self, date: &Expression) -> Value {
        let [begin, end] = self.place_of(date.location);
        json!({
            "begin": begin,
            "end": end,
            "text": self.article.quote(date.location),
            "in": date.location.part.as_str(),
            "type": date.kind.as_str(),
            "timex3": date.timex3,
            "mod": date.modifier.map(|modifier| modifier.as_str()),
            "edtf": date.value.as_ref().map(|value| &value.edtf),
            "earliest": date.value.as_ref().and_then(|value| value.earliest).map(day),
            "latest": date.value.as_ref().and_then(|value| value.latest).map(day),
            "basis": date.basis.as_str(),
            "anchor": date.anchor.as_ref().map(|anchor| match anchor {
                Anchor::Publication => json!("publication"),
                Anchor::Expression(location) => self.anchor(*location),
            }),
            "alternatives": list(&date.alternatives, date_value),
            "rule": date.rule,
        })
    }

    fn anchor(&self, location: Location) -> Value {
        let [begin, end] = self.place_of(location);
        json!({ "begin": begin, "end": end, "text": self.article.quote(location), "in": location.part.as_str() })
    }

    fn actors(&self, actors: &Actors) -> Value {
        let mut mentions = vec![Vec::new(); actors.actors.len()];
        for mention in &actors.mentions {
            if let (Part::Text, Some(of)) = (mention.location.part, mentions.get_mut(mention.actor)) {
                of.push(self.place_of(mention.location));
            }
        }
        actors
            .actors
            .iter()
            .zip(mentions)
            .map(|(actor, mentions)| {
                json!({ "id": actor.id, "name": actor.name, "code": code(&actor.code), "mentions": mentions })
            })
            .collect()
    }

    fn mention(&self, mention: &Mention) -> Value {
        let [begin, end] = self.points(mention.part).pair(mention.span);
        json!({
            "id": mention.id.to_string(),
            "event": format!("e{}", mention.happening),
            "in": mention.part.as_str(),
            "kind": mention.kind,
            "mode": mention.mode,
            "contexts": mention.contexts,
            "label": mention.label,
            "sureness": mention.sureness,
            "doubts": mention.doubts,
            "status": mention.status.as_str(),
            "within": self.within(mention),
            "trigger": self.spans(mention.part, &mention.trigger),
            "begin": begin,
            "end": end,
            "sources": list(&mention.sources, |participant| self.participant(participant)),
            "targets": list(&mention.targets, |participant| self.participant(participant)),
            "place": mention.place.as_ref().map(|place| json!({
                "name": place.name,
                "country": place.country,
                "latitude": place.coordinates.map(|(latitude, _)| latitude),
                "longitude": place.coordinates.map(|(_, longitude)| longitude),
            })),
            "particulars": list(&mention.particulars, |particular| {
                let [begin, end] = self.place_of(particular.location);
                json!({
                    "what": particular.what,
                    "low": particular.low.map(number),
                    "high": particular.high.map(number),
                    "begin": begin,
                    "end": end,
                })
            }),
            "date": self.event_date(mention.date.as_ref()),
            "rule": mention.rule,
        })
    }

    fn within(&self, mention: &Mention) -> Option<String> {
        match mention.within? {
            Within::Claim(index) => self.findings.claims.get(index).map(|claim| claim.id.to_string()),
            Within::Mention(id) => Some(id.to_string()),
        }
    }

    fn participant(&self, participant: &Participant) -> Value {
        let actor = participant.actor.and_then(|index| self.findings.actors.actors.get(index));
        let [begin, end] = self.place_of(participant.location);
        json!({
            "actor": actor.map(|actor| &actor.id),
            "text": self.article.quote(participant.location),
            "begin": begin,
            "end": end,
            "code": participant.code.clone().or_else(|| actor.and_then(|actor| code(&actor.code)).map(str::to_string)),
        })
    }

    fn event_date(&self, date: Option<&EventDate>) -> Value {
        let value = date.map(|date| &date.value);
        json!({
            "timex3": date.and_then(|date| date.timex3.as_ref()),
            "edtf": value.map(|value| &value.edtf),
            "earliest": value.and_then(|value| value.earliest).map(day),
            "latest": value.and_then(|value| value.latest).map(day),
            "basis": date.map_or("none", |date| date.basis.as_str()),
            "inferred": date.is_some_and(|date| date.inferred),
            "reasons": date.map_or(&[][..], |date| &date.reasons),
            "anchor": date.and_then(|date| date.anchor).map(|location| self.anchor(location)),
        })
    }

    fn claim(&self, claim: &Claim) -> Value {
        let actor = |index: usize| self.findings.actors.actors.get(index).map(|actor| &actor.id);
        json!({
            "id": claim.id.to_string(),
            "in": claim.part.as_str(),
            "speaker": claim.speaker.and_then(actor),
            "source": self.spans(claim.part, &claim.source),
            "cue": self.spans(claim.part, &claim.cue),
            "content": self.spans(claim.part, &claim.content),
            "addressee": claim.addressee.and_then(actor),
            "stance": claim.stance.as_str(),
            "polarity": claim.polarity.as_str(),
            "modality": claim.modality.as_str(),
            "quoted": claim.quoted.as_str(),
            "about": list(&claim.about, |mention| json!(mention.to_string())),
            "aspect": claim.aspect.map(|aspect| aspect.as_str()),
            "date": claim.date.as_ref().map(date_value),
        })
    }
}

fn list<T>(items: &[T], write: impl FnMut(&T) -> Value) -> Value {
    items.iter().map(write).collect()
}

fn optional_pair(pair: Option<[usize; 2]>) -> [Option<usize>; 2] {
    [pair.map(|pair| pair[0]), pair.map(|pair| pair[1])]
}

/// A day as `YYYY-MM-DD`, with a sign where the year needs one.
fn day(day: NaiveDate) -> String {
    day.to_string()
}

fn date_value(value: &DateValue) -> Value {
    json!({ "edtf": value.edtf, "earliest": value.earliest.map(day), "latest": value.latest.map(day) })
}

/// A code, unless nothing is known of it.
fn code(code: &str) -> Option<&str> {
    (!code.is_empty()).then_some(code)
}

/// Whole numbers without a decimal point.
fn number(value: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT { json!(value as i64) } else { json!(value) }
}
