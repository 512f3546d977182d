//! The dateline of an article: the town that its news is told from.

use super::super::reading::country_code;
use super::super::{Extent, PlaceMention};
use crate::actors::{ActorSort, Actors};
use crate::article::Part;
use crate::language::{Document, Sentence, Upos};
use std::ops::Range;

/// How many words stand at most before the mark that parts a dateline from the news.
const LONGEST: usize = 14;

/// How many words the name of its town has at most.
const NAME: usize = 4;

/// "VILNIUS, April 20 (Reuter) -", "GORI, Georgia -", "RABAT:" at the head of a text.
pub(in super::super) struct Dateline {
    /// The town.
    pub place: PlaceMention,
    /// All its words, the mark among them.
    pub tokens: Range<usize>,
    /// The sentence that the news begin with: the dateline's own, or the next one.
    pub lead: usize,
}

/// The dateline of a document; `named` are the places that it names. A text that is dated from two towns is told from neither.
pub(super) fn find(document: &Document, actors: &Actors, named: &[PlaceMention]) -> Option<Dateline> {
    let index = document.sentences.iter().position(|sentence| sentence.part == Part::Text)?;
    let sentence = &document.sentences[index];
    let mark = mark(sentence)?;
    let place = town(sentence, index, mark, actors, named)?;
    let next = || document.sentences.get(index + 1).is_some_and(|next| next.part == Part::Text);
    let lead = if mark + 1 < sentence.tokens.len() { index } else { Some(index + 1).filter(|_| next())? };
    Some(Dateline { place, tokens: 0..mark + 1, lead })
}

/// The mark behind a dateline, where no word before it tells anything.
fn mark(sentence: &Sentence) -> Option<usize> {
    let is_mark = |form: &str| matches!(form, "-" | "–" | "—" | "--" | "―" | "_" | ":");
    let tokens = || sentence.tokens.iter().enumerate().take(LONGEST + 1);
    // "PORT-AU-PRINCE, Haiti -": a hyphen between capitals is the name's.
    let hyphen = |at: usize| {
        let touches = |other: Option<usize>| {
            other.and_then(|other| sentence.tokens.get(other)).is_some_and(|word| {
                is_upper(&word.form)
                    && (word.span.end == sentence.tokens[at].span.begin
                        || word.span.begin == sentence.tokens[at].span.end)
            })
        };
        touches(at.checked_sub(1)) && touches(Some(at + 1))
    };
    let (mark, _) = tokens().find(|&(at, word)| at > 0 && is_mark(&word.form) && !hyphen(at))?;
    let silent = |word: &Upos| !matches!(word, Upos::Verb | Upos::Aux | Upos::Det | Upos::Pron);
    sentence.tokens[..mark].iter().all(|word| silent(&word.upos)).then_some(mark)
}

fn is_upper(form: &str) -> bool {
    form.chars().any(char::is_uppercase) && !form.chars().any(char::is_lowercase)
}

/// The town that a dateline begins with: one that is known, or one behind whose name its state or the day stands.
fn town(
    sentence: &Sentence,
    index: usize,
    mark: usize,
    actors: &Actors,
    named: &[PlaceMention],
) -> Option<PlaceMention> {
    let tokens = &sentence.tokens;
    let capitals =
        |range: Range<usize>| tokens[range].iter().all(|word| is_upper(&word.form) || word.form == "-");
    let two = |end: usize| tokens.get(end).is_some_and(|word| word.form == "/");
    let known = named.iter().find(|place| {
        let range = &place.tokens;
        place.sentence == index && range.start == 0 && range.end <= mark && capitals(range.clone())
    });
    if let Some(place) = known {
        return Some(place.clone()).filter(|place| place.extent == Extent::Site && !two(place.tokens.end));
    }
    let end = tokens.iter().take(mark).take_while(|word| is_upper(&word.form)).count();
    let comma = tokens.get(end).is_some_and(|word| word.form == ",");
    if end == 0 || end > NAME || !comma {
        return None;
    }
    let within = (end + 1..mark).find_map(|at| country_at(index, at, actors, named));
    let dated =
        || tokens[end + 1..mark].iter().any(|word| word.form.starts_with(|c: char| c.is_ascii_digit()));
    let country = within.or_else(|| dated().then_some(None))?;
    Some(PlaceMention {
        name: tokens[..end].iter().map(|word| capitalised(&word.form)).collect::<Vec<_>>().join(" "),
        country,
        coordinates: None,
        extent: Extent::Site,
        kind: String::new(),
        location: sentence.location_of(0..end),
        sentence: index,
        tokens: 0..end,
    })
}

/// The country of a state or a region that is named at a token.
fn country_at(index: usize, at: usize, actors: &Actors, named: &[PlaceMention]) -> Option<Option<String>> {
    let place = named.iter().find(|place| place.sentence == index && place.tokens.start == at);
    let state = || {
        let mention = actors.mentions.iter().find(|one| one.sentence == index && one.tokens.start == at)?;
        let actor = &actors.actors[mention.actor];
        (actor.sort == ActorSort::State).then(|| country_code(&actor.code).map(str::to_owned))
    };
    place.map(|place| place.country.clone()).or_else(state)
}

/// "GORI" as it is written elsewhere.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter();
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}
