//! The examples beside the rules of events, read by the whole chain.

use chancery::mine::Engine;
use chancery::rules::RuleFiles;

#[test]
fn the_rules_read_their_examples() {
    let engine = Engine::new(&RuleFiles::embedded()).expect("the rules compile");
    let faults: Vec<_> =
        engine.failing_examples().into_iter().filter(|fault| fault.contains("rules/events")).collect();
    assert!(faults.is_empty(), "{} examples fail:\n{}", faults.len(), faults.join("\n"));
}
