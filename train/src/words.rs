//! Words that the treebanks lack: names that the rules know, words of news, and the forms of words whose other
//! forms are known.

use crate::lemmas;
use chancery::language::{Sentence, Xpos};
use compact_str::{CompactString, format_compact};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Verbs, nouns, adjectives and adverbs of news in their dictionary forms.
const NEWS: &str = include_str!("../data/words.tsv");

/// Tables of rules with names, and the tags of what stands in their columns.
const TABLES: [(&str, &[(usize, Xpos)]); 12] = [
    ("places/capitals.csv", &[(0, Xpos::Nnp), (5, Xpos::Nnp)]),
    ("places/conflicts.csv", &[(0, Xpos::Nnp), (5, Xpos::Nnp)]),
    (
        "actors/states.csv",
        &[(1, Xpos::Nnp), (3, Xpos::Nnp), (4, Xpos::Jj), (5, Xpos::Nnps), (6, Xpos::Nnp), (7, Xpos::Nnp)],
    ),
    ("actors/given-names.csv", &[(0, Xpos::Nnp)]),
    ("actors/spellings.csv", &[(0, Xpos::Nnp)]),
    ("actors/groups.csv", &[(1, Xpos::Nnp), (2, Xpos::Nnp)]),
    ("actors/bodies.csv", &[(1, Xpos::Nnp), (2, Xpos::Nnp)]),
    ("actors/organisations.csv", &[(1, Xpos::Nnp), (2, Xpos::Nnp)]),
    ("actors/titles.csv", &[(0, Xpos::Nnp)]),
    ("actors/nouns.csv", &[(0, Xpos::Nn), (1, Xpos::Nns)]),
    ("actors/institutions.csv", &[(1, Xpos::Nn)]),
    ("actors/offices.csv", &[(1, Xpos::Nn)]),
];

/// What may be known of words without having seen them in a treebank.
#[derive(Debug, Default)]
pub struct Words {
    /// The tags that a word in lower case may have.
    pub tags: BTreeMap<CompactString, BTreeSet<Xpos>>,
    /// The dictionary forms of inflected verbs and nouns.
    pub lemmas: BTreeMap<(Xpos, CompactString), CompactString>,
    /// Those of them that are ours: they count more than a treebank, where some are misspelt.
    pub certain: BTreeMap<(Xpos, CompactString), CompactString>,
    /// Verbs whose forms stand in the table of irregular words.
    irregular: BTreeSet<CompactString>,
}

impl Words {
    /// Everything that rules, our list and the paradigms of the treebanks' words tell.
    pub fn of<'a>(
        rules: &Path,
        sentences: impl Iterator<Item = &'a Sentence>,
    ) -> Result<Self, std::io::Error> {
        let mut words = Self::default();
        for (table, columns) in TABLES {
            words.names(&std::fs::read_to_string(rules.join(table))?, columns);
        }
        let mut persons: Vec<_> =
            std::fs::read_dir(rules.join("actors/persons"))?.collect::<Result<Vec<_>, _>>()?;
        persons.sort_by_key(std::fs::DirEntry::path);
        for file in persons {
            let columns = [(1, Xpos::Nnp), (2, Xpos::Nnp), (3, Xpos::Nnp)];
            words.names(&std::fs::read_to_string(file.path())?, &columns);
        }
        for ((tag, form), lemma) in lemmas::irregular() {
            if tag == Xpos::Vbd {
                words.irregular.insert(lemma.clone());
            }
            words.form(form, tag, &lemma);
        }
        for line in NEWS.lines().filter(|line| !line.starts_with('#')) {
            let Some((kind, list)) = line.split_once('\t') else { continue };
            for word in list.split_whitespace() {
                match kind {
                    "verb" => words.verb(word.trim_end_matches('+'), word.ends_with('+')),
                    "noun" => words.noun(word),
                    "adjective" => words.add(word, Xpos::Jj),
                    _ => words.add(word, Xpos::Rb),
                }
            }
        }
        words.certain = words.lemmas.clone();
        words.certain.retain(|(tag, _), _| *tag != Xpos::Nns);
        let mut known: BTreeSet<(bool, &str)> = BTreeSet::new();
        for token in sentences.flat_map(|sentence| &sentence.tokens) {
            let plain = token.lemma.len() > 2 && token.lemma.bytes().all(|b| b.is_ascii_lowercase());
            match token.xpos {
                Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz if plain => {
                    known.insert((true, &token.lemma));
                }
                Xpos::Nn | Xpos::Nns if plain => {
                    known.insert((false, &token.lemma));
                }
                _ => {}
            }
        }
        for (is_verb, lemma) in known {
            if is_verb { words.verb(lemma, doubles(lemma)) } else { words.noun(lemma) }
        }
        let british: Vec<_> =
            words.tags.iter().filter_map(|(word, tags)| Some((british(word)?, tags.clone()))).collect();
        for (word, tags) in british {
            words.tags.entry(word).or_default().extend(tags);
        }
        Ok(words)
    }

    fn add(&mut self, word: &str, tag: Xpos) {
        self.tags.entry(CompactString::new(word)).or_default().insert(tag);
    }

    fn form(&mut self, form: CompactString, tag: Xpos, lemma: &str) {
        self.add(&form, tag);
        self.lemmas.entry((tag, form)).or_insert_with(|| CompactString::new(lemma));
    }

    /// The names in some columns of a table.
    fn names(&mut self, table: &str, columns: &[(usize, Xpos)]) {
        for line in table.lines().skip(1).filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split(',').collect();
            for &(column, tag) in columns {
                for name in fields.get(column).into_iter().flat_map(|field| field.split('|')) {
                    let last = name.split(' ').next_back();
                    for word in name.split([' ', '-', '"', '@']).filter(|word| word.len() > 1) {
                        let capital = word.starts_with(char::is_uppercase);
                        match tag {
                            Xpos::Nn | Xpos::Nns if Some(word) == last && !capital => self.add(word, tag),
                            Xpos::Nn | Xpos::Nns => {}
                            _ if capital => {
                                self.add(&CompactString::from_str_to_lowercase(word), tag);
                            }
                            _ => {}
                        }
                    }
                }
            }
        }
    }

    fn verb(&mut self, verb: &str, double: bool) {
        self.add(verb, Xpos::Vb);
        if self.irregular.contains(verb) {
            return;
        }
        self.form(with_s(verb), Xpos::Vbz, verb);
        let mut stems = Vec::new();
        let last = verb.chars().next_back().unwrap_or('e');
        if double || verb.ends_with('l') && verb.len() > 4 && doubles(verb) {
            stems.push(format_compact!("{verb}{last}"));
        }
        if !double || last == 'l' {
            stems.push(CompactString::new(verb));
        }
        for stem in stems {
            let vowel_before = stem.chars().rev().nth(1).is_some_and(|c| "aeiou".contains(c));
            let past = match stem.strip_suffix('y') {
                Some(short) if !vowel_before => format_compact!("{short}ied"),
                _ if stem.ends_with('e') => format_compact!("{stem}d"),
                _ => format_compact!("{stem}ed"),
            };
            let going = match (stem.strip_suffix("ie"), stem.strip_suffix('e')) {
                (Some(short), _) => format_compact!("{short}ying"),
                (_, Some(short))
                    if !stem.ends_with("ee") && !stem.ends_with("ye") && !stem.ends_with("oe") =>
                {
                    format_compact!("{short}ing")
                }
                _ => format_compact!("{stem}ing"),
            };
            self.form(past.clone(), Xpos::Vbd, verb);
            self.form(past, Xpos::Vbn, verb);
            self.form(going, Xpos::Vbg, verb);
        }
    }

    fn noun(&mut self, noun: &str) {
        self.add(noun, Xpos::Nn);
        match noun.strip_suffix("man") {
            Some(stem) if noun.len() > 4 => self.form(format_compact!("{stem}men"), Xpos::Nns, noun),
            _ => self.form(with_s(noun), Xpos::Nns, noun),
        }
    }
}

fn with_s(word: &str) -> CompactString {
    let vowel_before = word.chars().rev().nth(1).is_some_and(|c| "aeiou".contains(c));
    match word.strip_suffix('y') {
        Some(short) if !vowel_before => format_compact!("{short}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format_compact!("{word}es"),
        _ => format_compact!("{word}s"),
    }
}

/// Whether a verb ends like those that double their last letter: one vowel, one consonant, one syllable; or a
/// vowel and l, which British writers double.
fn doubles(verb: &str) -> bool {
    let letters: Vec<char> = verb.chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let [.., before, middle, last] = letters[..] else { return false };
    let one = !vowel(before) && vowel(middle) && !vowel(last) && !"wxy".contains(last);
    let syllables = letters.windows(2).filter(|pair| vowel(pair[0]) && !vowel(pair[1])).count();
    one && (syllables == 1 || last == 'l')
}

/// The British spelling of an American one.
fn british(word: &str) -> Option<CompactString> {
    for (american, british) in [
        ("iz", "is"),
        ("color", "colour"),
        ("labor", "labour"),
        ("honor", "honour"),
        ("favor", "favour"),
        ("harbor", "harbour"),
        ("neighbor", "neighbour"),
        ("behavior", "behaviour"),
        ("humor", "humour"),
        ("rumor", "rumour"),
        ("armor", "armour"),
        ("defense", "defence"),
        ("offense", "offence"),
        ("center", "centre"),
        ("theater", "theatre"),
        ("program", "programme"),
        ("paralyz", "paralys"),
        ("analyz", "analys"),
        ("maneuver", "manoeuvre"),
    ] {
        if american == "iz" {
            let ends = ["ize", "ized", "izes", "izing", "ization", "izations", "izer", "izers"];
            if let Some(end) = ends.iter().find(|end| word.ends_with(**end) && word.len() > end.len() + 2) {
                return Some(format_compact!("{}is{}", &word[..word.len() - end.len()], &end[2..]));
            }
        } else if let Some(at) = word.find(american)
            && !word.contains(british)
        {
            return Some(format_compact!("{}{british}{}", &word[..at], &word[at + american.len()..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(verb: &str, double: bool) -> String {
        let mut words = Words::default();
        words.verb(verb, double);
        words
            .lemmas
            .keys()
            .map(|(tag, form)| format!("{} {form}", tag.as_str()))
            .collect::<Vec<_>>()
            .join(", ")
    }

    #[test]
    fn regular_verbs() {
        assert_eq!(forms("endorse", false), "VBD endorsed, VBZ endorses, VBN endorsed, VBG endorsing");
        assert_eq!(forms("rebut", true), "VBD rebutted, VBZ rebuts, VBN rebutted, VBG rebutting");
        assert_eq!(forms("deny", false), "VBD denied, VBZ denies, VBN denied, VBG denying");
        assert_eq!(forms("decree", false), "VBD decreed, VBZ decrees, VBN decreed, VBG decreeing");
        assert!(doubles("ban") && doubles("signal") && !doubles("target") && !doubles("seek"));
    }

    #[test]
    fn british_spellings() {
        assert_eq!(british("mobilized").as_deref(), Some("mobilised"));
        assert_eq!(british("neighbors").as_deref(), Some("neighbours"));
        assert_eq!(british("seized"), None);
        assert_eq!(british("size"), None);
    }

    #[test]
    fn names_by_their_columns() {
        let mut words = Words::default();
        words.names("id,name\nx,Bashar al-Assad|Assad\n", &[(1, Xpos::Nnp)]);
        assert_eq!(words.tags.keys().map(CompactString::as_str).collect::<Vec<_>>(), ["assad", "bashar"]);
    }
}
