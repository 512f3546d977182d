//! Fits the weights of sureness on lines that readers judged, and measures how well they tell right lines from wrong ones.
//!
//! `train/data/judged.tsv` has a row for every line judged: the file and the article, the trigger's begin and end in code
//! points, the kind, a digest of what the program told then, and the readers' letters for kind, source, target, date,
//! status and place: `r` right, `b` debatable, `m` missing though told, `w` wrong. A line that reads otherwise today is left
//! out: nobody judged it.
//!
//! Beside them stand the mentions found today in the texts whose events are marked (`fixtures/corpus/events`), right where
//! all but the place agrees with what was marked. That is asked more strictly than a reader asks: they have a weight of their
//! own for it, which is known from lines that were both read and compared, and which the program does not have.

use crate::marked::Passage;
use chancery::article::{Article, CodePoints, Location, Part};
use chancery::events::{Mention, Participant};
use chancery::mine::Engine;
use chancery::rules::RuleFiles;
use chancery::sureness::{ENOUGH, FEATURES, Figures, features, share};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;
use std::path::Path;

/// The lines judged.
const JUDGED: &str = include_str!("../data/judged.tsv");
/// The texts whose events are marked, below the folder of the project.
const MARKED: [&str; 2] = ["open.jsonl", "wires-open.jsonl"];
/// The feature of a line that was compared with what is marked, instead of being read.
const COMPARED: &str = "compared";
/// What that weighs: of the same dense articles 21 lines in a hundred agreed with what is marked, and to readers 35 were right, a
/// debatable one counting half.
const STRICTER: f64 = -0.7;
/// Parts for measuring on lines that were not learned from.
const FOLDS: usize = 10;
/// How strongly weights are held near 0.
const DECAY: f64 = 3.0;
/// The kind, both sides, the date and the status make a line; the place, the last of the letters, is not asked of it.
const ASKED: usize = 5;

/// A line with what its reader found.
struct Line {
    figures: Figures,
    verdict: Verdict,
    sort: Sort,
}

/// What a line was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// An entry of the chronicle, of a sentence or a few.
    Short,
    /// An article.
    Article,
    /// A text whose events are marked.
    Marked,
}

/// What a reader found, the worst of all fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Right,
    Debatable,
    Missing,
    Wrong,
}

impl Verdict {
    fn of(letters: &str) -> Option<Self> {
        let fields = letters.chars().take(ASKED).map(|letter| match letter {
            'r' => Some(Self::Right),
            'b' => Some(Self::Debatable),
            'm' => Some(Self::Missing),
            'w' => Some(Self::Wrong),
            _ => None,
        });
        fields.collect::<Option<Vec<Self>>>()?.into_iter().max()
    }

    /// How much of a right line it is.
    fn worth(self) -> f64 {
        match self {
            Self::Right => 1.0,
            Self::Debatable => 0.5,
            Self::Missing | Self::Wrong => 0.0,
        }
    }
}

/// What each feature weighs.
type Weights = BTreeMap<Cow<'static, str>, f64>;

/// Prints the weights fitted on all lines, and what is right of the surest when each is weighed by what the others taught.
pub fn fit(articles: &Path) -> Result<(), Box<dyn Error>> {
    let engine = Engine::new(&RuleFiles::embedded())?;
    let mut lines = read(articles, &engine)?;
    lines.extend(marked(&engine)?);
    let mut weights = regress(lines.iter());
    weights.remove(COMPARED);
    for feature in FEATURES {
        println!("{feature},{:.2}", weights.remove(feature).unwrap_or(0.0));
    }
    for (kind, weight) in weights {
        println!("{kind},{weight:.2}");
    }
    let mut weighed: Vec<(f64, &Line)> = Vec::new();
    for fold in 0..FOLDS {
        let others = lines.iter().enumerate().filter(|(i, _)| i % FOLDS != fold).map(|(_, line)| line);
        let mut weights = regress(others);
        weights.remove(COMPARED);
        let own = lines.iter().enumerate().filter(|(i, _)| i % FOLDS == fold);
        weighed.extend(own.map(|(_, line)| (share(sum(&line.figures, &weights)), line)));
    }
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (name, sort) in SORTS {
        let some: Vec<(f64, Verdict)> = weighed
            .iter()
            .filter(|(_, line)| sort.is_none_or(|sort| line.sort == sort))
            .map(|(share, line)| (*share, line.verdict))
            .collect();
        println!("{name}\nsurest    least  right  debatable  missing  wrong");
        for tenths in 1..=10 {
            tell(&format!("{} %", tenths * 10), &some[..some.len() * tenths / 10]);
        }
        let enough: Vec<_> = some.iter().copied().filter(|(share, _)| *share >= ENOUGH).collect();
        tell("enough", &enough);
    }
    Ok(())
}

/// The sorts of text that are told of, each apart: what holds of short reports need not hold of long ones. None is any.
const SORTS: [(&str, Option<Sort>); 4] = [
    ("all", None),
    ("short reports", Some(Sort::Short)),
    ("articles", Some(Sort::Article)),
    ("marked texts", Some(Sort::Marked)),
];

fn tell(name: &str, some: &[(f64, Verdict)]) {
    let least = some.last().map_or(0.0, |(share, _)| *share);
    let of = |wanted: Verdict| {
        let count = some.iter().filter(|(_, verdict)| *verdict == wanted).count();
        100.0 * count as f64 / some.len().max(1) as f64
    };
    println!(
        "{name:8} {least:6.2} {:6.1} {:10.1} {:8.1} {:6.1}   of {}",
        of(Verdict::Right),
        of(Verdict::Debatable),
        of(Verdict::Missing),
        of(Verdict::Wrong),
        some.len()
    );
}

/// The lines judged that are told today as they were then.
fn read(folder: &Path, engine: &Engine) -> Result<Vec<Line>, Box<dyn Error>> {
    let rows: Vec<Vec<&str>> =
        JUDGED.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    let files: BTreeSet<&str> = rows.iter().filter_map(|row| row.first().copied()).collect();
    let mut told: BTreeMap<(String, String, String), (Figures, String)> = BTreeMap::new();
    for file in files {
        let wanted: HashSet<&str> =
            rows.iter().filter(|row| row[0] == file).filter_map(|row| row.get(1).copied()).collect();
        for article in chancery::import::read(&[folder.join(file)], &Default::default()).flatten() {
            let id = article.id.clone().unwrap_or_default();
            if !wanted.contains(id.as_str()) {
                continue;
            }
            let findings = engine.mine(&article);
            let points = CodePoints::new(&article.text);
            for mention in findings.events.iter().filter(|mention| mention.part == Part::Text) {
                let place = place(mention, &points);
                let line = (
                    features(mention, &findings.document, &findings.actors),
                    digest(mention, &points, &article),
                );
                told.insert((file.to_owned(), id.clone(), place), line);
            }
        }
    }
    let mut lines = Vec::new();
    let mut changed = 0;
    for row in &rows {
        let [file, article, begin, end, kind, digest, letters] = row[..] else {
            return Err(format!("a row of judged.tsv has {} fields", row.len()).into());
        };
        let key = (file.to_owned(), article.to_owned(), format!("{begin} {end} {kind}"));
        let verdict = Verdict::of(letters).ok_or_else(|| format!("{letters:?} is no verdict"))?;
        match told.get(&key) {
            Some((figures, today)) if today == digest => {
                let sort = if file.starts_with("chronicle/") { Sort::Short } else { Sort::Article };
                lines.push(Line { figures: figures.clone(), verdict, sort });
            }
            _ => changed += 1,
        }
    }
    println!("{} lines judged, {changed} of them told otherwise today", rows.len());
    Ok(lines)
}

/// The mentions found in the texts whose events are marked.
fn marked(engine: &Engine) -> Result<Vec<Line>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/corpus/events");
    let mut lines = Vec::new();
    for file in MARKED {
        for line in std::fs::read_to_string(folder.join(file))?.lines() {
            let passage: Passage = serde_json::from_str(line)?;
            let found = engine.mine(&passage.article());
            lines.extend(found.events.iter().map(|mention| {
                let agreement = passage.compare(mention, &found);
                let is_right = agreement.is_some_and(|agreement| agreement.is_right());
                let verdict = if is_right { Verdict::Right } else { Verdict::Wrong };
                let mut figures = features(mention, &found.document, &found.actors);
                figures.push((Cow::Borrowed(COMPARED), 1.0));
                Line { figures, verdict, sort: Sort::Marked }
            }));
        }
    }
    Ok(lines)
}

/// Where a mention stands, and what it tells of.
fn place(mention: &Mention, points: &CodePoints) -> String {
    let [begin, end] = points.pair(mention.whole_trigger());
    format!("{begin} {end} {}", mention.kind)
}

/// What a mention tells, in eight digits (FNV-1a).
fn digest(mention: &Mention, points: &CodePoints, article: &Article) -> String {
    let title = CodePoints::new(article.part(Part::Title));
    let place = |location: Location| match location.part {
        Part::Text => points.pair(location.span),
        Part::Title => title.pair(location.span),
    };
    let side = |side: &[Participant]| {
        let places = side.iter().map(|participant| place(participant.location));
        places.map(|[begin, end]| format!("{begin}-{end}")).collect::<Vec<_>>().join(",")
    };
    let date = mention.date.as_ref().map_or("", |date| &date.value.edtf);
    let mode = mention.mode.as_deref().unwrap_or("");
    let status = mention.status.as_str();
    let told = format!(
        "{}|{mode}|{status}|{date}|{}|{}",
        mention.kind,
        side(&mention.sources),
        side(&mention.targets)
    );
    let hash =
        told.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// What the figures weigh together.
fn sum(figures: &Figures, weights: &Weights) -> f64 {
    figures.iter().map(|(name, figure)| figure * weights.get(name).copied().unwrap_or(0.0)).sum()
}

/// Logistic regression by gradient descent with a little weight decay; the bias is free.
fn regress<'a>(lines: impl Iterator<Item = &'a Line>) -> Weights {
    let lines: Vec<&Line> = lines.collect();
    let names: BTreeSet<&Cow<str>> =
        lines.iter().flat_map(|line| &line.figures).map(|(name, _)| name).collect();
    let mut weights: Weights = names.into_iter().map(|name| (name.clone(), 0.0)).collect();
    let mut speed = weights.clone();
    weights.entry(Cow::Borrowed(COMPARED)).and_modify(|weight| *weight = STRICTER);
    for _ in 0..2000 {
        let mut gradient: Weights = weights.keys().map(|name| (name.clone(), 0.0)).collect();
        for line in &lines {
            let error = share(sum(&line.figures, &weights)) - line.verdict.worth();
            for (name, figure) in &line.figures {
                *gradient.entry(name.clone()).or_default() += error * figure;
            }
        }
        for (name, weight) in weights.iter_mut().filter(|(name, _)| *name != COMPARED) {
            let decay = if name == "always" { 0.0 } else { DECAY * *weight };
            let speed = speed.entry(name.clone()).or_default();
            *speed = 0.9 * *speed - 0.1 * (gradient[name] + decay) / lines.len().max(1) as f64;
            *weight += *speed;
        }
    }
    weights
}
