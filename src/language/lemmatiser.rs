//! Dictionary forms: a table of exceptions, and rules by tag and ending.

use super::{Sentence, Upos, Xpos};
use compact_str::CompactString;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Cuts some characters off the end of a word and appends others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Script {
    /// How many characters are cut off.
    pub cut: u8,
    /// What is appended.
    pub append: CompactString,
}

impl Script {
    /// The script that makes `lemma` of `word`, if it leaves anything of it.
    pub fn between(word: &str, lemma: &str) -> Option<Self> {
        let common: usize =
            word.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let cut = word[common..].chars().count();
        (common > 0 && cut < 8).then(|| Self { cut: cut as u8, append: CompactString::new(&lemma[common..]) })
    }

    /// The lemma of `word`; the word itself where too little would be left.
    pub fn apply(&self, word: &str) -> CompactString {
        let keep = word.char_indices().rev().map(|(i, _)| i).nth(usize::from(self.cut).wrapping_sub(1));
        let stem = match (self.cut, keep) {
            (0, _) => word,
            (_, Some(0) | None) => return CompactString::new(word),
            (_, Some(end)) => &word[..end],
        };
        let mut lemma = CompactString::new(stem);
        lemma.push_str(&self.append);
        lemma
    }
}

/// Plurals that treebanks would have of another word, or do not have: armies have bases, a militia is one.
static OF_NEWS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    include_str!("plurals-of-news.txt").lines().filter_map(|line| line.split_once(' ')).collect()
});

/// The longest ending that rules look at, in characters.
pub const LONGEST_ENDING: usize = 5;

/// A trained lemmatiser.
#[derive(Debug, Clone, Default)]
pub struct Lemmatiser {
    /// Lemmas of single words, by tag.
    pub exceptions: HashMap<(Xpos, CompactString), CompactString>,
    /// Scripts by tag and ending; the longest ending counts.
    pub rules: HashMap<(Xpos, CompactString), Script>,
}

impl Lemmatiser {
    /// Sets the lemma of every token of a tagged sentence.
    pub fn lemmatise(&self, sentence: &mut Sentence) {
        for token in &mut sentence.tokens {
            token.lemma = self.lemma(&token.form, &token.lower, token.xpos, token.upos);
        }
    }

    /// The lemma of a word with its tags.
    pub fn lemma(
        &self,
        form: &CompactString,
        lower: &CompactString,
        xpos: Xpos,
        upos: Upos,
    ) -> CompactString {
        if is_name(xpos, upos) && xpos != Xpos::Nnps {
            return form.clone();
        }
        if let Some((_, lemma)) = OF_NEWS.iter().find(|(word, _)| word == lower && xpos == Xpos::Nns) {
            return CompactString::new(lemma);
        }
        let mut key = (xpos, lower.clone());
        if let Some(lemma) = self.exceptions.get(&key) {
            return if is_name(xpos, upos) { capitalised_like(form, lemma) } else { lemma.clone() };
        }
        let base = if is_name(xpos, upos) { form } else { lower };
        let mut begins: [usize; LONGEST_ENDING + 1] = [lower.len(); LONGEST_ENDING + 1];
        let mut length = 0;
        for (i, _) in lower.char_indices().rev().take(LONGEST_ENDING) {
            length += 1;
            begins[length] = i;
        }
        for ending in (0..=length).rev() {
            key.1.clear();
            key.1.push_str(&lower[begins[ending]..]);
            if let Some(script) = self.rules.get(&key) {
                return script.apply(base);
            }
        }
        base.clone()
    }
}

/// Whether a word keeps its capitals in its lemma.
pub fn is_name(xpos: Xpos, upos: Upos) -> bool {
    upos == Upos::Propn || matches!(xpos, Xpos::Nnp | Xpos::Nnps | Xpos::Fw | Xpos::Add)
}

fn capitalised_like(form: &str, lemma: &str) -> CompactString {
    let mut rest = lemma.chars();
    match rest.next() {
        Some(first) if form.starts_with(char::is_uppercase) => first.to_uppercase().chain(rest).collect(),
        _ => CompactString::new(lemma),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts() {
        let script = Script::between("carried", "carry").unwrap();
        assert_eq!(script.apply("married"), "marry");
        assert_eq!(script.apply("ed"), "ed");
        assert_eq!(Script::between("talks", "talk").unwrap().apply("é"), "é");
        assert!(Script::between("went", "go").is_none());
    }

    #[test]
    fn armies_have_bases() {
        let lemma =
            |word: &str, xpos| Lemmatiser::default().lemma(&word.into(), &word.into(), xpos, Upos::Noun);
        assert_eq!(lemma("bases", Xpos::Nns), "base");
        assert_eq!(lemma("militia", Xpos::Nns), "militia");
    }
}
