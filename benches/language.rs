//! How fast text becomes trees. `cargo bench --bench language`

use chancery::article::{Part, Span};
use chancery::language::{Model, segment};
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// Counts what is allocated, for the promise that parsing allocates nothing for each token.
#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

/// Some paragraphs in the manner of news, written for this purpose, and repeated with other numbers.
fn news() -> String {
    let article = "MOSCOW (Reuters) - Russia vetoed a U.N. Security Council resolution on Wednesday that called for \
        an investigation of the attack, its envoy said.\n\nForeign Minister Sergei Lavrov, who met his American \
        counterpart in Moscow for two hours, told reporters that the evidence was \"hypothetical\" and demanded \
        that inspectors visit the base. \"There is a low level of trust between our countries,\" he said.\n\nThe \
        United States fired 59 cruise missiles at an air base in northern Syria last week, killing at least six \
        soldiers, according to the army. Turkish officials, citing autopsies, said they had found traces of a \
        nerve agent; Damascus denied that it had used any chemical weapons. The plan, agreed on Friday by both \
        sides, was rejected by the opposition, a spokesman said.\n\n";
    article.repeat(40)
}

fn tokens(text: &str) -> usize {
    segment(text, Part::Text, Span::new(0, text.len())).iter().map(|sentence| sentence.tokens.len()).sum()
}

#[divan::bench]
fn load(bencher: divan::Bencher) {
    bencher.bench(|| Model::embedded().expect("the model is sound"));
}

#[divan::bench]
fn segmentation(bencher: divan::Bencher) {
    let text = news();
    let text = text.as_str();
    bencher
        .counter(ItemsCount::new(tokens(text)))
        .bench(|| segment(text, Part::Text, Span::new(0, text.len())));
}

#[divan::bench]
fn whole_analysis(bencher: divan::Bencher) {
    let model = Model::embedded().expect("the model is sound");
    let text = news();
    let text = text.as_str();
    bencher
        .counter(ItemsCount::new(tokens(text)))
        .bench(|| model.analyse(segment(text, Part::Text, Span::new(0, text.len()))));
}

#[divan::bench(args = ["tag", "lemmatise", "parse"])]
fn step(bencher: divan::Bencher, step: &str) {
    let model = Model::embedded().expect("the model is sound");
    let text = news();
    let analysed = model.analyse(segment(&text, Part::Text, Span::new(0, text.len()))).sentences;
    let mut workspace = chancery::language::Workspace::default();
    bencher.counter(ItemsCount::new(tokens(&text))).with_inputs(|| analysed.clone()).bench_local_refs(
        |sentences| {
            for sentence in sentences {
                match step {
                    "tag" => model.tag(sentence, &mut workspace),
                    "lemmatise" => model.lemmatiser.lemmatise(sentence),
                    _ => model.parse(sentence, &mut workspace),
                }
            }
        },
    );
}
