//! What linking knows of one text.

use super::Keys;
use super::happening::{Happening, happenings};
use super::hash::hash;
use super::story::Story;
use super::wording::Fingerprint;
use crate::article::{Article, Part, Span, Wording};
use crate::mine::Findings;
use chrono::Datelike;

/// What linking knows of one text: its story, its wording and its happenings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Hash of the text, the last word where nothing else tells two texts apart.
    pub text: u64,
    /// The day of publication, counted from 0001-01-01.
    pub published: Option<i32>,
    /// Whether its words were altered by a machine.
    pub reworded: bool,
    /// Its happenings, by number.
    pub happenings: Vec<Happening>,
    pub(super) story: Story,
    pub(super) wording: Fingerprint,
}

impl Profile {
    /// The profile of an article, and its keys: two texts are compared only if these meet.
    pub fn new(article: &Article, findings: &Findings) -> (Self, Keys) {
        let (wording, sequences) = Fingerprint::new(&article.text, mined(article, findings));
        let profile = Self {
            text: hash(&[article.text.as_bytes()]),
            published: findings.published.date.map(|day| day.num_days_from_ce()),
            reworded: findings.wording == Wording::Reworded,
            happenings: happenings(findings),
            story: Story::new(&findings.document),
            wording,
        };
        let story = (!profile.happenings.is_empty()).then_some(&profile.story);
        let keys = Keys::new(profile.published, &sequences, story, &profile.happenings);
        (profile, keys)
    }

    /// The bytes that it takes in memory.
    pub fn weight(&self) -> usize {
        size_of::<Self>()
            + self.story.weight()
            + self.wording.weight()
            + heap(&self.happenings)
            + self.happenings.iter().map(Happening::weight).sum::<usize>()
    }

    /// Whether the text tells mostly of things long past: a history, not news with a look back.
    pub fn is_narrative(&self) -> bool {
        let Some(published) = self.published else { return false };
        let dated = self.happenings.iter().filter_map(|happening| happening.days);
        let (past, present) = dated.fold((0, 0), |(past, present), days| {
            if published - days.latest > 31 { (past + 1, present) } else { (past, present + 1) }
        });
        past > 2 * present
    }

    /// The bytes that are stored.
    pub fn encode(&self) -> Vec<u8> {
        super::codec::encode(self)
    }

    /// Reads stored bytes.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        super::codec::decode(bytes)
    }
}

/// The bytes of a list beside itself, with what the allocator adds.
pub(super) fn heap<T>(list: &Vec<T>) -> usize {
    if list.capacity() == 0 { 0 } else { 16 + list.capacity() * size_of::<T>() }
}

/// The text from its first sentence to its last, without the site's furniture around them; all of a text
/// that was not mined.
fn mined(article: &Article, findings: &Findings) -> Span {
    let sentences = findings.document.sentences.iter().filter(|sentence| sentence.part == Part::Text);
    let mined = sentences.map(|sentence| sentence.span).reduce(Span::cover);
    mined.unwrap_or(Span::new(0, article.text.len()))
}
