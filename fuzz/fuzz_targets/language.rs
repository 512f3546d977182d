//! Any text at all becomes trees whose spans lie in it.
#![no_main]

use chancery::article::{Part, Span};
use chancery::language::{Model, segment};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::embedded().expect("the model is sound"));

fuzz_target!(|text: &str| {
    let document = MODEL.analyse(segment(text, Part::Text, Span::new(0, text.len())));
    let mut last = 0;
    for sentence in &document.sentences {
        for (i, token) in sentence.tokens.iter().enumerate() {
            assert!(token.span.begin >= last && text.get(token.span.begin..token.span.end).is_some());
            last = token.span.end;
            assert!(sentence.subtree(i).contains(&i));
            assert!(sentence.phrase(i).contains(&i));
            let _ = (sentence.verb_phrase(i), sentence.agent(i), sentence.patient(i), sentence.noun_chunk(i));
        }
        let _ = sentence.appositions();
        assert!(sentence.root().is_some());
    }
});
