//! Names that the gazetteer does not hold and that the words around them make places: "the town of Njilan", "Saada
//! province", "in Vail, Arizona".

use super::super::rule::Rules;
use super::super::{Extent, PlaceMention};
use crate::actors::{ActorSort, Actors};
use crate::article::Location;
use crate::dates::Expression;
use crate::language::{Document, Relation, Sentence, Upos, Xpos};
use std::ops::Range;

/// How many words a name has at most.
const LONGEST: usize = 6;

/// The unlisted places of a document, in reading order; `known` are those that are known already.
pub(super) fn find(
    document: &Document,
    actors: &Actors,
    known: &[PlaceMention],
    expressions: &[Expression],
    rules: &Rules,
) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let here: Vec<&PlaceMention> = known.iter().filter(|place| place.sentence == index).collect();
        let mut taken = vec![false; sentence.tokens.len()];
        let mut take = |tokens: &Range<usize>| {
            taken[tokens.start..tokens.end.min(sentence.tokens.len())].fill(true);
        };
        here.iter().for_each(|place| take(&place.tokens));
        expressions.iter().filter(|one| one.sentence == index).for_each(|one| take(&one.tokens));
        let named = actors.mentions.iter().filter(|mention| {
            let actor = &actors.actors[mention.actor];
            mention.sentence == index && (actor.named || actor.sort == ActorSort::State)
        });
        named.for_each(|mention| take(&mention.tokens));
        let view = View { sentence, here, rules, taken };
        let mut at = 0;
        while at < sentence.tokens.len() {
            let name = view.name_at(at);
            at = name.end.max(at + 1);
            if let Some((tokens, country, extent)) = view.place_of(name) {
                let span = sentence.span_of(tokens.clone());
                let words = sentence.tokens[tokens.clone()].iter().map(|token| token.form.as_str());
                found.push(PlaceMention {
                    name: words.collect::<Vec<_>>().join(" ").replace(" - ", "-").replace(" 's", "'s"),
                    country,
                    coordinates: None,
                    extent,
                    location: Location::new(sentence.part, span),
                    sentence: index,
                    tokens,
                });
            }
        }
    }
    found
}

/// A sentence and what of it is known to be somebody, a time or a place.
struct View<'a> {
    sentence: &'a Sentence,
    here: Vec<&'a PlaceMention>,
    rules: &'a Rules,
    taken: Vec<bool>,
}

impl View<'_> {
    fn lower(&self, at: usize) -> &str {
        self.sentence.tokens.get(at).map_or("", |token| token.lower.as_str())
    }

    fn lemma(&self, at: usize) -> &str {
        self.sentence.tokens.get(at).map_or("", |token| token.lemma.as_str())
    }

    fn is_name(&self, at: usize) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| {
            token.upos == Upos::Propn && !self.taken[at] && token.form.starts_with(char::is_uppercase)
        })
    }

    /// The words of the name that begins at a token; none where none does.
    fn name_at(&self, begin: usize) -> Range<usize> {
        let mut end = begin;
        // "al-Rankus"
        let article = matches!(self.lower(begin), "al" | "el" | "as" | "ar" | "an" | "ash" | "at" | "ad")
            && self.lower(begin + 1) == "-"
            && self.is_name(begin + 2);
        if article {
            end = begin + 2;
        } else if !self.is_name(begin) {
            return begin..begin;
        }
        while self.is_name(end) || self.binds(end) {
            end += 1;
        }
        begin..end
    }

    /// "Neuhausen am Rheinfall", "Deir al-Adas".
    fn binds(&self, at: usize) -> bool {
        let within = ["de", "da", "do", "del", "la", "al", "el", "am", "an", "der", "sur", "-", "'s"];
        within.contains(&self.lower(at))
            && !self.taken[at]
            && (self.is_name(at + 1) || self.is_name(at + 2) && self.lower(at + 1) == "-")
            && (self.lower(at) != "'s" || self.lemma(at + 1) == "square")
    }

    fn is_class(&self, class: &str, at: usize) -> bool {
        self.rules.in_class(class, self.lemma(at)) || self.rules.in_class(class, self.lower(at))
    }

    /// What the words around a name make of it: the words of the place, its country, how large it is.
    fn place_of(&self, name: Range<usize>) -> Option<(Range<usize>, Option<String>, Extent)> {
        if name.is_empty() || name.len() > LONGEST {
            return None;
        }
        let before = name.start.checked_sub(1)?;
        let article = self.lower(before) == "the";
        let preposition = if article { before.checked_sub(1)? } else { before };
        let country = self.larger_behind(name.end);
        let extent = |noun: usize| {
            if self.is_class("region-noun", noun) { Extent::Region } else { Extent::Site }
        };
        // "the town of Njilan"
        if self.lower(before) == "of"
            && let Some(noun) = before.checked_sub(1).filter(|&noun| self.is_class("place-noun", noun))
        {
            return Some((name, country.flatten(), extent(noun)));
        }
        let stands = self.is_locative(preposition) || self.is_described(before);
        // "Saada province", "Menagh Air Base"
        let last = name.end - 1;
        if name.len() > 1 && self.is_class("place-noun", last) && stands {
            return Some((name, country.flatten(), extent(last)));
        }
        if self.is_class("place-noun", name.end) && stands {
            let extent = extent(name.end);
            let end = name.end + usize::from(extent == Extent::Site);
            return Some((name.start..end, country.flatten(), extent));
        }
        // "Mount Cermis"
        if name.len() > 1 && self.is_class("place-beginning", name.start) && stands {
            return Some((name, country.flatten(), Extent::Site));
        }
        // "in Vail, Arizona"
        let there = self.is_locative(preposition) && self.lower(preposition) != "to";
        let country = country.filter(|_| there && !self.is_abroad(&name))?;
        Some((name, country, Extent::Site))
    }

    /// The country of a region or state that is named right behind a comma.
    fn larger_behind(&self, end: usize) -> Option<Option<String>> {
        if self.lower(end) != "," {
            return None;
        }
        let larger = self.here.iter().find(|place| {
            place.tokens.start == end + 1 && (place.extent > Extent::Site || place.coordinates.is_some())
        })?;
        // "In talks at Siemens, Germany agreed": the state acts.
        let acts = larger.tokens.clone().any(|at| {
            self.sentence
                .tokens
                .get(at)
                .is_some_and(|token| matches!(token.relation, Relation::Nsubj | Relation::NsubjPass))
        });
        (!acts).then(|| larger.country.clone())
    }

    /// A company or a paper is where it is, and no place: "at Acme Corp., Texas".
    fn is_abroad(&self, name: &Range<usize>) -> bool {
        name.clone().any(|at| self.sentence.tokens[at].form.ends_with('.'))
            || name.clone().all(|at| self.sentence.tokens[at].form.chars().all(char::is_uppercase))
    }

    fn is_locative(&self, at: usize) -> bool {
        self.sentence.tokens[at].xpos == Xpos::In && self.rules.in_class("locative", self.lower(at))
            || matches!(self.lower(at), "to" | "toward" | "towards")
    }

    /// "southern Saada province", "Yemen's Saada province".
    fn is_described(&self, before: usize) -> bool {
        self.sentence.tokens[before].upos == Upos::Adj || self.lower(before) == "'s" || self.taken[before]
    }
}
