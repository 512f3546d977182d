//! Whose names are these: persons of the table, persons whom it does not know, and the short names by
//! which the article goes on to speak of them.

use super::grammar::{is_function_word, is_particle, is_possessive};
use super::registry::Registry;
use super::units::{Unit, begins_with_family, name_from};
use super::words::Words;
use crate::actors::offices::{code_on, may_hold, nearest};
use crate::actors::rules::lexicon::{Sense, Word};
use crate::actors::rules::tables::{Needs, Owner, Sex};
use crate::language::{Relation, Sentence, Upos};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::ops::Range;

/// A short name and those who are called so.
#[derive(Debug)]
struct Called {
    words: Vec<Word>,
    actor: usize,
}

/// The short names of an article's persons by their first word.
#[derive(Debug, Default)]
struct ShortNames {
    by_first: HashMap<Word, Vec<Called>>,
    /// The sentence in which each actor was last named.
    seen: HashMap<usize, usize>,
}

/// Resolves the names of persons; afterwards every unit that names one has its actor.
pub fn resolve(registry: &mut Registry, words: &[Words], units: &mut [Vec<Unit>], date: Option<NaiveDate>) {
    let mut names = ShortNames::default();
    for (sentence, units) in units.iter_mut().enumerate() {
        full_names(registry, &mut names, &words[sentence], sentence, units, date);
    }
    for (sentence, units) in units.iter_mut().enumerate() {
        titled_names(registry, &mut names, &words[sentence], sentence, units, date);
    }
    names.seen.clear();
    for (sentence, units) in units.iter_mut().enumerate() {
        short_names(registry, &mut names, &words[sentence], sentence, units);
    }
}

/// Names that suffice by themselves, and given names with what follows.
fn full_names(
    registry: &mut Registry,
    names: &mut ShortNames,
    words: &Words,
    sentence: usize,
    units: &mut [Unit],
    date: Option<NaiveDate>,
) {
    let place = &registry.document.sentences[sentence];
    for unit in units {
        // "Ho Chi Minh City", "Charles de Gaulle Airport".
        let names_place = place.tokens.get(unit.tokens.end).is_some_and(|next| {
            words.capital(unit.tokens.end)
                && matches!(
                    next.lower.as_str(),
                    "city" | "airport" | "prize" | "street" | "foundation" | "hospital"
                )
        });
        if ends_in_mark(place, &unit.tokens) {
            continue;
        }
        if names_place && (unit.senses.is_empty() || unit.is(|sense| matches!(sense, Sense::Person(_)))) {
            continue;
        }
        let person = unit.senses.iter().find_map(|sense| match sense {
            Sense::Person(person) => Some(*person),
            _ => None,
        });
        let actor = match person {
            Some(person) => known(registry, names, person, date),
            None if unit.senses.is_empty() => {
                let numbers = words.numbers(unit.tokens.clone());
                match other_form(registry, &numbers) {
                    Some(person) => known(registry, names, person, date),
                    None => unknown(registry, names, words, sentence, unit.tokens.clone()),
                }
            }
            None => continue,
        };
        unit.person = Some(actor);
    }
}

fn known(registry: &mut Registry, names: &mut ShortNames, person: usize, date: Option<NaiveDate>) -> usize {
    let code = code_on(registry.rules, person, date);
    let actor = registry.person(person, code);
    for short in &registry.rules.persons[person].short {
        names.add(short.clone(), actor);
    }
    actor
}

fn unknown(
    registry: &mut Registry,
    names: &mut ShortNames,
    words: &Words,
    sentence: usize,
    tokens: Range<usize>,
) -> usize {
    let place = &registry.document.sentences[sentence];
    let name = shown(place, &tokens);
    let given = words.of(tokens.start).first().map_or(0, |piece| piece.word);
    let sex = registry.rules.given_names.get(&given).copied().unwrap_or_default();
    let actor = registry.stranger(&name, String::new(), sex);
    let called = match begins_with_family(place, words, tokens.start) {
        true => words.of(tokens.start).first(),
        false => words.of(tokens.end - 1).last(),
    };
    if let Some(called) = called {
        names.add(vec![called.word], actor);
    }
    if tokens.len() > 2 && is_particle(&place.tokens[tokens.end - 2].lower) {
        names.add(words.numbers(tokens.end - 2..tokens.end), actor);
    }
    actor
}

/// A person of the table under a form of the name that the table does not list: the first and the last word
/// are those of the full name, with others between.
fn other_form(registry: &Registry, numbers: &[Word]) -> Option<usize> {
    let (first, last) = (numbers.first()?, numbers.last()?);
    let candidates = registry.rules.by_short_name.get(std::slice::from_ref(last))?;
    let same = |&&person: &&usize| {
        let name = crate::rules::fold::folded(&registry.rules.persons[person].name);
        name.first().is_some_and(|word| registry.rules.lexicon.word(word) == *first)
    };
    let mut same = candidates.iter().filter(same);
    same.next().filter(|_| same.next().is_none()).copied()
}

/// Names behind a title or an office: "President Assad", "Gen. Smith".
fn titled_names(
    registry: &mut Registry,
    names: &mut ShortNames,
    words: &Words,
    sentence: usize,
    units: &mut Vec<Unit>,
    date: Option<NaiveDate>,
) {
    let place = &registry.document.sentences[sentence];
    let mut fresh = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        if !unit.is(|sense| is_title(registry, sense)) || names_ground(place, unit) {
            continue;
        }
        let behind = behind_owner(place, units, index);
        let begin = behind.map_or(unit.tokens.end, |owner| units[owner].tokens.end);
        let next =
            units.get(behind.unwrap_or(index) + 1).map_or(place.tokens.len(), |next| next.tokens.start);
        let title = unit.is(|sense| matches!(sense, Sense::Title(_)));
        let weak = title && behind.is_none() && units.get(index + 1).is_some_and(|next| next.is(is_place));
        let blocked = next == begin && !weak;
        if begin >= place.tokens.len()
            || blocked
            || !words.capital(begin)
            || words.shouting
            || is_function_word(&place.tokens[begin].lower) && place.tokens[begin].lower != "may"
        {
            continue;
        }
        let Some(name) = name_from(place, words, registry.rules, begin) else { continue };
        // "Governor Rob Gandhi": behind a given name that is not his, a surname is not that of the one who is known by it.
        let surname = units.get(behind.unwrap_or(index) + 1).filter(|unit| {
            next > begin && unit.tokens.len() == 1 && unit.is(|sense| matches!(sense, Sense::Person(_)))
        });
        let next = surname.map_or(next, |unit| unit.tokens.end);
        let name = if next > begin { name.start..name.end.min(next) } else { name };
        if name.is_empty() || follows_name(place, words, &name) {
            continue;
        }
        let numbers = words.numbers(name.clone());
        let titled = unit.is(|sense| matches!(sense, Sense::Office(_) | Sense::Title(_)));
        if (!titled || behind.is_some()) && name.len() < 2 && names.find(&numbers, |_| true).is_none() {
            continue;
        }
        let owner = behind.or(index.checked_sub(1)).and_then(|beside| owner_of(&units[beside]));
        let actor = match holder(registry, names, &numbers, &units[index], owner, date) {
            Some(Whose::Actor(actor)) => actor,
            Some(Whose::Person(person)) => known(registry, names, person, date),
            None => {
                let code = common_code(registry, &numbers, &units[index], owner);
                let actor = unknown(registry, names, words, sentence, name.clone());
                if registry.actors[actor].code.len() < code.len() && !registry.actors[actor].known {
                    registry.actors[actor].code = code;
                }
                actor
            }
        };
        if registry.actors[actor].sex == Sex::Unknown {
            registry.actors[actor].sex = title_sex(registry, unit);
        }
        fresh.push(Unit { tokens: name, senses: Vec::new(), person: Some(actor) });
    }
    for unit in fresh {
        units.retain(|other| other.tokens.end <= unit.tokens.start || other.tokens.start >= unit.tokens.end);
        let at = units.partition_point(|other| other.tokens.start < unit.tokens.start);
        units.insert(at, unit);
    }
}

/// "the foreign minister of Kampuchea Ieng Sary": the unit of the state whose office it is, where a name can follow right
/// behind.
fn behind_owner(place: &Sentence, units: &[Unit], index: usize) -> Option<usize> {
    let office = &units[index];
    let state = units.get(index + 1).filter(|next| next.is(|sense| matches!(sense, Sense::State(_))))?;
    let mut gap = office.tokens.end..state.tokens.start;
    let of = gap.next().is_some_and(|token| place.tokens[token].lower == "of");
    let clear = gap.all(|token| place.tokens[token].lower == "the");
    let named = place.tokens.get(state.tokens.end).is_some_and(|token| token.upos == Upos::Propn);
    let held = office.is(|sense| matches!(sense, Sense::Office(_)));
    (held && of && clear && named).then_some(index + 1)
}

/// "the village of Sheikh Said": a title in the name of a place is nobody's.
fn names_ground(place: &Sentence, unit: &Unit) -> bool {
    let before = |back: usize| {
        unit.tokens.start.checked_sub(back).map_or("", |token| place.tokens[token].lower.as_str())
    };
    before(1) == "of"
        && matches!(
            before(2),
            "village"
                | "villages"
                | "town"
                | "towns"
                | "city"
                | "district"
                | "neighborhood"
                | "neighbourhood"
                | "suburb"
        )
}

/// Whether capitalised words behind a title are a thing ("General Assembly", "Chairman Committee").
fn follows_name(place: &Sentence, words: &Words, name: &Range<usize>) -> bool {
    let next = name.end;
    next < place.tokens.len() && !words.capital(next) && matches!(place.tokens[next].lower.as_str(), "&")
        || place.tokens[name.start].upos == Upos::Verb
}

/// Whether a name can stand behind it; behind "coalition" or "agency" the name is not a person's.
fn is_title(registry: &Registry, sense: &Sense) -> bool {
    match sense {
        Sense::Office(_) | Sense::Title(_) => true,
        Sense::OneOf(noun) => registry.rules.nouns[*noun].needs != Needs::State,
        _ => false,
    }
}

fn is_place(sense: &Sense) -> bool {
    matches!(sense, Sense::State(_) | Sense::Metonym(_) | Sense::Adjective(_))
}

fn title_sex(registry: &Registry, unit: &Unit) -> Sex {
    let titled = unit.senses.iter().find_map(|sense| match sense {
        Sense::Title(title) => Some(registry.rules.titles[*title].sex),
        _ => None,
    });
    titled.unwrap_or_default()
}

fn owner_of(unit: &Unit) -> Option<Owner> {
    unit.senses.iter().find_map(|sense| match sense {
        Sense::State(i) | Sense::Adjective(i) | Sense::Metonym(i) => Some(Owner::State(*i)),
        Sense::Thing(i) | Sense::Seat(i) => Some(Owner::Thing(*i)),
        _ => None,
    })
}

enum Whose {
    Actor(usize),
    Person(usize),
}

/// Whom a short name behind a title means: somebody of the article, else the only one of the table who held
/// such an office, on the date if there is one.
fn holder(
    registry: &Registry,
    names: &ShortNames,
    numbers: &[Word],
    title: &Unit,
    owner: Option<Owner>,
    date: Option<NaiveDate>,
) -> Option<Whose> {
    if let Some(actor) = names.find(numbers, |_| true) {
        return Some(Whose::Actor(actor));
    }
    let (offices, able) = able(registry, numbers, title, owner);
    match (able.as_slice(), date) {
        ([], _) => None,
        (_, Some(date)) => nearest(registry.rules, &able, &offices, owner, date).map(Whose::Person),
        ([only], None) => Some(Whose::Person(*only)),
        _ => None,
    }
}

/// The offices that a title can mean, and those of that short name who held one of them.
fn able(
    registry: &Registry,
    numbers: &[Word],
    title: &Unit,
    owner: Option<Owner>,
) -> (Vec<usize>, Vec<usize>) {
    let office = |sense: &Sense| match sense {
        Sense::Office(office) => Some(*office),
        _ => None,
    };
    let offices: Vec<usize> = title.senses.iter().filter_map(office).collect();
    let candidates = registry.rules.by_short_name.get(numbers).into_iter().flatten().copied();
    let able = candidates.filter(|&person| may_hold(registry.rules, person, &offices, owner)).collect();
    (offices, able)
}

/// The code that all who can be meant share: whichever President Bush it is, he is of the United States.
fn common_code(registry: &Registry, numbers: &[Word], title: &Unit, owner: Option<Owner>) -> String {
    let rules = registry.rules;
    let (offices, able) = able(registry, numbers, title, owner);
    let roles = able.iter().flat_map(|&person| &rules.persons[person].roles);
    let posts = roles.map(|role| &rules.posts[role.post]).filter(|post| offices.contains(&post.office));
    let mut codes = posts.map(|post| registry.code(Some(post.owner), &rules.offices[post.office].sector));
    let first = codes.next().unwrap_or_default();
    if codes.all(|code| code == first) { first } else { String::new() }
}

/// Surnames and other short names of the persons of the article.
fn short_names(
    registry: &mut Registry,
    names: &mut ShortNames,
    words: &Words,
    sentence: usize,
    units: &mut Vec<Unit>,
) {
    let place = &registry.document.sentences[sentence];
    let mut fresh: Vec<Unit> = Vec::new();
    let mut token = 0;
    while token < place.tokens.len() {
        let unit = units.iter().find(|unit| unit.tokens.contains(&token));
        if let Some(unit) = unit {
            if let Some(actor) = unit.person {
                names.seen.insert(actor, sentence);
                token = unit.tokens.end;
                continue;
            }
            let weak = unit.tokens.len() == 1
                && unit.is(|sense| is_place(sense) || matches!(sense, Sense::Title(_) | Sense::OneOf(_)));
            if !weak {
                token = unit.tokens.end;
                continue;
            }
        }
        let found = words
            .of(token)
            .first()
            .filter(|piece| piece.capital && !words.shouting || piece.upper && words.shouting);
        let found = found.and_then(|piece| names.at(words, token, piece.word));
        let Some((actor, end)) = found else {
            token += 1;
            continue;
        };
        let overlapping = units
            .iter()
            .any(|unit| unit.tokens.start < end && token < unit.tokens.end && unit.tokens != (token..end));
        if overlapping || is_other_person(place, words, registry, token, end) {
            token += 1;
            continue;
        }
        names.seen.insert(actor, sentence);
        fresh.push(Unit { tokens: token..end, senses: Vec::new(), person: Some(actor) });
        token = end;
    }
    for unit in fresh {
        units.retain(|other| other.tokens != unit.tokens);
        let at = units.partition_point(|other| other.tokens.start < unit.tokens.start);
        units.insert(at, unit);
    }
}

/// Whether capitals around a surname say that somebody or something else bears it: "Jeb Bush", "Bush Street".
fn is_other_person(place: &Sentence, words: &Words, registry: &Registry, begin: usize, end: usize) -> bool {
    let capital = |token: usize| {
        words.capital(token)
            && !words.shouting
            && !is_function_word(&place.tokens[token].lower)
            && words.of(token).first().is_none_or(|piece| registry.rules.lexicon.start(piece.word).is_none())
    };
    // "Abu Hassan" is called after his son, whatever his own name is.
    let called_after = begin
        .checked_sub(1)
        .is_some_and(|before| matches!(place.tokens[before].form.as_str(), "Abu" | "Abou" | "Umm" | "Ibn"));
    let before = begin.checked_sub(1).is_some_and(|before| before > 0 && capital(before));
    let behind = end < place.tokens.len()
        && words.capital(end)
        && !words.shouting
        && matches!(
            place.tokens[end].lower.as_str(),
            "street"
                | "avenue"
                | "airport"
                | "university"
                | "foundation"
                | "center"
                | "island"
                | "jr"
                | "jr."
                | "hospital"
        );
    called_after
        || ends_in_mark(place, &(begin..end))
        || before && place.tokens[begin].upos != Upos::X && place.tokens[begin - 1].upos == Upos::Propn
        || behind
}

/// "Kohl's sued its supplier": a name that goes on with the mark of an owner without owning anything.
fn ends_in_mark(place: &Sentence, name: &Range<usize>) -> bool {
    is_possessive(place, name.end)
        && place.tokens[name.end].relation == Relation::Flat
        && place.tokens[name.end].head.is_some_and(|head| name.contains(&head))
}

impl ShortNames {
    fn add(&mut self, words: Vec<Word>, actor: usize) {
        let Some(&first) = words.first() else { return };
        let called = self.by_first.entry(first).or_default();
        if !called.iter().any(|other| other.actor == actor && other.words == words) {
            called.push(Called { words, actor });
        }
    }

    /// The actor called by exactly these words, who passes `test`; among several the last one named.
    fn find(&self, words: &[Word], test: impl Fn(usize) -> bool) -> Option<usize> {
        let called = self.by_first.get(words.first()?)?;
        let fitting = called.iter().filter(|called| called.words == words && test(called.actor));
        fitting
            .map(|called| called.actor)
            .max_by_key(|actor| (self.seen.get(actor).copied(), std::cmp::Reverse(*actor)))
    }

    /// The actor whose short name begins at a token, and the token behind it; the longest name wins.
    fn at(&self, words: &Words, token: usize, first: Word) -> Option<(usize, usize)> {
        let called = self.by_first.get(&first)?;
        let begin = words.first[token] as usize;
        let end_of = |length: usize| {
            let last = words.pieces.get(begin + length - 1)?;
            let next = words.pieces.get(begin + length);
            next.is_none_or(|next| next.token != last.token).then_some(last.token as usize + 1)
        };
        let fits = |called: &&Called| {
            let pieces = words.pieces.get(begin..begin + called.words.len());
            pieces.is_some_and(|pieces| {
                pieces.iter().zip(&called.words).all(|(piece, &word)| piece.word == word)
            }) && end_of(called.words.len()).is_some()
        };
        let best = called.iter().filter(fits).max_by_key(|called| {
            (called.words.len(), self.seen.get(&called.actor).copied(), std::cmp::Reverse(called.actor))
        })?;
        end_of(best.words.len()).map(|end| (best.actor, end))
    }
}

/// A name as the article writes it, without a possessive mark.
pub(super) fn shown(sentence: &Sentence, tokens: &Range<usize>) -> String {
    let mut name = String::new();
    for token in tokens.clone() {
        if is_possessive(sentence, token) {
            continue;
        }
        name.push_str(&sentence.tokens[token].form);
        if sentence.tokens[token].space_after && token + 1 < tokens.end {
            name.push(' ');
        }
    }
    name
}
