//! What stands under a wish, a plan or a saying and is none of it, and what is to come without a verb that says so.

use super::{check, check_status};

#[test]
fn what_is_said_beside_a_wish_is_said() {
    for (text, expected) in [
        (
            "Peru threatened to expel the envoy, accusing him of spying.",
            &[("expel", "Hypothetical"), ("accusing", "Happened")][..],
        ),
        ("The union vowed to strike, condemning the arrest of its leader.", &[("condemning", "Happened")]),
        ("Chad asked Niger to release the men, blaming the police.", &[("blaming", "Happened")]),
        ("Rebels threatened to storm the town, killing everybody.", &[("killing", "Hypothetical")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn nothing_is_a_denial_but_where_something_is_left() {
    check_status("The general offered nothing to the rebels.", &[("offered", "Denied")]);
    check_status("The general offered nothing other than talks to the rebels.", &[("offered", "Happened")]);
}

#[test]
fn what_a_wish_follows_on_or_answers_is_there() {
    for (text, expected) in [
        ("The mayor called for calm after attacks on churches.", &[("attacks", "Happened")][..]),
        ("The general vowed to retaliate after a raid on the border.", &[("raid", "Happened")]),
        (
            "The Movement for the Emancipation of the Niger Delta threatens to launch a campaign in response to attacks by Boko Haram.",
            &[("attacks", "Happened")],
        ),
        ("The president urged envoys meeting in Rome to send troops to Mali.", &[("meeting", "Happened")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn what_somebody_is_guilty_of_was_done() {
    for (text, expected) in [
        ("The officer pleaded guilty to killing two protesters.", [("killing", "Happened")]),
        ("The officer was convicted of killing two protesters.", [("killing", "Happened")]),
        ("The officer was charged with killing two protesters.", [("killing", "Claimed")]),
        ("The minister is committed to sending troops to Mali.", [("sending", "Planned")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn what_a_thing_made_possible_was_done() {
    check_status("The fog allowed the rebels to seize the airport.", &[("seize", "Happened")]);
    check_status("The president allowed the army to enter the city.", &[("enter", "Hypothetical")]);
}

#[test]
fn what_is_to_be_held_is_planned() {
    for (text, expected) in [
        ("Parliamentary elections will commence in the autumn.", [("Parliamentary elections", "Planned")]),
        (
            "The commission fixed a date for the presidential election.",
            [("presidential election", "Planned")],
        ),
        ("Norway announced talks with Chad.", [("announced", "Planned")]),
        ("Russia announced a naval exercise in the Baltic Sea.", [("naval exercise", "Planned")]),
        ("The man was extradited to face charges of murder.", [("face", "Planned")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn a_lost_comma_parts_no_report_from_what_it_tells() {
    for (text, trigger) in [
        ("Jets bombed a school in the port town rebels said.", "bombed"),
        ("Jets bombed the market in Douma a monitoring group said on Tuesday.", "bombed"),
        ("Jets bombed the district where rebels hold the camp to the south the activists added.", "bombed"),
        ("Rebels attacked an army base after the raids Omar said.", "attacked"),
        (
            "Civilians were killed during an offensive on the province of Homs local residents have reported.",
            "killed",
        ),
    ] {
        check_status(text, &[(trigger, "Claimed")]);
    }
}

#[test]
fn a_time_of_an_apposition_or_of_a_report_is_not_that_of_the_news() {
    let day = "2013-05-20";
    check(day, "John Black, a rebel leader during the 1980s, dies in prison.", &[("dies", day, "Happened")]);
    check(
        day,
        "Rebels killed ten people in the village, according to a statement released on Saturday by the army.",
        &[("killed", "[..2013-05-18]", "Claimed")],
    );
    check(
        day,
        "The singer is jailed for three months after being convicted of fraud.",
        &[("jailed", day, "Happened"), ("convicted", "[..2013-05-20]", "Happened")],
    );
}

#[test]
fn what_a_deed_leaves_is_of_its_day() {
    let day = "2013-05-20";
    for (text, expected) in [
        (
            "Five soldiers are killed and three civilians injured by militants in Srinagar.",
            &[("killed", day, "Happened"), ("injured", day, "Happened")][..],
        ),
        (
            "Nineteen people are killed in the capital, Mogadishu, in suicide bombings.",
            &[("suicide bombings", day, "Happened")],
        ),
        (
            "Mobs burn down homes in Lashio, Myanmar leaving 1 dead and 4 others injured.",
            &[("injured", day, "Happened")],
        ),
        (
            "The coalition retains a majority of the seats in the general election.",
            &[("general election", day, "Happened")],
        ),
    ] {
        check(day, text, expected);
    }
}

#[test]
fn the_end_of_a_sentence_tells_who_says_it() {
    for (text, expected) in [
        (
            "Four people were killed in a blast in Hama on Thursday state news agency SANA reported.",
            &[("killed", "Claimed")][..],
        ),
        (
            "Thirty civilians were killed in strikes on a suburb a monitor and rebels said on Monday.",
            &[("killed", "Claimed")],
        ),
        // What the speaker himself does, and what is known, nobody claims.
        ("The rebels who seized the port on Monday left it a monitor said.", &[("seized", "Happened")]),
        ("The mayor condemned the raid and said so.", &[("condemned", "Happened")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn what_an_open_act_would_be_done_in_is_as_open() {
    for (text, expected) in [
        ("The quarrel could be settled with talks between the two mayors.", &[("talks", "Hypothetical")][..]),
        (
            "Hopes rose that the deadlock might be broken with talks between Oslo and Lima.",
            &[("talks", "Hypothetical")],
        ),
        ("The widow may be heard in the trial of the two men.", &[("trial", "Happened")]),
        ("Ten people may have been killed in an air strike.", &[("air strike", "Happened")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn what_somebody_strives_for_is_open() {
    for (text, expected) in [
        (
            "The rebels fought to oust the king of Chad.",
            &[("fought", "Happened"), ("oust", "Hypothetical")][..],
        ),
        ("Soldiers are fighting to retake the town of Gao from the rebels.", &[("retake", "Hypothetical")]),
        ("The rebels began to shell the town.", &[("shell", "Happened")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn what_is_claimed_to_have_been_done_is_a_claim() {
    check_status("The rebels claim to have shot down a plane.", &[("shot", "Claimed")]);
    check_status("The minister resigned over perceived attacks on judges.", &[("attacks", "Claimed")]);
    check_status("The rebels plan to shoot down a plane.", &[("shoot", "Planned")]);
}

#[test]
fn the_terms_of_a_plan_are_no_plan() {
    check_status(
        "Syria agreed to destroy its weapons under a deal brokered by Moscow.",
        &[("destroy", "Planned"), ("brokered", "Happened")],
    );
    check_status(
        "Chad and Niger agreed on Friday to reopen their embassies, after talks brokered by Oman.",
        &[("reopen", "Planned"), ("brokered", "Happened")],
    );
}

#[test]
fn what_somebody_is_kept_from_was_not_done() {
    check_status("Chad blocks a convoy from delivering food to Niger.", &[("delivering", "Denied")]);
}

#[test]
fn who_says_something_of_an_object_acts_in_the_writers_words() {
    check_status("The singer called the mayor a liar and was arrested.", &[("arrested", "Happened")]);
    check_status(
        "A drug lord named Tom Lund, who had long been wanted by police, is arrested in Honduras.",
        &[("arrested", "Happened")],
    );
    check_status("Police said two women and a man were shot by rebels.", &[("shot", "Claimed")]);
}

#[test]
fn what_is_told_beside_what_is_said_is_the_writers() {
    check_status(
        "Both ships that were attacked by pirates are said to be Danish.",
        &[("attacked", "Happened")],
    );
    check_status(
        "Witnesses said it was the largest march since President Ann Lind took office.",
        &[("took office", "Happened")],
    );
    check_status(
        "General Tom Hale, who is in charge of training Iraqi soldiers, praised Iran.",
        &[("training", "Happened")],
    );
}

#[test]
fn an_election_with_a_day_of_its_own_lies_ahead() {
    check(
        "2014-05-06",
        "Ann Lind launched a campaign for the presidential election in June 2014.",
        &[("presidential election", "2014-06", "Planned")],
    );
}

#[test]
fn what_is_only_proposed_or_weighed_is_open() {
    for (text, expected) in [
        ("Officials suggested that both armies withdraw from the town.", [("withdraw", "Hypothetical")]),
        ("Chad suggests that both armies withdraw from the town.", [("withdraw", "Hypothetical")]),
        ("Witnesses suggested that rebels attacked the town.", [("attacked", "Claimed")]),
        ("The president is considering sending troops to the north.", [("sending", "Hypothetical")]),
        ("Kenya offered talks to the rebels.", [("offered talks", "Hypothetical")]),
        ("The general admitted sending troops to the north.", [("sending", "Happened")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn what_a_vow_or_a_vote_follows_on_was_done() {
    for (text, expected) in [
        ("France offered to send troops after militants seized the town.", [("seized", "Happened")]),
        (
            "Lawmakers voted to send troops to a force in Mali, days after rebels attacked the town.",
            [("attacked", "Happened")],
        ),
        ("Britain agreed to leave after the rebels freed the hostages.", [("freed", "Planned")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn a_clause_behind_the_speaker_is_the_writers() {
    for (text, expected) in [
        (
            "Bread is running out in the capital, the mayor said on Tuesday, as rebels attacked the port.",
            [("attacked", "Happened")],
        ),
        ("Ten men were killed in the port, the army said, as rebels shelled it.", [("killed", "Claimed")]),
        ("The army said on Tuesday that rebels shelled the port as ministers met.", [("met", "Claimed")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn what_is_denied_was_not_done() {
    for (text, expected) in [
        ("UNITA denied having fired at the plane.", [("fired", "Denied")]),
        ("The rebels denied having attacked the convoy.", [("attacked", "Denied")]),
        ("Officials denied reports that the king had been poisoned.", [("poisoned", "Denied")]),
        ("The ministry dismissed a report that rebels had taken the town.", [("taken", "Denied")]),
        ("The guard admitted having beaten the prisoner.", [("beaten", "Happened")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn whoever_is_stopped_did_not_do_it() {
    for (text, expected) in [
        ("Guards stopped the rebels from attacking the port of Goma.", [("attacking", "Denied")]),
        ("Police kept the protesters from storming the parliament in Lima.", [("storming", "Denied")]),
        ("Nothing stopped the rebels from attacking the port of Goma.", [("attacking", "Happened")]),
        ("The union tried to stop the rebels from killing civilians.", [("killing", "Hypothetical")]),
        ("The ministry did not deny reports that rebels had attacked the town.", [("attacked", "Claimed")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn what_is_left_undone_is_denied() {
    for (text, expected) in [
        ("The envoy flew home without having met the rebels.", &[("met", "Denied")][..]),
        ("The ministers parted without signing a treaty.", &[("signing", "Denied")]),
        ("Norway offered nothing.", &[("offered", "Denied")]),
        ("Norway offered nothing but words.", &[("offered", "Happened")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn a_condition_needs_no_if() {
    for (text, expected) in [
        ("Were Japan to cut off aid, the budget would collapse.", &[("cut", "Hypothetical")][..]),
        ("Had the rebels attacked the town, the army would have fled.", &[("attacked", "Hypothetical")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn a_past_goes_on_with_no_auxiliary() {
    for (text, expected) in [
        ("Chad said it could take no more refugees and closed the border.", &[("closed", "Claimed")][..]),
        ("Police admitted to having killed six students.", &[("killed", "Happened")]),
    ] {
        check_status(text, expected);
    }
}
