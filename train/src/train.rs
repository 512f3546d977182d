//! From treebanks to a model file.

use crate::{folds, learner, lemmas, parser, report, robustness, silver, tagger, treebank, words};
use chancery::language::conllu::Tree;
use chancery::language::weights::Weights;
use chancery::language::{Model, Sentence, Upos, Xpos};
use clap::Args;
use std::path::Path;

/// How the model is trained.
#[derive(Debug, Clone, Args)]
pub struct Recipe {
    /// The seed of everything that is left to chance.
    #[arg(long, default_value_t = 2017)]
    pub seed: u64,
    /// Passes over the data for the parser.
    #[arg(long, default_value_t = 7)]
    pub epochs: usize,
    /// Passes over the data for the tagger.
    #[arg(long, default_value_t = 7)]
    pub tagger_epochs: usize,
    /// How many taggers, trained with different orders, are averaged.
    #[arg(long, default_value_t = 6)]
    pub tagger_seeds: usize,
    /// How many parsers, trained with different orders, are averaged.
    #[arg(long, default_value_t = 8)]
    pub seeds: usize,
    /// In how many percent of its mistakes the parser goes on from its own mistake while it learns.
    #[arg(long, default_value_t = 90)]
    pub exploration: u64,
    /// The parser has two to the power of this many weights.
    #[arg(long, default_value_t = 23)]
    pub parser_bits: u32,
    /// Passes over the data for the parser's first pass, which reads backwards.
    #[arg(long, default_value_t = 5)]
    pub guide_epochs: usize,
    /// How many models of the first pass are averaged.
    #[arg(long, default_value_t = 3)]
    pub guide_seeds: usize,
    /// The first pass has two to the power of this many weights.
    #[arg(long, default_value_t = 22)]
    pub guide_bits: u32,
    /// Each of the tagger's two readings has two to the power of this many weights.
    #[arg(long, default_value_t = 22)]
    pub tagger_bits: u32,
    /// For how many percent of the sentences the tagger learns from a copy too, which looks like a heading, or has
    /// lost its punctuation or its capitals.
    #[arg(long, default_value_t = 5)]
    pub copies: u64,
    /// How often the parser sees sentences of news for each time that it sees others.
    #[arg(long, default_value_t = 1)]
    pub news: usize,
    /// The folder with the rules, whose names and nouns the tagger knows.
    #[arg(long, default_value = "rules")]
    pub rules: std::path::PathBuf,
    /// Keep the jackknifed tags beside the model, for trials with the parser alone.
    #[arg(long)]
    pub keep_tags: bool,
    /// The folder with trees of news that a teacher made.
    #[arg(long, default_value = "train/data/silver")]
    pub silver: std::path::PathBuf,
    /// The folder with the articles whose trees are kept there without their words.
    #[arg(long, default_value = "../shared/data")]
    pub articles: std::path::PathBuf,
    /// A model trained with `--keep-tags`, whose tagger is used again: only the parser is trained.
    #[arg(long)]
    pub tagged_by: Option<std::path::PathBuf>,
}

/// Trains a model and writes it.
pub fn train(data: &Path, path: &Path, recipe: &Recipe) -> Result<(), String> {
    let start = std::time::Instant::now();
    let mut trees = treebank::load(data, "ewt-train")?;
    trees.extend(treebank::load(data, "gum-train")?);
    // What a teacher made has no lemmas of its own.
    let words = known(recipe, trees.iter().map(|tree| &tree.sentence))?;
    let lemmatiser = lemmas::learn(trees.iter().map(|tree| &tree.sentence), &words);
    let (taught, left_out) = silver::load(&recipe.silver, &recipe.articles)?;
    eprintln!("{} sentences of a teacher, {left_out} documents without their words", taught.len());
    trees.extend(taught);
    let mut folds = folds::folds(&trees);
    let mut gold: Vec<Sentence> = trees.iter().map(|tree| tree.sentence.clone()).collect();
    let mut random = learner::Random(recipe.seed);
    for i in 0..gold.len() {
        if let Some(copy) = robustness::copy(&gold[i], &mut random, recipe.copies) {
            gold.push(copy);
            folds.push(folds[i]);
        }
    }
    eprintln!(
        "{} s: {} rules and {} exceptions for lemmas",
        start.elapsed().as_secs(),
        lemmatiser.rules.len(),
        lemmatiser.exceptions.len()
    );
    let trained = match &recipe.tagged_by {
        Some(path) => again(&gold, path)?,
        None => tagger::train(&gold, &folds, &words, recipe)
            .map_err(|error| format!("{}: {error}", recipe.rules.display()))?,
    };
    let tagged = trained.jackknifed.iter().flat_map(|sentence| &sentence.tokens);
    let right = tagged
        .zip(gold.iter().flat_map(|sentence| &sentence.tokens))
        .filter(|(a, b)| a.xpos == b.xpos)
        .count();
    let all: usize = gold.iter().map(|sentence| sentence.tokens.len()).sum();
    eprintln!(
        "{} s: jackknifed tags {:.2} % right",
        start.elapsed().as_secs(),
        right as f64 * 100.0 / all as f64
    );
    let trained_tags = tags_as_text(&trained.jackknifed);
    let mut sentences = Vec::new();
    let mut sentence_folds = Vec::new();
    // The parser does not learn from the copies, which come last: it would take subjects for roots.
    for ((mut sentence, tree), &fold) in trained.jackknifed.into_iter().zip(&trees).zip(&folds) {
        lemmatiser.lemmatise(&mut sentence);
        for _ in 1..if is_news(tree) { recipe.news } else { 1 } {
            sentences.push(sentence.clone());
            sentence_folds.push(fold);
        }
        sentence_folds.push(fold);
        sentences.push(sentence);
    }
    let parser = parser::train(&sentences, &sentence_folds, recipe);
    let model = fit(Model { tagger: trained.tagger, lemmatiser, parser });
    write(path, &model)?;
    report::write_card(data, path, &model)?;
    if recipe.keep_tags {
        std::fs::write(tags_beside(path), trained_tags)
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    eprintln!("{} s", start.elapsed().as_secs());
    Ok(())
}

/// No model is larger than this.
const MOST_BYTES: usize = 7_000_000;

/// The least weights that a model keeps: of the tagger's two readings, of the passes backwards and forwards. The first
/// that make the model small enough count; small weights cost more bytes than they are worth.
const LEAST: [[u8; 4]; 6] =
    [[3, 2, 2, 1], [4, 3, 2, 2], [5, 4, 3, 2], [5, 4, 4, 2], [5, 4, 3, 3], [6, 5, 4, 3]];

/// Drops small weights until the model is small enough.
fn fit(mut model: Model) -> Model {
    for least in LEAST {
        model.tagger.first = without(&model.tagger.first, least[0]);
        model.tagger.second = without(&model.tagger.second, least[1]);
        model.parser.backwards.weights = without(&model.parser.backwards.weights, least[2]);
        model.parser.forwards.weights = without(&model.parser.forwards.weights, least[3]);
        let bytes = model.to_bytes().len();
        eprintln!("{bytes} bytes with weights of at least {least:?}");
        if bytes <= MOST_BYTES {
            break;
        }
    }
    model
}

/// The same table without its weights below `least`.
fn without<const WIDTH: usize>(weights: &Weights<WIDTH>, least: u8) -> Weights<WIDTH> {
    let kept = weights.cells().iter().map(|&cell| if (cell as i8).unsigned_abs() < least { 0 } else { cell });
    learner::table(kept.collect())
}

/// What is known of words beside the treebanks.
fn known<'a>(recipe: &Recipe, sentences: impl Iterator<Item = &'a Sentence>) -> Result<words::Words, String> {
    words::Words::of(&recipe.rules, sentences).map_err(|error| format!("{}: {error}", recipe.rules.display()))
}

fn read(path: &Path) -> Result<Model, String> {
    let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let bytes = std::fs::read(path).map_err(|error| fault(&error))?;
    Model::from_bytes(&bytes).map_err(|error| fault(&error))
}

fn write(path: &Path, model: &Model) -> Result<(), String> {
    let bytes = model.to_bytes();
    eprintln!("{} bytes written to {}", bytes.len(), path.display());
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn tags_beside(path: &Path) -> std::path::PathBuf {
    path.with_extension("tags")
}

fn tags_as_text(sentences: &[Sentence]) -> String {
    let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
    tokens.map(|token| format!("{}\t{}\n", token.xpos.as_str(), token.upos.as_str())).collect()
}

/// The tagger of a model and the jackknifed tags beside it.
fn again(gold: &[Sentence], path: &Path) -> Result<tagger::Trained, String> {
    let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let model = read(path)?;
    let tags = std::fs::read_to_string(tags_beside(path)).map_err(|error| fault(&error))?;
    let mut jackknifed = gold.to_vec();
    let mut lines = tags.lines();
    for token in jackknifed.iter_mut().flat_map(|sentence| &mut sentence.tokens) {
        let pair = lines.next().and_then(|line| line.split_once('\t'));
        let (xpos, upos) = pair.ok_or_else(|| fault(&"its tags are of other sentences"))?;
        token.xpos = Xpos::parse(xpos).unwrap_or_default();
        token.upos = Upos::parse(upos).unwrap_or_default();
    }
    Ok(tagger::Trained { tagger: model.tagger, jackknifed })
}

/// Whether a sentence is from news.
fn is_news(tree: &Tree) -> bool {
    tree.document.contains("_news_")
}
