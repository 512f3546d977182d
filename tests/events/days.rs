//! The day of what is told beside, behind or within the news of a day.

use super::check;

#[test]
fn the_first_verb_tells_a_sentence_that_a_parser_begins_with_a_noun() {
    let day = "2013-05-20";
    check(day, "In banking, the Swiss governor announces her retirement.", &[("announces", day, "Happened")]);
    check(
        day,
        "In American football, the captain Jack Poole dies at the age of 85.",
        &[("dies", day, "Happened")],
    );
    check(
        day,
        "Oslo shooting: At least 13 people are killed and another three injured in the village.",
        &[("killed", day, "Happened"), ("injured", day, "Happened")],
    );
    check(day, "Ten soldiers killed in ambush in Yemen.", &[("killed", day, "Happened")]);
}

#[test]
fn what_goes_along_with_the_news_is_of_its_day() {
    let day = "2013-05-20";
    check(
        day,
        "A suicide bomber attacks a barracks in Taji, 15 kilometres north of Baghdad, killing 22 and injuring 44 others.",
        &[("killing", day, "Happened"), ("injuring", day, "Happened")],
    );
    check(
        day,
        "A bomb explodes in Kirkuk, with at least 30 people wounded.",
        &[("wounded", day, "Happened")],
    );
    check(
        day,
        "The minister, speaking at a conference in Cairo, condemns the attack.",
        &[("speaking", day, "Happened"), ("conference", day, "Happened")],
    );
    check(
        day,
        "At a summit in Minsk the two presidents sign a treaty.",
        &[("sign", day, "Happened"), ("summit", day, "Happened")],
    );
    check(
        day,
        "At least 11 people are killed and more than 30 are wounded in bomb attacks at mosques in Baghdad.",
        &[("bomb attacks", day, "Happened")],
    );
    check(day, "Canada promised money, a move that Egypt denounced.", &[("denounced", day, "Happened")]);
    check(
        day,
        "The Senate passes a resolution condemning the government of Sudan.",
        &[("condemning", day, "Happened")],
    );
    check(
        day,
        "Norway shelters a group condemning the government of Sudan.",
        &[("condemning", "", "Happened")],
    );
    // A toll is reckoned over whatever time, and what is accused was done before.
    check(
        day,
        "The death toll of the war reaches 300, with over 60 people killed overall.",
        &[("killed", "", "Happened")],
    );
    check(day, "A court jails a man accused of killing a driver.", &[("accused", "", "Happened")]);
}

#[test]
fn what_the_news_follows_on_is_not_after_its_day() {
    let day = "2013-05-20";
    check(
        day,
        "Riots break out in Dhaka after a court sentences a party leader to death.",
        &[("Riots", day, "Happened"), ("sentences", "[..2013-05-20]", "Happened")],
    );
    // Harm is of the day of what it comes from.
    check(day, "Six people die after troops shell a village.", &[("shell", day, "Happened")]);
}

#[test]
fn an_answer_without_a_day_is_news_of_its_own() {
    check(
        "2013-05-22",
        "Troops stormed the camp on Tuesday. France condemned the assault.",
        &[("stormed", "2013-05-21", "Happened"), ("condemned", "2013-05-22", "Happened")],
    );
    check(
        "2013-05-22",
        "Troops stormed the camp on Tuesday. France condemned the assault at once.",
        &[("condemned", "2013-05-21", "Happened")],
    );
    check(
        "2013-05-22",
        "The president met the rebels on Tuesday. He called for peace.",
        &[("called", "2013-05-21", "Happened")],
    );
}

#[test]
fn a_time_in_a_name_dates_nothing() {
    let day = "2013-05-20";
    check(
        day,
        "The leaders of the two states meet in Durban for the 2013 BRICS summit.",
        &[("summit", day, "Happened")],
    );
    check(
        day,
        "The premier delivers his final annual address to the parliament.",
        &[("delivers", day, "Happened")],
    );
}

#[test]
fn a_deadline_tells_until_when() {
    let day = "2013-05-20";
    check(
        day,
        "The two sides agreed on Friday to reopen their embassies within two months.",
        &[("agreed", "2013-05-17", "Happened"), ("reopen", "[2013-05-17..2013-07-17]", "Planned")],
    );
    check(day, "The union will pull out of the treaty in three months.", &[("pull", "2013-08", "Planned")]);
    check(day, "Twenty hostages are to be released by 27 May.", &[("released", "[..2013-05-27]", "Planned")]);
    // Of the Fridays not the one that is over.
    check(day, "Iran threatened to attack Israel by Friday.", &[("attack", "", "Hypothetical")]);
}

#[test]
fn what_lies_ahead_or_is_the_purpose_of_a_sending_is_planned() {
    let day = "2013-05-20";
    check(
        day,
        "Fifty people are arrested ahead of a rally against the law.",
        &[("arrested", day, "Happened"), ("rally", "", "Planned")],
    );
    check(day, "The government sends planes to evacuate its citizens.", &[("evacuate", "", "Planned")]);
    check(
        day,
        "His death triggers a presidential election to be held in June.",
        &[("presidential", "2013-06", "Planned")],
    );
    // A ballot that is over, and what is done in one, is fact.
    check(
        "2009-06-16",
        "The council agreed on Tuesday to recount the ballots of Friday's presidential election.",
        &[("presidential", "2009-06-12", "Happened")],
    );
}

#[test]
fn what_goes_on_is_of_all_its_days() {
    let day = "2013-05-20";
    check(
        day,
        "Soldiers and rebels exchange fire for a third day in Benghazi.",
        &[("exchange", "2013-05-18/2013-05-20", "Happened")],
    );
    check(
        day,
        "After five days of talks in Oslo, the two sides agreed on Sunday to exchange prisoners.",
        &[("talks", "2013-05-15/2013-05-19", "Happened"), ("agreed", "2013-05-19", "Happened")],
    );
    check(
        day,
        "The rebels have held the envoy since Thursday.",
        &[("held", "2013-05-16/2013-05-20", "Happened")],
    );
    check(
        day,
        "Gunmen stormed the consulate overnight.",
        &[("stormed", "2013-05-19/2013-05-20", "Happened")],
    );
    // A march of the second day is another one.
    check(day, "Thousands march through Lima for a second day.", &[("march", day, "Happened")]);
}

#[test]
fn what_a_clause_goes_on_with_is_of_the_day_of_the_news() {
    let day = "2013-05-20";
    check(
        day,
        "Two rockets fired from Gaza hit Ashdod, Israel.",
        &[("fired", day, "Happened"), ("hit", day, "Happened")],
    );
    check(
        day,
        "A quarrel between traders escalates into communal violence that leaves 10 people dead.",
        &[("leaves", day, "Happened")],
    );
    check(day, "Twenty miners die when a gold mine collapses in Mali.", &[("collapses", day, "Happened")]);
    check(
        day,
        "Gunmen kill six people, among them a boy, in a deadly shooting in Quetta.",
        &[("shooting", day, "Happened")],
    );
    check(
        day,
        "A gunman kills two people in Omaha, before being shot by the police.",
        &[("shot", day, "Happened")],
    );
    check(day, "Japan executes by hanging three convicted murderers.", &[("hanging", day, "Happened")]);
    // What a clause tells of somebody was before.
    check(day, "A court jails a gunman who killed a driver.", &[("killed", "", "Happened")]);
}

#[test]
fn a_year_in_the_name_of_something_else_dates_nothing() {
    let day = "2013-05-20";
    check(day, "A driver dies in the 2013 24 Hours of Spa.", &[("dies", day, "Happened")]);
    check(
        day,
        "A deal on a coalition is reached in Rome, two months after the 2013 election.",
        &[("reached", day, "Happened")],
    );
}

#[test]
fn what_a_plan_or_an_encounter_is_for_is_as_open_as_they_are() {
    let day = "2013-05-20";
    check(
        day,
        "The minister is to resign and move to Geneva to become head of a charity.",
        &[("resign", "", "Planned"), ("become", "", "Planned")],
    );
    check(
        day,
        "The banker is in talks with prosecutors to discuss his sentence.",
        &[("discuss", day, "Happened")],
    );
    check(
        day,
        "The foreign ministers meet in Oslo to discuss the truce.",
        &[("meet", day, "Happened"), ("discuss", day, "Happened")],
    );
    check(
        day,
        "The two ministers will meet in Oslo to discuss the truce.",
        &[("meet", "", "Planned"), ("discuss", "", "Planned")],
    );
    check(day, "Villagers shunned work on Monday to protest at the dam.", &[("protest", day, "Happened")]);
    check(day, "Japan scrambles planes to intercept two Russian aircraft.", &[("intercept", "", "Planned")]);
    check(day, "The governor is tasked with choosing a senator.", &[("choosing", "", "Planned")]);
}

#[test]
fn a_text_that_looks_back_goes_on_with_what_lies_back() {
    let day = "2016-08-11";
    check(
        day,
        "Inspectors found that gas was used near Hama in 2013. France accused the army of the attack.",
        &[("accused", "", "Happened")],
    );
    check(
        day,
        "In March Chad called up its reserves. The army sent troops to the border.",
        &[("sent", "", "Happened")],
    );
    // A day that is near, or a present, is news again.
    check(
        day,
        "In March Chad called up its reserves. Rebels shelled a port on Tuesday. The army sent troops to the border.",
        &[("shelled", "2016-08-09", "Happened"), ("sent", "2016-08-09", "Happened")],
    );
    check(
        day,
        "In March Chad called up its reserves. The army sends troops to the border.",
        &[("sends", day, "Happened")],
    );
}

#[test]
fn what_is_told_as_past_was_before_its_telling() {
    let day = "2013-05-20";
    check(
        day,
        "Norway confirms that two sailors were killed in the storm.",
        &[("killed", "[..2013-05-20]", "Claimed")],
    );
    check(day, "Norway says that a raid has killed two sailors.", &[("killed", day, "Claimed")]);
    check(
        day,
        "On Friday the army said it struck a camp near Hama.",
        &[("struck", "[..2013-05-17]", "Claimed")],
    );
    // On some day of a stretch.
    check(
        day,
        "At least 85 people have been killed in Borno over the past few days.",
        &[("killed", "", "Happened")],
    );
    check(day, "Rebels have shelled the town in recent weeks.", &[("shelled", "", "Happened")]);
}

#[test]
fn harm_is_of_the_day_of_what_it_comes_of() {
    let day = "2013-05-20";
    check(
        day,
        "Six people die in Ghana following a collision between a bus and a tanker.",
        &[("collision", day, "Happened")],
    );
    check(
        day,
        "At least four people are dead in Dhaka after clashes between rival parties.",
        &[("clashes", day, "Happened")],
    );
    check(day, "Ten soldiers are killed in the deadliest raid since March.", &[("raid", day, "Happened")]);
}

#[test]
fn what_is_written_or_called_for_by_a_crowd_is_of_its_day() {
    let day = "2013-05-20";
    check(day, "The bishops publish a letter condemning the violence.", &[("condemning", day, "Happened")]);
    check(
        day,
        "The mine is flooded; people fill the streets of Bor calling for the United States to leave.",
        &[("calling", day, "Happened")],
    );
    check(
        day,
        "Ten prisoners are freed by gunmen who also kill two guards during the raid.",
        &[("kill", day, "Happened")],
    );
    // Who "killed" before did so on no day that is told.
    check(
        day,
        "Ten prisoners are freed by gunmen who also killed two guards.",
        &[("killed", "", "Happened")],
    );
}

#[test]
fn what_goes_on_since_a_time_is_of_all_days_since() {
    let day = "2013-05-20";
    check(
        day,
        "Since the start of the war in 2011, rebels have shelled the town.",
        &[("shelled", "2011-01-01/2013-05-20", "Happened")],
    );
    check(
        day,
        "Since the coup in March 2011 the army has arrested hundreds of people.",
        &[("arrested", "2011-03-01/2013-05-20", "Happened")],
    );
    check(
        day,
        "Rebels had been shelling the town since March 25.",
        &[("shelling", "2013-03-25/2013-05-20", "Happened")],
    );
    check(day, "Since the coup, the army has dismissed ten ministers.", &[("dismissed", "", "Happened")]);
}

#[test]
fn what_something_begins_as_is_of_its_beginning() {
    let day = "2013-05-20";
    check(
        day,
        "The Chadian conflict began as a quiet revolt in May 2009 but grew into a war.",
        &[("conflict", "2009-05", "Happened"), ("revolt", "2009-05", "Happened")],
    );
    check(day, "The EU will ban imports of oil beginning in July.", &[("ban", "2013-07", "Planned")]);
}

#[test]
fn a_time_in_the_name_of_a_meeting_and_the_day_of_a_ballot() {
    let day = "2013-03-25";
    check(
        day,
        "The president says that elections will be scheduled for 31 July 2013.",
        &[("elections", "2013-07-31", "Planned")],
    );
    check(
        day,
        "Voters in Italy go to the polls for the first day of a general election.",
        &[("go to the polls", day, "Happened"), ("general election", day, "Happened")],
    );
    check(day, "Carl Orm boycotts the congress Feeding Tomorrow 2013.", &[("boycotts", day, "Happened")]);
}

#[test]
fn what_is_done_later_or_over_a_time_is_of_no_day() {
    let day = "2013-05-20";
    check(day, "The driver was arrested days later.", &[("arrested", "", "Happened")]);
    check(day, "The driver was arrested hours later.", &[("arrested", day, "Happened")]);
    check(
        day,
        "Some 50 civilians have been killed in strikes since the war began.",
        &[("killed", "", "Happened"), ("strikes", "", "Happened")],
    );
}

#[test]
fn what_people_die_in_is_of_the_day_of_their_death() {
    let day = "2013-05-20";
    check(day, "Ten soldiers are killed in fighting in Marib.", &[("fighting", day, "Happened")]);
    check(
        day,
        "Eight people are dead as a result of Taliban attacks on candidates in Kohat.",
        &[("attacks", day, "Happened")],
    );
    check(
        day,
        "In a fifth night of protests in Belfast, youths throw rocks at police.",
        &[("protests", day, "Happened")],
    );
    check(
        day,
        "Voters in Chad go to the polls to vote on a referendum on building a mine at Doba.",
        &[("referendum", day, "Happened")],
    );
    check(
        day,
        "The number of soldiers rises, as troops continue to fight insurgents in Konna.",
        &[("fight", day, "Happened")],
    );
    check(
        day,
        "Four monks who had been seized by rebels on May 7 are released.",
        &[("released", day, "Happened")],
    );
}

#[test]
fn what_something_starts_with_is_of_its_day() {
    check(
        "2013-05-20",
        "The fire started when rioters hurled bombs at a bank.",
        &[("hurled", "2013-05-20", "Happened")],
    );
}

#[test]
fn a_history_moves_on_from_a_day() {
    let told = "The army took Bern on May 3, 1951. The rebels fled. ";
    let check =
        |more: &str, wanted: &[(&str, &str, &str)]| check("2013-05-20", &format!("{told}{more}"), wanted);
    check("They attacked Basel.", &[("attacked", "1951-05-03", "Happened")]);
    // "later": nobody tells how long.
    check("They later attacked Basel.", &[("attacked", "[1951-05-03..]", "Happened")]);
    check("The strike of 1957 failed. They attacked Basel.", &[("attacked", "1957", "Happened")]);
    let far = "The snow fell. The roads froze. The shops closed. The people left. They attacked Basel.";
    check(far, &[("attacked", "", "Happened")]);
    // Nor does another paragraph stay with it, unless it is told of the same.
    check("\n\nThe troops attacked Basel.", &[("attacked", "", "Happened")]);
}

#[test]
fn what_is_told_of_the_same_goes_on_with_its_time() {
    let day = "2013-05-20";
    check(
        day,
        "The general was born in Ohio.\nHe joined the army in 1951.\nHis brother was killed in Korea.",
        &[("killed", "", "Happened")],
    );
    // News that looks back does not stay there.
    check(day, "The mine opened in 1990. Rebels attacked a convoy.", &[("attacked", "", "Happened")]);
    check(day, "Chad condemned the killing of monks in 1988.", &[("condemned", day, "Happened")]);
    check(
        day,
        "The mayor was jailed in 1999. The party is weak. Police arrested her son.",
        &[("arrested", day, "Happened")],
    );
}

#[test]
fn what_goes_on_during_something_is_of_its_time() {
    check(
        "2013-05-20",
        "During the 2006 war, Israeli jets bombed the airport.",
        &[("bombed", "2006", "Happened")],
    );
}

#[test]
fn times_that_are_joined_hold_together() {
    let day = "2013-05-20";
    check(
        day,
        "The editor was arrested in 2009 and 2010.",
        &[("arrested", "[2009-01-01..2010-12-31]", "Happened")],
    );
    check(day, "The editor was arrested in 2009 and freed in 2010.", &[("arrested", "2009", "Happened")]);
}

#[test]
fn a_plan_is_of_the_day_to_come() {
    let day = "2013-05-20";
    check(day, "Tomorrow the president will meet miners in Lyon.", &[("meet", "2013-05-21", "Planned")]);
    check(day, "Tomorrow he plans to meet the miners of Lyon.", &[("meet", "2013-05-21", "Planned")]);
    check(day, "On Friday the army planned to attack Lyon.", &[("attack", "", "Planned")]);
}

#[test]
fn what_is_singled_out_behind_a_comma_is_the_news_itself() {
    let day = "2013-05-20";
    check(
        day,
        "Tokyo hangs two murderers, the first executions in Japan since 2012.",
        &[("executions", day, "Happened")],
    );
    check(
        day,
        "A mine killed ten people near Gao on Sunday, the deadliest attack in the region since March.",
        &[("attack", "2013-05-19", "Happened")],
    );
    check(day, "Norway mourns the first attack on its embassy.", &[("attack", "", "Happened")]);
}

#[test]
fn what_is_told_beside_the_news_of_a_day_is_news() {
    let day = "2013-05-20";
    check(day, "Tanks enter the city, followed by an attack on a mosque.", &[("attack", day, "Happened")]);
    check(
        day,
        "Protests spread across Chile, with students gathering outside the ministry.",
        &[("gathering", day, "Happened")],
    );
    check(
        day,
        "The minister defends the law, although unions criticise it.",
        &[("criticise", day, "Happened")],
    );
    check(day, "The envoy met with men fighting the regime.", &[("fighting", "", "Happened")]);
    check(
        day,
        "The minister defends the law, although unions criticised it.",
        &[("criticised", "", "Happened")],
    );
}

#[test]
fn news_told_in_the_present_is_not_of_the_time_of_what_it_is_about() {
    let day = "2013-05-20";
    check(
        day,
        "Following the discovery of mould in a mill on May 19, Japan suspends imports of wheat from Peru.",
        &[("suspends", day, "Happened")],
    );
    check(
        day,
        "Police in Oslo arrest two men for kicking a guard to death in Bergen in December 2012.",
        &[("arrest", day, "Happened")],
    );
    check(
        day,
        "A nurse, shot by rebels in February, leaves the hospital in Oslo.",
        &[("shot", "2013-02", "Happened")],
    );
}

#[test]
fn what_somebody_dies_of_and_what_had_been_done_by_a_time_were_before() {
    let day = "2013-05-20";
    check(
        day,
        "A spy dies after being attacked by other inmates.",
        &[("attacked", "[..2013-05-20]", "Happened")],
    );
    check(
        day,
        "By April 2013 the rebels had captured the town.",
        &[("captured", "[..2013-04-30]", "Happened")],
    );
    check(
        day,
        "The United States concludes that the army has used chemical weapons.",
        &[("used", "[..2013-05-20]", "Claimed")],
    );
}

#[test]
fn a_heading_names_no_event_of_the_day_where_its_news_only_belongs_to_it() {
    let day = "2013-05-20";
    check(
        day,
        "Chilean presidential election: The two candidates hold talks.",
        &[("presidential election", "", "Happened")],
    );
    check(
        day,
        "Drone attacks in Yemen: A drone strike kills four militants.",
        &[("attacks", day, "Happened")],
    );
}

#[test]
fn a_day_well_before_the_news_goes_no_further_than_the_next_sentence() {
    let day = "2013-05-20";
    let told = "Shops closed in Bern on Sunday.\nThe strike began on May 10. ";
    let check = |more: &str, wanted: &[(&str, &str, &str)]| check(day, &format!("{told}{more}"), wanted);
    check("Police arrested ten youths.", &[("arrested", "2013-05-10", "Happened")]);
    check("The mayor has called for calm. Police arrested ten youths.", &[("arrested", "", "Happened")]);
    check("\n\nPolice arrested ten youths.", &[("arrested", "2013-05-19", "Happened")]);
}

#[test]
fn what_is_due_on_a_day_is_to_come_in_news_of_the_past() {
    let day = "2013-05-20";
    let due = "Ministers meet in Rome on Friday.";
    check(
        day,
        &format!(
            "The army shelled Tyre on Sunday. Ten people were killed. The mayor blamed the rebels. {due}"
        ),
        &[("meet", "2013-05-24", "Planned")],
    );
    // Reports in the present tell what was.
    check(
        day,
        &format!("Gunmen kill five people in Quetta on Sunday. {due}"),
        &[("meet", "2013-05-17", "Happened")],
    );
}

#[test]
fn what_goes_on_for_years_or_weeks_is_of_no_day() {
    let day = "2013-05-20";
    check(day, "More than 13,000 people were killed in the insurgency.", &[("killed", "", "Happened")]);
    check(day, "Ten people were killed in the crackdown.", &[("killed", day, "Happened")]);
    check(day, "Chad broke off two years of talks with the rebels on May 14.", &[("talks", "", "Happened")]);
    check(day, "Chad broke off the talks with the rebels on May 14.", &[("talks", "2013-05-14", "Happened")]);
    check(
        day,
        "The widow spoke of those killed when the guard fired at crowds.",
        &[("fired", "", "Happened")],
    );
}

#[test]
fn a_day_is_of_the_clause_that_tells_it() {
    let day = "2013-05-20";
    check(
        day,
        "President Ali Berim, who named a mayor, Carl Orm, as prime minister on Tuesday in the hope of calming the south, \
         asked the European Union to send troops.",
        &[("asked", day, "Happened")],
    );
    check(
        day,
        "Kenya and Uganda on Thursday signed an agreement on the use of two rivers, along with seven other documents, \
         during a visit to Kampala by a minister.",
        &[("signed", "2013-05-16", "Happened"), ("visit", "2013-05-16", "Happened")],
    );
    check(
        day,
        "Lawyers met on Sunday. They mourned a judge, who died in London on April 14. Gunmen ambushed a bus the same evening.",
        &[("ambushed", "2013-05-19", "Happened")],
    );
    check(
        day,
        "The envoy, who is visiting Moscow, said that talks would resume.",
        &[("visiting", day, "Happened")],
    );
}

#[test]
fn what_lasts_for_days_ends_with_the_day_that_is_told() {
    let day = "2013-05-20";
    check(
        day,
        "Eleven people were killed on Sunday in four days of fighting in Kano.",
        &[("killed", "2013-05-16/2013-05-19", "Happened")],
    );
    check(
        day,
        "Anna Berg handed control to the army on Friday after 18 days of protest in Oslo.",
        &[("protest", "2013-04-30/2013-05-17", "Happened")],
    );
    // What is agreed in two days of talks is of the last.
    check(
        day,
        "The ministers agreed on Sunday in two days of talks to open the border.",
        &[("agreed", "2013-05-19", "Happened")],
    );
}

#[test]
fn what_a_clause_is_told_beside_dates_it() {
    let day = "2013-05-20";
    check(
        day,
        "Anna Berg, who had fled as the rebels stormed the city on Sunday, has been given asylum in Oslo.",
        &[("fled", "2013-05-19", "Happened"), ("stormed", "2013-05-19", "Happened")],
    );
    check(
        day,
        "The net was hanging from a barge in Oslo on Sunday, where Anna Berg accused Spain of piracy.",
        &[("accused", "2013-05-19", "Happened")],
    );
    check(
        day,
        "Chile's minister, in a letter handed to the League in Oslo on Sunday, accused Peru of stealing oil.",
        &[("accused", "2013-05-19", "Happened")],
    );
    check(
        day,
        "The Liberals swept to victory in Sunday's election in Chile.",
        &[("swept", "2013-05-19", "Happened")],
    );
    // What is done at once by whom is urged answers nothing at once.
    check(
        day,
        "Soldiers who have held Anna Berg since Friday declared that her rule was over; Chile condemned the coup and Peru \
         urged them to leave at once.",
        &[("condemned", day, "Happened")],
    );
}

#[test]
fn what_was_is_of_no_day_to_come() {
    let day = "2013-05-20";
    check(
        day,
        "Parliament voted on Sunday to hold an election on June 25. Anna Berg was freed from prison the same day.",
        &[("voted", "2013-05-19", "Happened"), ("freed", "2013-05-19", "Happened")],
    );
    check(day, "Rioters set fire to the embassy on Friday.", &[("set fire", "2013-05-17", "Happened")]);
    check(day, "Anna Berg was arrested at dawn yesterday.", &[("arrested", "2013-05-19", "Happened")]);
    // News comes back to its day from what it tells as having been before.
    check(
        day,
        "Police arrested ten protesters on Sunday. A minister had resigned on May 7 over the camp.\n\nBy noon the camp \
         was empty. The day before, a guard killed four people near Kano.",
        &[("killed", "2013-05-18", "Happened")],
    );
}
