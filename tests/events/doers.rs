//! Who did it, where another stands nearer to the verb: who is charged, kept from it, complained of, quoted.

use super::check_parties;

#[test]
fn whoever_answers_for_it_does_it() {
    check_parties(
        "Danish police charged two men with plotting to bomb a train.",
        "bomb",
        &["men CVL"],
        &["train"],
    );
    check_parties(
        "Soldiers stopped the rebels from attacking the port.",
        "attacking",
        &["rebels REB"],
        &["port"],
    );
    // "to" tells what whoever arrests wants.
    check_parties("Rebels arrested a man to attack the port.", "attack", &["Rebels REB"], &["port"]);
}

#[test]
fn who_stands_before_a_gerund_is_complained_of() {
    let about = |who: &str| format!("A diplomat complained about {who}shelling the port.");
    check_parties(&about("rebels "), "shelling", &["rebels REB"], &["port"]);
}

#[test]
fn whoever_is_called_upon_acts() {
    let text = "Opposition leader Peter Novak said: \"I call on the government to resign.\"";
    check_parties(text, "resign", &["government GOV"], &[]);
}

#[test]
fn what_has_an_auxiliary_of_its_own_has_its_own_agent() {
    let killed = |later: &str| format!("The pilot was arrested and {later} by a guard.");
    check_parties(&killed("was later killed"), "arrested", &[], &["pilot"]);
    check_parties(&killed("later killed"), "arrested", &["guard"], &["pilot"]);
}

#[test]
fn whoever_opened_fire_shot_them() {
    check_parties(
        "Five people were shot when a former soldier walked up to their car and opened fire.",
        "shot",
        &["soldier MIL"],
        &["people CVL"],
    );
    check_parties(
        "Gunmen burned down a mosque, leaving two people dead and five injured.",
        "injured",
        &["Gunmen UAF"],
        &["five CVL"],
    );
}

#[test]
fn strikes_are_whose_who_stands_before_them() {
    check_parties(
        "Syrian government air strikes on rebel-held towns killed at least 44 people.",
        "killed",
        &["Syrian government SYR.GOV"],
        &["rebel-held towns", "people CVL"],
    );
}

#[test]
fn soldiers_of_several_states_are_of_no_country_that_they_fight_in() {
    let text = |troops: &str| format!("{troops} in Mali attacked the camp of the rebels.");
    check_parties(&text("French-led troops"), "attacked", &["troops MIL"], &["camp of the rebels MLI.REB"]);
}

#[test]
fn bodies_are_called_by_what_they_are_for() {
    check_parties(
        "The Centre for Strategic Studies accused Iran of lying.",
        "accused",
        &["Centre for Strategic Studies"],
        &["Iran IRN"],
    );
    check_parties(
        "The militant group Ansaru killed seven villagers.",
        "killed",
        &["Ansaru REB"],
        &["villagers AGR"],
    );
}

#[test]
fn whoever_is_punished_for_planning_it_did_it() {
    let jailed = |why: &str| format!("A court sentenced Himayat Khan to death for {why} of a bakery.");
    check_parties(&jailed("plotting the bombing"), "bombing", &["Himayat Khan"], &["bakery"]);
    check_parties(&jailed("filming the bombing"), "bombing", &[], &["bakery"]);
}

#[test]
fn whoever_detonates_a_bomb_kills() {
    check_parties(
        "Suspected insurgents detonate a motorcycle bomb in Southern Thailand killing two policemen.",
        "killing",
        &["insurgents THA.REB"],
        &["policemen THA.COP"],
    );
}
