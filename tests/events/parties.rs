//! Who did it and to whom: what the words beside, before and behind a verb or a noun say.

use super::check_parties;

#[test]
fn forces_are_whose_they_are() {
    check_parties(
        "Turkey spoke of a success. Its forces seized the town of Jarabulus.",
        "seized",
        &["Its forces TUR"],
        &["Jarabulus SYR"],
    );
    // Those whom somebody moves are his own.
    check_parties("Turkey withdrew its forces from the town.", "withdrew", &["Turkey TUR"], &[]);
}

#[test]
fn two_modifiers_are_two_owners() {
    let planes =
        "The Syrian government denied it. Russian and government planes bombed the market on Monday.";
    check_parties(planes, "bombed", &["Russian RUS", "government planes SYR.GOV"], &["market"]);
    check_parties(
        "The Turkish and Greek sides agreed to share the water.",
        "agreed",
        &["Turkish and Greek sides TUR", "Greek sides GRC"],
        &[],
    );
    check_parties(
        "Large and small banks criticised Greece.",
        "criticised",
        &["Large and small banks"],
        &["Greece GRC"],
    );
}

#[test]
fn leaders_of_a_list_are_those_of_each() {
    check_parties(
        "The leaders of Britain, France, Germany and the United States had issued a joint statement.",
        "joint",
        &["leaders of Britain GBR.GOV", "France FRA.GOV", "Germany DEU.GOV", "United States USA.GOV"],
        &[],
    );
}

#[test]
fn a_weapon_is_whose_who_sent_it() {
    check_parties(
        "A torpedo fired by an Iranian submarine sank a South Korean warship.",
        "sank",
        &["Iranian submarine IRN.MIL"],
        &["South Korean warship KOR.MIL"],
    );
}

#[test]
fn those_who_died_in_an_attack_are_whom_it_was_on() {
    check_parties("Six people died in an attack in the village.", "attack", &[], &["people CVL"]);
    check_parties(
        "Hundreds died in the shelling aimed at the market.",
        "shelling",
        &[],
        &["market", "Hundreds CVL"],
    );
    check_parties("The strikes hit residential areas of the city.", "strikes", &[], &["residential areas"]);
    check_parties(
        "They died in an attempt to reach the coast before an attack on Israel.",
        "attack",
        &[],
        &["Israel ISR"],
    );
}

#[test]
fn whoever_acts_uses_the_means() {
    let killed = "Militants killed 13 people using chemical weapons.";
    check_parties(killed, "using", &["Militants REB"], &[]);
    let accused = "The minister accused rebels of using chemical weapons.";
    check_parties(accused, "using", &["rebels REB"], &[]);
}

#[test]
fn an_apposition_names_whom_the_description_means() {
    check_parties(
        "The British ambassador, Rob Macaire, was arrested.",
        "arrested",
        &[],
        &["British ambassador GBR.GOV"],
    );
    check_parties(
        "The Italian minister met with the ambassador of France and offered an apology for the raid.",
        "offered",
        &["Italian minister ITA.GOV"],
        &["ambassador of France FRA.GOV"],
    );
    check_parties("The minister offered an apology for the raid.", "offered", &["minister GOV"], &[]);
}

#[test]
fn who_is_asked_to_act_acts() {
    check_parties(
        "The opposition in Kenya increased calls for the president to resign.",
        "resign",
        &["president KEN.GOV"],
        &[],
    );
}

#[test]
fn who_writes_demands() {
    check_parties(
        "Iran sent a letter to the United Nations demanding an inquiry.",
        "demanding",
        &["Iran IRN"],
        &[],
    );
    check_parties("Iran wrote to the council asking it to act.", "asking", &["Iran IRN"], &[]);
    // A column of rebels, not its sender, demands.
    check_parties(
        "Iran sent troops to Libyan rebels demanding a truce.",
        "demanding",
        &["Libyan rebels LBY.REB"],
        &[],
    );
}

#[test]
fn a_coalition_fights_for_who_leads_it() {
    check_parties(
        "The US-led coalition fighting the Islamic State has carried out strikes.",
        "fighting",
        &["US-led coalition USA.MIL"],
        &["Islamic State REB"],
    );
}

#[test]
fn diplomats_are_of_another_country() {
    check_parties(
        "Diplomats urged Syrian President Bashar al-Assad to withdraw troops.",
        "urged",
        &["Diplomats GOV"],
        &["Syrian President Bashar al-Assad SYR.GOV"],
    );
}

#[test]
fn what_others_say_of_an_attack_is_not_theirs() {
    let text = "The press told of an attack that opposition groups say killed ten people in Mali.";
    check_parties(text, "killed", &[], &["people in Mali MLI.CVL"]);
}

#[test]
fn a_series_has_what_belongs_to_its_raids() {
    check_parties("They reported a string of raids against the town.", "raids", &[], &["town"]);
}

#[test]
fn what_stands_before_an_attack_did_it_or_suffered_it() {
    check_parties("A market bombing shook the city.", "bombing", &[], &["market"]);
    check_parties("A rebel attack shook the city.", "attack", &["rebel REB"], &[]);
}

#[test]
fn who_agrees_in_talks_or_tells_of_their_end_takes_part() {
    let kerry = "Secretary of State John Kerry USA.GOV";
    let lavrov = "Foreign Minister Sergey Lavrov RUS.GOV";
    check_parties(
        "After more than 13 hours of negotiations on Friday, Secretary of State John Kerry and Foreign Minister Sergey \
         Lavrov announced a plan.",
        "negotiations",
        &[kerry, lavrov],
        &[],
    );
    check_parties(
        "In a telephone call the two presidents condemned the raid.",
        "telephone call",
        &["presidents GOV"],
        &[],
    );
    // The talks are said to be of others.
    check_parties(
        "After talks between Iran and Iraq, France announced sanctions.",
        "talks",
        &["Iran IRN", "Iraq IRQ"],
        &[],
    );
}

#[test]
fn what_is_done_to_somebody_next_is_done_to_him_as_well() {
    check_parties(
        "Two men were convicted in Paris and jailed for ten years.",
        "jailed",
        &[],
        &["men FRA.CVL"],
    );
    check_parties("The court convicted two men and jailed them.", "jailed", &["court JUD"], &["them CVL"]);
}

#[test]
fn the_first_to_do_something_did_it() {
    check_parties(
        "Barack Obama became the first American president to visit Myanmar.",
        "visit",
        &["Barack Obama USA.GOV"],
        &["Myanmar MMR"],
    );
    check_parties(
        "Emmanuel Macron flew to Cairo and went on to Beirut.",
        "went",
        &["Emmanuel Macron FRA.GOV"],
        &["Beirut LBN"],
    );
}

#[test]
fn whose_act_is_condemned_is_the_target() {
    check_parties(
        "Rebels shelled the port of Misrata on Sunday. The Arab League condemned the attack.",
        "condemned",
        &["Arab League ARL.IGO"],
        &["Rebels REB"],
    );
    check_parties(
        "China sent two ships to the islands. Japan denounced the move.",
        "denounced",
        &["Japan JPN"],
        &["China CHN"],
    );
    // A deed that is told of beside what was done.
    check_parties(
        "China closed its border with Laos, a step that Japan condemned.",
        "condemned",
        &["Japan JPN"],
        &["China CHN"],
    );
    // What is named is sought by its name, however much was done since.
    check_parties(
        "China vetoed a resolution. Chad and Niger abstained. Japan called the veto shameful.",
        "called",
        &["Japan JPN"],
        &["China CHN"],
    );
    // Whose decision it was is told beside it.
    check_parties(
        "China sent two ships to the islands. Japan denounced the decision of the court.",
        "denounced",
        &["Japan JPN"],
        &["decision of the court JUD"],
    );
}

#[test]
fn whoever_is_hurt_in_an_accident_is_hurt_by_nobody() {
    check_parties(
        "A helicopter crashed in Brazil, leaving one pilot dead and four people injured.",
        "injured",
        &[],
        &["people BRA.CVL"],
    );
}

#[test]
fn an_attack_on_a_site_is_one_on_those_whom_it_killed() {
    check_parties(
        "A bomb exploded near a hospital in the Libyan city of Benghazi, killing nine people.",
        "exploded",
        &[],
        &["hospital LBY", "people LBY.CVL"],
    );
}

#[test]
fn machines_act_for_those_they_belong_to() {
    check_parties(
        "A warplane belonging to Khalifa Haftar's forces bombed Mitiga airport.",
        "bombed",
        &["Khalifa Haftar LBY.REB"],
        &["Mitiga airport"],
    );
}

#[test]
fn he_is_the_one_who_has_a_name_in_the_clause_around() {
    check_parties("Ryan Orr will resign after he was accused of theft.", "accused", &[], &["he"]);
}

#[test]
fn whoever_answers_is_whom_it_was_said_to() {
    check_parties(
        "Chad accepted an apology by the Libyan consul.",
        "apology",
        &["Libyan consul LBY.GOV"],
        &["Chad TCD"],
    );
}

#[test]
fn the_raid_is_whose_attack_was_told() {
    check_parties(
        "Rebels attacked a police post near Gao. Ten officers were killed in the raid.",
        "killed",
        &["Rebels MLI.REB"],
        &["Ten officers MLI"],
    );
}

#[test]
fn nobody_is_died_by_others() {
    check_parties("Four people died in an attack by gunmen.", "attack", &["gunmen UAF"], &["people CVL"]);
}

#[test]
fn ground_is_no_side_of_a_retreat() {
    check_parties("Georgian troops abandoned Gori.", "abandoned", &["Georgian troops GEO.MIL"], &[]);
    check_parties(
        "Israeli troops left the Lebanese town of Tyre.",
        "left",
        &["Israeli troops ISR.MIL"],
        &["Lebanese town of Tyre LBN"],
    );
}

#[test]
fn whoever_cancels_a_trip_was_to_make_it() {
    check_parties(
        "Emmanuel Macron scrapped a trip to Beirut.",
        "trip",
        &["Emmanuel Macron FRA.GOV"],
        &["Beirut LBN"],
    );
    check_parties(
        "Lebanon cancelled a visit by Emmanuel Macron.",
        "visit",
        &["Emmanuel Macron FRA.GOV"],
        &[],
    );
}

#[test]
fn foreigners_and_those_near_another_state_are_not_of_where_they_are() {
    check_parties(
        "Six foreign workers were kidnapped in northern Nigeria.",
        "kidnapped",
        &[],
        &["workers LAB"],
    );
    check_parties(
        "Six people were killed when a bus plunged off a cliff near Mount Hagen, Papua New Guinea.",
        "killed",
        &[],
        &["people PNG.CVL"],
    );
}

#[test]
fn what_is_taken_or_struck_is_no_less_so_where_people_are_killed() {
    check_parties(
        "Rebels captured the town of Bor, killing 20 soldiers.",
        "captured",
        &["Rebels REB"],
        &["Bor SSD", "soldiers SSD.MIL"],
    );
    // Where it was is not whom it struck.
    check_parties("A bomb exploded in Quetta, killing ten people.", "exploded", &[], &["people PAK.CVL"]);
}

#[test]
fn whoever_was_raided_has_not_raided() {
    check_parties("Police blamed the raid on smugglers.", "raid", &["smugglers CRM"], &[]);
    check_parties(
        "The government blamed an attack on Christians on Islamists.",
        "attack",
        &["Islamists"],
        &["Christians"],
    );
}

#[test]
fn nobody_strikes_his_own() {
    check_parties("Israel raided Jenin. Two Israelis were killed.", "killed", &[], &["Israelis ISR.CVL"]);
}

#[test]
fn one_man_may_be_two_things() {
    check_parties("American author and critic Ann Lind dies.", "dies", &["Ann Lind USA"], &[]);
    check_parties("Spanish actor and singer Sara Moll was killed.", "killed", &[], &["singer Sara Moll CVL"]);
    check_parties(
        "The mayor and police chief Jan Berg were shot dead.",
        "shot",
        &[],
        &["mayor GOV", "police chief Jan Berg COP"],
    );
}

#[test]
fn merchant_ships_are_no_state() {
    check_parties(
        "Iranian gunboats seized a Greek cargo ship.",
        "seized",
        &["Iranian gunboats IRN.MIL"],
        &["Greek cargo ship GRC"],
    );
}

#[test]
fn those_who_suffered_a_deed_are_not_accused_of_it() {
    let told = "The group made allegations of torture of prisoners against the army.";
    check_parties(told, "made allegations", &["group"], &["army MIL"]);
}

#[test]
fn things_somewhere_are_nobodys() {
    check_parties("Volvo agreed to recall 300 cars in Spain.", "agreed", &["Volvo"], &[]);
    check_parties("Norway agreed to send aid to Mali.", "agreed", &["Norway NOR"], &["Mali MLI"]);
}

#[test]
fn who_dies_of_something_else_is_no_victim() {
    check_parties(
        "Six farmers died when rebels shelled the town.",
        "shelled",
        &["rebels REB"],
        &["town", "farmers AGR"],
    );
    check_parties(
        "The composer died in Malmo when Germany invaded Norway.",
        "invaded",
        &["Germany DEU"],
        &["Norway NOR"],
    );
    check_parties(
        "A senator died of a stroke when rebels shelled the town.",
        "shelled",
        &["rebels REB"],
        &["town"],
    );
    check_parties(
        "A teacher died at home as rebels shelled the town.",
        "shelled",
        &["rebels REB"],
        &["town"],
    );
    check_parties(
        "Six farmers died of hunger after rebels shelled the town.",
        "shelled",
        &["rebels REB"],
        &["town"],
    );
}

#[test]
fn victims_of_the_own_side_are_no_targets() {
    check_parties(
        "Spain shelled Tangier on Monday; four Spanish soldiers were hurt.",
        "shelled",
        &["Spain ESP"],
        &["Tangier MAR"],
    );
    check_parties(
        "Spain shelled Tangier on Monday; four fishermen were hurt.",
        "shelled",
        &["Spain ESP"],
        &["Tangier MAR", "fishermen MAR.AGR"],
    );
}

#[test]
fn who_is_mourned_or_shot_does_not_protest() {
    let lima = "Protests shook Lima, where hundreds of protesters gathered.";
    check_parties(lima, "Protests", &["protesters PER.CVL"], &[]);
    for elsewhere in [
        "Demonstrations took place in Lima after police shot two demonstrators.",
        "Demonstrations took place in Lima as demonstrators marched in Oslo.",
        "Demonstrations took place in Lima but no demonstrators fought.",
    ] {
        check_parties(elsewhere, "Demonstrations", &[], &[]);
    }
}

#[test]
fn a_plane_is_not_who_built_it() {
    check_parties("An Airbus crashed in Nepal.", "crashed", &[], &["Airbus NPL"]);
    check_parties("The warehouse of Nestle in Ghana collapsed.", "collapsed", &[], &["warehouse GHA"]);
}

#[test]
fn things_in_a_row_are_struck_together() {
    check_parties(
        "A storm destroyed homes and schools in Ghana.",
        "destroyed",
        &[],
        &["homes GHA", "schools GHA"],
    );
    check_parties(
        "Rioters burned shops and cars in Lagos.",
        "burned",
        &["Rioters CVL"],
        &["shops NGA", "cars NGA"],
    );
}

#[test]
fn those_beside_whom_others_suffer() {
    check_parties(
        "Gunmen killed the judge and his guards in Basra.",
        "killed",
        &["Gunmen IRQ.UAF"],
        &["judge IRQ.JUD", "his guards IRQ"],
    );
    check_parties(
        "A plane crashed after leaving Lagos, killing nine people.",
        "crashed",
        &[],
        &["people CVL"],
    );
    check_parties(
        "At least six people are dead in Chad after clashes between the army and rebels.",
        "clashes",
        &["army TCD.MIL", "rebels TCD.REB"],
        &["people TCD.CVL"],
    );
    check_parties(
        "At least 13 people are dead and at least 20 injured following a collision between a bus and a tanker in Chad.",
        "collision",
        &[],
        &["people TCD.CVL"],
    );
}

#[test]
fn names_are_whole() {
    check_parties("Bank of Ireland fires its chairman.", "fires", &["Bank of Ireland"], &["chairman"]);
    check_parties("Men's Outfitters fires its chairman.", "fires", &["Men's Outfitters"], &["chairman"]);
    check_parties("Sotheby's sued the government.", "sued", &["Sotheby's"], &["government GOV"]);
    // Nobody but the firm is sued by a firm that bears a statesman's name.
    check_parties("Kohl's sues its supplier.", "sues", &["Kohl's"], &[]);
}

#[test]
fn the_second_of_two_fates_shares_its_doer() {
    check_parties(
        "Ten soldiers are killed and four policemen wounded by rebels near the border.",
        "killed",
        &["rebels REB"],
        &["soldiers MIL", "policemen COP"],
    );
    check_parties(
        "Two men are shot dead and a woman stabbed by a gunman.",
        "shot",
        &["gunman UAF"],
        &["men CVL"],
    );
    // The weapons are whose another clause tells.
    check_parties(
        "Two rebels were killed and the weapons seized by the army were shown.",
        "killed",
        &[],
        &["rebels REB"],
    );
}

#[test]
fn what_is_sent_strikes_whom_it_kills() {
    check_parties(
        "Rockets fired by the army fell on a suburb of Homs, killing nine people.",
        "fired",
        &["army MIL"],
        &["people SYR.CVL"],
    );
}

#[test]
fn assailants_do_the_harm_that_is_done_while_they_act() {
    check_parties(
        "Nine people are killed when three suicide bombers drive vans into a market.",
        "killed",
        &["suicide bombers REB"],
        &["people CVL"],
    );
    check_parties("Ten militants are killed when a bomber dies.", "killed", &[], &["militants REB"]);
}

#[test]
fn whoever_does_something_after_talks_was_there() {
    check_parties(
        "Following consultations with academics, the writer boycotts the conference.",
        "consultations",
        &["writer"],
        &["academics EDU"],
    );
    check_parties("After talks with Iran, oil prices fall.", "talks", &["Iran IRN"], &[]);
}

#[test]
fn who_votes_and_wins_holds_an_election() {
    check_parties(
        "Voters in Chad approve a new constitution in a referendum.",
        "referendum",
        &["Voters in Chad TCD.CVL"],
        &[],
    );
    check_parties(
        "In the Chadian general election the Green Party wins most seats.",
        "general election",
        &["Green Party PTY"],
        &["Chadian TCD"],
    );
}

#[test]
fn who_only_tells_of_it_does_nothing() {
    check_parties(
        "Fighting near the border has killed ten people a watchdog said.",
        "killed",
        &[],
        &["people CVL"],
    );
    check_parties(
        "Siege of Alba: Ten soldiers are said to be shelling the town.",
        "shelling",
        &["soldiers MIL"],
        &["town"],
    );
    check_parties(
        "Several people have died, including actor Carl Orm killed in 2001.",
        "killed",
        &[],
        &["Carl Orm"],
    );
}

#[test]
fn a_clause_behind_a_name_is_not_the_sentence() {
    check_parties(
        "Prince Karim whose state had long paid the men fighting to oust the emir also urged the ministers to leave.",
        "urged",
        &["Prince Karim GOV"],
        &["ministers GOV"],
    );
}

#[test]
fn whoever_is_backed_fights() {
    check_parties(
        "Rebels supported by Gulf Arab states fighting the army attacked the town.",
        "fighting",
        &["Rebels REB"],
        &["army MIL"],
    );
    check_parties(
        "Militias backed by soldiers shelling the port took the village.",
        "shelling",
        &["soldiers MIL"],
        &["port"],
    );
}

#[test]
fn whoever_bears_the_name_is_the_one() {
    check_parties("Former mayor of Leeds Ann Lind is jailed for fraud.", "jailed", &[], &["Ann Lind GBR"]);
    check_parties("Danish author and critic Ann Lind was arrested.", "arrested", &[], &["Ann Lind DNK"]);
}

#[test]
fn those_of_a_clause_behind_the_first_verb_are_its_own() {
    check_parties(
        "Protests began after two men in the village were killed by police.",
        "killed",
        &["police COP"],
        &["men CVL"],
    );
    check_parties(
        "Seventeen people are killed when car bombs detonate and gunmen attack people in Bern.",
        "killed",
        &["gunmen UAF"],
        &["people CHE.CVL"],
    );
}

#[test]
fn strikes_that_somebody_carries_out_are_his() {
    check_parties(
        "Air strikes carried out by the United States against rebels in Chad have killed 11 civilians.",
        "Air strikes",
        &["United States USA"],
        &["rebels in Chad TCD.REB", "civilians TCD.CVL"],
    );
}

#[test]
fn a_state_by_which_protests_are_called_holds_none() {
    check_parties("Oman protests over cuts turned violent.", "protests", &[], &[]);
    check_parties("Omani protesters filled the square.", "filled", &["Omani protesters OMN.CVL"], &[]);
}

#[test]
fn who_did_the_second_deed_did_the_first_where_both_harm() {
    check_parties(
        "A hotel was attacked and nine guests killed by rebels in Goma.",
        "attacked",
        &["rebels COD.REB"],
        &["hotel COD"],
    );
    check_parties(
        "A judge was murdered and the verdict overturned by the supreme court.",
        "murdered",
        &[],
        &["judge JUD"],
    );
}

#[test]
fn people_of_no_table_are_told_by_whose_they_are() {
    let accused = |who: &str| format!("{who} accused the police of lying.");
    for (who, told) in [
        ("The sister of the murdered editor", "sister of the murdered editor"),
        ("Groups representing the farmers", "Groups representing the farmers"),
        ("Supporters of the leader of the union", "Supporters of the leader of the union"),
        ("Supporters for days", "Supporters"),
    ] {
        check_parties(&accused(who), "accused", &[told], &["police COP"]);
    }
}

#[test]
fn the_country_of_somebody_is_his_state() {
    let text = "Vladimir Putin said that his country would send troops to Mali.";
    check_parties(text, "send", &["his country RUS"], &["Mali MLI"]);
}

#[test]
fn whose_the_planes_are() {
    let planes = |whose: &str| format!("Warplanes {whose} bombed a convoy near Raqqa.");
    check_parties(
        &planes("from the US-led coalition"),
        "bombed",
        &["US-led coalition USA.MIL"],
        &["convoy SYR"],
    );
    check_parties(&planes("from Turkey"), "bombed", &[], &["convoy SYR"]);
}

#[test]
fn whoever_raids_arrests() {
    let raid = |raid: &str| format!("Two men were arrested in {raid} on Friday.");
    check_parties(&raid("a raid by Spanish police"), "arrested", &["Spanish police ESP.COP"], &["men CVL"]);
    check_parties(&raid("an army operation"), "arrested", &["army MIL"], &["men CVL"]);
    check_parties(&raid("a joint operation"), "arrested", &[], &["men CVL"]);
}

#[test]
fn whoever_is_sent_to_talks_takes_part() {
    check_parties(
        "The Jordanian king sent his foreign minister to Moscow for talks with Vladimir Putin.",
        "talks",
        &["foreign minister JOR.GOV"],
        &["Vladimir Putin RUS.GOV"],
    );
}

#[test]
fn others_of_a_crowd_are_of_the_crowd() {
    let text = "Some demonstrators sang while others attacked the guards.";
    check_parties(text, "attacked", &["demonstrators CVL"], &["guards"]);
}

#[test]
fn he_is_the_one_of_whom_the_clause_around_tells() {
    let after = |told: &str| format!("{told} after he had stabbed a guard.");
    check_parties(&after("A man was shot by soldiers"), "stabbed", &["man"], &["guard"]);
    check_parties(&after("A man was shot by a soldier"), "stabbed", &[], &["guard"]);
}

#[test]
fn all_of_a_row_of_peoples_suffer() {
    check_parties(
        "Saudi police arrest one Iranian, one Lebanese and 16 Saudis on charges of spying.",
        "arrest",
        &["Saudi police SAU.COP"],
        &["Iranian IRN.CVL", "Lebanese LBN.CVL", "Saudis SAU.CVL"],
    );
    check_parties(
        "Police arrested two Syrians, one Iraqi and three Turks.",
        "arrested",
        &["Police COP"],
        &["Syrians SYR.CVL", "Iraqi IRQ.CVL", "Turks TUR.CVL"],
    );
    // Those are the two.
    check_parties(
        "Police arrested two tourists, a Dane and a Turk.",
        "arrested",
        &["Police COP"],
        &["tourists CVL"],
    );
}

#[test]
fn who_is_seized_along_with_others_is_not_alone() {
    check_parties(
        "A policeman was jailed along with a colleague.",
        "jailed",
        &[],
        &["policeman COP", "colleague"],
    );
    // Whoever acts along with others does so.
    check_parties(
        "Rebels attacked the base along with two deserters.",
        "attacked",
        &["Rebels REB"],
        &["base"],
    );
}

#[test]
fn a_joined_verb_goes_on_with_the_object() {
    check_parties(
        "Police surrounded the protesters and ordered them to leave.",
        "ordered",
        &["Police COP"],
        &["them CVL"],
    );
    check_parties("Rebels stopped a bus and attacked it.", "attacked", &["Rebels REB"], &["bus"]);
    // The banks or the firms may be meant.
    check_parties(
        "Chad freed the banks of the firms and accused them of fraud.",
        "accused",
        &["Chad TCD"],
        &[],
    );
}

#[test]
fn he_who_is_killed_is_the_one_told_of() {
    check_parties(
        "Gunmen stormed the house of a judge, killing him and his wife.",
        "killing",
        &["Gunmen UAF"],
        &["judge JUD", "his wife"],
    );
}

#[test]
fn where_those_are_who_march_is_no_target() {
    check_parties(
        "Thousands fled the city of Lima, where 20,000 people marched last year.",
        "marched",
        &["people CVL"],
        &[],
    );
    check_parties(
        "A protest by farmers in Lima against Chad went on.",
        "protest",
        &["farmers in Lima PER.AGR"],
        &["Chad TCD"],
    );
}

#[test]
fn at_whose_hands_people_died_is_blamed() {
    check_parties(
        "Norway condemned the killing of two Danes at the hands of rebels.",
        "condemned",
        &["Norway NOR"],
        &["rebels REB"],
    );
    check_parties(
        "The UN condemned in the strongest terms the attack by rebels on the base.",
        "condemned",
        &["UN UNO.IGO"],
        &["rebels REB"],
    );
}

#[test]
fn followers_are_of_whom_they_follow() {
    check_parties(
        "Fighters loyal to the Liberian warlord Tom Hale attacked the port on Monday.",
        "attacked",
        &["Fighters loyal to the Liberian warlord Tom Hale LBR.REB"],
        &["port"],
    );
    check_parties(
        "Soldiers of the beaten army killed two farmers on Monday.",
        "killed",
        &["Soldiers of the beaten army MIL"],
        &["farmers AGR"],
    );
    // Where people are driven from tells not which they are.
    check_parties(
        "Soldiers expelled farmers from their homes.",
        "expelled",
        &["Soldiers MIL"],
        &["farmers AGR"],
    );
}

#[test]
fn whoever_is_threatened_is_the_other_side() {
    check_parties(
        "Health officials threatened on Monday to sack those absent.",
        "threatened",
        &["Health officials GOV"],
        &["those absent"],
    );
    check_parties(
        "The union of Chad threatened to call its members out.",
        "threatened",
        &["union of Chad TCD.LAB"],
        &[],
    );
}

#[test]
fn each_of_two_does_it_to_the_other() {
    check_parties(
        "Chad and Togo each accused the other of lying.",
        "accused",
        &["Chad TCD", "Togo TGO"],
        &["Chad TCD", "Togo TGO"],
    );
    check_parties("One side accused the other of lying.", "accused", &["One side"], &[]);
}

#[test]
fn where_people_gather_is_not_dispersed() {
    check_parties(
        "Police broke up a protest outside the Saudi embassy on Monday.",
        "broke up",
        &["Police COP"],
        &[],
    );
    check_parties(
        "Police broke up a rally of the opposition.",
        "broke up",
        &["Police COP"],
        &["opposition OPP"],
    );
}

#[test]
fn a_step_is_that_of_whoever_took_it() {
    check_parties(
        "Chad closed its consulate in Lima, a move condemned by Togo.",
        "condemned",
        &["Togo TGO"],
        &["Chad TCD"],
    );
}

#[test]
fn so_many_killed_are_of_those_captured() {
    check_parties(
        "Guerrillas captured two Israeli soldiers and killed eight in a raid.",
        "killed",
        &["Guerrillas REB"],
        &["eight ISR.MIL"],
    );
    check_parties("Rebels seized two lorries and killed eight.", "killed", &["Rebels REB"], &["eight CVL"]);
}

#[test]
fn whoever_is_called_by_name_is_no_trade() {
    check_parties(
        "Soldiers killed its organiser, Josip Horvat, on Monday.",
        "killed",
        &["Soldiers MIL"],
        &["Josip Horvat"],
    );
}

#[test]
fn whoever_is_on_a_journey_makes_it() {
    check_parties(
        "John Kerry signed the order while on a visit to Kenya.",
        "visit",
        &["John Kerry USA.GOV"],
        &["Kenya KEN"],
    );
    check_parties(
        "John Kerry, just back from a trip to Kenya, met the senators.",
        "trip",
        &["John Kerry USA.GOV"],
        &["Kenya KEN"],
    );
    check_parties(
        "Danish diplomats were allowed a second visit to the prisoners.",
        "visit",
        &["Danish diplomats DNK.GOV"],
        &["prisoners CVL"],
    );
    // Where somebody speaks he does not travel, and whose the journey is may be told.
    check_parties("The mayor spoke in Lima of a visit to Kenya.", "visit", &[], &["Kenya KEN"]);
}

#[test]
fn talks_in_a_town_are_with_whom_the_town_is_not() {
    check_parties(
        "The king bowed out after talks in Tbilisi with Zurab Zhvania.",
        "talks",
        &["Zurab Zhvania GEO.GOV"],
        &[],
    );
}

#[test]
fn whose_account_it_is_does_not_act() {
    check_parties(
        "By the account of Sergei Lavrov, 15 fighters were killed in the assault.",
        "killed",
        &[],
        &["fighters RUS.REB"],
    );
    check_parties(
        "The fighters had, by the army's own count, killed ten people.",
        "killed",
        &["fighters REB"],
        &["people CVL"],
    );
    // Who is no account acts.
    check_parties(
        "15 fighters were killed by Kenyan troops.",
        "killed",
        &["Kenyan troops KEN.MIL"],
        &["fighters REB"],
    );
}

#[test]
fn so_many_of_them_are_somebody() {
    check_parties(
        "The gunman snatched a pistol and killed four of them.",
        "killed",
        &["gunman UAF"],
        &["four"],
    );
    check_parties("Thirty-four of those were shot by police.", "shot", &["police COP"], &["Thirty-four"]);
}

#[test]
fn whom_one_turns_to_is_thanked() {
    check_parties(
        "John Kerry telephoned his counterpart, Sergei Lavrov, to thank him.",
        "thank",
        &["John Kerry USA.GOV"],
        &["Sergei Lavrov RUS.GOV"],
    );
    // Who is sent may thank whoever sent him.
    check_parties("The minister sent the envoy to thank him.", "thank", &["envoy GOV"], &["him GOV"]);
}

#[test]
fn whose_forces_are_his_of_whom_whose_tells() {
    check_parties(
        "France, whose troops overran the town on Monday, denied it.",
        "overran",
        &["whose troops FRA"],
        &["town"],
    );
}

#[test]
fn a_band_is_called_by_its_name() {
    check_parties(
        "The army accused the rebel group Hezbollah of killing ten people.",
        "accused",
        &["army MIL"],
        &["Hezbollah LBN.REB"],
    );
}

#[test]
fn bombs_that_kill_strike_what_they_tear_through() {
    check_parties(
        "Ten bombs tore through four commuter trains on Thursday, killing 190 people.",
        "killing",
        &[],
        &["people CVL", "four commuter trains"],
    );
}

#[test]
fn what_is_done_to_nobody_is_promised_to_nobody() {
    check_parties(
        "Bill Clinton promised to bring all the troops home.",
        "promised",
        &["Bill Clinton USA.GOV"],
        &[],
    );
    check_parties(
        "Britain promised to continue military aid to Mozambique.",
        "promised",
        &["Britain GBR"],
        &["Mozambique MOZ"],
    );
}

#[test]
fn forces_that_break_up_a_crowd_kill() {
    check_parties(
        "Ten people were killed when Egyptian security forces broke up two sit-ins in Cairo.",
        "killed",
        &["Egyptian security forces EGY.MIL"],
        &["people EGY.CVL"],
    );
}

#[test]
fn whom_somebody_appoints_is_not_he() {
    check_parties(
        "President Sebastian Pinera said so. General Javier Lind, whom he has put in charge of the capital, contradicted him.",
        "put",
        &["he CHL.GOV"],
        &["General Javier Lind MIL"],
    );
}

#[test]
fn whoever_is_written_to_accuses_nobody() {
    let letter = "The widow wrote to Sergei Lavrov accusing him of theft.";
    check_parties(letter, "wrote", &["widow CVL"], &["Sergei Lavrov RUS.GOV"]);
    check_parties(letter, "accusing", &["widow CVL"], &[]);
}

#[test]
fn what_somebody_is_beside_his_name_is_not_killed() {
    check_parties(
        "By the account of Sergei Lavrov, head of the bank, 15 fighters were killed in the assault.",
        "killed",
        &[],
        &["fighters RUS.REB"],
    );
}

#[test]
fn masked_men_do_the_harm_that_is_done_while_they_storm() {
    check_parties(
        "Nine people were killed when masked men stormed a bank.",
        "killed",
        &["masked men"],
        &["people CVL"],
    );
}

#[test]
fn people_are_known_by_their_nouns() {
    check_parties(
        "The four guarantors accused Chad of fraud.",
        "accused",
        &["four guarantors"],
        &["Chad TCD"],
    );
    check_parties("The pair criticised Chad.", "criticised", &["pair"], &["Chad TCD"]);
    // What a hyphen makes others of them.
    check_parties("Police arrested his co-defendants.", "arrested", &["Police COP"], &["his co-defendants"]);
}
