//! A teacher: a pass of our parser that has the trees of another parser as its guide, and learned from the treebanks what
//! they come to in ours. It makes the trees of [`crate::silver`].

use crate::train::Recipe;
use crate::{lemmas, parser, silver, treebank, words};
use chancery::article::{Part, Span};
use chancery::language::parser::configuration::{Guide, guide_by};
use chancery::language::parser::features::{FORWARDS, forwards};
use chancery::language::parser::{Pass, Room, begin};
use chancery::language::{Relation, Sentence, Upos, Xpos, segment};
use clap::Args;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The parts of the treebanks, in the order in which the other parser is asked for them: what the teacher learns from,
/// and what it is measured on.
const PARTS: [&str; 3] = ["ewt-train", "gum-train", "pud-test"];

/// Prints the sentences of files of articles, or of the treebanks where there are none, a line each, for the other parser.
pub fn sentences(data: &Path, files: &[PathBuf]) -> Result<(), String> {
    if files.is_empty() {
        for part in PARTS {
            treebank::load(data, part)?.iter().for_each(|tree| println!("{}", silver::line(&tree.sentence)));
        }
    }
    for article in chancery::import::read(files, &Default::default()).flatten() {
        let sentences = segment(&article.text, Part::Text, Span::new(0, article.text.len()));
        sentences.iter().for_each(|sentence| println!("{}", silver::line(sentence)));
    }
    Ok(())
}

/// What the other parser made of a sentence.
struct Told {
    tags: Vec<Xpos>,
    guides: Vec<Guide>,
}

fn read_told(path: &Path) -> Result<Vec<Told>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text
        .lines()
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let length = (fields.len() / 3) as u32;
            let tags =
                fields.chunks_exact(3).map(|token| Xpos::parse(token[0]).unwrap_or_default()).collect();
            // What has no head in the sentence is its root.
            let arcs = fields.chunks_exact(3).map(|token| {
                let head = token[1].parse().ok().filter(|&head| head < length);
                (head.unwrap_or(length), token[2].parse().unwrap_or(0))
            });
            let mut guides = Vec::new();
            guide_by(&mut guides, arcs);
            Told { tags, guides }
        })
        .collect())
}

/// What a teacher is given beside the treebanks.
#[derive(Debug, Clone, Args)]
pub struct Lesson {
    /// What the other parser made of the treebanks.
    pub told: PathBuf,
    /// What it made of the articles.
    pub told_of_articles: PathBuf,
    /// The file of trees to write; `xz -9` packs it.
    pub out: PathBuf,
    /// The files of articles.
    pub files: Vec<PathBuf>,
    /// Leave the words out, which are those of articles below this folder.
    #[arg(long)]
    pub hidden: Option<PathBuf>,
}

/// Learns from the treebanks, tells how right it is on the part for measuring, and writes the trees of the articles.
pub fn teach(data: &Path, lesson: &Lesson, recipe: &Recipe) -> Result<(), String> {
    let mut trees = Vec::new();
    for part in &PARTS[..PARTS.len() - 1] {
        trees.extend(treebank::load(data, part)?);
    }
    let measured = treebank::load(data, PARTS[PARTS.len() - 1])?;
    let told = read_told(&lesson.told)?;
    if told.len() != trees.len() + measured.len() {
        return Err(format!("{}: not of these treebanks", lesson.told.display()));
    }
    let gold: Vec<Sentence> = trees.iter().map(|tree| tree.sentence.clone()).collect();
    let words = words::Words::of(&recipe.rules, gold.iter()).map_err(|error| error.to_string())?;
    let lemmatiser = lemmas::learn(gold.iter(), &words);
    let ready = |sentence: &Sentence, told: &Told| {
        let mut sentence = sentence.clone();
        tag(&mut sentence, told);
        lemmatiser.lemmatise(&mut sentence);
        sentence
    };
    let lessons: Vec<Sentence> =
        gold.iter().zip(&told).map(|(sentence, told)| ready(sentence, told)).collect();
    let guides = told[..trees.len()].iter().map(|told| told.guides.clone()).collect();
    let pass = parser::train_forwards(&lessons, guides, recipe);
    let (mut heads, mut labels, mut all) = (0, 0, 0);
    for (tree, told) in measured.iter().zip(&told[trees.len()..]) {
        let mut sentence = ready(&tree.sentence, told);
        parse(&pass, &mut sentence, told);
        let words = sentence.tokens.iter().zip(&tree.sentence.tokens);
        for (found, gold) in words.filter(|(_, gold)| gold.upos != Upos::Punct) {
            all += 1;
            heads += usize::from(found.head == gold.head);
            labels += usize::from(found.head == gold.head && found.relation == gold.relation);
        }
    }
    let share = |part: usize| 100.0 * part as f64 / all.max(1) as f64;
    eprintln!("the teacher: UAS {:.2}, LAS {:.2}", share(heads), share(labels));
    let mut told = read_told(&lesson.told_of_articles)?.into_iter();
    let mut text = String::new();
    for file in &lesson.files {
        let name = lesson.hidden.as_ref().and_then(|folder| file.strip_prefix(folder).ok());
        for article in chancery::import::read(std::slice::from_ref(file), &Default::default()).flatten() {
            let id = article.id.clone().unwrap_or_default();
            let place = name.map_or(id.clone(), |name| format!("{} {id}", name.display()));
            let _ = writeln!(text, "# newdoc id = {place}");
            for sentence in segment(&article.text, Part::Text, Span::new(0, article.text.len())) {
                let told = told.next().filter(|told| told.tags.len() == sentence.tokens.len());
                let told = told
                    .ok_or_else(|| format!("{}: not of these articles", lesson.told_of_articles.display()))?;
                let mut sentence = ready(&sentence, &told);
                parse(&pass, &mut sentence, &told);
                write_sentence(&mut text, &sentence, name.is_some());
            }
        }
    }
    std::fs::write(&lesson.out, text).map_err(|error| format!("{}: {error}", lesson.out.display()))
}

fn parse(pass: &Pass, sentence: &mut Sentence, told: &Told) {
    let mut room = Room::default();
    begin(&mut room.forwards, sentence);
    room.forwards.guides.clone_from(&told.guides);
    pass.run::<FORWARDS>(&mut room.forwards, forwards);
    room.forwards.free_marks();
    room.forwards.hang(&mut sentence.tokens);
}

/// The tags told, and the universal ones that they mean without a tree.
fn tag(sentence: &mut Sentence, told: &Told) {
    for (token, &xpos) in sentence.tokens.iter_mut().zip(&told.tags) {
        token.xpos = xpos;
        token.upos = universal(xpos, &token.lower);
    }
}

/// The universal tag of a Penn tag; where that is not enough, what is commonest.
fn universal(xpos: Xpos, lower: &str) -> Upos {
    match xpos.as_str() {
        "NN" | "NNS" => Upos::Noun,
        "NNP" | "NNPS" => Upos::Propn,
        "JJ" | "JJR" | "JJS" | "AFX" => Upos::Adj,
        "RB" if matches!(lower, "not" | "n't" | "n’t") => Upos::Part,
        "RB" | "RBR" | "RBS" | "WRB" => Upos::Adv,
        "VB" | "VBD" | "VBG" | "VBN" | "VBP" | "VBZ"
            if matches!(
                lower,
                "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'s" | "'re" | "'m"
            ) =>
        {
            Upos::Aux
        }
        "VB" | "VBD" | "VBG" | "VBN" | "VBP" | "VBZ" => Upos::Verb,
        "MD" => Upos::Aux,
        "IN" if matches!(
            lower,
            "that" | "if" | "because" | "although" | "though" | "while" | "whether" | "unless"
        ) =>
        {
            Upos::Sconj
        }
        "IN" | "RP" => Upos::Adp,
        "TO" | "POS" => Upos::Part,
        "DT" | "PDT" => Upos::Det,
        "WDT" | "WP" | "PRP" | "PRP$" | "WP$" | "EX" => Upos::Pron,
        "CC" => Upos::Cconj,
        "CD" => Upos::Num,
        "UH" => Upos::Intj,
        "$" | "SYM" => Upos::Sym,
        "FW" | "LS" | "ADD" | "GW" | "XX" => Upos::X,
        _ => Upos::Punct,
    }
}

/// Writes a sentence as CoNLL-U, with the universal tags that its tree tells; the lemmas are learned elsewhere.
fn write_sentence(text: &mut String, sentence: &Sentence, hidden: bool) {
    for (i, token) in sentence.tokens.iter().enumerate() {
        let upos = match (token.relation, token.xpos.as_str(), token.upos) {
            (Relation::Aux | Relation::AuxPass | Relation::Cop, _, Upos::Verb | Upos::Aux) => Upos::Aux,
            (_, "VB" | "VBD" | "VBG" | "VBN" | "VBP" | "VBZ", Upos::Aux) => Upos::Verb,
            (Relation::Mark, "IN", _) => Upos::Sconj,
            (Relation::Case, "IN" | "TO", _) => Upos::Adp,
            (Relation::Det | Relation::DetPredet, "DT" | "PDT" | "WDT", _) => Upos::Det,
            (_, "DT", _) => Upos::Pron,
            (_, "IN", Upos::Sconj) => Upos::Adp,
            (_, _, upos) => upos,
        };
        let head = token.head.map_or(0, |head| head + 1);
        let space = if token.space_after || hidden { "_" } else { "SpaceAfter=No" };
        let form = if hidden { "_" } else { token.form.as_str() };
        let (upos, xpos, relation) = (upos.as_str(), token.xpos.as_str(), token.relation.as_str());
        let _ = writeln!(text, "{}\t{form}\t_\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t{space}", i + 1);
    }
    text.push('\n');
}
