//! Trees of news that a teacher made, from which the model learns beside the treebanks.
//!
//! A file is CoNLL-U, packed by xz. Where its tokens have no forms (`_`), each document is named by the file of articles
//! and the article whose words it tells of, and the words are taken from there.

use crate::treebank;
use chancery::article::{Article, Part, Span};
use chancery::language::conllu::{Tree, read};
use chancery::language::{Sentence, segment};
use std::collections::HashMap;
use std::path::Path;

/// What stands for a word that is taken from the article.
const HIDDEN: &str = "_";

/// Reads all files of a folder, in the order of their names; `data` holds the articles that they speak of. Tells how many
/// documents are left out, because their articles are not there or are parted into other words today.
pub fn load(folder: &Path, data: &Path) -> Result<(Vec<Tree>, usize), String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "xz"))
        .collect();
    files.sort();
    let (mut trees, mut left_out) = (Vec::new(), 0);
    for path in files {
        let text = treebank::unpacked(&path)?;
        let mut articles = Articles { data, files: HashMap::new() };
        for document in text.split_inclusive("\n\n# newdoc").map(|part| part.trim_end_matches("# newdoc")) {
            match articles.uncover(document) {
                Some(text) => trees.extend(read(&text)),
                None => left_out += 1,
            }
        }
    }
    Ok((trees, left_out))
}

/// The articles of the files that documents name.
struct Articles<'a> {
    data: &'a Path,
    files: HashMap<String, HashMap<String, Article>>,
}

impl Articles<'_> {
    /// A document with its words. None where they cannot be had.
    fn uncover(&mut self, document: &str) -> Option<String> {
        let is_token = |line: &&str| line.starts_with(|first: char| first.is_ascii_digit());
        let form = |line: &str| line.split('\t').nth(1).map(str::to_owned);
        if document.lines().find(is_token).and_then(form)? != HIDDEN {
            return Some(format!("# newdoc{}", document.trim_start_matches("# newdoc")));
        }
        let name = document.lines().next()?.split_once("id = ")?.1;
        let (file, id) = name.split_once(' ')?;
        let article = self.article(file, id)?;
        let mut words = segment(&article.text, Part::Text, Span::new(0, article.text.len())).into_iter();
        let mut text = String::from("# newdoc\n");
        for block in document.split("\n\n") {
            let tokens: Vec<&str> = block.lines().filter(is_token).collect();
            if tokens.is_empty() {
                continue;
            }
            let sentence = words.next()?;
            if sentence.tokens.len() != tokens.len() {
                return None;
            }
            for (line, token) in tokens.iter().zip(&sentence.tokens) {
                let mut fields: Vec<&str> = line.split('\t').collect();
                *fields.get_mut(1)? = token.form.as_str();
                if !token.space_after {
                    *fields.last_mut()? = "SpaceAfter=No";
                }
                text.push_str(&fields.join("\t"));
                text.push('\n');
            }
            text.push('\n');
        }
        words.next().is_none().then_some(text)
    }

    fn article(&mut self, file: &str, id: &str) -> Option<&Article> {
        let read = || {
            chancery::import::read(&[self.data.join(file)], &Default::default())
                .flatten()
                .filter_map(|article| Some((article.id.clone()?, article)))
                .collect()
        };
        if !self.files.contains_key(file) {
            let articles = read();
            self.files.insert(file.to_owned(), articles);
        }
        self.files.get(file)?.get(id)
    }
}

/// A sentence as a line of its words, parted by tabs: what another parser reads.
pub fn line(sentence: &Sentence) -> String {
    let forms: Vec<&str> = sentence.tokens.iter().map(|token| token.form.as_str()).collect();
    forms.join("\t")
}
