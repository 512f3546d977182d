//! Which happenings of two texts can be one at all, before anything is weighed.

use super::Days;
use super::date::tolerance;
use super::features::like;
use super::happening::{Happening, Party};
use super::kinds::{are_kin, is_spoken};
use super::wording::shared;

/// Days between two publications beyond which news without dates of its own is not of one happening.
const FAR_APART: i32 = 21;

/// Whether two happenings can be one at all: no dates that exclude each other, no different countries, a word or a
/// family of kinds in common, nobody who does it here and suffers it there, not `apart` by weeks.
pub(super) fn can_be_one(a: &Happening, b: &Happening, apart: i32) -> bool {
    let kin = || a.kinds.iter().any(|&x| b.kinds.iter().any(|&y| are_kin(x, y))) || like(a, b);
    if apart > FAR_APART || !kin() && shared(&a.roots, &b.roots) == 0 {
        return false;
    }
    if let (Some(x), Some(y)) = (a.country, b.country)
        && x != y
    {
        return false;
    }
    if !mutual(a, b) && turned_round(a, b) || said_by_others(a, b) {
        return false;
    }
    match (a.days, b.days) {
        (Some(x), Some(y)) => x.gap(y) <= tolerance(x.told && y.told),
        _ => true,
    }
}

/// Whether one text tells as over what, by the other, was still to come when it was published: what somebody is still
/// about to do he has not done, and what was done was not done later.
pub(super) fn out_of_time(a: (&Happening, Option<i32>), b: (&Happening, Option<i32>)) -> bool {
    let contradicts = |(one, _): (&Happening, Option<i32>), (other, published): (&Happening, Option<i32>)| {
        let Some((days, published)) = one.days.zip(published) else { return false };
        one.happened && other.planned && published - days.latest > MIDNIGHT
            || other.happened && other.days.is_none() && days.earliest - published > MIDNIGHT
    };
    contradicts(a, b) || contradicts(b, a)
}

/// Days by which clocks and late editions can be out.
const MIDNIGHT: i32 = 1;

/// Whether both are something that is said, and by others here than there: no word and no country of those who say it
/// is the same.
fn said_by_others(a: &Happening, b: &Happening) -> bool {
    let spoken = |happening: &Happening| happening.kinds.iter().all(|&kind| is_spoken(kind));
    let sources = |happening: &Happening| -> Vec<Party> {
        happening.parties.iter().copied().filter(|party| party.source).collect()
    };
    let (x, y) = (sources(a), sources(b));
    let kin = x.iter().any(|one| y.iter().any(|other| kin_parties(one, other)));
    let words = a.doers.iter().any(|(word, _)| b.doers.iter().any(|(other, _)| other == word));
    spoken(a) && spoken(b) && !kin && !words && !a.doers.is_empty() && !b.doers.is_empty()
}

/// Whether the two tell of what people do with one another, so that their sides say nothing.
pub(super) fn mutual(a: &Happening, b: &Happening) -> bool {
    a.mutual || b.mutual
}

/// Whether those who do it here are those to whom it is done there: two states expel each other's diplomats. One side
/// that is turned round is enough, if both say who stands on it; "Russian diplomats are expelled" is not what Russia
/// does to the diplomats of Britain. Who does it together with somebody stands on both sides, and tells nothing.
fn turned_round(a: &Happening, b: &Happening) -> bool {
    let (source, target): (fn(&Party) -> bool, fn(&Party) -> bool) =
        (|party| party.source && !party.target, |party| party.target && !party.source);
    let meets = |x: &Happening, side: fn(&Party) -> bool, y: &Happening, other: fn(&Party) -> bool| {
        let one = x.parties.iter().filter(|party| side(party));
        one.clone().any(|party| {
            y.parties.iter().filter(|other_party| other(other_party)).any(|other| kin_parties(party, other))
        })
    };
    let says = |x: &Happening, side: fn(&Party) -> bool| {
        x.parties.iter().any(|party| side(party) && (party.single || party.country != 0))
    };
    let done_here_suffered_there = meets(a, source, b, target) && (says(a, target) || says(b, source));
    let suffered_here_done_there = meets(a, target, b, source) && (says(a, source) || says(b, target));
    (done_here_suffered_there || suffered_here_done_there)
        && !meets(a, source, b, source)
        && !meets(a, target, b, target)
}

/// Whether two are one, or of one country.
pub(super) fn kin_parties(x: &Party, y: &Party) -> bool {
    x.actor == y.actor || x.country != 0 && x.country == y.country
}

/// News without a date of its own is mostly of the days before it was published. So many days more than that lie
/// between two publications, or between a publication and the day that the other telling has.
pub(super) fn apart(a: &Happening, b: &Happening, published: (Option<i32>, Option<i32>)) -> i32 {
    // A year that is over is a date for acts of which it has few; the year of the news says that it is news.
    let few = shared(&a.seldom, &b.seldom) > 0
        || a.country.is_some() && a.country == b.country
        || a.parties.iter().any(|x| b.parties.iter().any(|y| kin_parties(x, y)));
    let dated = |happening: &Happening, published: Option<i32>| {
        happening.days.filter(|days| days.length() <= 31 || few && looks_back(happening, published))
    };
    let recent = |published: Option<i32>, days: Days| match published {
        Some(published) => (published - days.latest - 3).max(days.earliest - published - 1).max(0),
        None => 0,
    };
    match (dated(a, published.0), dated(b, published.1)) {
        (Some(_), Some(_)) => 0,
        (Some(days), None) => recent(published.1, days),
        (None, Some(days)) => recent(published.0, days),
        (None, None) => published.0.zip(published.1).map_or(0, |(x, y)| ((x - y).abs() - 2).max(0)),
    }
}

/// Days after which a text looks back: what is still told then, with its date, is what people remember.
const LONG_PAST: i32 = 10;

/// Days after which what is still told of a day is what its news was about.
const REMEMBERED: i32 = 45;

/// Whether both texts look back on what they tell, or one remembers what the other opened with when it was news.
pub(super) fn both_look_back(a: (&Happening, Option<i32>), b: (&Happening, Option<i32>)) -> bool {
    let remembers = |(happening, published): (&Happening, Option<i32>),
                     (other, news): (&Happening, Option<i32>)| {
        other.lead && !looks_back(other, news) && lies_back(happening, published, REMEMBERED)
    };
    looks_back(a.0, a.1) && looks_back(b.0, b.1) || remembers(a, b) || remembers(b, a)
}

/// Whether a text published on a day looks back on a happening.
pub(super) fn looks_back(happening: &Happening, published: Option<i32>) -> bool {
    lies_back(happening, published, LONG_PAST)
}

/// Whether more than so many days lie between a happening and the publication of a text that tells of it.
fn lies_back(happening: &Happening, published: Option<i32>, days: i32) -> bool {
    published.zip(happening.days).is_some_and(|(published, told)| published - told.latest > days)
}
