//! Where the words around an event tell it to be.

use super::{engine, mention_of};
use chancery::article::Article;

/// The place of the first mention of each trigger, by its name; none where "" is expected.
#[track_caller]
fn check_places(text: &str, expected: &[(&str, &str)]) {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    for (trigger, place) in expected {
        let mention = mention_of(&found, &article, trigger);
        let name = mention.place.as_ref().map_or("", |place| place.name.as_str());
        assert_eq!(name, *place, "place of \"{trigger}\" in: {text}");
    }
}

#[test]
fn all_mentions_of_a_happening_in_a_sentence_are_where_one_of_them_is() {
    check_places(
        "A bombing in Mosul kills four people and injures ten others.",
        &[("bombing", "Mosul"), ("injures", "Mosul")],
    );
    check_places(
        "Four people were killed and ten others injured when a bus overturned near Lahore.",
        &[("killed", "Lahore")],
    );
    check_places(
        "Militants throw a grenade at a bus carrying guards in southern Pakistan, wounding three people.",
        &[("wounding", "Pakistan")],
    );
}

#[test]
fn names_that_no_list_holds_are_places_by_the_words_around_them() {
    check_places("Rebels shelled the Syrian town of al-Qafra on Monday.", &[("shelled", "al-Qafra")]);
    check_places(
        "Six people were wounded in downtown Los Angeles, California.",
        &[("wounded", "Los Angeles")],
    );
}

#[test]
fn whoever_is_spoken_of_or_to_is_no_place() {
    check_places("North Korea issued an ultimatum to South Korea.", &[("issued", "")]);
    check_places("Brazil appealed for a halt to the fighting near Tripoli.", &[("appealed", "")]);
    check_places("Stones flew in Tunis, and the minister promised new elections.", &[("promised", "")]);
    check_places(
        "Egypt suspended Syria from the league and called on Bashar al-Assad to resign.",
        &[("called", "")],
    );
}

#[test]
fn whoever_acts_may_be_told_to_be_somewhere() {
    check_places("A court in Izmir released the pastor on Friday.", &[("released", "Izmir")]);
    check_places("Arab ministers meeting in Cairo condemned the raid.", &[("condemned", "Cairo")]);
    check_places("Violence that erupted in Port Said killed thirty people.", &[("killed", "Port Said")]);
}

#[test]
fn ground_that_is_left_or_gone_to_is_where_it_happens() {
    check_places("Greek troops left Skopje on Monday.", &[("left", "Skopje")]);
    check_places("The army flew 300 soldiers to Mali.", &[("flew", "Mali")]);
    check_places("Washington recalled its ambassador from Damascus.", &[("recalled", "Damascus")]);
    check_places("Britain lifted its sanctions on Burma.", &[("lifted", "")]);
}

#[test]
fn it_is_done_where_those_who_do_or_suffer_it_are_meanwhile() {
    check_places("The minister was shot as he left a peace rally in Tunis.", &[("shot", "Tunis")]);
    check_places("The hostage was shot after he was seized at a market in Tunis.", &[("shot", "")]);
    check_places(
        "The president, campaigning in Houston on Monday, threatened to close the border.",
        &[("threatened", "Houston")],
    );
}

#[test]
fn a_part_of_a_state_is_that_state() {
    check_places("Floods struck southern China on Friday.", &[("struck", "China")]);
    check_places("A 6.2-magnitude earthquake strikes central Taiwan.", &[("strikes", "Taiwan")]);
    check_places("Fighting erupts between the army and gunmen in Sidon.", &[("Fighting", "Sidon")]);
}

#[test]
fn a_place_is_told_of_again_by_what_it_is() {
    check_places(
        "Shells hit the town of Hardan on Monday. Six people were killed in the town.",
        &[("killed", "Hardan")],
    );
    check_places("The ministers met in Ankara. There they signed a treaty.", &[("signed", "Ankara")]);
    check_places(
        "Shells hit the province of Hama on Monday. Six people were wounded in the city.",
        &[("wounded", "")],
    );
}

#[test]
fn what_goes_on_in_a_scene_is_where_the_scene_is() {
    check_places(
        "A man opened fire at a factory in Lyon on Monday. The gunman was arrested.",
        &[("arrested", "Lyon")],
    );
    check_places(
        "A man opened fire at a factory in Lyon. Elsewhere two men were arrested.",
        &[("arrested", "")],
    );
    check_places(
        "A man opened fire at a factory in Lyon. Two men were arrested in a nearby village.",
        &[("arrested", "")],
    );
    check_places(
        "A bomb killed two people in Lyon in 1995. Polish police arrested a man on Tuesday.",
        &[("arrested", "")],
    );
}

#[test]
fn what_a_state_does_at_home_is_there_if_the_words_name_it() {
    check_places("Iceland's parliament dismissed the finance minister.", &[("dismissed", "Iceland")]);
    check_places("The president of Peru resigned on Friday.", &[("resigned", "Peru")]);
    check_places("The ambassador of Peru resigned on Friday.", &[("resigned", "")]);
    check_places("Lebanon arrested two Syrians.", &[("arrested", "")]);
}

#[test]
fn who_goes_or_gathers_somewhere_acts_there() {
    check_places("The emir flew to Jeddah for talks with King Salman.", &[("talks", "Jeddah")]);
    check_places(
        "During talks in Geneva, the minister apologised to the victims.",
        &[("apologised", "Geneva")],
    );
    check_places("The president received the envoys at the Élysée.", &[("received", "Elysee Palace")]);
}

#[test]
fn directions_and_borders_are_places() {
    check_places("Car bombs exploded south of Damascus on Friday.", &[("exploded", "Damascus")]);
    check_places("Troops shelled the town of Darayya southwest of Damascus.", &[("shelled", "Darayya")]);
    check_places("Gunmen killed two farmers on the outskirts of Tripoli, Libya.", &[("killed", "Tripoli")]);
}

#[test]
fn a_place_that_names_another_event_is_not_where_this_one_is() {
    check_places(
        "A teacher was sentenced to life in prison for his role in the Mumbai attacks.",
        &[("sentenced", "")],
    );
    check_places("Six soldiers were killed in Operation Anvil.", &[("killed", "")]);
}

#[test]
fn a_capital_may_be_named_by_its_state_alone() {
    check_places("The army shelled the Syrian capital on Monday.", &[("shelled", "Damascus")]);
    check_places("A bomb exploded in Kenya's capital on Monday.", &[("exploded", "Nairobi")]);
    check_places("Gunmen killed two guards in the capital of Chad.", &[("killed", "N'Djamena")]);
    check_places("Gunmen killed two guards in the Peruvian capital, Lima.", &[("killed", "Lima")]);
}

#[test]
fn what_happens_nationwide_is_in_the_country_spoken_of() {
    check_places(
        "Six people were shot dead in the Turkish city of Bursa, and 80 others were injured nationwide.",
        &[("shot dead", "Bursa"), ("injured", "Turkey")],
    );
    check_places(
        "Thousands marched in Peru. Some 200 people were arrested across the country.",
        &[("arrested", "Peru")],
    );
    check_places("Chad and Niger argued. Some 200 people were arrested nationwide.", &[("arrested", "")]);
}

#[test]
fn what_kills_is_where_it_is_told_to_be() {
    check_places(
        "A blast near the French Embassy in Islamabad, Pakistan, kills six people.",
        &[("kills", "Islamabad")],
    );
    check_places("A fire at a mill in the town of Weston, Texas, kills ten people.", &[("kills", "Weston")]);
}

#[test]
fn forces_act_where_they_are_sent() {
    check_places(
        "Dutch soldiers are to be sent to Niger to fight alongside local troops.",
        &[("sent", "Niger"), ("fight", "Niger")],
    );
}

#[test]
fn people_tell_of_where_they_live() {
    check_places(
        "Residents of the Syrian town of Jasim said shells killed twenty people.",
        &[("killed", "Jassem")],
    );
    check_places("The president of Chad said shells killed twenty people.", &[("killed", "")]);
}

#[test]
fn the_centre_of_the_town_is_in_it() {
    check_places(
        "Raids destroyed a school in Raqqa. A second airstrike killed fighters in the city centre.",
        &[("killed", "Raqqa")],
    );
}

#[test]
fn ground_that_rebels_hold_is_in_the_state_they_fight() {
    check_places(
        "Moscow had cut the line after strikes on a Syrian air base following a gas attack on a village in insurgent territory.",
        &[("attack", "Syria")],
    );
}

#[test]
fn a_guest_meets_his_hosts_where_he_has_travelled() {
    check_places(
        "John Kerry arrived in Oslo on Monday. Kerry met Norwegian ministers for two hours.",
        &[("met", "Oslo")],
    );
    check_places(
        "John Kerry arrived in Oslo on Monday. Kerry met Swedish ministers for two hours.",
        &[("met", "")],
    );
}

#[test]
fn a_blow_is_answered_elsewhere() {
    check_places(
        "Israeli planes bombed a weapons site after rockets were fired at Sderot.",
        &[("bombed", ""), ("fired", "Sderot")],
    );
}

#[test]
fn what_has_no_place_of_its_own_is_in_the_only_scene_of_its_sentence() {
    check_places(
        "Twelve people were killed following an attack by gunmen armed with rifles on a clinic in Bern.",
        &[("killed", "Bern")],
    );
    check_places("A clerk was shot dead on the way to work in Bern.", &[("shot", "Bern")]);
    check_places("Nine firefighters died controlling a fire in Bern.", &[("died", "Bern")]);
    check_places("Gunmen killed two guards guarding a market in Bern.", &[("killed", "Bern")]);
    // The story of somebody or something else.
    check_places("A man who had worked in Bern was stabbed.", &[("stabbed", "")]);
}

#[test]
fn what_goes_on_in_a_state_is_in_it() {
    check_places("The spy was stabbed by inmates in a Peruvian prison.", &[("stabbed", "Peru")]);
    check_places("The Chilean election was held in May.", &[("election", "Chile")]);
    check_places("The Peruvian embassy was attacked.", &[("attacked", "")]);
    check_places("The Chilean team was attacked.", &[("attacked", "")]);
}

#[test]
fn the_smallest_place_is_meant() {
    check_places("Gunmen killed a guard in Yobe State, Nigeria.", &[("killed", "Yobe")]);
    check_places("A bomb exploded in the Libyan capital, Tripoli.", &[("exploded", "Tripoli")]);
    check_places(
        "Two bombers struck in the northern Niger towns of Agadez and Arlit.",
        &[("struck", "Agadez")],
    );
    check_places(
        "A bus crashed in Qadifa, a village west of the capital, killing six.",
        &[("crashed", "Qadifa")],
    );
}

#[test]
fn what_is_done_to_an_end_is_done_where_the_whole_sentence_is() {
    check_places("In Chile, students took to the streets to demand reforms.", &[("demand", "Chile")]);
    check_places("Students flew from Chile to demand reforms.", &[("demand", "")]);
}

#[test]
fn forces_are_where_they_patrol_and_where_they_are_sent() {
    check_places("A frigate of India patrolled the Gulf of Aden.", &[("patrolled", "Gulf of Aden")]);
    check_places("The army was dispatched to the town of Suez.", &[("dispatched", "Suez")]);
    check_places("North Korea fired two missiles into the Sea of Japan.", &[("fired", "Sea of Japan")]);
}

#[test]
fn voters_and_defendants_are_where_they_are_told_to_be() {
    check_places(
        "Voters in the state of Western Australia went to the polls.",
        &[("went", "Western Australia")],
    );
    check_places("Three teenagers in Liverpool were convicted of murder.", &[("convicted", "Liverpool")]);
    check_places("Protesters in Liverpool were criticised by the minister.", &[("criticised", "")]);
}

#[test]
fn more_of_the_same_people_lead_nowhere_else() {
    check_places(
        "A gunman opened fire in a school in Taft, California. A girl was wounded, and another student was shot.",
        &[("shot", "Taft")],
    );
    check_places(
        "A bomb exploded in Mosul, killing ten people. Another five people were killed.",
        &[("killing", "Mosul"), ("killed", "")],
    );
}

#[test]
fn nobody_is_where_he_was_in_a_former_office() {
    check_places("Germany arrested a former Dachau guard.", &[("arrested", "Germany")]);
}

#[test]
fn landmarks_and_owners_are_no_second_scene() {
    check_places(
        "A suicide bomber attacked an office in Taji, 15 kilometres north of the capital Baghdad, killing 22 people.",
        &[("killing", "Taji")],
    );
    check_places(
        "Police fired tear gas at thousands of people gathered in Istanbul's Taksim Square.",
        &[("fired", "Taksim")],
    );
}

#[test]
fn what_is_said_to_go_on_somewhere_is_told_of_by_the_clause_beside_it() {
    check_places(
        "Scuffles occur on the streets of Moscow as supporters clash with opponents.",
        &[("clash", "Moscow")],
    );
    check_places(
        "A reporter was killed by a sniper during clashes in Hardan al-Sharq.",
        &[("killed", "Hardan al-Sharq")],
    );
}

#[test]
fn what_is_told_of_another_house_or_name_is_there() {
    check_places(
        "A protest outside the Saudi embassy in Addis Ababa was broken up by police.",
        &[("broken", "Addis Ababa")],
    );
    check_places("In Hardan, soldiers fired on a crowd of students.", &[("fired", "Hardan")]);
    check_places("In Africa, soldiers fired on a crowd of students.", &[("fired", "")]);
    check_places("Envoys attended a summit in Hardan.", &[("attended", "Hardan")]);
    check_places("Two judges were killed by a bomb in Hardan.", &[("killed", "Hardan")]);
}

#[test]
fn a_dateline_tells_where_its_news_are() {
    // An agency's desk is often elsewhere than what it tells.
    let fired = |text: &str, place: &str| check_places(text, &[("fired", place)]);
    fired("LIMA, May 4 (Reuters) - Police fired on Wednesday on a crowd of students here.", "Lima");
    fired("LIMA - Police fired on a crowd of students in Cuzco.", "Cusco");
    fired("BEIRUT (Reuters) - Rebels fired on Wednesday on a crowd of students, monitors said.", "");
    check_places("LIMA, May 4 - Trade ministers met here on Monday.", &[("met", "Lima")]);
    check_places(
        "CUZCO, Peru - Talks failed on Monday. Soldiers withdrew from this battered town.",
        &[("withdrew", "Cusco")],
    );
    check_places(
        "LIMA - Chile's premier arrived on Monday. \"They shot my son here,\" said a woman.",
        &[("shot", "")],
    );
}

#[test]
fn what_is_told_without_a_place_is_in_the_country_of_the_article() {
    check_places(
        "Peru's opposition is in disarray. A trade union leader was arrested on Monday.",
        &[("arrested", "Peru")],
    );
    check_places(
        "Peru's opposition is in disarray. A trade union leader was arrested on Monday. Chile protested.",
        &[("arrested", "")],
    );
}

#[test]
fn the_capital_is_that_of_the_country_of_the_article() {
    check_places(
        "Peru is on strike. The ports of Peru are shut, and Peruvian miners stay at home. Peru is poor. In the capital, a crowd \
         attacked a police station.",
        &[("attacked", "Lima")],
    );
    // A state named by the way does not tell which one it is.
    check_places(
        "The French minister condemned the attack. Rebels bombed a market in the capital.",
        &[("bombed", "")],
    );
    check_places(
        "Peru is on strike. In the capital of the province, a crowd attacked a police station.",
        &[("attacked", "Peru")],
    );
}

#[test]
fn a_retreat_is_where_those_who_go_have_been() {
    check_places("Spain withdrew its troops from Iraq.", &[("withdrew", "Iraq")]);
}

#[test]
fn a_name_is_a_place_where_ground_is_told_to_be_at_it() {
    check_places("Jets bombed a compound at Hardan.", &[("bombed", "Hardan")]);
    check_places("A mob in Hardan burned down a mosque.", &[("burned", "Hardan")]);
    check_places(
        "Jets bombed a compound at Hardan. Soldiers stormed Hardan on Monday.",
        &[("stormed", "Hardan")],
    );
}
