//! Copies, excerpts and rewordings that a generator makes of the fixtures: whether they are known for what they are.

use super::articles::articles;
use super::episodes;
use chancery::article::Article;
use chancery::link::{Keys, Profile, align, compare};
use chancery::mine::{Engine, Findings};
use chancery::query::{ClaimFilter, claims, evidence};
use chancery::rules::RuleFiles;
use chancery::store::{Chronicle, Progress, Provenance};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// What the generator puts in the place of words: nouns, verbs and the like that have nothing to do with them.
const WORDS: [&str; 96] = [
    "measure", "course", "board", "visitor", "garden", "engine", "window", "letter", "market", "season",
    "colour", "bridge", "method", "signal", "corner", "yield", "amount", "vessel", "portion", "figure",
    "moment", "matter", "notion", "stance", "sector", "outcome", "posture", "domain", "setting", "venture",
    "quarter", "manner", "custom", "basis", "remark", "glance", "burden", "praise", "shadow", "reason",
    "motive", "advance", "retreat", "effort", "charge", "answer", "demand", "quarrel", "gather", "carry",
    "render", "convey", "assert", "mention", "obtain", "remain", "appear", "become", "intend", "declare",
    "observe", "wander", "hasten", "permit", "derive", "invoke", "borrow", "settle", "divide", "ancient",
    "modern", "steady", "narrow", "gentle", "bitter", "plain", "formal", "recent", "joint", "vast", "prior",
    "brisk", "mutual", "severe", "hollow", "rapid", "solemn", "weary", "candid", "grave", "lately", "nearly",
    "hardly", "mainly", "partly", "openly",
];

struct Text {
    profile: Profile,
    keys: Keys,
}

fn text(words: String) -> Text {
    let (profile, keys) = Profile::new(&Article { text: words, ..Article::default() }, &Findings::default());
    Text { profile, keys }
}

/// Whether linking says that the two are of one origin; only texts that find each other are compared.
fn one_origin(a: &Text, b: &Text) -> bool {
    a.keys.meet(&b.keys) && compare(&a.profile, &b.profile).origin.is_some()
}

fn share(random: &mut TestRng) -> f64 {
    f64::from(random.next_u32()) / f64::from(u32::MAX)
}

/// Replaces this share of the words that are neither names nor numbers, one in six by two words.
fn reworded(words: &str, replaced: f64, random: &mut TestRng) -> String {
    let (mut out, mut opening) = (String::new(), true);
    for piece in words.split_word_bounds() {
        if !piece.contains(char::is_alphanumeric) {
            opening |= piece.contains(['.', '!', '?', '\n', '“', '”', '"', ':']);
            out.push_str(piece);
            continue;
        }
        let name =
            piece.contains(|c: char| c.is_ascii_digit()) || piece.starts_with(char::is_uppercase) && !opening;
        opening = false;
        if name || share(random) >= replaced {
            out.push_str(piece);
            continue;
        }
        // The same word is replaced by the same word, as a table would do it.
        let number =
            piece.to_lowercase().bytes().fold(7_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 100_003);
        out.push_str(WORDS[number % WORDS.len()]);
        if number.is_multiple_of(6) {
            out.push(' ');
            out.push_str(WORDS[number / 7 % WORDS.len()]);
        }
    }
    out
}

/// So many sentences in a row from anywhere in the text.
fn excerpt(words: &str, sentences: usize, random: &mut TestRng) -> String {
    let all: Vec<&str> =
        words.unicode_sentences().filter(|sentence| sentence.split_whitespace().count() > 5).collect();
    let first = random.next_u32() as usize % (all.len().saturating_sub(sentences) + 1);
    all[first..(first + sentences).min(all.len())].concat()
}

#[test]
fn generated_copies_are_known() {
    let articles = articles();
    let families: BTreeMap<String, usize> = episodes::read()
        .origin
        .into_iter()
        .enumerate()
        .flat_map(|(family, origin)| origin.articles.into_iter().map(move |article| (article, family)))
        .collect();
    let originals: Vec<(&String, Text)> =
        articles.iter().map(|(name, article)| (name, text(article.text.clone()))).collect();
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[3; 32]);
    let (mut found, mut made, mut wrong) = (0, 0, 0);
    for replaced in [0.2, 0.4, 0.6] {
        for sentences in [usize::MAX, 6, 4, 3] {
            let (mut known, mut of) = (0, 0);
            for (name, article) in
                articles.iter().filter(|(_, article)| article.text.unicode_sentences().count() > 6)
            {
                let part = match sentences {
                    usize::MAX => article.text.clone(),
                    sentences => excerpt(&article.text, sentences, &mut random),
                };
                let copy = text(reworded(&part, replaced, &mut random));
                of += 1;
                for (other, original) in originals.iter().filter(|(_, original)| one_origin(&copy, original))
                {
                    let related =
                        families.get(name).is_some_and(|family| families.get(*other) == Some(family));
                    known += usize::from(*other == name);
                    wrong += usize::from(*other != name && !related);
                    let _ = original;
                }
            }
            println!("{:.0} % replaced, {sentences} sentences: {known} of {of}", replaced * 100.0);
            (found, made) = (found + known, made + of);
        }
    }
    println!("{found} of {made} copies found, {wrong} articles taken for originals of what is not theirs");
    assert!(found as f64 >= 0.9 * made as f64, "{found} of {made}");
    assert!(wrong as f64 <= 0.05 * (found + wrong) as f64, "{wrong} wrong");
}

/// The sentences of a text that are long enough to be told apart.
fn sentences(words: &str) -> Vec<&str> {
    words.unicode_sentences().filter(|sentence| sentence.split_whitespace().count() > 5).collect()
}

#[test]
fn generated_sentences_find_those_that_they_were_made_from() {
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[5; 32]);
    for replaced in [0.2, 0.4, 0.6] {
        let (mut right, mut wrong, mut of) = (0, 0, 0);
        for article in articles().values() {
            let original = sentences(&article.text);
            // Every fourth is left out, and every sixth stands earlier than it did.
            let mut made_from: Vec<usize> = (0..original.len()).filter(|place| place % 4 != 3).collect();
            for place in (5..made_from.len()).step_by(6) {
                made_from.swap(place, place - 3);
            }
            let copy: Vec<String> =
                made_from.iter().map(|&place| reworded(original[place], replaced, &mut random)).collect();
            let copy: Vec<&str> = copy.iter().map(String::as_str).collect();
            for (found, expected) in align(&copy, &original).into_iter().zip(made_from) {
                of += 1;
                right += usize::from(found == Some(expected));
                wrong += usize::from(found.is_some_and(|found| found != expected));
            }
        }
        println!("{:.0} % replaced: {right} of {of} sentences found, {wrong} wrong", replaced * 100.0);
        assert!(f64::from(wrong as u32) <= 0.02 * f64::from((right + wrong) as u32), "{wrong} wrong");
        assert!(f64::from(right as u32) >= 0.9 * f64::from(of as u32), "{right} of {of}");
    }
}

#[test]
fn the_words_of_the_original_stand_in_the_place_of_the_altered_ones() {
    let articles = articles();
    let (original, altered) = (&articles["skripal-expulsions"], &articles["skripal-expulsions-reworded"]);
    let engine = Engine::new(&RuleFiles::embedded()).expect("our own rules");
    let read = |both: Vec<Article>| {
        let provenance =
            Provenance { begun: "now".into(), engine: "test".into(), rules: "r".into(), model: "m".into() };
        let mut chronicle = Chronicle::in_memory().expect("a chronicle");
        let all = both.into_iter().map(Ok::<_, ()>);
        chronicle
            .import(&provenance, &engine, all, |_: Progress<()>| (), || "then".into())
            .expect("an import");
        chronicle
    };
    let shown = |chronicle: &Chronicle| {
        let connection = chronicle.connection();
        let mut events = connection.prepare("SELECT id FROM events").expect("SQL");
        let events: Vec<i64> =
            events.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("ids");
        let mentions: Vec<_> = events
            .into_iter()
            .flat_map(|event| evidence(connection, event).expect("evidence").mentions)
            .filter(|mention| mention.article.is_reworded() && mention.part == "text")
            .map(|mention| mention.original)
            .collect();
        let claims: Vec<_> = claims(connection, &ClaimFilter::default())
            .expect("claims")
            .claims
            .into_iter()
            .filter(|claim| claim.article.is_reworded())
            .map(|claim| claim.original)
            .collect();
        (mentions, claims)
    };
    let (mentions, claims) = shown(&read(vec![original.clone(), altered.clone()]));
    for (what, found) in [("mentions", &mentions), ("claims", &claims)] {
        let originals: Vec<_> = found.iter().flatten().collect();
        println!("{} of {} {what} have the words of the original", originals.len(), found.len());
        // What is said may stand in several pieces.
        let whole = format!("{} {}", original.title.as_deref().unwrap_or(""), original.text);
        for words in &originals {
            let text = words.text();
            let mut stray = text.split_whitespace().filter(|word| *word != "…" && !whole.contains(word));
            assert_eq!(stray.next(), None, "{text}");
        }
    }
    // A few words of a claim may have been left as they were, whole sentences never.
    assert!(!mentions.iter().flatten().any(|words| altered.text.contains(words.text().trim())));
    let share = |found: &[Option<_>]| found.iter().flatten().count() as f64 / found.len() as f64;
    assert!(share(&mentions) >= 0.9 && share(&claims) >= 0.9, "too few");
    // Without the original the altered words are all that there is.
    let (mentions, claims) = shown(&read(vec![altered.clone()]));
    assert!(!mentions.is_empty() && mentions.iter().chain(&claims).all(Option::is_none));
}
