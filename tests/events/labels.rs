//! How the line of an event reads: whole noun phrases, or nothing.

use super::{engine, mention_of};
use chancery::article::Article;

#[track_caller]
fn check(text: &str, trigger: &str, label: &str) {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    assert_eq!(mention_of(&found, &article, trigger).label, label, "{text}");
}

#[test]
fn both_sides_of_a_fight_are_told() {
    check(
        "Clashes between police and students broke out in Lima.",
        "Clashes",
        "Fighting between police and students",
    );
    check(
        "Clashes with heavy shelling continue between rival gangs.",
        "Clashes",
        "Fighting between rival gangs",
    );
}

#[test]
fn a_mishap_is_called_by_its_name() {
    check("Six pilgrims were killed in a bus crash.", "killed", "Accident: bus crash, 6 killed");
    check("An avalanche in Tyrol buried two huts.", "avalanche", "Natural disaster: avalanche in Tyrol");
}

#[test]
fn what_is_asked_for_is_no_event_behind_it() {
    check(
        "The opposition called for a boycott of the parliamentary election.",
        "called",
        "Appeal: a boycott of parliamentary election",
    );
}

#[test]
fn half_of_a_row_is_left_out() {
    check(
        "The rebels executed forty guards and members of their families.",
        "executed",
        "Execution of forty guards",
    );
}

#[test]
fn a_charge_stands_before_the_accused() {
    check("Two bankers were charged with fraud in Oslo.", "charged", "Charges of fraud against two bankers");
}

#[test]
fn a_verb_keeps_its_particle() {
    check(
        "France agrees to hand over the airfield to the government of Mali.",
        "agrees to",
        "Agreement: hand over an airfield",
    );
    check("Thailand promises to set up a court.", "promises", "Promise: set up a court");
}

#[test]
fn what_names_nothing_is_left_out() {
    check("A gunman wounded ten people and killed another in Oslo.", "killed", "Killing");
    check("Police arrested two well known singers in Oslo.", "arrested", "Arrest of two well known singers");
}

#[test]
fn those_of_whom_only_the_number_is_told_are_people() {
    check("Two hundred were killed.", "killed", "Killing of two hundred people");
    check("Rebels killed 2 million.", "killed", "Killing of 2 million people");
    check("Forty-two were killed.", "killed", "Killing of forty-two people");
    check("Between 20 and 24 were killed.", "killed", "Killing of 20–24 people");
    check("Rebels killed two drivers.", "killed", "Killing of two drivers");
}
