//! Fits the weights of linking, and measures what they link on topics that they were not fitted on.

use chancery::article::{CodePoints, Part};
use chancery::link::{
    FEATURES, Features, Keys, Link, Node, Profile, SURE, Series, WEIGHTS, Weights, cluster, compare_with,
    figures, parted,
};
use chancery::mine::Engine;
use chancery::rules::RuleFiles;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::error::Error;
use std::path::Path;

/// An annotated article, mined.
struct Text {
    topic: String,
    profile: Profile,
    keys: Keys,
    /// For each happening the chains of the gold mentions that its mentions fell on, one entry a gold mention.
    chains: Vec<Vec<String>>,
    /// For each happening the words that it is told with first, for messages.
    words: Vec<String>,
}

/// Two happenings that gold knows, and whether they are one.
struct Pair {
    topic: String,
    features: Features,
    one: bool,
}

/// Fits on all topics and prints the weights; then fits on all but one, and measures on that one.
pub fn fit(folder: &Path, only: &[String]) -> Result<(), Box<dyn Error>> {
    let texts = read(folder)?;
    let gold: usize = gold_pairs(folder, only)?;
    let pairs = pairs(&texts);
    let positive = pairs.iter().filter(|pair| pair.one).count();
    println!("{} texts, {} pairs, {positive} of them one", texts.len(), pairs.len());
    for bias in [0.0, 0.2, 0.4] {
        println!("weights in force, bias {bias:+}:");
        let mut weights = WEIGHTS;
        weights[0] += bias;
        measure(&texts, only, gold, |_| weights);
    }
    let all = regress(pairs.iter());
    for (name, weight) in FEATURES.iter().zip(all) {
        println!("{name:20} {weight:6.2}");
    }
    println!("weights = {:?}", all.map(|weight| (weight * 10.0).round() / 10.0));
    for bias in [-1.0, -0.5, 0.0, 0.5] {
        println!("fitted on the other topics, bias {bias:+}:");
        let topics: BTreeSet<&String> = texts.iter().map(|text| &text.topic).collect();
        let fitted: HashMap<&String, Weights> = topics
            .into_iter()
            .map(|topic| {
                let mut weights = regress(pairs.iter().filter(|pair| pair.topic != *topic));
                weights[0] += bias;
                (topic, weights)
            })
            .collect();
        measure(&texts, only, gold, |topic| fitted[topic]);
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Vec<Text>, Box<dyn Error>> {
    let engine = Engine::new(&RuleFiles::embedded())?;
    let mut gold: HashMap<String, Vec<(String, usize, usize)>> = HashMap::new();
    for chain in lines(&folder.join("chains.jsonl"))? {
        for mention in chain["mentions"].as_array().into_iter().flatten() {
            let number = |name: &str| mention[name].as_u64().unwrap_or(0) as usize;
            let found = (word(&chain["chain"]), number("begin"), number("end"));
            gold.entry(word(&mention["article"])).or_default().push(found);
        }
    }
    let mut texts = Vec::new();
    // As the program itself reads them, with the days of publication that the texts bear.
    for article in chancery::import::read(&[folder.join("articles.jsonl")], &Default::default()) {
        let Ok(article) = article else { continue };
        let id = article.id.clone().unwrap_or_default();
        let Ok(findings) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| engine.mine(&article)))
        else {
            continue;
        };
        let (profile, keys) = Profile::new(&article, &findings);
        let points = CodePoints::new(&article.text);
        let mut spans = Vec::new();
        for mention in findings.events.iter().filter(|mention| mention.part == Part::Text) {
            let [begin, end] = points.pair(mention.whole_trigger());
            let happening = profile.happenings.iter().position(|h| h.number as usize == mention.happening);
            spans.push((happening.unwrap_or(usize::MAX), begin, end));
        }
        let words = profile.happenings.iter().map(|happening| {
            let told = findings.events.iter().find(|mention| mention.happening == happening.number as usize);
            told.map_or(String::new(), |mention| {
                format!(
                    "{id} {} {} {:?} {:?}",
                    mention.kind,
                    mention.label,
                    article.text.get(mention.span.begin..mention.span.end),
                    mention.place.as_ref().map(|p| &p.name)
                )
            })
        });
        let words = words.collect();
        let mut chains = vec![Vec::new(); profile.happenings.len()];
        for (gold, happening) in aligned(gold.get(&id).map_or(&[], Vec::as_slice), &spans) {
            if let Some(list) = chains.get_mut(happening) {
                list.push(gold);
            }
        }
        let topic = id.split('_').next().unwrap_or("").to_owned();
        texts.push(Text { topic, profile, keys, chains, words });
    }
    Ok(texts)
}

/// Gold mentions and happenings, best overlap first, each mention once.
fn aligned(gold: &[(String, usize, usize)], spans: &[(usize, usize, usize)]) -> Vec<(String, usize)> {
    let mut overlaps = Vec::new();
    for (i, (_, b, e)) in gold.iter().enumerate() {
        for (j, (_, begin, end)) in spans.iter().enumerate() {
            let common = (*e).min(*end).saturating_sub((*b).max(*begin));
            if common > 0 {
                overlaps.push((common as f64 / (e - b + end - begin - common) as f64, i, j));
            }
        }
    }
    overlaps.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut left, mut right) = (HashSet::new(), HashSet::new());
    let mut found = Vec::new();
    for (_, i, j) in overlaps {
        if !left.contains(&i) && right.insert(j) {
            left.insert(i);
            found.push((gold[i].0.clone(), spans[j].0));
        }
    }
    found
}

fn candidates(texts: &[Text]) -> impl Iterator<Item = (&Text, &Text)> {
    texts.iter().enumerate().flat_map(move |(index, a)| {
        texts[index + 1..].iter().filter(|b| a.keys.meet(&b.keys)).map(move |b| (a, b))
    })
}

fn pairs(texts: &[Text]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut excluded = 0;
    for (a, b) in candidates(texts) {
        let (mut known, mut weighed) = (0, 0);
        for chains in &a.chains {
            known +=
                b.chains.iter().filter(|others| chains.iter().any(|chain| others.contains(chain))).count();
        }
        for (x, y, features) in figures(&a.profile, &b.profile) {
            let (chains, others) = (&a.chains[x], &b.chains[y]);
            if !chains.is_empty() && !others.is_empty() {
                let one = chains.iter().any(|chain| others.contains(chain));
                weighed += usize::from(one);
                pairs.push(Pair { topic: a.topic.clone(), features, one });
            }
        }
        excluded += known - weighed;
    }
    println!("{excluded} pairs that are one were excluded before weighing");
    pairs
}

/// What the annotated news has too little of to be learnt from: hardly any dates and places, few who are known by name.
/// These weights are set by hand.
const BY_HAND: [(&str, f64); 14] = [
    ("same participants", 0.3),
    ("other participants", -2.0),
    ("other figures", -1.2),
    ("same main act", 0.5),
    ("another main act", -2.0),
    ("day", 1.2),
    ("same day of the week", 0.3),
    ("place", 0.8),
    ("another story", -3.0),
    ("published apart", -1.5),
    ("same origin", 0.3),
    ("told only as possible", -0.8),
    ("told as another one", -1.0),
    ("of a season that one of them does not tell", -1.0),
];

/// Logistic regression by gradient descent, with a little weight decay. What speaks for a pair never counts against it,
/// nor the other way round.
fn regress<'a>(pairs: impl Iterator<Item = &'a Pair> + Clone) -> Weights {
    let by_hand =
        FEATURES.map(|name| BY_HAND.iter().find(|(known, _)| *known == name).map(|(_, weight)| *weight));
    let mut weights = by_hand.map(|weight| weight.unwrap_or(0.0));
    let mut speed = [0.0_f64; FEATURES.len()];
    let count = pairs.clone().count().max(1) as f64;
    for _ in 0..3000 {
        let mut gradient = [0.0_f64; FEATURES.len()];
        for pair in pairs.clone() {
            let score: f64 = pair.features.iter().zip(weights).map(|(x, w)| f64::from(*x) * w).sum();
            let error = 1.0 / (1.0 + (-score).exp()) - f64::from(u8::from(pair.one));
            gradient.iter_mut().zip(pair.features).for_each(|(g, x)| *g += error * f64::from(x));
        }
        for index in (0..weights.len()).filter(|&index| by_hand[index].is_none()) {
            let against = FEATURES[index].starts_with("other ") || FEATURES[index].starts_with("another ");
            let decay = if index == 0 { 0.0 } else { 2.0 * weights[index] };
            speed[index] = 0.9 * speed[index] - 0.5 * (gradient[index] + decay) / count;
            let moved = weights[index] + speed[index];
            weights[index] = match (index, against) {
                (0, _) => moved,
                (_, true) => moved.min(0.0),
                (_, false) => moved.max(0.0),
            };
        }
    }
    weights.map(|weight| weight as f32)
}

/// Mention pairs of different texts: how many of those linked are one, and how many of those that are one are linked.
fn measure(texts: &[Text], only: &[String], gold: usize, weights: impl Fn(&String) -> Weights) {
    let (mut right, mut linked, mut known) = (0, 0, 0);
    let topics: BTreeSet<&String> = texts.iter().map(|text| &text.topic).collect();
    for topic in topics.into_iter().filter(|topic| only.is_empty() || only.contains(topic)) {
        let texts: Vec<&Text> = texts.iter().filter(|text| text.topic == *topic).collect();
        let counts = tally(&texts, &weights(topic));
        println!("  {topic:4} right {:5} linked {:5} known {:5}", counts.0, counts.1, counts.2);
        (right, linked, known) = (right + counts.0, linked + counts.1, known + counts.2);
    }
    let rate = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let f1 = |a: f64, b: f64| if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 };
    let (precision, recall, all) = (rate(right, linked), rate(right, known), rate(right, gold));
    println!(
        "  precision {precision:.1}  recall {recall:.1}  F1 {:.1}   of all: recall {all:.1}  F1 {:.1}",
        f1(precision, recall),
        f1(precision, all)
    );
}

fn tally(texts: &[&Text], weights: &Weights) -> (usize, usize, usize) {
    let mut nodes = Vec::new();
    for (text, found) in texts.iter().enumerate() {
        for (happening, told) in found.profile.happenings.iter().enumerate() {
            let node = Node { name: told.name, days: told.days, figures: told.figures.clone() };
            nodes.push((node, text, happening));
        }
    }
    nodes.sort_by_key(|node| (node.0.name, node.1));
    let index: HashMap<_, _> =
        nodes.iter().enumerate().map(|(index, node)| ((node.1, node.2), index)).collect();
    let mut links = Vec::new();
    for (i, a) in texts.iter().enumerate() {
        for (j, b) in texts.iter().enumerate().skip(i + 1) {
            if a.keys.meet(&b.keys) {
                for link in compare_with(&a.profile, &b.profile, weights).links {
                    links.push(Link { a: index[&(i, link.a)], b: index[&(j, link.b)], score: link.score });
                }
            }
        }
    }
    let described: Vec<Node> = nodes.iter().map(|node| node.0.clone()).collect();
    void_series(&described, &mut links);
    let groups = cluster(&described, &links, &chancery::link::Constraints::default());
    let mut mentions = Vec::new();
    for (node, group) in nodes.iter().zip(groups) {
        for chain in &texts[node.1].chains[node.2] {
            mentions.push((node.1, group, chain, &texts[node.1].words[node.2]));
        }
    }
    let (mut right, mut linked, mut known) = (0, 0, 0);
    for (index, a) in mentions.iter().enumerate() {
        for b in mentions[index + 1..].iter().filter(|b| a.0 != b.0) {
            let (one, joined) = (a.2 == b.2, a.1 == b.1);
            right += usize::from(one && joined);
            linked += usize::from(joined);
            known += usize::from(one);
            if one != joined && std::env::var("CHANCERY_ERRORS").is_ok() {
                println!("{}\n    {}\n    {}", if one { "MISSED" } else { "EXTRA" }, a.3, b.3);
            }
        }
    }
    (right, linked, known)
}

/// Takes out the links between days on each of which an act goes on, as the chronicle does.
fn void_series(nodes: &[Node], links: &mut Vec<Link>) {
    let mut series = vec![Series::default(); nodes.len()];
    series.iter_mut().zip(nodes).for_each(|(series, node)| series.add(node.days));
    for link in links.iter().filter(|link| link.score >= SURE) {
        series[link.a].add(nodes[link.b].days);
        series[link.b].add(nodes[link.a].days);
    }
    let around = |node: usize| (nodes[node].days, series[node]);
    links.retain(|link| !parted(around(link.a), around(link.b)));
}

/// All pairs of gold mentions of different texts, found or not.
fn gold_pairs(folder: &Path, only: &[String]) -> Result<usize, Box<dyn Error>> {
    let mut count = 0;
    for chain in lines(&folder.join("chains.jsonl"))? {
        let mut texts: BTreeMap<String, usize> = BTreeMap::new();
        for mention in chain["mentions"].as_array().into_iter().flatten() {
            let article = word(&mention["article"]);
            let topic = article.split('_').next().unwrap_or("").to_owned();
            if only.is_empty() || only.contains(&topic) {
                *texts.entry(article).or_default() += 1;
            }
        }
        let sizes: Vec<usize> = texts.into_values().collect();
        let total: usize = sizes.iter().sum();
        count += sizes.iter().map(|size| size * (total - size)).sum::<usize>() / 2;
    }
    Ok(count)
}

fn lines(path: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
