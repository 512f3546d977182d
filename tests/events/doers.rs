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

/// A deed that nobody is told to have done, and a sentence behind it.
#[track_caller]
fn check_behind(behind: &str, sources: &[&str]) {
    let text = format!("Two people were killed in a shooting at a school in Ohio. {behind}");
    check_parties(&text, "shooting", sources, &["school USA", "people USA.CVL"]);
}

#[test]
fn whoever_is_called_after_the_deed_before_did_it() {
    check_behind("The gunman fled.", &["gunman UAF"]);
    check_behind("A suspect was arrested.", &["suspect"]);
    check_behind("The suspect is then killed in a gunfight with police.", &["suspect"]);
    // Who bombs shoots nobody, and who is not there did nothing.
    check_behind("The bomber fled.", &[]);
    check_behind("The alleged gunman surrendered.", &["gunman UAF"]);
    check_behind("No gunman was caught.", &[]);
    check_behind("The suspect was cleared by a court.", &[]);
    check_behind("A suspect was arrested in an unrelated case.", &[]);
    check_behind("A suspect was arrested in Iowa.", &["suspect"]);
    check_behind("A gunman was caught in Iowa.", &[]);
    check_behind("The killers of a judge were jailed.", &[]);
    check_parties(
        "The police shot two men in Kano. The gunmen had robbed a bank.",
        "shot",
        &["police NGA.COP"],
        &["men NGA.CVL"],
    );
}

#[test]
fn whoever_owns_up_to_the_deed_before_did_it() {
    check_behind("The Taliban claim responsibility.", &["Taliban AFG.REB"]);
    check_behind("The Taliban have claimed responsibility for it.", &["Taliban AFG.REB"]);
    check_behind("The Taliban did not claim responsibility.", &[]);
    check_behind("No group claimed responsibility.", &[]);
    check_behind("The Taliban claimed responsibility for the hijacking.", &[]);
    check_behind("The Taliban are suspected.", &["Taliban AFG.REB"]);
    check_behind("The Taliban may be blamed.", &[]);
}

#[test]
fn whoever_is_held_to_have_done_it_did_it() {
    check_parties(
        "Ten soldiers are killed in an attack near Mopti, with the Taliban blamed for the attack.",
        "attack",
        &["Taliban AFG.REB"],
        &["soldiers MLI.MIL"],
    );
    check_parties(
        "The raid on the port is believed to have been carried out by rebels.",
        "raid",
        &["rebels REB"],
        &["port"],
    );
    check_parties(
        "The government blamed rebels for the killing of a judge.",
        "killing",
        &["rebels REB"],
        &["judge JUD"],
    );
    check_parties("Police arrested a man for the murder of a judge.", "murder", &["man"], &["judge JUD"]);
    // Whoever is caught in a raid is raided, and of those caught over one hardly all have raided.
    check_parties("Police arrested 40 people over a bombing in Jos.", "bombing", &[], &["Jos NGA"]);
    check_parties("A minister was detained in a raid on a hotel.", "raid", &[], &["hotel"]);
    check_parties(
        "A Taliban land mine kills six soldiers.",
        "kills",
        &["Taliban AFG.REB"],
        &["soldiers MIL"],
    );
}

#[test]
fn who_is_met_by_craft_did_not_send_them() {
    check_parties(
        "Jets drove the rebels out of the port, killing ten. The gunmen had come by night.",
        "killing",
        &[],
        &["ten CVL"],
    );
}
