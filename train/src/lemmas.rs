//! Learns the lemmatiser.

use crate::words::Words;
use chancery::language::lemmatiser::{LONGEST_ENDING, Lemmatiser, Script, is_name};
use chancery::language::{Sentence, Xpos};
use compact_str::CompactString;
use std::collections::{BTreeMap, HashMap};

/// Irregular verbs and nouns that the treebanks may lack or misspell: form, tags, lemma.
const IRREGULAR: &str = include_str!("../data/irregular.tsv");

/// Counts of lemmas by tag and word.
type Seen = BTreeMap<(Xpos, CompactString), BTreeMap<CompactString, usize>>;

/// Learns rules and exceptions from sentences with gold lemmas, and from the forms of other words that are known.
pub fn learn<'a>(sentences: impl Iterator<Item = &'a Sentence>, words: &Words) -> Lemmatiser {
    let mut seen = Seen::new();
    for token in sentences.flat_map(|sentence| &sentence.tokens) {
        let name = is_name(token.xpos, token.upos);
        if name && token.xpos != Xpos::Nnps || token.lemma == "_" || token.lemma.contains(['\t', ' ']) {
            continue;
        }
        let lemma =
            if name { CompactString::from_str_to_lowercase(&token.lemma) } else { token.lemma.clone() };
        *seen.entry((token.xpos, token.lower.clone())).or_default().entry(lemma).or_default() += 1;
    }
    // The lemma most often given counts; of equals the first.
    let lemmas: BTreeMap<(Xpos, CompactString), CompactString> = seen
        .iter()
        .map(|(key, counts)| {
            let most = counts.values().max().copied().unwrap_or(0);
            let lemma = counts.iter().find(|&(_, &count)| count == most).map(|(lemma, _)| lemma.clone());
            (key.clone(), lemma.unwrap_or_default())
        })
        .collect();
    let mut exceptions = words.lemmas.clone();
    exceptions.extend(irregular());
    exceptions.extend(lemmas);
    exceptions.extend(words.certain.clone());
    let is_verb = |tag: Xpos| matches!(tag, Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbz);
    exceptions.extend(irregular().into_iter().filter(|((tag, _), _)| is_verb(*tag)));
    let mut lemmatiser = Lemmatiser { rules: rules(&exceptions), ..Lemmatiser::default() };
    for ((xpos, word), lemma) in exceptions {
        let upos = if xpos == Xpos::Nnps { chancery::language::Upos::Propn } else { Default::default() };
        if lemmatiser.lemma(&word, &word, xpos, upos) != lemma {
            lemmatiser.exceptions.insert((xpos, word), lemma);
        }
    }
    lemmatiser
}

/// The rules that most words agree with; a rule for a longer ending only where it says something else.
fn rules(lemmas: &BTreeMap<(Xpos, CompactString), CompactString>) -> HashMap<(Xpos, CompactString), Script> {
    let mut counts: BTreeMap<(Xpos, CompactString), BTreeMap<Script, usize>> = BTreeMap::new();
    for ((xpos, word), lemma) in lemmas {
        let Some(script) = Script::between(word, lemma) else { continue };
        let length = word.chars().count();
        for ending in 0..=LONGEST_ENDING.min(length) {
            let begin = word.char_indices().nth(length - ending).map_or(word.len(), |(i, _)| i);
            let key = (*xpos, CompactString::new(&word[begin..]));
            *counts.entry(key).or_default().entry(script.clone()).or_default() += 1;
        }
    }
    let mut by_length: Vec<_> = counts.into_iter().collect();
    by_length.sort_by_key(|((_, ending), _)| ending.chars().count());
    let mut rules: HashMap<(Xpos, CompactString), Script> = HashMap::new();
    for ((xpos, ending), scripts) in by_length {
        let most = scripts.values().max().copied().unwrap_or(0);
        let all: usize = scripts.values().sum();
        if (most < 2 || most * 10 < all * 6) && !ending.is_empty() {
            continue;
        }
        let Some((script, _)) = scripts.into_iter().find(|&(_, count)| count == most) else { continue };
        let mut shorter = ending.as_str();
        let mut inherited = None;
        while let Some(first) = shorter.chars().next() {
            shorter = &shorter[first.len_utf8()..];
            inherited = rules.get(&(xpos, CompactString::new(shorter)));
            if inherited.is_some() {
                break;
            }
        }
        if inherited != Some(&script) {
            rules.insert((xpos, ending), script);
        }
    }
    rules
}

/// The table of irregular words.
pub fn irregular() -> BTreeMap<(Xpos, CompactString), CompactString> {
    let mut table = BTreeMap::new();
    for line in IRREGULAR.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(form), Some(tags), Some(lemma)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        for xpos in tags.split(' ').filter_map(Xpos::parse) {
            table.insert((xpos, CompactString::new(form)), CompactString::new(lemma));
        }
    }
    table
}
