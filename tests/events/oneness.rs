//! What a sentence tells under several names is one happening.

use super::{check_parties, engine, mention_of};
use chancery::article::Article;

/// Whether the first mentions of two triggers are of one happening.
#[track_caller]
fn one_happening(text: &str, first: &str, second: &str) -> bool {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    let happening = |trigger| mention_of(&found, &article, trigger).happening;
    happening(first) == happening(second)
}

#[test]
fn people_are_hurt_by_what_they_are_hurt_in() {
    assert!(one_happening("Nine guards were killed in heavy fighting near Gao.", "killed", "heavy"));
    assert!(one_happening(
        "Five people were wounded during a shooting at a nightclub in Oslo.",
        "wounded",
        "shooting"
    ));
    assert!(one_happening("A guard was wounded after a grenade attack in Tunis.", "wounded", "attack"));
    assert!(one_happening(
        "An airstrike on a depot kills and wounds dozens of people.",
        "airstrike",
        "kills"
    ));
    // What was before is another thing.
    assert!(!one_happening("Two soldiers were killed after the attack on Tunis.", "killed", "attack"));
}

#[test]
fn what_is_done_in_one_go_is_one() {
    assert!(one_happening("Gunmen stormed a bar in Lima and killed seven men.", "stormed", "killed"));
    assert!(one_happening("Eight men were stabbed and wounded in Turin.", "stabbed", "wounded"));
}

#[test]
fn a_heading_names_what_stands_behind_it() {
    let crash = "2013 Turin train crash: A train crashes into a station in Turin, injuring two men.";
    assert!(one_happening(crash, "train crash", "crashes"));
}

#[test]
fn others_are_those_of_the_clause_before() {
    check_parties(
        "Six soldiers were killed and several others injured in Gao.",
        "injured",
        &[],
        &["several others MLI.MIL"],
    );
}

#[test]
fn whoever_owns_up_to_a_deed_has_done_it() {
    check_parties(
        "Hamas claimed responsibility for a raid on a depot.",
        "raid",
        &["Hamas PSE.REB"],
        &["depot"],
    );
}

#[test]
fn whoever_seeks_a_meeting_is_the_other_side() {
    check_parties("Iran seeks a meeting with Japan.", "meeting", &["Iran IRN"], &["Japan JPN"]);
}

#[test]
fn whoever_repels_an_attack_does_not_attack() {
    let text = "Kenyan forces repelled a rebel attack on the town of Lamu.";
    check_parties(text, "repelled", &["Kenyan forces KEN.MIL"], &["rebel KEN.REB"]);
    check_parties(text, "attack", &["rebel REB"], &["Lamu KEN"]);
}

#[test]
fn what_befalls_one_thing_at_once_is_one() {
    assert!(one_happening("A bus overturned and fell into a river in Nepal.", "overturned", "fell into"));
    assert!(one_happening("A singer is injured in Leeds after a car crash.", "injured", "crash"));
    assert!(!one_happening("A bus overturned near Gao. A plane crashed near Lyon.", "overturned", "crashed"));
}

#[test]
fn what_leaves_people_dead_is_one() {
    assert!(one_happening("An attack on a bus left nine dead.", "attack", "left"));
    assert!(one_happening("Bombings kill 31 and wound another 60 in Kirkuk.", "kill", "wound"));
    let text = "A shooting leaves two dead and four injured in Detroit.";
    assert!(one_happening(text, "shooting", "injured"));
    assert!(one_happening("Bombs explode in Dujail, leaving 7 dead and 25 wounded.", "explode", "wounded"));
}

#[test]
fn the_attack_is_the_one_told_before_in_its_sentence() {
    let text = "A bomb killed ten people in Kano, and the mayor blamed the rebels for the attack.";
    assert!(one_happening(text, "killed", "attack"));
    let text = "A bomb killed ten people in Kano, hours after the attack on the port.";
    assert!(!one_happening(text, "killed", "attack"));
}
