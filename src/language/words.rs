//! Lists of words in files beside the code that asks for them.

use std::sync::OnceLock;

/// Words in lower case, sorted, each once and on a line of its own; parted when first asked for.
#[derive(Debug)]
pub(crate) struct WordList {
    text: &'static str,
    words: OnceLock<Vec<&'static str>>,
}

impl WordList {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, words: OnceLock::new() }
    }

    /// Whether a word in lower case is on the list.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.words().binary_search(&word).is_ok()
    }

    /// The words, in the order of their letters.
    pub(super) fn words(&self) -> &[&'static str] {
        self.words.get_or_init(|| self.text.lines().collect())
    }
}

/// Whether a verb of saying takes no noun for its object, so that a noun before its subject is not what was said.
pub fn says_clauses_only(lemma: &str) -> bool {
    matches!(lemma, "say" | "add")
}

/// Whether a word names a day by that of speaking.
pub(super) fn is_day_of_speech(word: &str) -> bool {
    matches!(word, "today" | "tomorrow" | "tonight" | "yesterday")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_list_holds_its_words_alone() {
        let list = WordList::new("ate\ndrank\n");
        assert!(list.holds("ate") && list.holds("drank"));
        assert!(!list.holds("Ate") && !list.holds("") && !list.holds("dine"));
    }

    #[test]
    fn every_list_is_sorted_and_has_each_word_once() {
        let stage = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut lists = 0;
        for folder in ["language/tagger", "language/parser/mend", "actors/find"] {
            for entry in std::fs::read_dir(stage.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_none_or(|ending| ending != "txt") {
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                let lines: Vec<&str> = text.lines().collect();
                let unsorted = lines.windows(2).find(|pair| pair[0] >= pair[1]);
                assert_eq!(unsorted, None, "{}", path.display());
                assert!(!lines.is_empty() && lines.iter().all(|line| *line == line.trim().to_lowercase()));
                lists += 1;
            }
        }
        assert!(lists >= 12, "{lists} lists found");
    }
}
