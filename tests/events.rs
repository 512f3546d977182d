//! The examples beside the rules of events, and the dates and statuses of what they find, read by the whole chain.

use chancery::article::{Article, Published, PublishedBasis, Span};
use chancery::events::Mention;
use chancery::mine::{Engine, Findings};
use chancery::rules::RuleFiles;

#[path = "events/days.rs"]
mod days;
#[path = "events/doers.rs"]
mod doers;
#[path = "events/labels.rs"]
mod labels;
#[path = "events/moods.rs"]
mod moods;
#[path = "events/names.rs"]
mod names;
#[path = "events/oneness.rs"]
mod oneness;
#[path = "events/parties.rs"]
mod parties;
#[path = "events/places.rs"]
mod places;
#[path = "events/tolls.rs"]
mod tolls;
#[path = "events/whole.rs"]
mod whole;

#[test]
fn the_rules_read_their_examples() {
    let engine = Engine::new(&RuleFiles::embedded()).expect("the rules compile");
    let faults: Vec<_> =
        engine.failing_examples().into_iter().filter(|fault| fault.contains("rules/events")).collect();
    assert!(faults.is_empty(), "{} examples fail:\n{}", faults.len(), faults.join("\n"));
}

fn engine() -> &'static Engine {
    static ENGINE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(&RuleFiles::embedded()).expect("the rules compile"))
}

/// The first mention whose trigger begins so.
#[track_caller]
fn mention_of<'f>(found: &'f Findings, article: &Article, trigger: &str) -> &'f Mention {
    let begins = |span: &Span| article.text[span.begin..span.end].starts_with(trigger);
    let mention = found.events.iter().find(|mention| mention.trigger.iter().any(begins));
    mention.unwrap_or_else(|| panic!("no \"{trigger}\" in: {}", article.text))
}

/// Mines a text, and tells for the first mention of a trigger who takes part, as "words CODE".
#[track_caller]
fn check_parties(text: &str, trigger: &str, sources: &[&str], targets: &[&str]) {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    let mention = mention_of(&found, &article, trigger);
    let side = |side: &[chancery::events::Participant]| -> Vec<String> {
        let told = |one: &chancery::events::Participant| {
            let actor = one.actor.map_or("", |actor| found.actors.actors[actor].code.as_str());
            let code = one.code.as_deref().unwrap_or(actor);
            format!("{} {code}", article.quote(one.location)).trim_end().to_owned()
        };
        side.iter().map(told).collect()
    };
    assert_eq!(side(&mention.sources), sources, "sources of \"{trigger}\" in: {text}");
    assert_eq!(side(&mention.targets), targets, "targets of \"{trigger}\" in: {text}");
}

/// Mines a text that was published on a day, and tells for the first mention of each trigger its date and status.
fn check(published: &str, text: &str, expected: &[(&str, &str, &str)]) {
    let engine = engine();
    let article = Article {
        text: text.to_string(),
        published: Published { date: published.parse().ok(), basis: PublishedBasis::Given },
        ..Article::default()
    };
    let found = engine.mine(&article);
    for (trigger, date, status) in expected {
        let mention = mention_of(&found, &article, trigger);
        let value = mention.date.as_ref().map_or("", |date| date.value.edtf.as_str());
        assert_eq!(
            (value, format!("{:?}", mention.status).as_str()),
            (*date, *status),
            "\"{trigger}\" in: {text}"
        );
    }
}

#[test]
fn distances_between_happenings_date_them() {
    check(
        "2010-05-06",
        "Obama visited Moscow on Tuesday, two days after the attack on the embassy.",
        &[("visited", "2010-05-04", "Happened"), ("attack", "2010-05-02", "Happened")],
    );
    check(
        "2010-05-06",
        "The attack came three days after the rebels shelled Aleppo on 4 April.",
        &[("shelled", "2010-04-04", "Happened"), ("attack", "2010-04-07", "Happened")],
    );
    check(
        "2018-06-13",
        "Russia annexed Crimea in March 2014, a month after troops attacked the parliament in Kiev.",
        &[("annexed", "2014-03", "Happened"), ("attacked", "2014-02", "Happened")],
    );
}

#[test]
fn a_distance_finds_its_clause_by_the_order_of_words() {
    check(
        "2015-11-25",
        "Chile closed its embassy in Lima on Wednesday, a day after President Vladimir Putin met Evo Morales.",
        &[("met", "2015-11-24", "Happened")],
    );
    check(
        "2017-06-06",
        "Its flights stopped this morning, a day after Chad, Niger, Mali and Togo cut ties with Qatar.",
        &[("cut", "2017-06-05", "Happened")],
    );
    // Midnight can lie between the two.
    check(
        "2018-04-25",
        "The statement was issued on Monday, a few hours after police released the opposition leader.",
        &[("released", "", "Happened")],
    );
    check(
        "2018-04-25",
        "Anna Berg wins the Oslo Marathon, two hours before the Oslo Marathon bombings occur.",
        &[("bombings", "2018-04-25", "Happened")],
    );
    check(
        "2018-04-25",
        "Chile attacked Arica on Tuesday, nine days after their envoys, meeting in Geneva, had promised to withdraw their \
         troops.",
        &[("attacked", "2018-04-24", "Happened"), ("promised", "2018-04-15", "Happened")],
    );
}

#[test]
fn a_distance_is_counted_from_the_clause_that_tells() {
    let day = "2018-04-25";
    // What is planned within it has no day to count from.
    check(
        day,
        "Chile said on Tuesday it would close its embassy in Lima, a day after Peru recognised the rebels.",
        &[("recognised", "2018-04-23", "Happened")],
    );
    check(
        day,
        "Chile asked the rebels on Tuesday to pull back from the hills or face a trial, four days after a bomb killed ten \
         people.",
        &[("killed", "2018-04-20", "Happened")],
    );
    // A clause behind a comma goes along with the one that tells.
    check(
        day,
        "Chilean troops attacked Arica on Tuesday, a day after they invaded Peru, as the League condemned the raid.",
        &[("invaded", "2018-04-23", "Happened"), ("condemned", "2018-04-24", "Happened")],
    );
    check(
        day,
        "The day after Chile recognised the rebels, Anna Berg called for talks in Oslo.",
        &[("recognised", "2018-04-24", "Happened")],
    );
    check(
        day,
        "Chile sent firemen and doctors within hours of Monday's earthquake.",
        &[("sent", "2018-04-23", "Happened")],
    );
    check(
        day,
        "Chile sent two planes on Tuesday, Anna Berg having fled hours before in a helicopter.",
        &[("fled", "2018-04-24", "Happened")],
    );
}

#[test]
fn joined_clauses_of_one_time_share_its_day() {
    check(
        "1996-04-20",
        "Twenty refugees were killed when soldiers shelled the camp on Thursday.",
        &[("killed", "1996-04-18", "Happened"), ("shelled", "1996-04-18", "Happened")],
    );
    check(
        "2018-10-24",
        "President Anna Berg, speaking in Oslo on Monday, threatened to close the border.",
        &[("threatened", "2018-10-22", "Happened")],
    );
    check(
        "2008-08-19",
        "In 2006 Georgia arrested four officers, and Russia answered by expelling two diplomats.",
        &[("arrested", "2006", "Happened"), ("expelling", "2006", "Happened")],
    );
    check(
        "2016-07-18",
        "The minister spoke of Friday's coup, in which jets bombed the parliament.",
        &[("bombed", "2016-07-15", "Happened")],
    );
    check(
        "2017-04-12",
        "The two raids on the town on Saturday killed 19 people and wounded 22.",
        &[("wounded", "2017-04-08", "Happened")],
    );
    check(
        "2013-05-22",
        "Strikers are driven from the harbour in a bloody crackdown by police.",
        &[("crackdown", "2013-05-22", "Happened")],
    );
}

#[test]
fn tenses_part_the_days_of_joined_clauses() {
    check(
        "1995-11-06",
        "President Obama was shot on Saturday, and the police have arrested a student.",
        &[("shot", "1995-11-04", "Happened"), ("arrested", "1995-11-06", "Happened")],
    );
    check(
        "2016-05-20",
        "Israel seized the hills in 1967 and later annexed them.",
        &[("seized", "1967", "Happened"), ("annexed", "", "Happened")],
    );
    check(
        "2000-11-29",
        "The old minister having been dismissed, his successor met the president.",
        &[("dismissed", "", "Happened"), ("met", "2000-11-29", "Happened")],
    );
    // What is so now is not of the day that the story was at.
    check(
        "2010-04-13",
        "Soldiers fired on the crowd last Wednesday. The president refuses to resign.",
        &[
            ("fired", "2010-04-07", "Happened"),
            ("refuses", "2010-04-13", "Happened"),
            ("resign", "", "Denied"),
        ],
    );
    check(
        "2024-01-10",
        "Gunners have shelled the port since they seized the island on November 19.",
        &[("seized", "2023-11-19", "Happened"), ("shelled", "2023-11-19/2024-01-10", "Happened")],
    );
}

#[test]
fn a_plan_is_not_of_the_past_day_of_its_clause() {
    check(
        "1998-10-14",
        "The rebels agreed on Tuesday to withdraw their troops.",
        &[("agreed", "1998-10-13", "Happened"), ("withdraw", "", "Planned")],
    );
    check(
        "2014-10-09",
        "Britain promised this week to send troops.",
        &[("promised", "[2014-10-06..2014-10-09]", "Happened")],
    );
}

#[test]
fn a_time_is_whose_it_stands_behind() {
    check(
        "2013-01-14",
        "Government forces shell the town of Kismayo for the first time since the return of the war in 2011.",
        &[("shell", "2013-01-14", "Happened")],
    );
    check(
        "2013-02-20",
        "President Obama visits the town of Guernica to honour the victims of the massacre on 26 April 1937.",
        &[("visits", "2013-02-20", "Happened")],
    );
    check(
        "2013-05-20",
        "France recalled its ambassador on Friday in answer to the killing of a journalist in Bamako on May 14.",
        &[("recalled", "2013-05-17", "Happened"), ("killing", "2013-05-14", "Happened")],
    );
    check(
        "2011-05-04",
        "The president had no word of the raid in which soldiers killed him at his house early on Monday.",
        &[("killed", "2011-05-02", "Happened")],
    );
}

#[test]
fn what_stands_behind_a_title_or_a_semicolon_is_told_as_well() {
    check(
        "2013-01-10",
        "2013 Bern train collision: Two trains collide in Bern.",
        &[("collide", "2013-01-10", "Happened")],
    );
    check(
        "2013-05-20",
        "Twin truck bombs explode in Kano, killing four people.",
        &[("explode", "2013-05-20", "Happened")],
    );
}

#[test]
fn a_time_belongs_to_the_clause_that_it_opens() {
    check(
        "2019-09-17",
        "On May 12 Iran attacked four ships; on June 13 it attacked a tanker, and on July 4 Britain seized a ship.",
        &[("attacked", "2019-05-12", "Happened"), ("seized", "2019-07-04", "Happened")],
    );
    check(
        "2019-09-17",
        "Tension has risen since May 2018, when Trump abandoned the nuclear agreement with Iran.",
        &[("abandoned", "2018-05", "Happened")],
    );
    check(
        "2018-03-14",
        "The colonel was convicted of spying for Britain in 2006.",
        &[("convicted", "2006", "Happened")],
    );
}

#[test]
fn what_is_called_off_or_lies_ahead_did_not_happen() {
    check(
        "2017-04-09",
        "Boris Johnson cancelled a visit to Moscow scheduled for April 10.",
        &[("cancelled", "2017-04-09", "Happened")],
    );
    check("2013-09-02", "The army was able to attack the rebels in Damascus.", &[("attack", "", "Happened")]);
}

#[test]
fn a_story_of_the_past_keeps_its_year() {
    check(
        "2021-03-19",
        "On February 15, 2011, the police in Benghazi arrested a lawyer. On February 22 Gaddafi vowed to attack the rebels.",
        &[("arrested", "2011-02-15", "Happened"), ("vowed", "2011-02-22", "Happened")],
    );
    check(
        "2003-09-17",
        "On November 19, 1977, Sadat visited Israel. Begin visited Egypt on Christmas Day. In January Sadat recalled \
         his ambassador from Israel.",
        &[("recalled", "1978-01", "Happened")],
    );
    // Where a history has come to, it goes on, though the words would fit the year of publication as well.
    check(
        "2003-09-17",
        "Spain and Morocco signed a treaty on March 26, 1979. Spain recalled its ambassador in December 1979. The last \
         Spanish troops withdrew from the islands on April 25, 1982. On June 6, Morocco invaded Spain, and France \
         expelled two diplomats in September.",
        &[("invaded", "1982-06-06", "Happened"), ("expelled", "1982-09", "Happened")],
    );
    check(
        "2003-09-17",
        "Spain and Morocco signed a treaty on March 26, 1979. Spain recalled its ambassador in September.",
        &[("recalled", "2003-09", "Happened")],
    );
    check(
        "2003-12-28",
        "The rebels attacked Aleppo on Christmas Day.",
        &[("attacked", "2003-12-25", "Happened")],
    );
}

#[test]
fn what_is_promised_or_in_the_present_is_to_come() {
    // The promise looks ahead; without one the nearer day is meant.
    check(
        "2021-03-19",
        "Libya's government promised in Tripoli to hold elections on December 24.",
        &[("hold", "2021-12-24", "Planned")],
    );
    check("2021-03-19", "Libya held elections on December 24.", &[("held", "2020-12-24", "Happened")]);
    // Of a past verb and a present one, the weekday is of the nearer.
    check(
        "2018-10-22",
        "The minister withdrew on Thursday from a conference that opens in Riyadh on Tuesday.",
        &[("conference", "2018-10-23", "Planned")],
    );
}

#[test]
fn what_one_comes_for_is_done_when_one_has_come() {
    check("2013-09-02", "Kerry flew to Geneva to meet Lavrov.", &[("meet", "2013-09-02", "Happened")]);
    check("2013-09-02", "Kerry will fly to Geneva to meet Lavrov.", &[("meet", "", "Planned")]);
    check(
        "2013-02-18",
        "Voters in Armenia go to the polls for a presidential election.",
        &[("presidential election", "2013-02-18", "Happened")],
    );
}

#[test]
fn what_the_writer_tells_by_the_way_is_no_part_of_a_wish() {
    check(
        "2013-06-05",
        "The government pledges to rebuild the plant destroyed in the fire which killed 120 people.",
        &[("killed", "", "Happened")],
    );
    check(
        "2013-06-02",
        "Rebels demand the release of fighters arrested in May.",
        &[("release", "", "Hypothetical"), ("arrested", "2013-05", "Happened")],
    );
    check(
        "2013-06-02",
        "Turkey proposes talks mediated by Qatar.",
        &[("talks", "", "Hypothetical"), ("mediated", "", "Hypothetical")],
    );
    check(
        "2013-06-02",
        "The observatory said that rebels threatened to shell two villages in which soldiers had killed ten people.",
        &[("killed", "", "Claimed")],
    );
}

#[test]
fn what_is_looked_into_or_ended_is_there() {
    check(
        "2013-06-02",
        "The UN called for an investigation into the killing of 40 people in Homs.",
        &[("killing", "", "Happened")],
    );
    check("2013-06-02", "He urged Israel to stop its bombing of Gaza.", &[("bombing", "", "Happened")]);
    check("2013-06-02", "The police stopped an attack on the embassy.", &[("attack", "", "Denied")]);
    check(
        "2013-06-02",
        "The court ruled that the protesters were unlawfully detained.",
        &[("detained", "", "Happened")],
    );
    check(
        "2013-06-02",
        "The lawyer said that the protesters were unlawfully detained.",
        &[("detained", "2013-06-02", "Claimed")],
    );
}

#[test]
fn a_past_clause_keeps_out_of_the_mood_of_its_head() {
    check(
        "2017-04-05",
        "If confirmed, the attack would be the deadliest of its kind since August 21, 2013, when rockets filled with \
         sarin struck the Ghouta suburbs of Damascus.",
        &[("struck", "2013-08-21", "Happened")],
    );
    check(
        "2017-04-05",
        "The agreement would be signed when the president visits Moscow.",
        &[("visits", "", "Planned")],
    );
}

#[test]
fn a_clause_on_the_holding_of_an_occasion_dates_it() {
    check(
        "2013-06-02",
        "Obama proposed a meeting of the leaders, which they said would be held in Geneva on Wednesday.",
        &[("meeting", "2013-06-05", "Planned")],
    );
}

#[test]
fn a_time_that_compares_or_stands_before_a_noun_does_not_date_the_clause() {
    check(
        "2013-06-25",
        "Four executions take place in Nigeria, the first since 2006.",
        &[("executions", "2013-06-25", "Happened")],
    );
    check(
        "2004-12-01",
        "The mayor resigned on Tuesday. He thanked the president for the security in place since the September 11, 2001 attacks.",
        &[("resigned", "2004-11-30", "Happened"), ("thanked", "2004-11-30", "Happened")],
    );
    check(
        "2004-11-14",
        "The delegation at the funeral of Yasser Arafat returned on November 13.",
        &[("funeral", "", "Happened")],
    );
}

#[test]
fn what_is_reported_is_not_of_a_day_after_the_report() {
    check(
        "2017-04-08",
        "Russia said on Friday that it was suspending an agreement with the United States.",
        &[("suspending", "2017-04-07", "Happened")],
    );
    check(
        "2017-04-08",
        "The rebels said on Friday that the army killed ten people.",
        &[("killed", "[..2017-04-07]", "Claimed")],
    );
    check(
        "2014-09-24",
        "Earlier the observatory reported that the attacks killed 31 civilians.",
        &[("killed", "", "Claimed")],
    );
}

/// Checks the status alone.
#[test]
fn what_is_set_on_fire_by_a_day_to_come_is_of_that_day() {
    check(
        "2015-06-10",
        "The rebels will set fire to the town on Friday.",
        &[("set fire", "2015-06-12", "Planned")],
    );
}

fn check_status(text: &str, expected: &[(&str, &str)]) {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    for (trigger, status) in expected {
        let mention = found.events.iter().find(|mention| {
            mention.trigger.iter().any(|span| article.text[span.begin..span.end].starts_with(*trigger))
        });
        let mention = mention.unwrap_or_else(|| panic!("no \"{trigger}\" in: {text}"));
        assert_eq!(format!("{:?}", mention.status), *status, "\"{trigger}\" in: {text}");
    }
}

#[test]
fn what_is_known_is_nobody_s_claim() {
    for (text, expected) in [
        (
            "The minister, who had fled to Kenya on Monday, has arrived in London, the embassy said.",
            &[("fled", "Happened"), ("arrived", "Claimed")][..],
        ),
        (
            "The judge said that the firm was not liable for the July 7 attacks on London.",
            &[("attacks", "Happened")],
        ),
        (
            "The police said that gunmen had killed ten farmers in an attack on a village.",
            &[("killed", "Claimed")],
        ),
        ("Hundreds of people are known to have died in the earthquake in Chile.", &[("died", "Happened")]),
        ("It was the army that shelled the port, the rebels said.", &[("shelled", "Claimed")]),
        (
            "Militants who have declared a state of their own are being bombed by French jets.",
            &[("bombed", "Happened")],
        ),
        (
            "Rebels shelled the port, killing ten people, the state agency reported.",
            &[("shelled", "Claimed")],
        ),
        ("Chad is supporting the rebels who attacked the capital.", &[("attacked", "Happened")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn what_is_said_of_oneself_is_done_by_saying_it() {
    check_status("The prime minister says he is ready to meet the rebels.", &[("ready", "Happened")]);
    check_status("Norway announced that it was sending troops to Mali.", &[("sending", "Happened")]);
    check_status("Norway said that it was shelling the rebels.", &[("shelling", "Claimed")]);
    check_status("Norway said that Mali was sending troops to Chad.", &[("sending", "Claimed")]);
}

#[test]
fn allegations_are_claims() {
    check_status(
        "A team is looking into allegations that the army has used chemical weapons.",
        &[("used", "Claimed")],
    );
    check_status(
        "He rejected the charge that his country had sheltered the rebels.",
        &[("sheltered", "Denied")],
    );
}

#[test]
fn what_is_put_off_agreed_or_voted_for_is_to_come() {
    for (text, expected) in [
        ("The court delays the trial of the general until May.", &[("trial", "Planned")][..]),
        ("The Security Council voted to send troops to Mali.", &[("send", "Planned")]),
        ("The two armies agreed to withdraw from the valley.", &[("withdraw", "Planned")]),
        ("Kenya and Chad signed protocols to open their border.", &[("open", "Planned")]),
        ("The rebels are to release the hostages.", &[("release", "Planned")]),
        ("Peru would expel two diplomats, its foreign ministry announced.", &[("expel", "Planned")]),
        ("Ghana to send troops to Mali", &[("send", "Planned")]),
        ("The general should be released on Friday.", &[("released", "Planned")]),
    ] {
        check_status(text, expected);
    }
}

#[test]
fn what_is_asked_for_or_hangs_on_a_condition_is_open() {
    for (text, expected) in [
        ("Kenya asked Chad to arrest the general.", [("arrest", "Hypothetical")]),
        ("The minister told Chad to withdraw its troops.", [("withdraw", "Hypothetical")]),
        ("Israel will bomb Beirut if the rebels return.", [("bomb", "Hypothetical")]),
        ("Should the rebels return, Israel will bomb Beirut.", [("bomb", "Hypothetical")]),
        ("Russia warned that it would attack Georgia.", [("attack", "Hypothetical")]),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn what_is_stopped_or_answered_was_done() {
    for (text, expected) in [
        ("The two armies stopped fighting at noon.", [("fighting", "Happened")]),
        ("Iran threatened revenge for the killing of its general.", [("killing", "Happened")]),
        (
            "Rwanda will expel two envoys in answer to Kenya's expulsion of its own.",
            [("expulsion", "Happened")],
        ),
        ("He called for an end to attacks on hospitals.", [("attacks", "Happened")]),
        ("The rebels denied any involvement in the Nairobi embassy bombings.", [("bombings", "Happened")]),
        (
            "He wants the inspectors back in Basra, where jets bombed a depot on Sunday.",
            [("bombed", "Happened")],
        ),
    ] {
        check_status(text, &expected);
    }
}

#[test]
fn times_of_listed_happenings_and_of_stretches() {
    check(
        "2017-04-12",
        "He mocked the invasion of Iraq in 2003 and the overthrow of Libya's leader in 2011.",
        &[("invasion", "2003", "Happened"), ("overthrow", "2011", "Happened")],
    );
    check(
        "2018-05-09",
        "President Macron visited Washington from April 23 to 25.",
        &[("visited", "2018-04-23/2018-04-25", "Happened")],
    );
    check(
        "2010-05-20",
        "The navies clashed in June 1999 and in June 2002, when six sailors were killed.",
        &[("killed", "2002-06", "Happened")],
    );
}

#[test]
fn a_length_of_time_up_to_now_tells_between_which_days() {
    let told = |text: &str, date: &str| check("2017-04-12", text, &[("killed", date, "Happened")]);
    told("Rebels have killed six soldiers over the past ten days.", "[2017-04-02..2017-04-12]");
    told("Rebels killed six soldiers in the past 48 hours.", "[2017-04-10..2017-04-12]");
    told("Rebels killed six soldiers on Monday and Tuesday.", "2017-04-10/2017-04-11");
    told("Rebels killed six soldiers between April 2015 and June 2016.", "2015-04/2016-06");
    // What the writer counts back from another day is not of these.
    told("Rebels killed six soldiers. The previous three years had been calm.", "2017-04-12");
}

#[test]
fn what_was_hours_before_was_that_day_or_the_day_before() {
    let told = |words: &str, date: &str| {
        let text =
            format!("On Friday Turkey expelled two French diplomats {words} French planes bombed a town.");
        check("2017-04-08", &text, &[("bombed", date, "Happened")]);
    };
    told("shortly after", "[2017-04-06..2017-04-07]");
    told("after", "[..2017-04-07]");
}

#[test]
fn what_says_nothing_but_that_it_was_is_no_event() {
    let kinds = |text: &str| -> Vec<String> {
        let article = Article { text: text.to_string(), ..Article::default() };
        engine().mine(&article).events.into_iter().map(|mention| mention.kind).collect()
    };
    assert_eq!(kinds("Nothing more is known of the air strikes."), [""; 0]);
    assert_eq!(kinds("Nothing more is known of the Israeli air strikes."), ["ASSAULT"]);
    assert_eq!(kinds("Nothing more is known of the air strikes near Homs."), ["ASSAULT"]);
}

#[test]
fn a_story_stays_in_the_month_and_year_that_it_looks_back_to() {
    check(
        "2021-03-19",
        "On March 10, 2011, France recognised the rebels. Hillary Clinton met an envoy in Paris on the 14th. On March 19 \
         the army attacked the rebels.",
        &[("met", "2011-03-14", "Happened"), ("attacked", "2011-03-19", "Happened")],
    );
    check(
        "2021-03-19",
        "Clinton met an envoy in Paris on the 14th. On March 17 the army attacked the rebels.",
        &[("met", "2021-03-14", "Happened"), ("attacked", "2021-03-17", "Happened")],
    );
}

#[test]
fn a_step_is_counted_from_the_day_that_was_told_last() {
    check(
        "2016-10-03",
        "The negotiators announced the agreement on August 24, after talks that began in November 2012. The army halted \
         its attacks five days later.",
        &[("halted", "2016-08-29", "Happened")],
    );
}

#[test]
fn a_thing_shows_the_phrase_that_names_its_state() {
    check_parties(
        "Egypt seized a Togolese ship that carried weapons.",
        "seized",
        &["Egypt EGY"],
        &["Togolese ship TGO"],
    );
    check_parties(
        "Israel struck a Syrian army position.",
        "struck",
        &["Israel ISR"],
        &["Syrian army position SYR.MIL"],
    );
}

#[test]
fn where_something_is_struck_is_no_party() {
    check_parties("The Syrian army shelled Homs.", "shelled", &["Syrian army SYR.MIL"], &["Homs"]);
    check_parties(
        "Gunmen attacked a school in Peshawar, Pakistan.",
        "attacked",
        &["Gunmen PAK.UAF"],
        &["school PAK"],
    );
    check_parties(
        "Israel bombed the Syrian city of Homs.",
        "bombed",
        &["Israel ISR"],
        &["Syrian city of Homs SYR"],
    );
    check_parties(
        "Britain recalled its ambassador from Damascus.",
        "recalled",
        &["Britain GBR"],
        &["Damascus SYR"],
    );
    let strikes = "Russian air strikes south of Idlib killed ten people.";
    check_parties(strikes, "killed", &["Russian RUS"], &["people SYR.CVL"]);
}

#[test]
fn some_of_a_group_are_not_the_group() {
    check_parties(
        "Police arrested six members of Hamas.",
        "arrested",
        &["Police PSE.COP"],
        &["six members of Hamas PSE.REB"],
    );
    check_parties(
        "Members of Hamas attacked a convoy.",
        "attacked",
        &["Members of Hamas PSE.REB"],
        &["convoy"],
    );
    check_parties(
        "A third peer, from the Ulster Unionist Party, resigned.",
        "resigned",
        &["third peer GBR.PTY"],
        &[],
    );
    check_parties(
        "A court jailed French and German activists.",
        "jailed",
        &["court"],
        &["French and German activists FRA.CVL", "French and German activists DEU.CVL"],
    );
}

#[test]
fn each_other_is_both() {
    let two = ["Israel ISR", "Hamas PSE.REB"];
    check_parties("Israel and Hamas blame each other.", "blame", &two, &two);
    check_parties("Israel and Hamas blame one another.", "blame", &two, &two);
}

#[test]
fn those_who_are_hurt_are_targets() {
    check_parties("A bus hit a wall near Lima, killing nine people.", "hit", &[], &["people PER.CVL"]);
    check_parties(
        "A bomb exploded in Benghazi, injuring a police officer.",
        "exploded",
        &[],
        &["police officer LBY.COP"],
    );
    check_parties(
        "Gunmen attacked the village after killing two guards.",
        "attacked",
        &["Gunmen UAF"],
        &["village"],
    );
}

#[test]
fn an_ally_or_a_brother_is_somebody_else() {
    check_parties(
        "Gunmen killed Barack Obama's brother in Nairobi.",
        "killed",
        &["Gunmen UAF"],
        &["Barack Obama's brother USA"],
    );
    check_parties(
        "Gunmen killed the Dutch filmmaker Theo van Gogh.",
        "killed",
        &["Gunmen UAF"],
        &["Dutch filmmaker Theo van Gogh NLD.CVL"],
    );
}

#[test]
fn lists_keep_their_middle() {
    let all = ["France FRA", "Britain GBR", "United States USA", "Poland POL"];
    check_parties(
        "France, Britain, the United States and Poland condemned the attack.",
        "condemned",
        &all,
        &[],
    );
    check_parties(
        "France Britain the United States and Poland condemned the attack.",
        "condemned",
        &all,
        &[],
    );
    check_parties(
        "Russia accused France, Britain and Poland of spying.",
        "accused",
        &["Russia RUS"],
        &["France FRA", "Britain GBR", "Poland POL"],
    );
}

#[test]
fn the_only_country_of_an_article_is_that_of_its_government() {
    check_parties(
        "Algeria held elections on Thursday. The president urged rebels to disarm.",
        "urged",
        &["president DZA.GOV"],
        &["rebels DZA.REB"],
    );
    // Talks in Geneva are not those of Switzerland, and a government does not thank its own country.
    check_parties(
        "In Geneva, the government and the rebels signed a truce.",
        "signed",
        &["government GOV", "rebels REB"],
        &[],
    );
    check_parties(
        "The government thanked China for the loan.",
        "thanked",
        &["government GOV"],
        &["China CHN"],
    );
    check_parties(
        "Algeria and Mali held talks. Later the government arrested a rebel.",
        "arrested",
        &["government GOV"],
        &["rebel REB"],
    );
}

#[test]
fn who_is_named_behind_his_trade_is_the_one() {
    let trial = "The court opened the trial of Chilean Navy sergeant Luis Parra.";
    check_parties(trial, "trial", &["court JUD"], &["Chilean Navy sergeant Luis Parra CHL.MIL"]);
    let officers = "Police arrested French Navy officers on Monday.";
    check_parties(officers, "arrested", &["Police COP"], &["French Navy officers FRA.MIL"]);
}

#[test]
fn who_is_named_behind_a_comma_is_the_one() {
    let bank = "Rebels killed the head of the bank, Thorvald Lie.";
    check_parties(bank, "killed", &["Rebels REB"], &["Thorvald Lie"]);
    let place = "The president met the head of the bank, Norway.";
    check_parties(place, "met", &["president NOR.GOV"], &["head"]);
}
