//! Sides that are told in full: those who share a name, those counted in, those whom a sentence names, and whose a thing is.

use crate::check_parties;

#[test]
fn states_that_share_a_word_are_two() {
    check_parties(
        "North and South Korea exchanged fire on Monday.",
        "exchanged",
        &["North and South Korea PRK", "North and South Korea KOR"],
        &[],
    );
    check_parties("The two Koreas held talks on Monday.", "held", &["Koreas PRK", "Koreas KOR"], &[]);
    check_parties(
        "North and South Korean troops exchanged fire on Monday.",
        "exchanged",
        &["North and South Korean troops PRK.MIL", "North and South Korean troops KOR.MIL"],
        &[],
    );
    // A direction alone is no name.
    check_parties("Chad and South Korea held talks.", "held", &["Chad TCD", "South Korea KOR"], &[]);
}

#[test]
fn whoever_is_counted_in_by_name_takes_part() {
    check_parties(
        "The EU imposed sanctions on several officials, including Viktor Medvedchuk.",
        "imposed",
        &["EU EEU.IGO"],
        &["officials GOV", "Viktor Medvedchuk UKR.OPP"],
    );
    check_parties(
        "Troops arrested three opposition leaders, among them Ann Lind, on Friday.",
        "arrested",
        &["Troops MIL"],
        &["opposition leaders OPP", "Ann Lind"],
    );
    // Of those who have no name the whole tells enough.
    check_parties(
        "Gunmen killed 12 people, including three children, in Mosul.",
        "killed",
        &["Gunmen UAF"],
        &["people IRQ.CVL"],
    );
}

#[test]
fn whoever_made_what_is_condemned_is_the_target() {
    check_parties(
        "Russia passed a law which the United States has criticised.",
        "criticised",
        &["United States USA"],
        &["Russia RUS"],
    );
    check_parties(
        "Malaysia has kept a policy of turning away boats, which the United Nations has criticised.",
        "criticised",
        &["United Nations UNO.IGO"],
        &["Malaysia MYS"],
    );
    // Who faces a thing did not make it.
    check_parties("Chad faces a ban which Libya has criticised.", "criticised", &["Libya LBY"], &[]);
}

#[test]
fn what_stands_before_an_attack_was_attacked_wherever_that_was() {
    check_parties(
        "The group claimed the embassy bombing in Ankara.",
        "bombing",
        &["group"],
        &["embassy GOV"],
    );
    check_parties(
        "Al-Qaeda carried out the World Trade Center attack.",
        "attack",
        &["Al-Qaeda REB"],
        &["World Trade Center"],
    );
    // What it was on counts more.
    check_parties("The embassy attack on guards in Ankara.", "attack", &[], &["guards in Ankara TUR.COP"]);
}

#[test]
fn what_is_told_in_a_row_is_done_to_the_same() {
    check_parties("The kidnapping and murder of Ann Lind shocked Peru.", "kidnapping", &[], &["Ann Lind"]);
    check_parties(
        "The capture and execution of prisoners by the rebels was condemned.",
        "execution",
        &["rebels REB"],
        &["prisoners CVL"],
    );
    check_parties(
        "The Soviet invasion and occupation of Laos began in May.",
        "invasion",
        &["Soviet SUN"],
        &["Laos LAO"],
    );
    // What has an article of its own is told apart.
    check_parties(
        "The attack and the killing of the priest were condemned.",
        "killing",
        &[],
        &["priest REL"],
    );
}

#[test]
fn whoever_is_named_for_a_post_is_not_the_post() {
    check_parties(
        "Obama named Regina Benjamin surgeon general on Monday.",
        "named",
        &["Obama USA.GOV"],
        &["Regina Benjamin"],
    );
}

#[test]
fn one_name_behind_two_nouns_for_one_is_his() {
    check_parties(
        "The financier and Chad's envoy, Albert Jaquier, was arrested on Monday.",
        "arrested",
        &[],
        &["Albert Jaquier TCD.GOV"],
    );
    check_parties(
        "The financier and Chad's envoy, Albert Jaquier, were arrested on Monday.",
        "arrested",
        &[],
        &["financier", "Chad's envoy TCD.GOV"],
    );
}

#[test]
fn those_arrested_are_those_whom_the_sentence_names() {
    check_parties(
        "The three men arrested were Ann Lind, Tom Hale and Paul Roe.",
        "arrested",
        &[],
        &["men CVL", "Ann Lind", "Tom Hale", "Paul Roe"],
    );
}

#[test]
fn a_noun_goes_on_with_the_name_of_whose_it_is() {
    check_parties(
        "The army killed supporters of Hassan Dahir.",
        "killed",
        &["army MIL"],
        &["supporters of Hassan Dahir"],
    );
}
