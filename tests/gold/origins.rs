//! Copies, excerpts and rewordings that a generator makes of the fixtures: whether they are known for what they are.

use super::articles::articles;
use super::episodes;
use chancery::article::Article;
use chancery::link::{Keys, Profile, compare};
use chancery::mine::Findings;
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
