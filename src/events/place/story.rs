//! The country that an article is about.

use super::super::PlaceMention;
use super::super::reading::country_code;
use super::dateline::Dateline;
use crate::actors::{Actors, MentionForm};
use std::collections::HashSet;

/// How many sentences must speak of a country, at least, for an article to be about it that names another one too.
const FEWEST: usize = 3;

/// What an article is about.
pub(super) struct About<'a> {
    pub country: &'a str,
    /// Whether it speaks of it so often that a passing word on another state would not do.
    pub is_plain: bool,
}

/// The only country of which an article speaks, or else the one of which at least three sentences speak, and twice as many as of any
/// other; or more than of any other, where the article is dated from there. That counts as one more sentence.
pub(super) fn country<'a>(
    actors: &'a Actors,
    places: &'a [PlaceMention],
    dateline: Option<&'a Dateline>,
) -> Option<About<'a>> {
    let named = actors.mentions.iter().filter(|mention| mention.form != MentionForm::Pronoun);
    let of_actors = named.filter_map(|mention| {
        let code = &actors.actors[mention.actor].code;
        // An agency tells the news, wherever it is from.
        country_code(code).filter(|_| !code.ends_with(".JRN")).map(|country| (mention.sentence, country))
    });
    let of_places = places.iter().filter_map(|place| Some((place.sentence, place.country.as_deref()?)));
    let of_dateline = dateline.and_then(|one| one.place.country.as_deref());
    let told: HashSet<(usize, &str)> = of_actors.chain(of_places).collect();
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for country in told.into_iter().map(|(_, country)| country).chain(of_dateline) {
        match counts.iter_mut().find(|(known, _)| *known == country) {
            Some((_, count)) => *count += 1,
            None => counts.push((country, 1)),
        }
    }
    let &(first, most) = counts.iter().max_by_key(|&&(country, count)| (count, country))?;
    let next = counts.iter().filter(|&&(country, _)| country != first).map(|&(_, count)| count).max();
    let dated = of_dateline == Some(first);
    let is_plain = most >= FEWEST;
    next.is_none_or(|next| is_plain && (most >= 2 * next || dated && most > next))
        .then_some(About { country: first, is_plain })
}
