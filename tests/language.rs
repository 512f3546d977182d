//! What holds of the language engine for every text.

use chancery::article::{Part, Span};
use chancery::language::{Document, Model, Token, Upos, Workspace, Xpos, segment};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::Instant;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::embedded().expect("the model is sound"));

/// Whether a token is punctuation by either of its tags.
fn is_mark(token: &Token) -> bool {
    token.upos == Upos::Punct || matches!(token.xpos, Xpos::Comma | Xpos::OpenQuote | Xpos::CloseQuote)
}

/// Analyses a text and checks what must hold of the result.
fn check(text: &str) -> Document {
    let document = MODEL.analyse(segment(text, Part::Text, Span::new(0, text.len())));
    let mut last = 0;
    for sentence in &document.sentences {
        assert!(!sentence.tokens.is_empty(), "a sentence has tokens");
        assert_eq!(
            sentence.tokens.iter().filter(|token| token.head.is_none()).count(),
            1,
            "one root in {text:?}"
        );
        let root = sentence.root().expect("a root was counted");
        assert_eq!(sentence.subtree(root), 0..sentence.tokens.len(), "everything hangs on the root");
        for (i, token) in sentence.tokens.iter().enumerate() {
            assert!(
                token.span.begin >= last && token.span.begin < token.span.end,
                "tokens in order in {text:?}"
            );
            last = token.span.end;
            assert!(text.get(token.span.begin..token.span.end).is_some(), "spans on characters in {text:?}");
            assert!(!token.form.is_empty() && !token.lemma.is_empty(), "forms and lemmas in {text:?}");
            assert!(
                is_mark(token) || token.head.is_none_or(|head| !is_mark(&sentence.tokens[head])),
                "no word hangs on a punctuation mark in {text:?}"
            );
            assert!(sentence.phrase(i).contains(&i) && sentence.subtree(i).contains(&i));
            let _ = (sentence.verb_phrase(i), sentence.agent(i), sentence.patient(i), sentence.noun_chunk(i));
        }
        let _ = sentence.appositions();
    }
    let covered: usize =
        document.sentences.iter().flat_map(|s| &s.tokens).map(|token| token.span.len()).sum();
    let visible = text.chars().filter(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    assert!(covered >= visible, "every letter belongs to a token in {text:?}");
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,300}") {
        check(&text);
    }

    #[test]
    fn any_characters(text in proptest::collection::vec(any::<char>(), 0..200)) {
        check(&text.into_iter().collect::<String>());
    }

    #[test]
    fn any_marks_and_words(
        text in "([a-zA-Z]{1,6}|[0-9]{1,4}|Mr|U\\.S|n't|'s|[-.,:;!?\"'“”‘’()/$%#@&*_]|  ?|\n|\r\n|é|中|م|\u{301}|😀|\u{200d}|\u{a0}){0,60}"
    ) {
        check(&text);
    }
}

/// How long this thread has run, where the system tells; else the time that has passed.
fn clock() -> f64 {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| BEGIN.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// The time that analysing a text so many times takes.
fn seconds(text: &str, times: usize) -> f64 {
    let start = clock();
    for _ in 0..times {
        let _ = MODEL.analyse(segment(text, Part::Text, Span::new(0, text.len())));
    }
    clock() - start
}

/// One long text takes about as long as eight of an eighth of its length; were time quadratic, it would take eight
/// times as long. Both are measured in turn, and the shortest times count: other programs only make times longer.
#[test]
fn time_is_linear() {
    LazyLock::force(&MODEL);
    for unit in [
        "word ",
        "(",
        "\"a",
        "a-",
        "x.y",
        "1,",
        "and the ",
        "He said that ",
        "\u{301}",
        "😀\u{200d}",
        "'",
        "a\n",
        "I. ",
        ".5",
        ", ",
    ] {
        let (short, long) = (unit.repeat(600), unit.repeat(4_800));
        let (mut least_short, mut least_long) = (f64::MAX, f64::MAX);
        let linear = (0..8).any(|_| {
            least_short = least_short.min(seconds(&short, 8));
            least_long = least_long.min(seconds(&long, 1));
            // The clock ticks in steps of some milliseconds.
            least_long < 3.0 * least_short + 0.01
        });
        assert!(
            linear,
            "{unit:?} repeated: eight texts {least_short} s, one of eight times the length {least_long} s"
        );
    }
}

#[test]
fn ten_megabytes_without_a_full_stop() {
    let text = "the minister said that talks with rebels and officials went on ".repeat(160_000);
    let text = &text[..10_000_000];
    let sentences = segment(text, Part::Text, Span::new(0, text.len()));
    assert!(sentences.iter().all(|sentence| sentence.tokens.len() <= 1000));
    // Analysing all of it takes a minute without optimisation; a part shows the same.
    MODEL.analyse(sentences.into_iter().take(40).collect());
    let word = "x".repeat(10_000_000);
    assert!(segment(&word, Part::Text, Span::new(0, word.len())).iter().all(|s| s.tokens.len() <= 1000));
}

#[test]
fn a_sentence_of_five_thousand_words_stays_one_if_it_is_given_as_one() {
    let text = "they say that he knows that ".repeat(900);
    let mut sentences = segment(&text, Part::Text, Span::new(0, text.len()));
    let mut whole = sentences.remove(0);
    whole.tokens.extend(sentences.into_iter().flat_map(|sentence| sentence.tokens));
    assert!(whole.tokens.len() >= 5000);
    MODEL.analyse_sentence(&mut whole, &mut Workspace::default());
    assert_eq!(whole.tokens.iter().filter(|token| token.head.is_none()).count(), 1);
}

/// The lemmas of the words with some tag.
fn lemmas(text: &str, tags: &[&str]) -> Vec<String> {
    let tokens = check(text).sentences.into_iter().flat_map(|sentence| sentence.tokens);
    tokens.filter(|token| tags.contains(&token.xpos.as_str())).map(|token| token.lemma.to_string()).collect()
}

#[test]
fn verbs_of_news_have_their_dictionary_form() {
    let past = "The council endorsed the plan. He blamed the rebels. They seized arms. The general vowed to fight. They \
        torched cars. He fled. They fought. Protesters barricaded streets. The parties reconvened.";
    assert_eq!(
        lemmas(past, &["VBD", "VBN"]),
        ["endorse", "blame", "seize", "vow", "torch", "flee", "fight", "barricade", "reconvene"]
    );
    let going =
        "They are blaming him. They are besieging the city. Troops were shelling it. It is quelling unrest.";
    assert_eq!(lemmas(going, &["VBG"]), ["blame", "besiege", "shell", "quell"]);
}

#[test]
fn scripts_emoji_and_control_characters() {
    for text in [
        "مرحبا بالعالم. هذا نص عربي؟ نعم!",
        "Путин заявил об этом. 北京は言った。",
        "👩‍👩‍👧‍👦🇫🇷👍🏽 ok 👍",
        "a\u{0}b\u{1b}[31m c\u{7f}\u{85}d",
        "e\u{301}\u{301}\u{301} Z\u{335}a\u{336}l\u{337}g\u{338}o",
        "\u{feff}BOM \u{200b}zero\u{200b}width\u{ad}soft",
        "",
        "\n\n\n",
        "....",
    ] {
        check(text);
    }
}

#[test]
fn parsing_does_not_allocate_for_each_token() {
    let text = "Russia vetoed a resolution that called for an investigation of the attack. ".repeat(50);
    let mut sentences = segment(&text, Part::Text, Span::new(0, text.len()));
    let mut workspace = Workspace::default();
    // Once to make room, once to count.
    for sentence in &mut sentences {
        MODEL.analyse_sentence(sentence, &mut workspace);
    }
    let counted = allocation_counter::measure(|| {
        for sentence in &mut sentences {
            MODEL.tag(sentence, &mut workspace);
            MODEL.lemmatiser.lemmatise(sentence);
            MODEL.parse(sentence, &mut workspace);
        }
    });
    assert_eq!(
        counted.count_total, 0,
        "tagging, lemmatising and parsing allocated {} bytes",
        counted.bytes_total
    );
}
