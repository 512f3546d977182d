//! By which name somebody is told of, and what beside it is nobody: a place, a thing of his own, a state.

use super::check_parties;

#[test]
fn a_participle_gives_the_name() {
    check_parties("A man named Peter Holt was arrested in Leeds.", "arrested", &[], &["Peter Holt"]);
}

#[test]
fn a_body_keeps_the_name_before_its_noun() {
    check_parties(
        "The Herald newspaper apologised to Chad.",
        "apologised",
        &["Herald newspaper JRN"],
        &["Chad TCD"],
    );
    check_parties("European leaders condemned Chad.", "condemned", &["European leaders GOV"], &["Chad TCD"]);
}

#[test]
fn whoever_has_a_name_is_no_state() {
    check_parties(
        "Danish tennis ace Nils Hedlund goes on hunger strike.",
        "hunger strike",
        &["Danish tennis ace Nils Hedlund DNK"],
        &[],
    );
}

#[test]
fn one_of_a_people_is_a_citizen() {
    check_parties("Police arrested an Iraqi on Monday.", "arrested", &["Police COP"], &["Iraqi IRQ.CVL"]);
}

#[test]
fn what_is_ones_own_is_no_other_side() {
    check_parties(
        "Kenya's foreign minister says that Kenya will never give up its right to the lake.",
        "says",
        &["Kenya's foreign minister KEN.GOV"],
        &[],
    );
    check_parties(
        "Fenwick Holdings agrees to sell its Danish shops to Norsk Mat.",
        "agrees",
        &["Fenwick Holdings BUS"],
        &["Norsk Mat"],
    );
}

#[test]
fn where_a_deed_is_done_is_not_asked() {
    check_parties("The pope urged an end to the slaughter in Chad.", "urged", &["pope REL"], &[]);
    check_parties("The pope urged Chad to end the slaughter.", "urged", &["pope REL"], &["Chad TCD"]);
}

#[test]
fn protests_are_not_by_the_state_that_they_are_in() {
    check_parties("Brazil protests continue in Brasília.", "protests", &[], &[]);
}

#[test]
fn an_attack_is_not_held() {
    check_parties(
        "Danish troops launched an attack on a hill held by Kurdish fighters, killing ten.",
        "attack",
        &["Danish troops DNK.MIL"],
        &["hill", "ten CVL"],
    );
}

#[test]
fn what_stands_behind_those_counted_in_tells_of_all() {
    check_parties(
        "Ten people were killed, including two children, in an air strike on the town by the army.",
        "killed",
        &["army MIL"],
        &["people CVL"],
    );
}

#[test]
fn whoever_is_meant_by_the_object_is_another() {
    check_parties(
        "A judge jailed two bankers, giving them prison sentences of ten years.",
        "giving",
        &["judge JUD"],
        &["two bankers"],
    );
    check_parties(
        "The gunman surrendered after a teacher ordered him to drop the gun.",
        "ordered",
        &["teacher EDU"],
        &["gunman UAF"],
    );
}

#[test]
fn a_noun_for_one_bears_the_name_behind_it() {
    check_parties(
        "Turkish police detained Meydan newspaper editor Can Demir.",
        "detained",
        &["Turkish police TUR.COP"],
        &["Meydan newspaper editor Can Demir"],
    );
}

#[test]
fn what_somebody_is_tells_of_him_and_not_of_others() {
    check_parties(
        "Thousands attend the funeral of Carl Holm, the co-founder of the Kurdistan Workers' Party, who was killed in Paris.",
        "killed",
        &[],
        &["Carl Holm TUR.REB"],
    );
}

#[test]
fn one_of_a_force_is_not_the_force() {
    check_parties(
        "Former United States Navy SEAL Chris Lowe was killed in Texas.",
        "killed",
        &[],
        &["Former United States Navy SEAL Chris Lowe USA.MIL"],
    );
}

#[test]
fn ground_in_the_plural_has_several_names() {
    check_parties(
        "Rockets hit the neighborhoods of Jobar and Zamalka.",
        "hit",
        &[],
        &["Jobar SYR", "Zamalka SYR"],
    );
}
