//! Whether the time that two tellings speak of has seen one such act only.

use super::Days;
use super::features::{Evidence, another_sort, like, words_for};
use super::happening::{Happening, Party};
use super::kinds::kind_code;
use super::possible::{kin_parties, mutual};
use super::wording::shared;

/// So many known by name who act together do one thing on a day.
const COMPANY: usize = 3;

/// From what share of their words on two tellings speak of one thing that it is done to.
const SAME_OBJECT: f32 = 0.5;

/// How sure it is that the time which both tell has seen one such act only: a veto, a coup; an act that both texts
/// look back on; what one does to the other, told with one word; what two known by name do with one another; what
/// several states do together on a day. `day` says how far the days agree.
pub(super) fn few_in_that_time(a: &Happening, b: &Happening, day: f32, evidence: &Evidence) -> f32 {
    let looked_back = evidence.looked_back;
    let one_word = shared(&a.roots, &b.roots) > 0;
    let like_acts = shared(&a.modes, &b.modes) > 0 || like(a, b);
    let one_act = shared(&a.modes, &b.modes) > 0 || one_word && (like(a, b) || either_is_plain(a, b));
    if a.once && b.once && of_one_person(a, b) {
        return 1.0;
    }
    let one_country = || a.country.is_some() && a.country == b.country;
    if evidence.one_season && a.seasonal && b.seasonal && one_country() && another_sort(a, b) == 0.0 {
        return 0.8;
    }
    let seldom = shared(&a.seldom, &b.seldom) > 0;
    // Of acts that are rare, people remember one in a year.
    let in_one_year = || looked_back && seldom && lasting(a, b, YEAR);
    // What two outlets report on two days is of the day before the first, or of the first.
    let reported = |x: Days, y: Days| !x.told && !y.told && x.gap(y) == 1;
    let in_turn =
        || seldom && from_one_to_the_other(a, b) && a.days.zip(b.days).is_some_and(|(x, y)| reported(x, y));
    if in_one_year() || in_turn() || looked_back && remembered(a, b, like_acts, one_act) {
        return 0.6;
    }
    let day = day.max(0.0);
    let with_one_another = || mutual(a, b) && like_acts && the_same_two(a, b);
    let in_company = || like_acts && the_same_company(a, b);
    if seldom || looked_back && one_act || with_one_another() || in_company() {
        day
    } else if one_word && from_one_to_the_other(a, b) {
        0.8 * day
    } else {
        0.0
    }
}

/// Whether two texts that look back on a month, or on a year, remember one act of it: like acts of one doer in one
/// country, one act done to the same, or in a year's time one done to what both name in the same words.
fn remembered(a: &Happening, b: &Happening, like_acts: bool, one_act: bool) -> bool {
    let one_country = || a.country.is_some() && a.country == b.country;
    let same_object = || words_for(&a.done_to, &b.done_to)[0] >= SAME_OBJECT;
    let (doer, sufferer) = (meet(a, b, |party| party.source), meet(a, b, |party| party.target));
    lasting(a, b, MONTH) && (like_acts && doer && one_country() || one_act && (doer || sufferer))
        || lasting(a, b, YEAR) && one_act && sufferer && same_object()
}

/// Whether one of the two says nothing of the manner of the act: an attack.
fn either_is_plain(a: &Happening, b: &Happening) -> bool {
    a.modes.is_empty() || b.modes.is_empty()
}

/// Whether both tell of what befell a person known by name, and the same one. Of a death the dead may be told as those who
/// do it.
fn of_one_person(a: &Happening, b: &Happening) -> bool {
    let died = |of: &Happening| of.kinds.iter().all(|&kind| kind == kind_code("DIE"));
    let persons = |of: &Happening| -> Vec<u32> {
        let befallen = of.parties.iter().filter(|party| party.person && (party.target || died(of)));
        befallen.map(|party| party.actor).collect()
    };
    let (x, y) = (persons(a), persons(b));
    !x.is_empty() && x == y
}

/// The days of a month, and of a year.
const MONTH: std::ops::RangeInclusive<i32> = 28..=31;
const YEAR: std::ops::RangeInclusive<i32> = 300..=366;

/// Whether the longer of the two spans lasts so many days, and holds a day of the other.
fn lasting(a: &Happening, b: &Happening, days: std::ops::RangeInclusive<i32>) -> bool {
    a.days.zip(b.days).is_some_and(|(x, y)| days.contains(&x.length().max(y.length())) && x.gap(y) == 0)
}

/// Whether both name the same for those who do it and the same for those to whom it is done.
fn from_one_to_the_other(a: &Happening, b: &Happening) -> bool {
    meet(a, b, |party| party.source) && meet(a, b, |party| party.target)
}

/// Whether somebody known by name, or somebody of one country, stands on a side in both.
fn meet(a: &Happening, b: &Happening, side: fn(&Party) -> bool) -> bool {
    let known = |party: &&Party| side(party) && (party.single || party.country != 0);
    a.parties.iter().filter(known).any(|x| b.parties.iter().filter(known).any(|y| kin_parties(x, y)))
}

/// Whether the same several, known by name, do it here and there.
fn the_same_company(a: &Happening, b: &Happening) -> bool {
    let doers = |of: &Happening| -> Vec<u32> {
        of.parties.iter().filter(|party| party.single && party.source).map(|party| party.actor).collect()
    };
    let (x, y) = (doers(a), doers(b));
    x.len() >= COMPANY && x == y
}

/// Whether both name the same two, a person among them.
fn the_same_two(a: &Happening, b: &Happening) -> bool {
    let both: Vec<&Party> = a
        .parties
        .iter()
        .filter(|party| party.single && b.parties.iter().any(|other| other.actor == party.actor))
        .collect();
    both.len() > 1 && both.iter().any(|party| party.person)
}

#[cfg(test)]
mod tests {
    use super::super::main_act::Main;
    use super::*;

    const LOOKED_BACK: Evidence = Evidence {
        likeness: 0.0,
        names: 0.0,
        counts: (0.0, false),
        main: Main::Unknown,
        same_origin: false,
        apart: 0,
        looked_back: true,
        one_season: false,
        season_open: false,
        alone: 1.0,
    };
    const NEWS: Evidence = Evidence { looked_back: false, ..LOOKED_BACK };

    /// An air strike by one state on another, in a span of days.
    fn strike(days: (i32, i32), by: u32, on: u32) -> Happening {
        let party = |country: u32, source: bool| Party {
            actor: country,
            country,
            single: true,
            person: false,
            source,
            target: !source,
        };
        Happening {
            kinds: vec![kind_code("ASSAULT")],
            modes: vec![3],
            ways: vec![1],
            country: Some(on),
            days: Some(Days { earliest: days.0, latest: days.1, told: true }),
            parties: vec![party(by, true), party(on, false)],
            ..Happening::default()
        }
    }

    fn check(a: &Happening, b: &Happening, evidence: &Evidence, day: f32, expected: f32) {
        assert_eq!(few_in_that_time(a, b, day, evidence), expected, "{a:?} {b:?}");
        assert_eq!(few_in_that_time(b, a, day, evidence), expected, "the other way round");
    }

    #[test]
    fn of_a_month_people_remember_one() {
        let (month, day) = (strike((100, 130), 1, 2), strike((107, 107), 1, 2));
        check(&month, &day, &LOOKED_BACK, 0.4, 0.6);
        check(&month, &day, &NEWS, 0.4, 0.0);
        // One who has entered a war by like acts.
        let entry = Happening { modes: vec![4], ..strike((100, 130), 1, 2) };
        check(&month, &entry, &LOOKED_BACK, 0.4, 0.6);
        check(&month, &Happening { modes: vec![4], ..strike((100, 130), 5, 2) }, &LOOKED_BACK, 0.4, 0.0);
    }

    #[test]
    fn of_a_year_only_what_is_done_to_the_same_thing() {
        let on = |days, thing: u32| Happening { done_to: vec![(thing, 200)], ..strike(days, 1, 2) };
        check(&on((100, 465), 7), &on((107, 107), 7), &LOOKED_BACK, 0.0, 0.6);
        check(&on((100, 465), 7), &on((107, 107), 8), &LOOKED_BACK, 0.0, 0.0);
    }

    #[test]
    fn states_that_act_together_do_one_thing_on_a_day() {
        let by = |others: &[u32], way: u8| {
            let mut act = strike((100, 100), 1, 9);
            let first = act.parties[0];
            act.parties.extend(others.iter().map(|&actor| Party { actor, country: actor, ..first }));
            act.parties.sort();
            Happening { modes: vec![u32::from(way)], ways: vec![way], country: None, ..act }
        };
        let broke = Happening { modes: vec![8], ..by(&[2, 3], 1) };
        check(&broke, &by(&[2, 3], 1), &NEWS, 1.0, 1.0);
        check(&broke, &by(&[2, 3], 2), &NEWS, 1.0, 0.0);
        check(&Happening { modes: vec![8], ..by(&[2], 1) }, &by(&[2], 1), &NEWS, 1.0, 0.0);
    }
}
