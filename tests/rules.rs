//! The examples and counter-examples that stand beside the rules.

use chancery::mine::Engine;
use chancery::rules::RuleFiles;

#[test]
fn examples_hold() {
    let engine = Engine::new(&RuleFiles::embedded()).expect("our own rules compile");
    let failing = engine.failing_examples();
    assert!(failing.is_empty(), "{} examples fail:\n{}", failing.len(), failing.join("\n"));
}
