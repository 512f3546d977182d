//! Who held which office when, and what that makes of the persons of an article.

use super::rules::Term;
use super::rules::tables::{Owner, Role};
use super::{ActorSort, Actors, Rules};
use chrono::NaiveDate;

/// How far from a term a date may lie for the office still to name its holder: articles speak of the just
/// elected and of those who left some months ago.
const NEAR: i64 = 200;

/// The code of a person on a day: that of the office held then; after the last one an official is a former
/// official, while rebels, activists and business people stay what they were; without a day, the code of the
/// last office, of those with one holder before others.
pub fn code_on(rules: &Rules, person: usize, date: Option<NaiveDate>) -> String {
    let roles = &rules.persons[person].roles;
    let office = |role: &Role| &rules.offices[rules.posts[role.post].office];
    let Some(date) = date else {
        let known = roles.iter().max_by_key(|role| office(role).single);
        return known.map(|role| role_code(rules, role)).unwrap_or_default();
    };
    let held = roles.iter().filter(|role| role.term.may_include(date)).max_by_key(|role| weight(rules, role));
    if let Some(role) = held {
        return role_code(rules, role);
    }
    let past = roles.iter().rev().find(|role| role.term.end.is_some_and(|(_, last)| last < date));
    match past {
        Some(role) if is_of_the_state(&office(role).sector) => country_code(rules, role, "ELI"),
        Some(role) => role_code(rules, role),
        None => roles.first().map(|role| country_code(rules, role, "")).unwrap_or_default(),
    }
}

/// Whether those who leave an office of this sector are former officials.
fn is_of_the_state(sector: &str) -> bool {
    matches!(sector, "" | "GOV" | "MIL" | "COP" | "SPY" | "JUD" | "LEG")
}

/// Of several offices at a time the one that begins latest counts; those in government before others.
fn weight(rules: &Rules, role: &Role) -> (bool, Option<NaiveDate>) {
    let office = &rules.offices[rules.posts[role.post].office];
    (
        office.single || matches!(rules.posts[role.post].owner, Owner::Thing(_)),
        role.term.begin.map(|(first, _)| first),
    )
}

fn role_code(rules: &Rules, role: &Role) -> String {
    let post = &rules.posts[role.post];
    country_code(rules, role, &rules.offices[post.office].sector)
}

fn country_code(rules: &Rules, role: &Role, sector: &str) -> String {
    match rules.posts[role.post].owner {
        Owner::State(state) if sector.is_empty() => rules.states[state].code.clone(),
        Owner::State(state) => format!("{}.{sector}", rules.states[state].code),
        Owner::Thing(thing) => rules.things[thing].code.clone(),
    }
}

/// Whether a person ever held one of the offices, for that owner if one is given; any office will do where
/// none is given.
pub fn may_hold(rules: &Rules, person: usize, offices: &[usize], owner: Option<Owner>) -> bool {
    rules.persons[person].roles.iter().any(|role| fits(rules, role, offices, owner))
}

fn fits(rules: &Rules, role: &Role, offices: &[usize], owner: Option<Owner>) -> bool {
    let post = &rules.posts[role.post];
    offices.contains(&post.office) && owner.is_none_or(|owner| post.owner == owner)
}

/// Of several persons the one who held such an office on the day, or within some months of it.
pub fn nearest(
    rules: &Rules,
    persons: &[usize],
    offices: &[usize],
    owner: Option<Owner>,
    date: NaiveDate,
) -> Option<usize> {
    let distance = |person: usize| {
        let roles = rules.persons[person].roles.iter().filter(|role| fits(rules, role, offices, owner));
        roles.map(|role| role.term.distance(date)).min()
    };
    let mut near: Vec<(i64, usize)> = persons
        .iter()
        .filter_map(|&person| Some((distance(person)?, person)))
        .filter(|(days, _)| *days <= NEAR)
        .collect();
    near.sort_unstable();
    match near.as_slice() {
        [(_, person)] => Some(*person),
        [(first, person), (second, _), ..] if first < second => Some(*person),
        _ => None,
    }
}

impl Rules {
    /// The terms in which a person of the table held a post: what `Secretary of State Rex Tillerson` says of
    /// the time of writing. Ids are those of [`super::Actor::id`] and [`super::RoleMention::post`].
    pub fn terms(&self, person: &str, post: &str) -> Vec<Term> {
        let person = self.person_ids.get(person).map(|&person| &self.persons[person]);
        let roles = person.into_iter().flat_map(|row| &row.roles);
        roles.filter(|role| self.posts[role.post].id == post).map(|role| role.term).collect()
    }

    /// Who held a post on a day: id and name; nobody where the table does not know or names several.
    pub fn holder(&self, post: &str, day: NaiveDate) -> Option<(&str, &str)> {
        let post = &self.posts[*self.post_ids.get(post)?];
        self.holder_of(post, day)
            .map(|person| (self.persons[person].id.as_str(), self.persons[person].name.as_str()))
    }

    fn holder_of(&self, post: &super::rules::tables::Post, day: NaiveDate) -> Option<usize> {
        let mut held = post.holders.iter().filter(|(_, term)| term.may_include(day));
        let first = held.next()?;
        // On the day of a hand-over the office is the new holder's.
        let last = held.next_back().unwrap_or(first);
        (self.offices[post.office].single || last.0 == first.0).then_some(last.0)
    }
}

/// Resolves what hangs on the date once it is known: offices without a name to their holders, and the codes
/// of persons to the offices that they held then.
pub fn hold_offices(actors: &mut Actors, rules: &Rules, date: Option<NaiveDate>) {
    let Some(date) = date else { return };
    for actor in &mut actors.actors {
        if actor.sort == ActorSort::Person
            && actor.known
            && let Some(&person) = rules.person_ids.get(actor.id.as_str())
        {
            actor.code = code_on(rules, person, Some(date));
        }
    }
    for index in 0..actors.actors.len() {
        let actor = &actors.actors[index];
        if actor.known || actor.named || actor.sort != ActorSort::Person {
            continue;
        }
        let Some(&post) = rules.post_ids.get(actor.id.as_str()) else { continue };
        let Some(person) = rules.holder_of(&rules.posts[post], date) else { continue };
        let row = &rules.persons[person];
        match actors.actors.iter().position(|other| other.id == row.id) {
            Some(other) => actors
                .mentions
                .iter_mut()
                .filter(|mention| mention.actor == index)
                .for_each(|mention| mention.actor = other),
            None => {
                let actor = &mut actors.actors[index];
                actor.id.clone_from(&row.id);
                actor.name.clone_from(&row.name);
                actor.code = code_on(rules, person, Some(date));
                actor.known = true;
                actor.sex = row.sex;
            }
        }
    }
}
