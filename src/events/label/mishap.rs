//! What a mishap is called, in the words of the text: "Collapse of a gold mine", "Explosion at a coal mine", "Flood".
//!
//! Of the mentions of one mishap in a sentence ("killed", "injured", "crashes") a timeline shows one label, so those that say
//! nothing of what it was have the best name that one of them gives.

use super::super::draft::Draft;
use super::super::grammar::Place;
use super::super::happening::elsewhere;
use super::super::reading::Reading;
use super::phrase::{bare, noun_phrase, with_article, words_of_article};
use super::{argument_of, scene};
use crate::language::{Relation, Upos, Xpos};

/// How many words up the tree a participle hangs on the verb that names the mishap: "crashes, killing two and injuring ten".
const REACH: usize = 3;

/// How far the number of a magnitude stands from its word.
const WINDOW: usize = 3;

/// So many sentences later people are still told to have been hurt in a mishap without its name.
const NEAR: usize = 2;

/// Up to this weight a name says so little that what is told beside it may say more.
const WEAK: u8 = 2;

/// What a mishap is called by a mention, or by those beside it where it says little itself.
pub(super) struct Told {
    pub name: Option<String>,
    pub scene: Option<String>,
    /// How strong an earthquake was.
    pub magnitude: Option<f64>,
}

/// A name, and how much it says.
#[derive(Clone)]
struct Name {
    text: String,
    weight: u8,
}

/// The name that says most, the first of several that say as much.
fn best(names: impl Iterator<Item = Name>) -> Option<Name> {
    names.reduce(|best, name| if name.weight > best.weight { name } else { best })
}

/// For each mention of a mishap, what it is called; none for what is no mishap.
pub(super) fn called(readings: &[Reading<'_>], drafts: &[Draft]) -> Vec<Option<Told>> {
    let reading = |draft: &Draft| &readings[draft.mention.sentence];
    let befalls = |draft: &Draft| reading(draft).kind(&draft.found).befalls;
    let own: Vec<Option<Name>> = drafts
        .iter()
        .map(|draft| befalls(draft).then(|| own_name(reading(draft), draft)).flatten())
        .collect();
    // The mentions of a sentence lie together.
    let beside = |draft: &Draft| {
        let sentence = draft.mention.sentence;
        let first = drafts.partition_point(|other| other.mention.sentence < sentence);
        let last = drafts.partition_point(|other| other.mention.sentence <= sentence);
        let of_one = |&at: &usize| {
            let other = &drafts[at];
            befalls(other)
                && other.mention.id != draft.mention.id
                && other.mention.happening == draft.mention.happening
                && !elsewhere(draft, other)
        };
        (first..last).filter(of_one).map(|at| (&drafts[at], own[at].as_ref())).collect::<Vec<_>>()
    };
    let mut told: Vec<Option<Told>> = drafts
        .iter()
        .zip(&own)
        .map(|(draft, own)| befalls(draft).then(|| tell(reading(draft), draft, own.as_ref(), &beside(draft))))
        .collect();
    // "A lorry overturned. Two people were killed": what is told right before has the name.
    for at in 0..drafts.len() {
        if told[at].as_ref().is_none_or(|own| own.name.is_some()) {
            continue;
        }
        let draft = &drafts[at];
        let lender = (0..at).rev().find(|&other| {
            let other = &drafts[other];
            let near = other.mention.sentence + NEAR >= draft.mention.sentence;
            let alike = other.mention.rule == draft.mention.rule && other.mention.mode == draft.mention.mode;
            befalls(other)
                && other.mention.sentence < draft.mention.sentence
                && (other.mention.happening == draft.mention.happening || near && alike)
        });
        let name = lender.and_then(|other| told[other].as_ref()?.name.clone());
        if let Some(own) = told[at].as_mut() {
            own.name = name;
        }
    }
    told
}

/// What a mention is called by its own name and by the mentions beside it, each with its own.
fn tell(
    reading: &Reading<'_>,
    draft: &Draft,
    own: Option<&Name>,
    beside: &[(&Draft, Option<&Name>)],
) -> Told {
    let weak = own.is_none_or(|name| name.weight <= WEAK);
    let lent = beside.iter().filter_map(|(_, name)| name.filter(|_| weak));
    let name = best(own.into_iter().chain(lent).cloned()).map(|name| name.text);
    let name = name.or_else(|| sole_name(reading));
    let alike = |(_, own): &&(&Draft, Option<&Name>)| own.is_none_or(|own| Some(&own.text) == name.as_ref());
    // "Collapse of a hotel in Lima", not "Explosion in a hotel in the hotel".
    let scene = scene(reading, draft)
        .or_else(|| beside.iter().filter(alike).find_map(|(other, _)| scene(reading, other)))
        .filter(|scene| name.as_ref().is_none_or(|name| !name.ends_with(bare(scene))));
    Told { name, scene, magnitude: strength(reading, draft) }
}

/// The magnitude of the earthquake that a mention tells of, by its own noun or by what did it; "2013 Nantou earthquake: A
/// 6.0-magnitude earthquake strikes" has it at the same word elsewhere.
fn strength(reading: &Reading<'_>, draft: &Draft) -> Option<f64> {
    let grammar = &reading.grammar;
    let told = draft.found.arguments.list.iter().map(|argument| argument.token);
    let quake = std::iter::once(draft.found.head)
        .chain(told)
        .chain(draft.found.rest.iter().copied())
        .map(|token| reading.core(token))
        .find(|&noun| reading.rules.in_class("quake", grammar.lemma(noun)))?;
    magnitude(reading, quake).or_else(|| {
        let same = |&other: &usize| other != quake && grammar.lemma(other) == grammar.lemma(quake);
        (0..grammar.len()).filter(same).find_map(|noun| magnitude(reading, noun))
    })
}

/// The best name that a mention gives the mishap: a noun that it tells of itself or of what did it, or a verb.
fn own_name(reading: &Reading<'_>, draft: &Draft) -> Option<Name> {
    let subjects = draft.found.arguments.at(Place::Subject);
    let circumstances = ["in", "during", "by", "after", "following", "from", "of", "amid", "to", "on"]
        .map(|word| argument_of(reading, draft, &[word]));
    let nouns = std::iter::once(draft.found.head)
        .chain(subjects)
        .chain(circumstances.into_iter().flatten())
        .chain(draft.found.rest.iter().copied())
        .map(|token| reading.core(token))
        .filter(|&noun| is_name(reading, noun))
        .filter_map(|noun| by_noun(reading, noun));
    let verbs = verbs(reading, draft).into_iter().filter_map(|verb| by_verb(reading, verb));
    best(nouns.chain(verbs))
}

/// "on the third day of flooding": the one mishap whose noun, or else whose verb, the sentence has at all.
fn sole_name(reading: &Reading<'_>) -> Option<String> {
    let grammar = &reading.grammar;
    let mut nouns = (0..grammar.len()).filter(|&at| is_name(reading, at) && grammar.upos(at) == Upos::Noun);
    if let Some(first) = nouns.next() {
        let same = nouns.all(|other| grammar.lemma(other) == grammar.lemma(first));
        return by_noun(reading, first).filter(|_| same).map(|name| name.text);
    }
    // "flooding", which a parser likes to read as a verb.
    let mut forms = (0..grammar.len()).filter(|&at| grammar.xpos(at) == Xpos::Vbg);
    if let Some(verbal) = forms.find(|&at| reading.rules.in_class("mishap-name", grammar.lower(at))) {
        return Some(grammar.lower(verbal).to_owned());
    }
    let mut verbs =
        (0..grammar.len()).filter(|&at| grammar.is_verb(at)).filter_map(|at| by_verb(reading, at));
    let verb = verbs.next()?;
    verbs.next().is_none().then_some(verb.text)
}

/// Whether a noun, or the name that it ends, names a mishap: "flood", "Hurricane Sandy".
pub(super) fn is_name(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let names = |at: usize| {
        reading.rules.in_class("mishap-name", grammar.lemma(at))
            || reading.rules.in_class("mishap-name", grammar.lower(at))
    };
    match grammar.upos(noun) {
        Upos::Noun => names(noun),
        Upos::Propn => noun > 0 && grammar.upos(noun - 1) == Upos::Propn && is_storm(reading, noun - 1),
        _ => false,
    }
}

/// "Hurricane" of "Hurricane Sandy": a word that makes one of itself and of the name behind it.
fn is_storm(reading: &Reading<'_>, token: usize) -> bool {
    reading.rules.in_class("named-storm", reading.grammar.lower(token))
}

/// "powerful winter storm" is a winter storm, "June 14-15, 2013 flood" a flood, "magnitude 6.9 earthquake" an earthquake with
/// its magnitude.
fn by_noun(reading: &Reading<'_>, noun: usize) -> Option<Name> {
    let grammar = &reading.grammar;
    if grammar.upos(noun) == Upos::Propn {
        let text =
            format!("{} {}", grammar.sentence.tokens[noun - 1].form, grammar.sentence.tokens[noun].form);
        return Some(Name { text, weight: 5 });
    }
    let generic = reading.rules.in_class("mishap-unnamed", grammar.lemma(noun));
    if let Some(text) = misread(reading, noun) {
        return Some(Name { text, weight: 4 });
    }
    let text = words_of_article(reading, noun, noun)?;
    let text = refined(reading, noun, bare(&text));
    // "earthquake of magnitude 7.1", which is told behind it.
    let text = text.split(" of magnitude").next().unwrap_or(&text).to_owned();
    let modified = text.contains(' ');
    let between = behind(reading, noun);
    let weight = match (generic, modified || between.is_some()) {
        (true, false) => 1,
        (true, true) => 2,
        (false, false) => 3,
        (false, true) => 4,
    };
    // An earthquake by which walls fall is the mishap, and not their fall.
    let natural = reading.rules.in_class("mishap-of-nature", grammar.lemma(noun));
    let mut text = text;
    if let Some(between) = between {
        text.push_str(&between);
    }
    Some(Name { text, weight: if natural { weight + 2 } else { weight } })
}

/// "An air ambulance crashes", of which a parser makes one noun: no article for one stands before a plural.
fn misread(reading: &Reading<'_>, noun: usize) -> Option<String> {
    let grammar = &reading.grammar;
    let one =
        grammar.child(noun, Relation::Det).is_some_and(|word| matches!(grammar.lower(word), "a" | "an"));
    let told =
        reading.rules.told.get(grammar.lemma(noun)).filter(|_| one && grammar.xpos(noun) == Xpos::Nns)?;
    let text = words_of_article(reading, noun, noun)?;
    let (thing, _) = bare(&text).rsplit_once(' ')?;
    Some(format!("{told} {}", with_article(thing)))
}

/// The words of a mishap without its day, its size and its praise.
fn refined(reading: &Reading<'_>, noun: usize, text: &str) -> String {
    let grammar = &reading.grammar;
    let singular = grammar.xpos(noun) == Xpos::Nn;
    let head = grammar.lower(noun);
    let mut before = true;
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| {
            let lower = word.to_lowercase();
            if lower == head {
                before = false;
            }
            let number = !lower.is_empty() && lower.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
            let year = number && lower.len() == 4 && (lower.starts_with("19") || lower.starts_with("20"));
            let dated = number && singular || year || lower.contains("magnitude");
            !before || !(dated || reading.rules.in_class("mishap-degree", &lower))
        })
        .collect();
    // "22nd and Market building collapse": half of a row of names is none of them.
    let row = grammar.children(noun).any(|child| {
        grammar.relation(child) == Relation::Compound && grammar.child(child, Relation::Conj).is_some()
    });
    match (row, words.iter().position(|word| word.to_lowercase() == head)) {
        (true, Some(at)) => words[at.saturating_sub(1)..].join(" "),
        _ => words.join(" "),
    }
}

/// "magnitude 6.9", "6.0-magnitude", "of magnitude 5.8": how strong an earthquake was.
fn magnitude(reading: &Reading<'_>, noun: usize) -> Option<f64> {
    let grammar = &reading.grammar;
    let quake = reading.rules.in_class("quake", grammar.lemma(noun));
    let number = |at: usize| {
        let digits: String =
            grammar.lower(at).chars().take_while(|sign| sign.is_ascii_digit() || *sign == '.').collect();
        digits.parse::<f64>().ok().filter(|size| (1.0..10.0).contains(size))
    };
    let near = noun.saturating_sub(2 * WINDOW)..(noun + 2 * WINDOW).min(grammar.len());
    let word = near.clone().find(|&at| grammar.lower(at).contains("magnitude")).filter(|_| quake)?;
    // The nearest number, the one before the word first: "a 6.0-magnitude earthquake", "magnitude 8.0".
    number(word).or_else(|| {
        (1..=WINDOW).find_map(|step| {
            let before = word.checked_sub(step).filter(|at| near.contains(at)).and_then(number);
            before.or_else(|| Some(word + step).filter(|at| near.contains(at)).and_then(number))
        })
    })
}

/// " at a coal mine", " between a bus and a train": what stands right behind the noun and is no place of the map, on whatever the
/// parser hangs it.
fn behind(reading: &Reading<'_>, noun: usize) -> Option<String> {
    let grammar = &reading.grammar;
    let word = Some(noun + 1).filter(|&word| word < grammar.len())?;
    let phrase = (word + 1..grammar.len()).find(|&at| grammar.preposition(at) == Some(word))?;
    let own = |token: usize| {
        let core = reading.core(token);
        let thing = grammar.upos(core) == Upos::Noun
            && reading.place_at(core).is_none()
            && !reading.is_people(core)
            && !reading.rules.in_class("direction", grammar.lower(core))
            && !reading.is_time(core);
        thing.then(|| noun_phrase(reading, noun, core)).flatten()
    };
    match grammar.lower(word) {
        "between" => {
            let sides = grammar.coordinated(phrase);
            let names: Vec<String> = sides.iter().filter_map(|&side| own(side)).collect();
            (names.len() == sides.len()).then(|| format!(" between {}", names.join(" and ")))
        }
        preposition @ ("at" | "in" | "aboard" | "on" | "inside") => {
            let site = reading.rules.in_class("mishap-site", grammar.lemma(reading.core(phrase)))
                || reading.is_struck(reading.core(phrase));
            let alone = grammar.coordinated(phrase).len() == 1;
            own(phrase).filter(|_| site && alone).map(|name| format!(" {preposition} {name}"))
        }
        _ => None,
    }
}

/// The verbs that may name the mishap of a mention: its own, the one on which a participle hangs ("crashes, killing two"), or that
/// of the clause that tells when people were hurt ("killed when a roof collapsed").
fn verbs(reading: &Reading<'_>, draft: &Draft) -> Vec<usize> {
    let grammar = &reading.grammar;
    let own = draft.found.anchor();
    let occasions = |verb: usize| {
        grammar
            .children(verb)
            .filter(|&child| grammar.relation(child) == Relation::Advcl && grammar.tells_occasion(child))
            .flat_map(|clause| grammar.coordinated(clause))
    };
    let above = grammar.upward(own).skip(1).take(REACH);
    let joined = grammar.coordinated(grammar.first_conjunct(own));
    std::iter::once(own)
        .chain(above.flat_map(|verb| std::iter::once(verb).chain(occasions(verb)).collect::<Vec<_>>()))
        .chain(joined.into_iter().flat_map(|verb| occasions(verb).collect::<Vec<_>>()))
        // "when a block of flats collapses": the parser may see a noun, though one with a subject.
        .filter(|&verb| grammar.is_verb(verb) || grammar.child(verb, Relation::Nsubj).is_some())
        .collect()
}

/// "Collapse of a gold mine", "Fire on a bus", or the noun alone where no thing is told that it happened to.
fn by_verb(reading: &Reading<'_>, verb: usize) -> Option<Name> {
    let grammar = &reading.grammar;
    let told = told_as(reading, verb)?;
    let subject = subject(reading, verb).map(|token| reading.core(token));
    // A flood that plunges, a bomb's blast: what is a mishap by name is called by it.
    if subject.is_some_and(|subject| is_name(reading, subject)) {
        return None;
    }
    let thing = subject.filter(|&subject| {
        matches!(grammar.upos(subject), Upos::Noun | Upos::Propn) && !reading.is_people(subject)
    });
    let thing =
        thing.and_then(|subject| words_of_article(reading, verb, subject).map(|text| (subject, text)));
    let Some((subject, text)) = thing else {
        let noun = told.split_whitespace().next()?.to_owned();
        return Some(Name { text: noun, weight: 2 });
    };
    // "their car", and where the parser has lost the article.
    let owned = grammar.child(subject, Relation::NmodPoss).is_some();
    let single = grammar.xpos(subject) == Xpos::Nn && (owned || reading.is_struck(subject));
    let text = if single && bare(&text) == text { with_article(&text) } else { text };
    let other = grammar.children(verb).find(|&child| {
        grammar.relation(child) == Relation::Obl
            && grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "with")
    });
    let other = other
        .filter(|_| told.starts_with("collision"))
        .and_then(|token| noun_phrase(reading, verb, token))
        .map_or_else(String::new, |other| format!(" with {other}"));
    let row = grammar.coordinated(subject);
    let all: Vec<String> = row.iter().filter_map(|&one| noun_phrase(reading, verb, one)).collect();
    let text = if row.len() > 1 && all.len() == row.len() { all.join(" and ") } else { text };
    Some(Name { text: format!("{told} {text}{other}"), weight: 4 })
}

/// The noun for a verb, by its longest form: "catch fire", "veer off", "collapse".
fn told_as<'r>(reading: &'r Reading<'_>, verb: usize) -> Option<&'r str> {
    let grammar = &reading.grammar;
    let lemma = grammar.lemma(verb);
    let next = Some(verb + 1).filter(|&next| next < grammar.len());
    let phrasal = grammar.phrasal(verb);
    let followed = next.map(|next| format!("{lemma} {}", grammar.lower(next)));
    let object =
        grammar.child(verb, Relation::Obj).map(|object| format!("{lemma} {}", grammar.lemma(object)));
    let told = |words: &str| reading.rules.told.get(words).map(|told| told.as_str());
    [phrasal, followed, object, Some(lemma.to_owned())].into_iter().flatten().find_map(|words| told(&words))
}

/// Whatever a verb tells of, be it told with the verb before it or by the noun that its clause describes.
fn subject(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let own = |verb: usize| {
        grammar.child(verb, Relation::Nsubj).or_else(|| grammar.child(verb, Relation::NsubjPass))
    };
    let described = |verb: usize| {
        grammar.parent(verb).filter(|_| matches!(grammar.relation(verb), Relation::AclRelcl | Relation::Acl))
    };
    match own(verb) {
        Some(subject) if grammar.upos(subject) == Upos::Pron => described(verb),
        Some(subject) => Some(subject),
        None => described(verb).or_else(|| own(grammar.first_conjunct(verb))),
    }
}

/// "Violence", "Communal clashes", "Gunfight": what hurt people, where its noun says more than that they were attacked.
pub(super) fn deed(reading: &Reading<'_>, draft: &Draft) -> Option<String> {
    // "killed in riots", but "attacked the town amid riots"
    let harms = reading.harms(draft.found.head);
    let circumstances = ["in", "during", "amid"].map(|word| argument_of(reading, draft, &[word]));
    let noun = std::iter::once(draft.found.head)
        .chain(draft.found.arguments.at(Place::Subject))
        .chain(circumstances.into_iter().flatten().filter(|_| harms))
        .chain(draft.found.rest.iter().copied())
        .map(|token| reading.core(token))
        .find(|&noun| {
            let grammar = &reading.grammar;
            grammar.upos(noun) == Upos::Noun && reading.rules.in_class("violence-name", grammar.lemma(noun))
        })?;
    let text = words_of_article(reading, noun, noun)?;
    let text = refined(reading, noun, bare(&text));
    Some(text.split(" of ").next().unwrap_or(&text).to_owned())
}
