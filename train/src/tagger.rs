//! Learns the tagger.

use crate::folds::{FOLDS, in_parallel};
use crate::learner::{Learner, Random, mean, quantised};
use crate::train::Recipe;
use crate::words::Words;
use chancery::language::atoms::{Atom, exact_atom, word_atom};
use chancery::language::lexicon::Lexicon;
use chancery::language::tagger::features::{FIRST, SECOND, View, first, second};
use chancery::language::tagger::{Tagger, Tags, best};
use chancery::language::weights::{ROW, Weights};
use chancery::language::{Sentence, Upos, Xpos};
use std::collections::{BTreeMap, BTreeSet};

/// The pairs of tags that are frequent enough to be learned, the most frequent first.
pub fn tags(sentences: &[Sentence]) -> Tags {
    let mut counts: BTreeMap<(Xpos, Upos), usize> = BTreeMap::new();
    for token in sentences.iter().flat_map(|sentence| &sentence.tokens) {
        *counts.entry((token.xpos, token.upos)).or_default() += 1;
    }
    let mut pairs: Vec<_> = counts.into_iter().collect();
    pairs.sort_by_key(|&(pair, count)| (std::cmp::Reverse(count), pair));
    pairs.into_iter().filter(|&(_, count)| count >= 5).take(ROW).map(|(pair, _)| pair).collect()
}

/// What the sentences of some folds say of every word; of words they lack, what else is known of them.
pub fn lexicon<'a>(sentences: impl Iterator<Item = &'a Sentence>, words: &Words) -> Lexicon {
    let mut counts: BTreeMap<Atom, BTreeMap<Xpos, usize>> = BTreeMap::new();
    for token in sentences.flat_map(|sentence| &sentence.tokens) {
        *counts.entry(word_atom(&token.lower)).or_default().entry(token.xpos).or_default() += 1;
    }
    let mut classes: BTreeMap<Vec<Xpos>, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut entries = Vec::new();
    for (&atom, tags) in &counts {
        let all: usize = tags.values().sum();
        let mut tags: Vec<_> = tags.iter().filter(|&(_, count)| count * 12 >= all).collect();
        tags.sort_by_key(|&(tag, count)| (std::cmp::Reverse(count), tag));
        let tags: Vec<Xpos> = tags.into_iter().take(3).map(|(&tag, _)| tag).collect();
        let often = match all {
            1 => "once",
            2..=5 => "seldom",
            _ => "often",
        };
        entries.push((atom, class(&tags, often)));
        *classes.entry(tags).or_default().entry(often).or_default() += 1;
    }
    for (word, tags) in &words.tags {
        if !counts.contains_key(&word_atom(word)) {
            entries.extend(likeliest(tags, &classes).map(|class| (word_atom(word), class)));
        }
    }
    Lexicon::new(entries.into_iter())
}

/// The number of an ambiguity class.
fn class(tags: &[Xpos], often: &str) -> u16 {
    let mut name = String::new();
    for tag in tags {
        name.push_str(tag.as_str());
        name.push(' ');
    }
    name.push_str(often);
    (exact_atom(&name) % 65_535 + 1) as u16
}

/// The class that most rare words with these tags have.
fn likeliest(tags: &BTreeSet<Xpos>, classes: &BTreeMap<Vec<Xpos>, BTreeMap<&str, usize>>) -> Option<u16> {
    let mut best: Option<(usize, usize, u16)> = None;
    for (known, bands) in classes {
        if !known.iter().all(|tag| tags.contains(tag)) {
            continue;
        }
        for often in ["once", "seldom"] {
            let count = bands.get(often).copied().unwrap_or(0);
            let this = (known.len(), count, class(known, often));
            if count >= 5 && best.is_none_or(|best| (this.0, this.1) > (best.0, best.1)) {
                best = Some(this);
            }
        }
    }
    best.map(|(_, _, class)| class)
}

/// What a sentence is trained on: the sentence, its fold, and how its first reading came out.
struct Item<'a> {
    sentence: &'a Sentence,
    gold: Vec<usize>,
    lexicon: &'a Lexicon,
}

/// A tagger, and the tags that taggers which had not seen a sentence gave to it.
pub struct Trained {
    /// The tagger trained on everything.
    pub tagger: Tagger,
    /// Every sentence with jackknifed tags.
    pub jackknifed: Vec<Sentence>,
}

/// Trains on sentences whose folds are given.
pub fn train(
    sentences: &[Sentence],
    folds: &[usize],
    words: &Words,
    recipe: &Recipe,
) -> Result<Trained, std::io::Error> {
    let tags = tags(sentences);
    let class: BTreeMap<(Xpos, Upos), usize> = tags.iter().enumerate().map(|(i, &pair)| (pair, i)).collect();
    // What is known of words must not come from the fold either, or the tagger would trust it too much.
    let without: Vec<Lexicon> = in_parallel(FOLDS, |fold| {
        let others =
            || sentences.iter().zip(folds).filter(|&(_, &f)| f != fold).map(|(sentence, _)| sentence);
        let words = Words::of(&recipe.rules, others())?;
        Ok(lexicon(others(), &words))
    })
    .into_iter()
    .collect::<Result<_, std::io::Error>>()?;
    let items: Vec<Item> = sentences
        .iter()
        .zip(folds)
        .map(|(sentence, &fold)| Item {
            sentence,
            // A pair too rare to be learned counts as the most frequent pair with the same Penn tag.
            gold: sentence
                .tokens
                .iter()
                .map(|token| {
                    class
                        .get(&(token.xpos, token.upos))
                        .copied()
                        .unwrap_or_else(|| tags.iter().position(|&(xpos, _)| xpos == token.xpos).unwrap_or(0))
                })
                .collect(),
            lexicon: &without[fold],
        })
        .collect();
    let all: Vec<usize> = (0..items.len()).collect();
    let others = |fold: usize| -> Vec<usize> { all.iter().copied().filter(|&i| folds[i] != fold).collect() };
    let inside = |fold: usize| -> Vec<usize> { all.iter().copied().filter(|&i| folds[i] == fold).collect() };

    // First readings: of the folds, then of everything.
    let readings = in_parallel(FOLDS + recipe.tagger_seeds, |job| {
        if job < FOLDS {
            let weights = quantised(&learn_first(&items, &others(job), tags.len(), recipe, 1), 1);
            let read: Vec<_> =
                inside(job).into_iter().map(|i| (i, read_first(&items[i], &weights, tags.len()))).collect();
            (read, Vec::new())
        } else {
            (Vec::new(), learn_first(&items, &all, tags.len(), recipe, job as u64))
        }
    });
    let mut ahead: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    let mut tables = Vec::new();
    for (read, table) in readings {
        for (i, reading) in read {
            ahead[i] = reading;
        }
        if !table.is_empty() {
            tables.push(table);
        }
    }
    let first = quantised(&mean(tables), 1);

    // Second readings, which see the jackknifed first ones.
    let readings = in_parallel(FOLDS + recipe.tagger_seeds, |job| {
        if job < FOLDS {
            let weights = quantised(&learn_second(&items, &ahead, &others(job), &tags, recipe, 1), 1);
            let read: Vec<_> = inside(job)
                .into_iter()
                .map(|i| (i, read_second(&items[i], &ahead[i], &weights, &tags)))
                .collect();
            (read, Vec::new())
        } else {
            (Vec::new(), learn_second(&items, &ahead, &all, &tags, recipe, job as u64))
        }
    });
    let mut jackknifed = sentences.to_vec();
    let mut tables = Vec::new();
    for (read, table) in readings {
        for (i, reading) in read {
            for (token, class) in jackknifed[i].tokens.iter_mut().zip(reading) {
                (token.xpos, token.upos) = tags[class];
            }
        }
        if !table.is_empty() {
            tables.push(table);
        }
    }
    let second = quantised(&mean(tables), 1);
    let lexicon = lexicon(sentences.iter(), words);
    Ok(Trained { tagger: Tagger { tags, lexicon, first, second }, jackknifed })
}

fn learn_first(items: &[Item], chosen: &[usize], classes: usize, recipe: &Recipe, seed: u64) -> Vec<f32> {
    let mut learner = Learner::<ROW>::new(recipe.tagger_bits);
    let mut random = Random(recipe.seed ^ seed << 32);
    let mut order = chosen.to_vec();
    let mut view = View::default();
    let mut hashes = [0; FIRST];
    for _ in 0..recipe.tagger_epochs {
        random.shuffle(&mut order);
        for &i in &order {
            let item = &items[i];
            view.begin(item.sentence, |atom| item.lexicon.class(atom));
            for (token, &gold) in item.gold.iter().enumerate() {
                first(&view, token, &mut hashes);
                let found = best(&learner.sums(&hashes), classes);
                if found != gold {
                    learner.update(&hashes, gold, found);
                }
                learner.step();
                view.set_tag(token, found);
            }
        }
    }
    learner.averaged()
}

fn read_first(item: &Item, weights: &Weights, classes: usize) -> Vec<usize> {
    let mut view = View::default();
    let mut hashes = [0; FIRST];
    view.begin(item.sentence, |atom| item.lexicon.class(atom));
    (0..item.gold.len())
        .map(|token| {
            first(&view, token, &mut hashes);
            let found = best(&weights.sums(&hashes), classes);
            view.set_tag(token, found);
            found
        })
        .collect()
}

fn begin_second(view: &mut View, item: &Item, ahead: &[usize], tags: &Tags) {
    view.begin(item.sentence, |atom| item.lexicon.class(atom));
    for (token, &class) in ahead.iter().enumerate() {
        view.set_tag(token, class);
    }
    view.keep_first_reading(tags);
}

fn learn_second(
    items: &[Item],
    ahead: &[Vec<usize>],
    chosen: &[usize],
    tags: &Tags,
    recipe: &Recipe,
    seed: u64,
) -> Vec<f32> {
    let mut learner = Learner::<ROW>::new(recipe.tagger_bits);
    let mut random = Random(recipe.seed ^ seed << 32 ^ 2);
    let mut order = chosen.to_vec();
    let mut view = View::default();
    let mut hashes = [0; SECOND];
    for _ in 0..recipe.tagger_epochs {
        random.shuffle(&mut order);
        for &i in &order {
            begin_second(&mut view, &items[i], &ahead[i], tags);
            for (token, &gold) in items[i].gold.iter().enumerate() {
                second(&view, token, &mut hashes);
                let found = best(&learner.sums(&hashes), tags.len());
                if found != gold {
                    learner.update(&hashes, gold, found);
                }
                learner.step();
                view.set_tag(token, found);
            }
        }
    }
    learner.averaged()
}

fn read_second(item: &Item, ahead: &[usize], weights: &Weights, tags: &Tags) -> Vec<usize> {
    let mut view = View::default();
    let mut hashes = [0; SECOND];
    begin_second(&mut view, item, ahead, tags);
    (0..item.gold.len())
        .map(|token| {
            second(&view, token, &mut hashes);
            let found = best(&weights.sums(&hashes), tags.len());
            view.set_tag(token, found);
            found
        })
        .collect()
}
