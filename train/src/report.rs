//! The table of scores.

use crate::evaluate::{Scores, TOLD, compare};
use crate::treebank;
use chancery::article::{Part, Span};
use chancery::language::conllu::Tree;
use chancery::language::{Model, Sentence, segment};
use std::path::Path;

/// Prints the scores of a model on all test sets, from gold tokens and from raw text, as Markdown.
pub fn evaluate(data: &Path, path: &Path) -> Result<(), String> {
    print!("{}", scores(data, &load(path)?)?);
    Ok(())
}

/// Writes the card of a model beside it.
pub fn write_card(data: &Path, path: &Path, model: &Model) -> Result<(), String> {
    let command: Vec<String> = std::env::args().skip(1).collect();
    let command = format!("cargo run --release -p chancery-train -- {}", command.join(" "));
    let card = CARD
        .replace("{date}", &today())
        .replace("{bytes}", &model.to_bytes().len().to_string())
        .replace("{command}", command.trim_end_matches([' ', '-']))
        .replace("{table}", &scores(data, model)?);
    let path = path.with_file_name("README.md");
    std::fs::write(&path, card).map_err(|error| format!("{}: {error}", path.display()))
}

/// The card; the trainer fills in what is in braces.
const CARD: &str = include_str!("../data/card.md");

/// The day of training, in UTC.
fn today() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    // Days since 1 March of the year 0, in the civil calendar: leap days then stand at the end of a year.
    let days = now.as_secs() / 86_400 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year + u64::from(month >= 10);
    format!("{year:04}-{:02}-{day:02}", if month < 10 { month + 3 } else { month - 9 })
}

fn scores(data: &Path, model: &Model) -> Result<String, String> {
    let gum = treebank::load(data, "gum-test")?;
    let news: Vec<Tree> = gum.iter().filter(|tree| tree.document.contains("_news_")).cloned().collect();
    let sets = [
        ("EWT test", treebank::load(data, "ewt-test")?),
        ("GUM test", gum),
        ("GUM news", news),
        ("PUD", treebank::load(data, "pud-test")?),
    ];
    Ok(table(model, &sets))
}

/// The table of scores.
pub fn table(model: &Model, sets: &[(&str, Vec<Tree>)]) -> String {
    let mut columns: Vec<(String, Scores)> = Vec::new();
    for (name, trees) in sets {
        let (text, gold) = joined(trees);
        let mut tokens = gold.clone();
        for sentence in &mut tokens {
            for token in &mut sentence.tokens {
                (token.head, token.relation, token.upos, token.xpos) = Default::default();
                token.lemma.clear();
            }
        }
        columns.push((name.to_string(), compare(&gold, &model.analyse(tokens).sentences)));
        let raw = model.analyse(segment(&text, Part::Text, Span::new(0, text.len())));
        columns.push((format!("{name}, raw"), compare(&gold, &raw.sentences)));
    }
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    let mut row = |name: &str, value: &dyn Fn(&Scores) -> String| {
        rows.push((name.to_owned(), columns.iter().map(|(_, scores)| value(scores)).collect()));
    };
    row("sentences", &|s| format!("{:.1}", s.sentences.f1()));
    row("tokens", &|s| format!("{:.2}", s.tokens.f1()));
    row("XPOS", &|s| format!("{:.2}", s.xpos.f1()));
    row("UPOS", &|s| format!("{:.2}", s.upos.f1()));
    row("lemmas", &|s| format!("{:.2}", s.lemmas.f1()));
    row("UAS, no punctuation", &|s| format!("{:.2}", s.heads_of_words.f1()));
    row("LAS, no punctuation", &|s| format!("{:.2}", s.labelled.f1()));
    row("UAS, all (CoNLL 2018)", &|s| format!("{:.2}", s.heads.f1()));
    row("LAS, all (CoNLL 2018)", &|s| format!("{:.2}", s.labelled_universal.f1()));
    for (i, name) in TOLD.iter().enumerate() {
        row(&format!("{name}, precision/recall"), &|s| {
            format!("{:.0}/{:.0}", s.relations[i].precision(), s.relations[i].recall())
        });
    }
    row("taken for verbs", &|s| s.confusions[0].to_string());
    row("verbs not seen", &|s| s.confusions[1].to_string());
    row("VBD ↔ VBN", &|s| s.confusions[2].to_string());
    let mut text = String::from("| |");
    for (name, _) in &columns {
        text.push_str(&format!(" {name} |"));
    }
    text.push_str("\n|---|");
    text.push_str(&"--:|".repeat(columns.len()));
    text.push('\n');
    for (name, values) in rows {
        text.push_str(&format!("| {name} | {} |\n", values.join(" | ")));
    }
    text
}

/// One text of all sentences, with spans that point into it. Paragraphs are parted by an empty line.
fn joined(trees: &[Tree]) -> (String, Vec<Sentence>) {
    let mut text = String::new();
    let mut sentences = Vec::new();
    for tree in trees {
        if !text.is_empty() {
            text.push_str(if tree.begins_document || tree.begins_paragraph { "\n\n" } else { " " });
        }
        let begin = text.len();
        text.push_str(&tree.text);
        let mut sentence = tree.sentence.clone();
        sentence.span = Span::new(begin, text.len());
        for token in &mut sentence.tokens {
            token.span = Span::new(token.span.begin + begin, token.span.end + begin);
        }
        sentences.push(sentence);
    }
    (text, sentences)
}

/// Prints the trees of a text.
pub fn show(file: &Path, path: &Path) -> Result<(), String> {
    let model = load(path)?;
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    for sentence in model.analyse(segment(&text, Part::Text, Span::new(0, text.len()))).sentences {
        for (i, token) in sentence.tokens.iter().enumerate() {
            let head = token.head.map_or("-".to_owned(), |head| sentence.tokens[head].form.to_string());
            println!(
                "{:>3} {:<16} {:<14} {:<5} {:<5} {:<12} {head}",
                i + 1,
                token.form.as_str(),
                token.lemma.as_str(),
                token.upos.as_str(),
                token.xpos.as_str(),
                token.relation.as_str()
            );
        }
        println!();
    }
    Ok(())
}

fn load(path: &Path) -> Result<Model, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Model::from_bytes(&bytes).map_err(|error| format!("{}: {error}", path.display()))
}
