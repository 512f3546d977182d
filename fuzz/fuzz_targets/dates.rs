//! Any text on any day of publication, as news and as a history: dates lie in it and are in order.
#![no_main]

use chancery::article::{Part, Span};
use chancery::dates::{Genre, Reference, Rules, find, resolve};
use chancery::language::{Document, segment};
use chancery::rules::RuleFiles;
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::compile(&RuleFiles::embedded()).expect("the rules compile"));

fuzz_target!(|input: (i16, u16, bool, &str)| {
    let (year, day, news, text) = input;
    let published = NaiveDate::from_yo_opt(i32::from(year), u32::from(day));
    let document = Document { sentences: segment(text, Part::Text, Span::new(0, text.len())) };
    let found = find(&document, &RULES);
    let genre = if news { Genre::News } else { Genre::Narrative };
    let reference = Reference { published, window: None, genre, reasons: Vec::new() };
    for one in resolve(&found, &document, &reference, &RULES).0 {
        assert!(text.get(one.location.span.begin..one.location.span.end).is_some_and(|words| !words.is_empty()));
        assert!(one.tokens.end <= document.sentences[one.sentence].tokens.len());
        if let Some(value) = &one.value {
            assert!(value.earliest.is_none() || value.latest.is_none() || value.earliest <= value.latest);
        }
    }
});
