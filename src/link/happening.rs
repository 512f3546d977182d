//! One happening as one text tells it: what linking knows of its mentions taken together.

use super::Days;
use super::figure::Figure;
use super::hash::word;
use super::kinds::Act;
use super::profile::heap;
use super::telling::{self, Count};
use crate::actors::ActorSort;
use crate::article::Part;
use crate::events::{Mention, Participant, Status, country_code};
use crate::mine::Findings;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The mentions of one happening in one text, taken together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Happening {
    /// Its number in the text (`mentions.happening`).
    pub number: u32,
    /// The stable name of its first mention.
    pub name: u64,
    /// How many mentions it has.
    pub mentions: u16,
    /// The kinds that its mentions have, as small numbers, ascending.
    pub kinds: Vec<u8>,
    /// Hashes of its modes, ascending.
    pub modes: Vec<u32>,
    /// The lists of like acts that its kinds and modes stand in, ascending.
    pub ways: Vec<u8>,
    /// Hashes of the acts among its kinds and modes of which a day hardly sees two, ascending.
    pub seldom: Vec<u32>,
    /// Whether it is what befalls nobody twice.
    pub once: bool,
    /// Whether it is what a country sees one of in a season.
    pub seasonal: bool,
    /// Whether it is done with one another, so that nobody does it to somebody.
    pub mutual: bool,
    /// Hashes of the roots of its triggers, ascending: "nominate" and "nomination" share one.
    pub roots: Vec<u32>,
    /// Who takes part.
    pub parties: Vec<Party>,
    /// Hash of the place's name.
    pub place: Option<u32>,
    /// Latitude and longitude of the place, where it is no country.
    pub point: Option<(f32, f32)>,
    /// Hash of the place's country.
    pub country: Option<u32>,
    /// When.
    pub days: Option<Days>,
    /// Numbers told of it.
    pub figures: Vec<Figure>,
    /// Whether any mention tells it as fact.
    pub happened: bool,
    /// Whether it is told only as possible or feared.
    pub hypothetical: bool,
    /// Whether it is told only as still to come.
    pub planned: bool,
    /// Whether the text itself says throughout that it was not done; who denies an act speaks of it.
    pub denied: bool,
    /// Whether it is told throughout as another one than what the text is about: "a second bombing", "other navies".
    pub another: bool,
    /// Hashes of the content words around its triggers, ascending, with what they say from 0 to 255.
    pub words: Vec<(u32, u8)>,
    /// The days of the week on which it can be, a bit each from Monday on; 0 where nothing tells.
    pub weekdays: u8,
    /// What the sentences that tell of it count.
    pub counts: Vec<Count>,
    /// Words for those who do it, ascending, with what they say.
    pub doers: Vec<(u32, u8)>,
    /// Words for those to whom it is done.
    pub done_to: Vec<(u32, u8)>,
    /// Words that say what sort of it, where a noun tells it: "parliamentary" of an election, "nuclear" of talks.
    pub sorts: Vec<(u32, u8)>,
    /// Whether it is told in the headline or the opening of the text.
    pub lead: bool,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Party {
    /// Hash of the actor's key.
    pub actor: u32,
    /// Hash of the country in the actor's code; 0 for none.
    pub country: u32,
    /// Whether it is a person or body known by name, of whom there is one.
    pub single: bool,
    /// Whether it is a person known by name.
    pub person: bool,
    /// Whether it acts.
    pub source: bool,
    /// Whether it is acted upon.
    pub target: bool,
}

impl Happening {
    /// The bytes of its lists.
    pub(super) fn weight(&self) -> usize {
        heap(&self.kinds)
            + heap(&self.ways)
            + [&self.modes, &self.seldom, &self.roots].into_iter().map(heap).sum::<usize>()
            + heap(&self.parties)
            + heap(&self.figures)
            + heap(&self.counts)
            + [&self.words, &self.doers, &self.done_to, &self.sorts].into_iter().map(heap).sum::<usize>()
    }
}

/// The happenings of a text, in the order of their numbers.
pub(super) fn happenings(findings: &Findings) -> Vec<Happening> {
    let mut groups: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
    for mention in &findings.events {
        groups.entry(mention.happening).or_default().push(mention);
    }
    let mut found: Vec<Happening> =
        groups.iter().filter_map(|(&number, mentions)| together(number, mentions, findings)).collect();
    // Where a text names one country alone, its election is there.
    let country = country_of_all(findings);
    for happening in found.iter_mut().filter(|happening| happening.seasonal) {
        let own = happening.parties.iter().map(|party| party.country).find(|&country| country != 0);
        happening.country = happening.country.or(own).or(country);
    }
    found
}

/// The country of all states, bodies and people that a text names, if they are of one.
fn country_of_all(findings: &Findings) -> Option<u32> {
    let mut named = findings.actors.actors.iter().filter_map(|actor| country_code(&actor.code));
    let first = named.next()?;
    named.all(|other| other == first).then(|| word(first))
}

fn together(number: usize, mentions: &[&Mention], findings: &Findings) -> Option<Happening> {
    let first = mentions.first()?;
    let mut days: Option<Days> = None;
    for mention in mentions {
        let Some(date) = &mention.date else { continue };
        let Some(found) = Days::new(&date.value, !date.inferred) else { continue };
        // The narrowest span that the mentions agree on.
        days = Some(match days {
            None => found,
            Some(present) => match present.intersection(found) {
                Some(both) => Days {
                    told: if found.length() < present.length() { found.told } else { present.told },
                    ..both
                },
                None => present,
            },
        });
    }
    let place = mentions.iter().filter_map(|mention| mention.place.as_ref()).min_by_key(|place| {
        // A town says more than the country it lies in.
        (place.coordinates.is_none(), place.location)
    });
    let mut figures: Vec<_> = mentions
        .iter()
        .flat_map(|mention| &mention.particulars)
        .filter_map(|particular| {
            let low = particular.low.or(particular.high.map(|_| 0.0))?;
            let high = particular.high.unwrap_or(f64::INFINITY);
            Some(Figure { what: word(&particular.what), low: low as f32, high: high as f32 })
        })
        .collect();
    figures.sort_by(|a: &Figure, b| {
        (a.what, a.low, a.high).partial_cmp(&(b.what, b.low, b.high)).unwrap_or(Ordering::Equal)
    });
    figures.dedup();
    let acts: Vec<Act> =
        mentions.iter().map(|mention| Act::new(&mention.kind, mention.mode.as_deref())).collect();
    let acts = || acts.iter().copied();
    Some(Happening {
        number: number as u32,
        name: first.id.0,
        mentions: mentions.len() as u16,
        kinds: sorted(acts().map(Act::kind)),
        modes: sorted(acts().filter_map(Act::mode)),
        ways: sorted(acts().flat_map(Act::ways)),
        seldom: sorted(acts().filter_map(Act::seldom)),
        once: acts().any(Act::is_once),
        seasonal: acts().any(Act::is_seasonal),
        mutual: acts().any(Act::is_mutual),
        roots: sorted(
            mentions.iter().filter_map(|mention| lemma(mention, findings)).map(|lemma| word(root(lemma))),
        ),
        parties: parties(mentions, findings),
        place: place.map(|place| word(&place.name.to_lowercase())),
        point: place
            .and_then(|place| place.coordinates)
            .map(|(latitude, longitude)| (latitude as f32, longitude as f32)),
        country: place.and_then(|place| place.country.as_deref()).map(word),
        days,
        figures,
        happened: mentions.iter().any(|mention| mention.status == Status::Happened),
        hypothetical: mentions.iter().all(|mention| mention.status == Status::Hypothetical),
        planned: mentions.iter().all(|mention| mention.status == Status::Planned),
        denied: mentions.iter().all(|mention| mention.status == Status::Denied && mention.within.is_none()),
        another: mentions.iter().all(|mention| telling::is_another(mention, findings)),
        words: words(mentions, findings),
        weekdays: mentions.iter().map(|mention| telling::weekdays(mention, findings)).fold(0, |a, b| a | b),
        counts: telling::in_order(
            mentions
                .iter()
                .filter_map(|mention| findings.document.sentences.get(mention.sentence))
                .flat_map(telling::counts)
                .collect(),
        ),
        doers: all(mentions.iter().map(|mention| telling::side(&mention.sources, mention, findings))),
        done_to: all(mentions.iter().map(|mention| telling::side(&mention.targets, mention, findings))),
        sorts: all(mentions.iter().map(|mention| telling::sorts(mention, findings))),
        lead: lead(mentions, findings),
    })
}

/// Lists of words as one.
fn all(lists: impl Iterator<Item = Vec<(u32, u8)>>) -> Vec<(u32, u8)> {
    telling::each_once(lists.flatten().collect())
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items.dedup();
    items
}

fn lemma<'a>(mention: &Mention, findings: &'a Findings) -> Option<&'a str> {
    let sentence = findings.document.sentences.get(mention.sentence)?;
    sentence.tokens.get(mention.head).map(|token| token.lemma.as_str()).filter(|lemma| !lemma.is_empty())
}

/// What a verb and the nouns made of it have in common: "explode" and "explosion", "kill" and "killing". Told of one
/// family of kinds, so little is enough.
fn root(lemma: &str) -> &str {
    const LETTERS: usize = 5;
    let stem = lemma.strip_suffix("ing").filter(|stem| stem.len() > 2).unwrap_or(lemma);
    let end = stem.char_indices().nth(LETTERS).map_or(stem.len(), |(at, _)| at);
    let stem = &stem[..end];
    // "bomb" and "bombing", "arrive" and "arrival".
    stem.strip_suffix('e').filter(|short| short.len() > 2).unwrap_or(stem)
}

/// Weighty words of the sentences that tell of it.
fn words(mentions: &[&Mention], findings: &Findings) -> Vec<(u32, u8)> {
    let found = mentions
        .iter()
        .filter_map(|mention| findings.document.sentences.get(mention.sentence))
        .flat_map(|sentence| &sentence.tokens)
        .filter(|token| super::story::is_content(token))
        .map(|token| telling::weighed(&token.lemma, token.upos))
        .collect();
    telling::each_once(found)
}

/// Whether one of the mentions stands in the headline or among the first two sentences of the text.
fn lead(mentions: &[&Mention], findings: &Findings) -> bool {
    let titles =
        findings.document.sentences.iter().take_while(|sentence| sentence.part == Part::Title).count();
    mentions.iter().any(|mention| mention.sentence < titles + 2)
}

fn parties(mentions: &[&Mention], findings: &Findings) -> Vec<Party> {
    let mut found: BTreeMap<u32, Party> = BTreeMap::new();
    let mut add = |participant: &Participant, mention: &Mention, source: bool| {
        // "Nine were killed", "The army killed twelve": that both count people makes them no party to both.
        let counted = || findings.actors.counted_at(participant.location);
        if participant.actor.is_some() && participant.actor == counted() {
            return;
        }
        let Some(actor) = participant.actor.and_then(|index| findings.actors.actors.get(index)) else {
            // A town that is struck is its state's, whose key is its code.
            if let Some(state) = ground_of(participant, mention) {
                let state = word(state);
                let (actor, country, target) = (state, state, !source);
                let party = Party { actor, country, single: true, person: false, source, target };
                let entry = found.entry(state).or_insert(party);
                entry.source |= source;
                entry.target |= target;
            }
            return;
        };
        let code = country_code(&actor.code).or_else(|| participant.code.as_deref().and_then(country_code));
        let country = code.map_or(0, word);
        let person = actor.sort == ActorSort::Person;
        let entry = found.entry(word(&actor.id)).or_insert(Party {
            actor: word(&actor.id),
            country,
            single: actor.named && (actor.known || person),
            person: actor.named && person,
            source: false,
            target: false,
        });
        entry.source |= source;
        entry.target |= !source;
    };
    for mention in mentions {
        mention.sources.iter().for_each(|participant| add(participant, mention, true));
        mention.targets.iter().for_each(|participant| add(participant, mention, false));
    }
    found.into_values().collect()
}

/// The state of a participant that is no more than the place where it happens.
fn ground_of<'p>(participant: &'p Participant, mention: &Mention) -> Option<&'p str> {
    let here = mention.place.as_ref().is_some_and(|place| {
        place.location.part == participant.location.part
            && participant.location.span.contains(place.location.span)
    });
    participant.code.as_deref().filter(|code| here && code.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::{happenings, root};
    use crate::article::Article;
    use crate::mine::Engine;
    use crate::rules::RuleFiles;

    #[test]
    fn a_count_is_nobody_of_whom_two_texts_can_tell() {
        let engine = Engine::new(&RuleFiles::embedded()).unwrap();
        let parties = |text: &str| {
            let article = Article { text: text.to_owned(), ..Article::default() };
            let found = happenings(&engine.mine(&article));
            found.iter().map(|happening| happening.parties.len()).collect::<Vec<_>>()
        };
        assert_eq!(parties("Nine were killed."), [0]);
        assert_eq!(parties("The army killed twelve."), [1]);
        assert_eq!(parties("The army killed twelve rebels."), [2]);
    }

    #[test]
    fn roots() {
        let one = [
            ("explode", "explosion"),
            ("nominate", "nomination"),
            ("kill", "killing"),
            ("shoot", "shooting"),
        ];
        for (verb, noun) in one {
            assert_eq!(root(verb), root(noun));
        }
        for (a, b) in [("attack", "arrest"), ("meet", "visit"), ("ban", "bomb")] {
            assert_ne!(root(a), root(b));
        }
    }
}
