//! How many were hurt, and by what.

use super::{engine, mention_of};
use chancery::article::Article;

/// The kind of the first mention of a trigger, with the least and the most who were killed.
#[track_caller]
fn check(text: &str, trigger: &str, kind: &str, killed: Option<(f64, Option<f64>)>) {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    let mention = mention_of(&found, &article, trigger);
    let toll = mention.particulars.iter().find(|one| one.what == "killed");
    assert_eq!(mention.kind, kind, "{text}");
    assert_eq!(toll.map(|one| (one.low.unwrap_or(0.0), one.high)), killed, "{text}");
}

fn exactly(killed: f64) -> Option<(f64, Option<f64>)> {
    Some((killed, Some(killed)))
}

#[test]
fn all_of_a_row_are_counted() {
    check("Four patients and two doctors were killed.", "killed", "ASSAULT", exactly(6.0));
    check("Three patients and a nurse were killed in the raid.", "raid", "ASSAULT", exactly(4.0));
    check("Two patients were killed and three doctors wounded.", "killed", "ASSAULT", exactly(2.0));
    check("Rebels killed a driver, along with two of his friends.", "killed", "ASSAULT", exactly(3.0));
    check("Rebels killed Sami ul-Haddad and six others.", "killed", "ASSAULT", exactly(7.0));
    check("A raid left seven guards and two boys dead in Basra.", "raid", "ASSAULT", exactly(9.0));
    check(
        "Protests grew, as clashes leave 7 guards and 2 boys dead in Basra.",
        "clashes",
        "ASSAULT",
        exactly(9.0),
    );
    check("Nine rebels were captured and one was executed.", "executed", "ASSAULT", exactly(1.0));
    check("A bomb killed ten people as troops fought rebels in the north.", "fought", "ASSAULT", None);
    // Neither what happened nor animals nor those who were hurt are killed.
    check(
        "2011 Lima floods: 60 people are killed in major floods in Lima.",
        "killed",
        "DISASTER",
        exactly(60.0),
    );
    check("Gunmen killed 60 cattle and two herders.", "killed", "ASSAULT", exactly(2.0));
    check("Gunmen killed ten people and wounded 31 others.", "killed", "ASSAULT", exactly(10.0));
}

#[test]
fn a_family_is_several() {
    check("Rebels killed a couple and two children.", "killed", "ASSAULT", Some((4.0, None)));
    check("Rebels killed a family of six and a guard.", "killed", "ASSAULT", exactly(7.0));
    check("Rebels killed a family.", "killed", "ASSAULT", None);
}

#[test]
fn numbers_of_several_words() {
    check("Thirty-six people were killed in a bomb attack.", "bomb", "ASSAULT", exactly(36.0));
    check("Between 20 and 24 were killed.", "killed", "ASSAULT", Some((20.0, Some(24.0))));
    check("Two hundred and ten were killed.", "killed", "ASSAULT", exactly(210.0));
}

#[test]
fn who_died_of_what() {
    check("Ten civilians died after rebels shelled the town.", "died", "ASSAULT", exactly(10.0));
    check("Rebels attacked a bus. Six passengers died.", "died", "ASSAULT", exactly(6.0));
    // A long time between makes it another matter, and a disease another death.
    let later = "Ten civilians died two years after rebels had shelled the town.";
    check(later, "died", "DIE", exactly(10.0));
    check(later, "shelled", "ASSAULT", None);
}

#[test]
fn whom_another_clause_hurt_is_not_whom_the_sentence_tells_of() {
    check("The rebel who wounded six was killed by guards.", "killed", "ASSAULT", None);
    check("A storm that killed six people moved on to Oslo.", "killed", "DISASTER", exactly(6.0));
}

#[test]
fn who_is_hurt_beside_a_mishap_is_hurt_by_it() {
    check(
        "The toll of the cyclone in Ghana rose to 30, with ninety people injured.",
        "injured",
        "DISASTER",
        None,
    );
    check(
        "An earthquake hit Chile. At least 30 people were injured from the rubble of houses.",
        "injured",
        "DISASTER",
        None,
    );
    // What is hostile beside it may have hurt them.
    check(
        "Gunmen attacked a convoy in the flood in Chad, with ten people injured.",
        "injured",
        "ASSAULT",
        None,
    );
    check("Two hurt after a bus carrying pilgrims plunges off a bridge.", "plunges", "DISASTER", None);
}

#[test]
fn what_leaves_people_dead_is_counted() {
    check(
        "A crash in Kentucky left six people from Ohio dead and two injured.",
        "left",
        "DISASTER",
        exactly(6.0),
    );
}

#[test]
fn bare_numbers_behind_participles_are_counted() {
    check(
        "A bomb exploded in a market in Lahore, killing 3 and injuring 2 others.",
        "exploded",
        "ASSAULT",
        exactly(3.0),
    );
}

/// The dead and the wounded of the mention of a trigger, by the least of each.
#[track_caller]
fn check_both(text: &str, trigger: &str, killed: Option<f64>, wounded: Option<f64>) {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    let mention = mention_of(&found, &article, trigger);
    let least = |what: &str| mention.particulars.iter().find(|one| one.what == what).and_then(|one| one.low);
    assert_eq!((least("killed"), least("wounded")), (killed, wounded), "{text}");
}

#[test]
fn all_mentions_of_a_happening_tell_its_dead_and_its_wounded() {
    check_both("A bomb killed 16 shoppers and wounded 27 others.", "wounded", Some(16.0), Some(27.0));
    check_both("Ten people were killed and 30 injured in a bombing.", "killed", Some(10.0), Some(30.0));
    check_both("Ten people were killed and 30 injured in a bombing.", "injured", Some(10.0), Some(30.0));
    check_both("A bus overturned, killing two and injuring nine.", "injuring", Some(2.0), Some(9.0));
    check_both("Twin bombings kill 31 people and wound another 60.", "kill", Some(31.0), Some(60.0));
    check_both("Gunmen shot at guards: five killed, 17 injured.", "shot", Some(5.0), Some(17.0));
    // Two happenings have a toll each, and one number is not told twice.
    check_both("Two were killed in a raid and three hurt in an ambush.", "killed", Some(2.0), None);
    check_both("Ninety soldiers were killed or wounded.", "killed", Some(90.0), None);
}

#[test]
fn numbers_before_names_of_several_words() {
    check("The clashes killed 143 rebels and 20 government troops.", "killed", "ASSAULT", exactly(163.0));
    check(
        "The raid killed at least 25 soldiers and allied militia.",
        "killed",
        "ASSAULT",
        Some((25.0, None)),
    );
    check("A landslide killed nine climbers and their guides.", "killed", "DISASTER", Some((10.0, None)));
}

#[test]
fn an_accident_is_done_to_people_where_it_hurts_any() {
    let targets = |text: &str, trigger: &str| -> Vec<String> {
        let article = Article { text: text.to_string(), ..Article::default() };
        let found = engine().mine(&article);
        let mention = mention_of(&found, &article, trigger);
        mention.targets.iter().map(|one| article.quote(one.location).to_string()).collect()
    };
    assert_eq!(targets("Two trains collided, injuring nine passengers.", "collided"), ["passengers"]);
    assert_eq!(targets("Two trains collided near Lima.", "collided"), ["Two trains"]);
    // What leaves people injured is not whom it befell.
    assert!(
        targets("A bombing in Basra kills three people and leaves several injured.", "leaves").is_empty()
    );
}
