//! The names and nouns of a sentence, by longest match.

use super::grammar::{is_hyphen, is_particle, is_possessive};
use super::organisations;
use super::shared;
use super::words::Words;
use crate::actors::Rules;
use crate::actors::rules::exceptions::Named;
use crate::actors::rules::lexicon::{Sense, Word};
use crate::actors::rules::tables::Needs;
use crate::language::{Sentence, Upos};
use std::ops::Range;

/// A name, noun or title in a sentence.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it can stand for; empty for the name of somebody whom the table does not know.
    pub senses: Vec<Sense>,
    /// The actor, once a person's name is resolved.
    pub person: Option<usize>,
}

impl Unit {
    /// Whether one of its senses passes.
    pub fn is(&self, test: impl Fn(&Sense) -> bool) -> bool {
        self.senses.iter().any(test)
    }
}

/// Which words an article has, for rules that ask.
pub trait ArticleWords {
    /// Whether it has this one.
    fn has(&self, word: Word) -> bool;
}

/// The units of a sentence, in order and without overlaps.
pub fn units(sentence: &Sentence, words: &Words, rules: &Rules, article: &impl ArticleWords) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut token = 0;
    while token < sentence.tokens.len() {
        if let Some(both) = shared::both(sentence, words, rules, token) {
            token = both.tokens.end;
            units.push(both);
            continue;
        }
        let matched = longest(words, rules, token, article);
        let name = unknown_name(sentence, words, rules, token);
        let known = matched.as_ref().is_some_and(|unit| unit.tokens.len() > 1 || unit.is(stays));
        let plain = matched.as_ref().is_none_or(|unit| {
            unit.is(|sense| matches!(sense, Sense::OneOf(noun) if rules.nouns[*noun].needs == Needs::State))
        });
        let owned = plain
            && units.last().is_some_and(|unit| {
                unit.tokens.end == token && unit.is(|sense| matches!(sense, Sense::Adjective(_)))
            });
        let organisation =
            if known { None } else { organisations::name_from(sentence, words, rules, token, owned) };
        let organisation = organisation.filter(|(tokens, _)| {
            let longer = name.as_ref().is_none_or(|name| name.end <= tokens.end);
            let inner = (token + 1..tokens.end).filter_map(|at| longest(words, rules, at, article));
            longer && !inner.into_iter().any(|unit| unit.tokens.len() > 1)
        });
        if let Some((tokens, kind)) = organisation {
            token = tokens.end;
            units.push(Unit { tokens, senses: vec![Sense::Organised(kind)], person: None });
            continue;
        }
        let unit = match (matched, name) {
            (Some(unit), Some(name)) if unit.tokens.end < name.end && !is_settled(&unit) => stranger(name),
            (None, Some(name)) => stranger(name),
            (Some(unit), _) => with_article(sentence, unit, units.last()),
            (None, None) => {
                token += 1;
                continue;
            }
        };
        token = unit.tokens.end;
        let free = units.last().is_none_or(|last: &Unit| last.tokens.end + 2 <= unit.tokens.start);
        match free {
            true => units.extend(shared::with_first_of_two(sentence, words, rules, unit)),
            false => units.push(unit),
        }
    }
    units
}

/// Whether a single word keeps its sense before what could be an organisation: a country says whose it is.
fn stays(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::State(_)
            | Sense::Adjective(_)
            | Sense::Demonym(_)
            | Sense::Metonym(_)
            | Sense::Thing(_)
            | Sense::Seat(_)
            | Sense::Title(_)
            | Sense::Office(_)
    )
}

/// "al-Nusra": the Arabic article before the name of a group belongs to it, whether or not the table has it.
fn with_article(sentence: &Sentence, mut unit: Unit, last: Option<&Unit>) -> Unit {
    let start = unit.tokens.start;
    let article = start
        .checked_sub(2)
        .filter(|&at| is_hyphen(sentence, at + 1) && !sentence.tokens[at].space_after)
        .filter(|&at| matches!(sentence.tokens[at].lower.as_str(), "al" | "el"))
        .filter(|&at| last.is_none_or(|last| last.tokens.end <= at));
    if let Some(article) = article
        && unit.is(|sense| matches!(sense, Sense::Thing(_)))
    {
        unit.tokens.start = article;
    }
    unit
}

fn stranger(tokens: Range<usize>) -> Unit {
    Unit { tokens, senses: Vec::new(), person: None }
}

/// A role, or somebody known by more than one word: no longer name is looked for.
fn is_settled(unit: &Unit) -> bool {
    unit.is(is_role) || unit.tokens.len() > 1 && unit.is(|sense| matches!(sense, Sense::Person(_)))
}

/// Titles, offices and people by kind.
fn is_role(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Office(_) | Sense::Title(_) | Sense::OneOf(_) | Sense::ManyOf(_) | Sense::Institution(_)
    )
}

/// The longest name or noun that begins at `token`.
fn longest(words: &Words, rules: &Rules, token: usize, article: &impl ArticleWords) -> Option<Unit> {
    let begin = words.first[token] as usize;
    let first = words.pieces.get(begin).filter(|piece| piece.token as usize == token)?;
    let mut node = rules.lexicon.start(first.word)?;
    let mut capitals = u16::from(first.capital);
    let (mut length, mut at) = (1, begin);
    let mut found = None;
    loop {
        let next = words.pieces.get(at + 1);
        let complete = next.is_none_or(|next| next.token != words.pieces[at].token);
        if complete {
            let end = words.pieces[at].token as usize + 1;
            let senses = senses(words, rules, node, token..end, capitals, article);
            if !senses.is_empty() {
                found = Some(Unit { tokens: token..end, senses, person: None });
            }
        }
        let Some(next) = next else { break };
        if let Some(further) = rules.lexicon.step(node, next.word) {
            node = further;
            capitals |= u16::from(next.capital && length < 16) << length.min(15);
            length += 1;
        } else if !(next.initial && complete) {
            break;
        }
        at += 1;
    }
    found
}

fn senses(
    words: &Words,
    rules: &Rules,
    node: u32,
    tokens: Range<usize>,
    capitals: u16,
    article: &impl ArticleWords,
) -> Vec<Sense> {
    let readings = rules.lexicon.readings(node);
    if readings.is_empty() {
        return Vec::new();
    }
    let pieces = &words.pieces[words.first[tokens.start] as usize..words.first[tokens.end] as usize];
    let upper = pieces.iter().all(|piece| piece.upper);
    let short = pieces.len() == 1 && words.shouting;
    let mut senses: Vec<Sense> = readings
        .iter()
        .filter(|reading| reading.allows(capitals) && (!reading.acronym || upper && !short))
        .map(|reading| reading.sense)
        .collect();
    let place = |sense: &Sense| matches!(sense, Sense::State(_) | Sense::Metonym(_));
    let adjective = |sense: &Sense| matches!(sense, Sense::Adjective(_));
    let thing = |sense: &Sense| matches!(sense, Sense::Thing(_));
    if senses.iter().any(|sense| place(sense) || adjective(sense) || thing(sense)) {
        let name: Vec<Word> = pieces.iter().map(|piece| piece.word).collect();
        let back = words.pieces[..words.first[tokens.start] as usize].iter().rev().map(|piece| piece.word);
        let on = words.pieces[words.first[tokens.end] as usize..].iter().map(|piece| piece.word);
        let out = |named: Named| {
            rules.exceptions.rule_out(named, &name, back.clone(), on.clone(), |word| article.has(word))
        };
        if out(Named::Word(name[0])) {
            senses.retain(|sense| !place(sense) && !adjective(sense) && !thing(sense));
        }
        if senses.iter().any(adjective) && out(Named::AnyAdjective) {
            senses.retain(|sense| !adjective(sense));
        }
        if senses.iter().any(place) && out(Named::AnyPlace) {
            senses.retain(|sense| !place(sense));
        }
    }
    senses
}

/// The name of somebody: a known given name and what follows with capitals.
fn unknown_name(sentence: &Sentence, words: &Words, rules: &Rules, token: usize) -> Option<Range<usize>> {
    let [piece] = words.of(token) else { return None };
    // "the Christian Democratic Appeal": persons have no article.
    let article = token
        .checked_sub(1)
        .is_some_and(|before| matches!(sentence.tokens[before].lower.as_str(), "the" | "a" | "an"));
    let given = rules.given_names.contains_key(&piece.word);
    let family = || {
        let alone = rules.lexicon.start(piece.word).map(|node| rules.lexicon.readings(node));
        alone.is_none_or(<[_]>::is_empty) && begins_with_family(sentence, words, token)
    };
    if !piece.capital || article || words.shouting || !(given || family()) {
        return None;
    }
    name_from(sentence, words, rules, token).filter(|name| name.len() > 1 && capitals_in(words, name) <= 4)
}

/// "Wong Yeung-tat", "Park Won-soon": a given name whose second half is tied to the first in small letters stands behind that
/// of the family.
pub fn begins_with_family(sentence: &Sentence, words: &Words, token: usize) -> bool {
    let Some([family, given, hyphen, half]) = sentence.tokens.get(token..token + 4) else { return false };
    let is_name = |at: usize| words.capital(at) && sentence.tokens[at].upos == Upos::Propn;
    is_name(token)
        && is_name(token + 1)
        && family.space_after
        && !given.space_after
        && is_hyphen(sentence, token + 2)
        && !hyphen.space_after
        && half.form.starts_with(char::is_lowercase)
        && !is_function_word_but_name(&half.lower)
}

/// How many words of a name are capitalised; headings that run into the text make long rows of them.
fn capitals_in(words: &Words, name: &Range<usize>) -> usize {
    name.clone().filter(|&token| words.capital(token)).count()
}

/// The capitalised words from `token` on that can be one person's name.
pub fn name_from(sentence: &Sentence, words: &Words, rules: &Rules, token: usize) -> Option<Range<usize>> {
    if rules.not_names.contains(sentence.tokens[token].lower.as_str()) {
        return None;
    }
    let mut end = token;
    let mut at = token;
    while at < sentence.tokens.len() && at < token + 7 {
        let form = &sentence.tokens[at];
        if words.capital(at) {
            let place = at > token + 1 && is_state(words, rules, at);
            if at > token && (place || ends_name(sentence, words, rules, at)) {
                break;
            }
            at += 1;
            end = at;
            // "J." of "John J. Smith" may carry its full stop as a token.
            if words.of(at - 1).iter().all(|piece| piece.initial)
                && sentence.tokens.get(at).is_some_and(|t| t.form == ".")
            {
                at += 1;
            }
        } else if at > token && is_particle(&form.lower) && form.upos != Upos::Punct
            || at > token && is_hyphen(sentence, at) && !sentence.tokens[at - 1].space_after
        {
            at += 1;
            // "Moon Jae-in": what a hyphen ties to a name belongs to it.
            let tied = is_hyphen(sentence, at - 1)
                && sentence.tokens.get(at).is_some_and(|next| next.form.starts_with(char::is_lowercase));
            if tied
                && !sentence.tokens[at - 1].space_after
                && !is_function_word_but_name(&sentence.tokens[at].lower)
            {
                at += 1;
                end = at;
            }
        } else {
            break;
        }
    }
    (end > token).then_some(token..end)
}

/// Words that follow a hyphen without being part of a name: "Obama-era", "Putin-backed".
fn is_function_word_but_name(lower: &str) -> bool {
    lower.len() > 4
        || lower.ends_with("ed")
        || matches!(
            lower,
            "era"
                | "led"
                | "like"
                | "run"
                | "held"
                | "born"
                | "wide"
                | "made"
                | "size"
                | "area"
                | "and"
                | "to"
                | "the"
                | "a"
        )
}

/// Whether a single word is the name of a state.
fn is_state(words: &Words, rules: &Rules, token: usize) -> bool {
    let node = words.of(token).first().and_then(|piece| rules.lexicon.start(piece.word));
    node.is_some_and(|node| {
        rules.lexicon.readings(node).iter().any(|reading| matches!(reading.sense, Sense::State(_)))
    })
}

/// Whether a capitalised word within a row of such begins something else than a name.
fn ends_name(sentence: &Sentence, words: &Words, rules: &Rules, token: usize) -> bool {
    let Some(first) = words.of(token).first() else { return true };
    let Some(node) = rules.lexicon.start(first.word) else {
        return is_possessive(sentence, token)
            || rules.not_names.contains(sentence.tokens[token].lower.as_str());
    };
    rules.not_names.contains(sentence.tokens[token].lower.as_str())
        || rules.lexicon.readings(node).iter().any(|reading| {
            reading.allows(1)
                && (is_role(&reading.sense) && !matches!(reading.sense, Sense::Title(_))
                    || matches!(reading.sense, Sense::Thing(_) | Sense::Adjective(_)))
        })
}
