//! Names that the gazetteer does not hold and that the words around them make places: "the town of Njilan", "Saada
//! province", "in Vail, Arizona".

use super::super::rule::Rules;
use super::super::{Extent, PlaceMention};
use crate::actors::{ActorSort, Actors};
use crate::article::Location;
use crate::dates::Expression;
use crate::language::{Document, Relation, Sentence, Upos, Xpos};
use std::collections::HashSet;
use std::ops::Range;

/// How many words a name has at most.
const LONGEST: usize = 7;

/// How many words a name has at most that nothing but its place in the sentence tells of.
const LONGEST_ALONE: usize = 3;

/// How many words and hyphens bind its parts at most, and the part behind them: "Coteau-du-Lac".
const BINDERS: usize = 4;

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
            let somebody = actor.named || actor.sort == ActorSort::State;
            mention.sentence == index && somebody && !is_settlement(sentence, mention.tokens.start)
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
                    kind: String::new(),
                    location: Location::new(sentence.part, span),
                    sentence: index,
                    tokens,
                });
            }
        }
    }
    let more = repeated(document, &found, known, actors);
    found.extend(more);
    found
}

/// "near Hardan … Soldiers left Hardan": a name that is once told to be a town's is that town's wherever it stands alone.
fn repeated(
    document: &Document,
    found: &[PlaceMention],
    known: &[PlaceMention],
    actors: &Actors,
) -> Vec<PlaceMention> {
    let mut more: Vec<PlaceMention> = Vec::new();
    let is_name =
        |sentence: &Sentence, at: usize| sentence.tokens.get(at).is_some_and(|word| word.upos == Upos::Propn);
    let mut seen = HashSet::new();
    for place in found.iter().filter(|place| place.extent == Extent::Site && seen.insert(&place.name)) {
        let forms = |sentence: usize, tokens: Range<usize>| {
            document.sentences[sentence].tokens[tokens].iter().map(|word| word.form.as_str())
        };
        for (index, sentence) in document.sentences.iter().enumerate() {
            let last = (sentence.tokens.len() + 1).saturating_sub(place.tokens.len());
            for begin in 0..last {
                let tokens = begin..begin + place.tokens.len();
                let touches = |other: &PlaceMention| {
                    other.sentence == index
                        && other.tokens.start < tokens.end
                        && tokens.start < other.tokens.end
                };
                let somebody = || {
                    actors.mentions.iter().any(|one| {
                        one.sentence == index
                            && actors.actors[one.actor].named
                            && one.tokens.start < tokens.end
                            && tokens.start < one.tokens.end
                    })
                };
                let alone = !is_name(sentence, tokens.end)
                    && begin.checked_sub(1).is_none_or(|before| !is_name(sentence, before));
                let same = forms(index, tokens.clone()).eq(forms(place.sentence, place.tokens.clone()));
                if same
                    && alone
                    && is_name(sentence, begin)
                    && !found.iter().chain(known).chain(&more).any(touches)
                    && !somebody()
                {
                    let location = sentence.location_of(tokens.clone());
                    more.push(PlaceMention { location, sentence: index, tokens, ..place.clone() });
                }
            }
        }
    }
    more
}

/// "the city of West": whatever else a name is known for, here it is a town's.
fn is_settlement(sentence: &Sentence, name: usize) -> bool {
    let lower = |back: usize| name.checked_sub(back).map_or("", |at| sentence.tokens[at].lower.as_str());
    lower(1) == "of" && matches!(lower(2), "city" | "town" | "village" | "hamlet") && lower(3) == "the"
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
            (token.upos == Upos::Propn || self.is_bound(at))
                && !self.taken[at]
                && token.form.starts_with(char::is_uppercase)
        })
    }

    /// "al-Adas": what stands behind an Arabic article is a name whatever it is tagged.
    fn is_bound(&self, at: usize) -> bool {
        at.checked_sub(2)
            .is_some_and(|article| self.lower(at - 1) == "-" && matches!(self.lower(article), "al" | "el"))
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
        while self.is_name(end) || self.goes_on(end) || self.binds(end) {
            end += 1;
        }
        begin..end
    }

    /// "Kruger National Park": an adjective within a name.
    fn goes_on(&self, at: usize) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| {
            matches!(token.xpos, Xpos::Nnp | Xpos::Nnps)
                && !self.taken[at]
                && token.form.starts_with(char::is_uppercase)
        }) && self.is_name(at + 1)
    }

    /// "Neuhausen am Rheinfall", "Deir al-Adas".
    fn binds(&self, at: usize) -> bool {
        let within = [
            "de", "da", "do", "del", "la", "al", "el", "am", "an", "der", "sur", "du", "des", "le", "les",
            "en", "-", "'s",
        ];
        let end = (at..at + BINDERS).find(|&next| !within.contains(&self.lower(next)));
        !self.taken.get(at).is_none_or(|&taken| taken)
            && end.is_some_and(|end| end > at && self.is_name(end))
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
        if self.is_class("place-noun", name.end) && !self.are_named(name.end) && stands {
            let extent = extent(name.end);
            let end = name.end + usize::from(extent == Extent::Site);
            return Some((name.start..end, country.flatten(), extent));
        }
        // "Mount Cermis"
        if name.len() > 1 && self.is_class("place-beginning", name.start) && stands {
            return Some((name, country.flatten(), Extent::Site));
        }
        let there = self.is_locative(preposition) && self.lower(preposition) != "to";
        // "in Glen Coe in the Highlands"
        let around = self.around_behind(name.end);
        let stated = matches!(self.lower(preposition), "in" | "at" | "near" | "outside" | "inside");
        if country.is_none()
            && stated
            && !self.is_undertaking(&name)
            && around.is_some()
            && !self.is_abroad(&name)
        {
            return Some((name, around.flatten(), Extent::Site));
        }
        // "near Hardan, a village west of the capital"
        if there && country.is_none() && self.is_explained(name.end) && !self.is_abroad(&name) {
            return Some((name, None, Extent::Site));
        }
        // "a church in Hardan", "killed near Hardan", "south of Hardan"
        if country.is_none() && self.is_site_of(&name, before) {
            return Some((name, None, Extent::Site));
        }
        // "In Hardan, troops fired on a crowd"
        if country.is_none() && self.is_opening(&name) {
            return Some((name, None, Extent::Site));
        }
        // "in Vail, Arizona"
        let country = country.filter(|_| there && !self.is_abroad(&name))?;
        Some((name, country, Extent::Site))
    }

    /// The country of a region or state that is named right behind a comma.
    fn larger_behind(&self, end: usize) -> Option<Option<String>> {
        if self.lower(end) != "," {
            return None;
        }
        // "Suwanee, Georgia, United States", "Glen Rose, Somervell County, Texas": what is named last holds all before it.
        let next = match self.here.iter().find(|place| place.tokens.start == end + 1) {
            Some(place) => place.tokens.end,
            None => self.name_at(end + 1).end,
        };
        if let Some(last) =
            Some(next).filter(|&next| next > end + 1).and_then(|next| self.larger_behind(next))
        {
            return Some(last);
        }
        let larger = self.here.iter().find(|place| {
            place.tokens.start == end + 1 && (place.extent > Extent::Site || place.coordinates.is_some())
        })?;
        // "In talks at Siemens, Germany agreed": the state acts.
        let acts = larger
            .tokens
            .clone()
            .any(|at| self.sentence.tokens.get(at).is_some_and(|token| token.relation.is_subject()));
        (!acts).then(|| larger.country.clone())
    }

    /// "Hardan, a village west of the capital", "Qalat, capital of the southern province": what stands behind the comma says that
    /// the name is a place's.
    fn is_explained(&self, end: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let begin = end + 1;
        let Some(noun) = (begin..tokens.len()).find(|&at| !matches!(tokens[at].upos, Upos::Det | Upos::Adj))
        else {
            return false;
        };
        let article = matches!(self.lower(begin), "a" | "an" | "the") || self.lower(noun) == "capital";
        let own = tokens.get(noun + 1).is_some_and(|next| {
            !matches!(next.upos, Upos::Noun | Upos::Propn) || self.is_class("direction", noun + 1)
        });
        // "Tripoli, the Libyan capital": a name that is known in several countries, of which the words tell one.
        let of_state = (begin..noun).any(|at| self.is_name(at))
            || self
                .here
                .iter()
                .any(|place| place.extent == Extent::State && (noun..noun + 4).contains(&place.tokens.start));
        self.lower(end) == "," && article && own && !of_state && self.is_class("place-noun", noun)
    }

    /// The country of a larger place behind "in": "Glen Coe in the Highlands", "Taldou in northern Syria".
    fn around_behind(&self, end: usize) -> Option<Option<String>> {
        if self.lower(end) != "in" {
            return None;
        }
        let begin = (end + 1..end + 4).find(|&at| self.here.iter().any(|place| place.tokens.start == at))?;
        let described = (end + 1..begin).all(|at| {
            self.lower(at) == "the" || self.sentence.tokens[at].upos == Upos::Adj && !self.is_name(at)
        });
        let larger = self.here.iter().find(|place| place.tokens.start == begin)?;
        described.then(|| larger.country.clone())
    }

    /// "the Niger towns of Agadez and Arlit": several places, whose names follow.
    fn are_named(&self, noun: usize) -> bool {
        self.lower(noun) != self.lemma(noun) && self.lower(noun + 1) == "of"
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

    /// "killed in Operation Anvil", "killed in Aleppo Bombing"
    fn is_undertaking(&self, name: &Range<usize>) -> bool {
        [name.start, name.end - 1].iter().any(|&at| self.rules.in_class("undertaking", self.lower(at)))
            || name.clone().any(|at| {
                self.rules.nouns.contains_key(self.lower(at)) || self.rules.nouns.contains_key(self.lemma(at))
            })
    }

    /// Whether a name without more tells where a building is, or where people suffer.
    fn is_site_of(&self, name: &Range<usize>, before: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let direction = self.lower(before) == "of"
            && before.checked_sub(1).is_some_and(|at| self.rules.in_class("direction", self.lower(at)));
        let near = self.lower(before) == "near";
        let inside = self.lower(before) == "in";
        let scene =
            matches!(self.lower(before), "in" | "near" | "outside" | "at") && tokens[before].xpos == Xpos::In;
        if self.is_undertaking(name)
            || !(scene || direction)
            || self.is_abroad(name)
            || self.lower(name.end) == "-"
        {
            return false;
        }
        let top = name.clone().find(|&at| tokens[at].head.is_none_or(|head| !name.contains(&head)));
        let Some(top) = top.filter(|&top| matches!(tokens[top].relation, Relation::Obl | Relation::Nmod))
        else {
            return false;
        };
        let above = tokens[top].head.map_or("", |head| tokens[head].lemma.as_str());
        let befalls =
            self.rules.in_class("suffered", above) || self.rules.in_class("dying", above) && name.len() == 1;
        // "clashes in Hardan"
        let astir = inside && self.rules.in_class("astir", above);
        // "a mob in Hardan"
        let people = ["inhabitant", "protesting"].iter().any(|class| self.rules.in_class(class, above));
        let crowd = inside && name.len() == 1 && people;
        // "a compound at Hardan", "the crossing at Hardan"
        let ground = self.rules.is_struck(above);
        if self.lower(before) == "at" {
            let behind = before.checked_sub(1).is_some_and(|noun| self.rules.is_struck(self.lemma(noun)));
            return (ground || behind) && name.len() < LONGEST_ALONE;
        }
        direction || near || ground || befalls || astir || crowd
    }

    /// Whether a sentence opens with "in" and a short name, which a comma parts from what is told there.
    fn is_opening(&self, name: &Range<usize>) -> bool {
        let tokens = &self.sentence.tokens;
        let root = self.sentence.root();
        let told_there = name.clone().any(|at| {
            tokens[at].relation == Relation::Obl && root.is_some_and(|root| tokens[at].head == Some(root))
        });
        name.start == 1
            && self.lower(0) == "in"
            && self.lower(name.end) == ","
            && name.len() <= LONGEST_ALONE
            && told_there
            && !self.is_undertaking(name)
            && !self.is_abroad(name)
            && !self.rules.in_class("continent", self.lower(name.end - 1))
    }

    /// "southern Saada province", "Yemen's Saada province".
    fn is_described(&self, before: usize) -> bool {
        self.sentence.tokens[before].upos == Upos::Adj || self.lower(before) == "'s" || self.taken[before]
    }
}
