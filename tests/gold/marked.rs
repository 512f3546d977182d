//! Texts whose events were marked by writers who had not seen the rules, and what of a found mention agrees with the event that
//! it tells of.

use chancery::article::{Article, Published, PublishedBasis, Span};
use chancery::dates::DateValue;
use chancery::events::{Mention, Participant};
use chancery::mine::Findings;
use serde::Deserialize;

/// A text and what was marked in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    pub id: String,
    published: String,
    pub text: String,
    pub events: Vec<Marked>,
}

/// An event as its writer marked it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marked {
    pub trigger: String,
    pub also: Vec<String>,
    pub kind: Vec<String>,
    pub source: Vec<String>,
    pub target: Vec<String>,
    date: Option<String>,
    #[serde(rename = "told")]
    _told: bool,
    status: String,
    pub place: Option<String>,
}

/// What of a mention agrees with the event that it tells of.
pub struct Agreement {
    /// The event, by its place among those of the passage.
    pub event: usize,
    pub kind: bool,
    pub source: bool,
    pub target: bool,
    pub date: bool,
    pub status: bool,
    pub place: bool,
}

impl Agreement {
    /// Whether all agrees but the place.
    pub fn is_right(&self) -> bool {
        self.kind && self.source && self.target && self.date && self.status
    }
}

impl Passage {
    /// The passage as an article of the day that it was published.
    pub fn article(&self) -> Article {
        Article {
            text: self.text.clone(),
            published: Published { date: self.published.parse().ok(), basis: PublishedBasis::Given },
            ..Article::default()
        }
    }

    /// The marked event that a mention tells of best, and what agrees; none where its words tell of nothing marked.
    pub fn compare(&self, mention: &Mention, found: &Findings) -> Option<Agreement> {
        let touches = |words: &str| {
            let spans = occurrences(&self.text, words);
            mention.trigger.iter().any(|&own| spans.iter().any(|&span| own.overlaps(span)))
        };
        let fit = |marked: &Marked| {
            let (own, also) = (touches(&marked.trigger), marked.also.iter().any(|words| touches(words)));
            let kind = usize::from(marked.kind.contains(&mention.kind));
            let status = usize::from(marked.status == mention.status.as_str());
            (own || also).then_some(4 * kind + 2 * usize::from(own) + status)
        };
        let fits = self.events.iter().enumerate().filter_map(|(at, marked)| Some((fit(marked)?, at)));
        let (_, event) = fits.max_by_key(|&(fit, at)| (fit, std::cmp::Reverse(at)))?;
        let marked = &self.events[event];
        let pair = Pair { text: &self.text, found, mention, marked };
        let (source, target) = pair.parties();
        Some(Agreement {
            event,
            kind: marked.kind.contains(&mention.kind),
            source,
            target,
            date: pair.date_agrees(),
            status: marked.status == mention.status.as_str(),
            place: pair.place_agrees(),
        })
    }
}

/// Where some words stand in a text.
fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = text.as_bytes();
    text.match_indices(words)
        .map(|(begin, words)| Span::new(begin, begin + words.len()))
        .filter(|span| {
            let before = span.begin.checked_sub(1).and_then(|at| bytes.get(at));
            !letter(before) && !letter(bytes.get(span.end))
        })
        .collect()
}

/// A found mention beside the marked event that it tells of.
struct Pair<'a> {
    text: &'a str,
    found: &'a Findings,
    mention: &'a Mention,
    marked: &'a Marked,
}

impl Pair<'_> {
    /// Whether somebody found is somebody marked: by his own words, or by those for him elsewhere in the passage.
    fn is(&self, one: &Participant, words: &str) -> bool {
        let mut spans = vec![one.location.span];
        if let Some(actor) = one.actor {
            let named = self.found.actors.mentions.iter().filter(|mention| mention.actor == actor);
            spans.extend(named.map(|mention| mention.location.span));
        }
        occurrences(self.text, words).iter().any(|&span| spans.iter().any(|&other| span.overlaps(other)))
    }

    fn sides_agree(&self, found: &[&Participant], marked: &[&String]) -> bool {
        marked.iter().all(|words| found.iter().any(|one| self.is(one, words)))
            && found.iter().all(|one| marked.iter().any(|words| self.is(one, words)))
    }

    /// Whether sources and targets agree; where all sides do the same, and where nobody does anything, they may stand on
    /// either side.
    fn parties(&self) -> (bool, bool) {
        let (sources, targets): (Vec<_>, Vec<_>) =
            (self.mention.sources.iter().collect(), self.mention.targets.iter().collect());
        let (source, target): (Vec<_>, Vec<_>) =
            (self.marked.source.iter().collect(), self.marked.target.iter().collect());
        let kind = self.mention.kind.as_str();
        let mutual = target.is_empty()
            && source.len() > 1
            && matches!(kind, "CONSULT" | "AGREE" | "COOPERATE" | "ASSAULT");
        let all = [sources.as_slice(), targets.as_slice()].concat();
        let either = mutual || matches!(kind, "DIE" | "LEAVE" | "DISASTER" | "APPOINT" | "ELECT");
        if either && self.sides_agree(&all, &[source.as_slice(), target.as_slice()].concat()) {
            return (true, true);
        }
        (self.sides_agree(&sources, &source), self.sides_agree(&targets, &target))
    }

    fn date_agrees(&self) -> bool {
        let span = |value: &DateValue| (value.earliest, value.latest);
        let found = self.mention.date.as_ref().map(|date| span(&date.value));
        let found = found.filter(|&days| days != (None, None));
        let marked = self.marked.date.as_deref().map(|edtf| span(&DateValue::parse(edtf).expect("EDTF")));
        found == marked
    }

    fn place_agrees(&self) -> bool {
        match (&self.mention.place, &self.marked.place) {
            (Some(place), Some(words)) => {
                let (name, words_in_small) = (place.name.to_lowercase(), words.to_lowercase());
                occurrences(self.text, words).iter().any(|&span| span.overlaps(place.location.span))
                    || words_in_small.contains(&name)
            }
            (found, marked) => found.is_none() && marked.is_none(),
        }
    }
}
