//! The gold fits the texts: every phrase occurs, every name refers to something, every day exists.

use super::articles::articles;
use super::expected::{Expected, gold};
use chrono::NaiveDate;
use std::collections::BTreeSet;

#[test]
fn every_article_has_gold_and_every_gold_an_article() {
    let names: BTreeSet<_> = articles().into_keys().collect();
    let golden: BTreeSet<_> = gold().into_keys().collect();
    assert_eq!(names, golden);
}

#[test]
fn every_phrase_stands_in_its_text() {
    let articles = articles();
    for (name, expected) in gold() {
        let text = &articles[&name].text;
        for phrase in expected.phrases() {
            assert!(text.contains(phrase), "{name}: the text lacks “{phrase}”");
        }
    }
}

#[test]
fn publication_days_agree() {
    let articles = articles();
    for (name, expected) in gold() {
        let told = articles[&name].published.date;
        if told.is_some() {
            assert_eq!(told.map(|day| day.to_string()), expected.published, "{name}");
        }
        if let Some(basis) = expected.basis.as_deref().filter(|basis| *basis != "inferred") {
            assert_eq!(articles[&name].published.basis.as_str(), basis, "{name}");
        }
    }
}

#[test]
fn references_refer_and_days_exist() {
    for (name, expected) in gold() {
        let ids: BTreeSet<_> = expected.events.iter().map(|event| event.id.as_str()).collect();
        assert_eq!(ids.len(), expected.events.len(), "{name}: two events of one id");
        let claims: BTreeSet<_> = expected.claims.iter().map(|claim| claim.id.as_str()).collect();
        assert_eq!(claims.len(), expected.claims.len(), "{name}: two claims of one id");
        let known = |id: &String| assert!(ids.contains(id.as_str()), "{name}: no event {id}");
        for event in &expected.events {
            event.after.iter().for_each(known);
            assert!(!event.gloss.is_empty() && !event.evidence.is_empty(), "{name}: {}", event.id);
            let days = |list: &Option<Vec<String>>| -> Vec<Option<NaiveDate>> {
                let list = list.iter().flatten();
                list.map(|day| (!day.is_empty()).then(|| day.parse().expect("a day"))).collect()
            };
            let (earliest, latest) = (days(&event.earliest), days(&event.latest));
            assert_eq!(event.earliest.is_some(), event.latest.is_some(), "{name}: {}", event.id);
            if let (Some(Some(first)), Some(Some(last))) = (earliest.iter().min(), latest.iter().max()) {
                assert!(first <= last, "{name}: {} ends before it begins", event.id);
            }
        }
        for claim in &expected.claims {
            claim.about.iter().for_each(known);
            if let Some(other) = &claim.may_be_part_of {
                assert!(claims.contains(other.as_str()), "{name}: no claim {other}");
            }
        }
        expected.disputes.iter().for_each(|dispute| known(&dispute.event));
        if let Some(undated) = &expected.undated {
            undated.dated.keys().for_each(known);
        }
    }
}

/// Dating events by the day of the story is the commonest fault of event data, so the gold must be rich
/// in events of other days.
#[test]
fn many_events_did_not_happen_on_the_day_of_publication() {
    let other_days: usize = gold().values().map(events_of_other_days).sum();
    assert!(other_days >= 300, "only {other_days} events of other days");
}

fn events_of_other_days(expected: &Expected) -> usize {
    let published = expected.published.clone().unwrap_or_default();
    let of_another_day = |days: &Vec<String>| days.iter().all(|day| !day.is_empty() && *day != published);
    expected.events.iter().filter(|event| event.earliest.as_ref().is_some_and(of_another_day)).count()
}

#[test]
fn episodes_speak_of_events_that_exist() {
    let episodes = super::episodes::read();
    let gold = gold();
    let known = |reference: &String| {
        let (article, event) = reference.split_once('#').expect("ARTICLE#EVENT");
        let expected = gold.get(article).unwrap_or_else(|| panic!("no article {article}"));
        assert!(expected.events.iter().any(|one| one.id == event), "no event {reference}");
    };
    for happening in &episodes.happening {
        assert!(happening.told.len() > 1 && !happening.date.is_empty(), "{}", happening.gloss);
        happening.told.iter().for_each(known);
    }
    episodes.apart.iter().flat_map(|apart| &apart.events).for_each(known);
    for origin in &episodes.origin {
        assert!(origin.articles.iter().all(|article| gold.contains_key(article)), "{}", origin.how);
    }
    for variant in &episodes.variant {
        assert!(!variant.what.is_empty());
        variant.event.iter().for_each(known);
        assert!(variant.figures.keys().all(|article| gold.contains_key(article)), "{}", variant.what);
    }
}
