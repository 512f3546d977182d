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
    check("Six pilgrims were killed in a bus crash.", "killed", "Bus crash, 6 killed");
    check("An avalanche in Tyrol buried two huts.", "avalanche", "Avalanche in Tyrol");
}

#[test]
fn a_mishap_told_by_a_verb_is_called_by_the_noun_for_it() {
    check(
        "A copper mine collapses near Ndola, killing eight miners.",
        "collapses",
        "Collapse of a copper mine, 8 killed",
    );
    check(
        "A ferry capsized near Batangas, killing 12 pilgrims.",
        "capsized",
        "Capsizing of a ferry, 12 killed",
    );
    check("Two helicopters collided near Oslo.", "collided", "Collision of two helicopters");
}

#[test]
fn all_mentions_of_a_mishap_have_its_name_and_its_numbers() {
    let text = "Seven people were killed and nine were injured when a roof collapsed in Lodz.";
    for trigger in ["killed", "injured"] {
        check(text, trigger, "Collapse of a roof in Lodz, 7 killed, 9 wounded");
    }
}

#[test]
fn two_mishaps_keep_their_own_names_and_numbers() {
    let crashes = "A bus crash in Italy killed 38 people two days after a train crash in Spain injured 80.";
    check(crashes, "injured", "Train crash in Spain, 80 wounded");
    let apart = "A landslide buried a village in Myanmar, killing 50, and a flood killed 30 in Bangladesh.";
    check(apart, "killing", "Landslide, 50 killed");
    check(apart, "killed", "Flood in Bangladesh, 30 killed");
    let quakes =
        "The 6.4-magnitude quake struck at dawn; a 5.2-magnitude aftershock followed and injured 12.";
    check(quakes, "aftershock", "Aftershock, magnitude 5.2, 12 wounded");
}

#[test]
fn an_earthquake_has_its_magnitude_and_a_flood_no_day() {
    check(
        "A 5.9-magnitude earthquake struck northern Chile, killing two people.",
        "earthquake",
        "Earthquake, magnitude 5.9, 2 killed",
    );
    check("The town was devastated by a massive flood.", "devastated", "Flood");
}

#[test]
fn violence_is_no_attack() {
    check("Communal violence killed 20 people in Jos.", "killed", "Communal violence, 20 killed");
    check("An attack killed 20 people in Jos.", "attack", "Attack, 20 killed");
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
        "Agreement: handover of an airfield to government of Mali",
    );
    check("Thailand promises to set up a court.", "promises", "Promise: set up a court");
}

#[test]
fn what_names_nothing_is_left_out() {
    check("A gunman wounded ten people and killed another in Oslo.", "killed", "Killing, 10 wounded");
    check("Police arrested two well known singers in Oslo.", "arrested", "Arrest of two well known singers");
}

#[test]
fn those_of_whom_only_the_number_is_told_are_people() {
    check("Two hundred were killed.", "killed", "Killing of two hundred people");
    check("Rebels killed 2 million.", "killed", "Killing of 2 million people");
    check("Forty-two were killed.", "killed", "Killing of forty-two people");
    check("Rebels killed two drivers.", "killed", "Killing of two drivers");
}

#[test]
fn who_is_counted_is_not_told_twice() {
    check("A bomb killed 60 people in Quetta.", "killed", "Bombing, 60 killed");
    check("Ten people were killed in an attack in Peru.", "attack", "Attack, 10 killed");
    check("A car bomb killed three guards in Lima.", "killed", "Bombing of three guards, 3 killed");
}

#[test]
fn where_it_was_is_not_shot_at() {
    check("A shooting in Manchester left five people dead.", "shooting", "Shooting, 5 killed");
    check("Gunmen opened fire at a market in Manchester.", "opened", "Shooting at a market");
}

#[test]
fn a_sum_of_money_has_its_number() {
    check("The bank agreed to pay US$2.3 million to a farmer.", "agreed to", "Agreement: pay US$2.3 million");
}

#[test]
fn who_is_sentenced_is_no_reason() {
    check("The premier apologised for a tax.", "apologised", "Apology for a tax");
    check(
        "A court in Cairo confirmed the sentence for 20 fans.",
        "confirmed",
        "Verdict upheld against 20 fans",
    );
}

#[test]
fn what_somebody_becomes_is_told() {
    check("Nuri Hamid became president of Niger.", "became", "Takes office as president of Niger");
    check("Nuri Hamid was elected as president.", "elected", "Election of Nuri Hamid as president");
}

#[test]
fn what_says_itself_which_one_it_is_keeps_its_article() {
    check("Rebels captured the town of Kidal.", "captured", "Capture of the town of Kidal");
    check("Police arrested the second suspect.", "arrested", "Arrest of the second suspect");
    check("Police arrested the suspect.", "arrested", "Arrest of a suspect");
}

#[test]
fn where_something_is_put_is_told() {
    check(
        "The government offered to put the project to a public vote.",
        "offered",
        "Offer: put a project to a public vote",
    );
    check("The mayor offered to sell the project in May.", "offered", "Offer: sell a project");
}

#[test]
fn the_last_of_a_row_does_not_tell_the_first() {
    check(
        "The official is accused of spying and meeting with officers.",
        "accused",
        "Accusation against official: spying",
    );
}

#[test]
fn one_is_killed_beside_the_wounded() {
    check(
        "A plane crashes near Madrid, killing the pilot and injuring nine others.",
        "crashes",
        "Crash of a plane, 1 killed, 9 wounded",
    );
}

#[test]
fn what_is_delayed_is_not_agreed_on() {
    check("President Karim agrees to delay elections.", "agrees", "Agreement: delay elections");
    check("The government agreed to hold elections in May.", "agreed", "Agreement: election");
}

#[test]
fn a_day_is_no_part_of_a_name() {
    check(
        "The death toll from Thursday's avalanche in the Alps rises to three.",
        "avalanche",
        "Avalanche in Alps, 3 killed",
    );
}

#[test]
fn what_a_label_says_is_said_once() {
    check("Two people were injured in a car accident near Warren.", "injured", "Car accident, 2 wounded");
    check("Swedes vote on a referendum on Sunday.", "vote", "Referendum");
}

#[test]
fn a_deed_that_is_needed_is_what_is_demanded() {
    check("Kenya said that Somalia needs to stop the pirates.", "said", "Demand: stop pirates");
}

#[test]
fn what_is_aside_of_a_content_is_no_content() {
    check(
        "Chad urges the government of Niger to be more open about the plan as talks approach.",
        "urges",
        "Appeal to government of Niger",
    );
    check("Police are investigating how the money disappeared.", "investigating", "Investigation");
    check("The rebels used sarin in the civil war.", "used", "Chemical-weapons attack");
}

#[test]
fn what_is_to_end_is_told_as_its_end() {
    check(
        "The court ordered the ministry to stop deporting refugees.",
        "ordered",
        "Order to ministry: stop deporting refugees",
    );
    check("Britain asked the company to halt sending arms.", "asked", "Appeal to company: halt sending arms");
}

#[test]
fn whoever_is_promised_something_is_not_what_is_promised() {
    check(
        "The rebels promised the mediators that they would free the hostages.",
        "promised",
        "Promise: release of hostages",
    );
    check(
        "The king promised the miners that their wages would be raised.",
        "promised",
        "Promise: raise wages",
    );
}

#[test]
fn what_goes_on_beside_an_agreement_is_not_agreed() {
    check("The rebels have agreed to leave, as they promised to do in May.", "agreed", "Agreement: leave");
    check(
        "Lawmakers in Niger voted to contribute troops to a force, days after rebels attacked the town of Diffa.",
        "voted",
        "Vote in favour: contribute troops",
    );
}

#[test]
fn a_plan_and_a_state_are_told_whole() {
    check("Serbia rejected a plan to dam the river.", "rejected", "Rejection of a plan to dam a river");
    check(
        "The United Nations asked Chad to keep its border open.",
        "asked",
        "Appeal to Chad: keep border open",
    );
}

#[test]
fn a_verb_without_an_object_is_told_with_what_follows_it() {
    check("Chad promised to part with the island.", "promised", "Promise: part with an island");
    check("Chad promised to begin disarming militiamen.", "promised", "Promise: begin disarming militiamen");
}

#[test]
fn a_row_behind_of_is_told_whole() {
    check(
        "Chad recognised the republics of Hardan and Sorwan.",
        "recognised",
        "Recognition of republics of Hardan and Sorwan",
    );
}

#[test]
fn a_label_tells_of_nobody_before() {
    check("The minister, whose brother died in March, resigned.", "died", "Death of brother");
}
