//! Whether two happenings of different texts are one: the figures weighed.

use super::features::{FEATURES, Features};

/// What each of [`FEATURES`] is worth.
pub type Weights = [f32; FEATURES.len()];

/// Fitted by `train links` on news annotated for events told by several articles, and rounded; nothing that speaks for
/// a pair was let count against it, nor the other way round. That news has hardly any dates and places, and names few
/// who take part: what those are worth is set by hand. The first, the bias, is lower than fitted (-4.2), since a wrong
/// link costs more than a missing one.
pub const WEIGHTS: Weights = [
    -4.6, 0.9, 0.5, 1.6, 1.7, -1.3, -0.8, 0.3, -2.0, 0.6, -0.3, 0.9, -0.6, 1.0, -1.2, -1.1, 0.5, -0.7, 0.5,
    -2.0, 0.2, 2.0, 1.2, 1.8, 0.3, -2.1, 0.8, -3.0, -1.5, 0.3, -0.8, -1.8, -1.0, -1.2,
];

/// Down to this score two happenings can be one if others hang together with both.
const WEAK: f32 = -1.0;

/// The score (0 to 1, half where nothing tells) and the reasons, unless the two are rather not one.
pub(super) fn weigh(features: &Features, weights: &Weights) -> Option<(f32, String)> {
    let score: f32 = features.iter().zip(weights).map(|(figure, weight)| figure * weight).sum();
    (score > WEAK).then(|| (squashed(score), reasons(features)))
}

/// A score as a share of certainty, in steps that every machine computes alike.
fn squashed(score: f32) -> f32 {
    let value = 0.5 + score / (2.0 * (1.0 + score.abs()));
    (value * 1000.0).round() / 1000.0
}

/// What speaks for it and what against, for people.
fn reasons(features: &Features) -> String {
    let mut reasons: Vec<String> = Vec::new();
    for (name, &figure) in FEATURES.iter().zip(features) {
        let words = match (*name, figure) {
            (_, 0.0) | ("always", _) => continue,
            ("words shared" | "names of the story", share) if share < 0.3 => continue,
            ("words shared", share) => format!("{:.0} % of the words around it", share * 100.0),
            ("names of the story", _) => "names that both stories are about".into(),
            ("day", 1.0) => "same day".into(),
            ("day", value) if value > 0.0 => "dates agree".into(),
            ("day", _) => "but a day apart".into(),
            ("place", value) if value > 0.0 => "same place".into(),
            ("place", _) => "but another place".into(),
            ("told alike in one setting" | "the only ones of their sort", value) if value < 0.5 => continue,
            ("told alike in one setting" | "the only ones of their sort", _) => (*name).to_owned(),
            ("one mode", value) if value < 1.0 => "like acts".into(),
            ("same participants", value) if value < 0.5 => "participants of one country".into(),
            ("one word for it" | "one mode", _) => (*name).to_owned(),
            ("hardly two such acts in that time", _) => (*name).to_owned(),
            (same, _) if same.starts_with("same ") => same.to_owned(),
            (against, _) => format!("but {against}"),
        };
        reasons.push(words);
    }
    // What speaks against it comes last.
    reasons.sort_by_key(|reason| reason.starts_with("but "));
    reasons.join("; ")
}

#[cfg(test)]
mod tests {
    use super::super::features::{Evidence, features};
    use super::super::main_act::Main;
    use super::super::possible::{both_look_back, can_be_one, out_of_time};
    use super::super::{Days, Figure, Happening, Party};
    use super::*;

    /// A bombing of a day in a place by somebody.
    fn bombing(day: Option<i32>, place: Option<u32>, who: u32) -> Happening {
        Happening {
            kinds: vec![14],
            modes: vec![3],
            roots: vec![4],
            place,
            point: place.map(|place| (place as f32, 40.0)),
            country: place.map(|_| 1),
            days: day.map(|day| Days { earliest: day, latest: day, told: true }),
            parties: vec![Party {
                actor: who,
                country: who,
                single: true,
                person: false,
                source: true,
                target: false,
            }],
            ..Happening::default()
        }
    }

    fn check(a: &Happening, b: &Happening, likeness: f32, expected: bool) {
        check_in(a, b, Evidence { likeness, ..texts() }, expected);
    }

    /// Two texts of which little is known.
    fn texts() -> Evidence {
        Evidence {
            likeness: 0.0,
            names: 0.5,
            counts: (0.0, false),
            main: Main::Unknown,
            same_origin: false,
            apart: 0,
            looked_back: false,
            one_season: false,
            season_open: false,
            alone: 1.0,
        }
    }

    fn check_in(a: &Happening, b: &Happening, evidence: Evidence, expected: bool) {
        let sure = |(score, _)| score >= super::super::SURE;
        let one = |a, b| can_be_one(a, b, 0) && weigh(&features(a, b, evidence), &WEIGHTS).is_some_and(sure);
        assert_eq!(one(a, b), expected, "{a:?} {b:?}");
        assert_eq!(one(b, a), expected, "the other way round");
        assert_eq!(features(a, b, evidence), features(b, a, evidence), "the other way round");
    }

    #[test]
    fn one_day_one_place_one_attacker() {
        check(&bombing(Some(5), Some(1), 1), &bombing(Some(5), Some(1), 1), 0.05, true);
        check(&bombing(Some(5), Some(1), 1), &bombing(Some(5), Some(1), 2), 0.05, false);
        check(&bombing(Some(5), Some(1), 1), &bombing(Some(5), Some(2), 1), 0.05, false);
        check(&bombing(Some(5), Some(1), 1), &bombing(Some(9), Some(1), 1), 0.9, false);
    }

    #[test]
    fn without_a_date_the_story_decides() {
        check(&bombing(None, None, 1), &bombing(None, None, 1), 0.5, true);
        check(&bombing(None, None, 1), &bombing(None, None, 1), 0.1, false);
        check(&bombing(None, None, 1), &bombing(None, None, 2), 0.5, false);
    }

    #[test]
    fn undated_acts_of_two_stories_of_one_sort_are_two() {
        let of_stories = |main: Main, day: Option<i32>, expected: bool| {
            check_in(
                &bombing(day, None, 1),
                &bombing(day, None, 1),
                Evidence { likeness: 0.5, main, ..texts() },
                expected,
            );
        };
        of_stories(Main::Unknown, None, true);
        of_stories(Main::Two, None, false);
        of_stories(Main::Two, Some(5), true);
    }

    #[test]
    fn one_noun_of_two_sorts_tells_of_two() {
        let election = |sort: u32| Happening { sorts: vec![(sort, 200)], ..bombing(None, None, 1) };
        let score = |a: &Happening, b: &Happening| {
            let evidence = Evidence { likeness: 0.3, ..texts() };
            weigh(&features(a, b, evidence), &WEIGHTS).map_or(0.0, |(score, _)| score)
        };
        let (parliament, president) = (election(1), election(2));
        assert!(score(&parliament, &president) < score(&parliament, &parliament));
        assert!(score(&parliament, &president) < score(&parliament, &bombing(None, None, 1)));
    }

    #[test]
    fn what_is_still_to_come_is_not_what_was() {
        let told = |day, happened| Happening { happened, planned: !happened, ..bombing(day, Some(1), 1) };
        let check = |a: (&Happening, Option<i32>), b: (&Happening, Option<i32>), expected| {
            assert_eq!(out_of_time(a, b), expected, "{a:?} {b:?}");
            assert_eq!(out_of_time(b, a), expected, "the other way round");
        };
        let (done, planned) = (told(Some(5), true), told(None, false));
        check((&done, Some(6)), (&planned, Some(9)), true);
        check((&done, Some(6)), (&planned, Some(4)), false);
        // What was told before the day has been another.
        check((&done, Some(6)), (&told(None, true), Some(2)), true);
        check((&done, Some(6)), (&told(None, true), Some(7)), false);
        check((&done, Some(6)), (&told(None, true), None), false);
    }

    #[test]
    fn nobody_dies_twice() {
        let death = |person: u32, day: Option<i32>| {
            let party =
                Party { person: true, target: true, source: false, ..bombing(None, None, person).parties[0] };
            Happening { kinds: vec![19], once: true, parties: vec![party], ..bombing(day, None, person) }
        };
        check(&death(1, Some(5)), &death(1, None), 0.1, true);
        check(&death(1, Some(5)), &death(2, None), 0.1, false);
    }

    #[test]
    fn another_one_is_not_the_one_that_the_text_is_about() {
        let another = Happening { another: true, ..bombing(None, None, 1) };
        check(&bombing(None, None, 1), &bombing(None, None, 1), 0.2, true);
        check(&another, &bombing(None, None, 1), 0.2, false);
    }

    #[test]
    fn what_is_remembered_is_what_its_news_opened_with() {
        let told = |lead| Happening { lead, ..bombing(Some(5), None, 1) };
        assert!(both_look_back((&told(true), Some(6)), (&told(false), Some(90))));
        assert!(!both_look_back((&told(false), Some(6)), (&told(true), Some(90))));
        assert!(!both_look_back((&told(true), Some(6)), (&told(false), Some(20))));
    }

    #[test]
    fn what_is_said_is_of_who_says_it() {
        let said = |kind: u8, speaker: u32| Happening {
            kinds: vec![kind],
            parties: Vec::new(),
            doers: vec![(speaker, 200)],
            ..bombing(Some(5), None, 0)
        };
        let accuse = super::super::kinds::kind_code("ACCUSE");
        assert!(!can_be_one(&said(accuse, 1), &said(accuse, 2), 0));
        assert!(can_be_one(&said(accuse, 1), &said(accuse, 1), 0));
        assert!(can_be_one(&said(14, 1), &said(14, 2), 0));
    }

    #[test]
    fn what_one_does_to_the_other_is_not_what_the_other_does_to_it() {
        let expelling = |by: u32, whom: u32| {
            let party = |actor, source| Party {
                actor,
                country: actor,
                single: true,
                person: false,
                source,
                target: !source,
            };
            let mut parties = vec![party(by, true), party(whom, false)];
            parties.sort();
            Happening { parties, ..bombing(Some(5), None, 0) }
        };
        check(&expelling(1, 2), &expelling(1, 2), 0.5, true);
        check(&expelling(1, 2), &expelling(2, 1), 0.5, false);
        // "Diplomats of the second are expelled" is no expulsion by the second.
        let expelled = |whom: u32| {
            let both = expelling(1, whom);
            Happening { parties: both.parties.into_iter().filter(|party| party.target).collect(), ..both }
        };
        check(&expelled(2), &expelling(1, 2), 0.5, true);
        check(&expelled(2), &expelling(2, 1), 0.5, false);
    }

    #[test]
    fn a_meeting_has_no_first_side_but_its_own_persons() {
        // Two countries, and the persons of each by number.
        let meeting = |sides: [(u32, u32); 2]| {
            let party = |(country, actor): (u32, u32), source: bool| Party {
                actor,
                country,
                single: true,
                person: true,
                source,
                target: !source,
            };
            let mut parties = vec![party(sides[0], true), party(sides[1], false)];
            parties.sort();
            let words = |source: bool| {
                let of_side = parties.iter().filter(|party: &&Party| party.source == source);
                of_side.flat_map(|party| [(party.country, 90), (party.actor, 240)]).collect()
            };
            let (doers, done_to) = (words(true), words(false));
            let meeting = bombing(Some(5), None, 0);
            Happening { kinds: vec![1], modes: vec![2], mutual: true, parties, doers, done_to, ..meeting }
        };
        let (minister, his_host, her_president) = ((1, 10), (2, 20), (2, 21));
        check(&meeting([minister, his_host]), &meeting([his_host, minister]), 0.3, true);
        check(&meeting([minister, his_host]), &meeting([minister, her_president]), 0.3, false);
    }

    #[test]
    fn figures_that_nobody_rounds_tell_two_apart() {
        let counting = |number: f32| Happening {
            figures: vec![Figure { what: 9, low: number, high: number }],
            ..bombing(None, None, 1)
        };
        check(&counting(23.0), &counting(23.0), 0.2, true);
        check(&counting(23.0), &counting(26.0), 0.2, false);
    }
}
