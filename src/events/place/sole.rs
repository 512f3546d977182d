//! The only scene of a sentence: where it tells what happens to be, though the parser hung it on something else.

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::super::{Extent, PlaceMention};
use super::{exact, head_of, is_told_of, place_of};
use crate::actors::ActorSort;
use crate::language::{Relation, Xpos};

/// "Five were killed by men armed with knives in Bern", "drowned after a boat sank off Bari": violence, accidents and deaths
/// without a place are where their sentence tells anything to be, if that is one place and no other clause's.
pub(in super::super) fn in_the_only_scene(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        let here = range[0]..range[1];
        let open = drafts[here.clone()].iter().any(|draft| is_open(reading, draft));
        let Some((place, tops)) = open.then(|| only_scene(reading)).flatten() else { continue };
        let elsewhere = drafts[here.clone()].iter().any(|draft| {
            let told = draft.mention.place.as_ref();
            told.is_some_and(|told| told.name != place.name)
        });
        if elsewhere || super::scene::leads_away(reading) {
            continue;
        }
        let heads: Vec<_> = drafts[here.clone()]
            .iter()
            .map(|draft| (draft.found.head, reading.trigger(&draft.found).kind))
            .collect();
        for draft in drafts[here].iter_mut().filter(|draft| is_open(reading, draft)) {
            let kind = reading.trigger(&draft.found).kind;
            let path = Path {
                reading,
                anchor: draft.found.anchor(),
                others: heads.iter().filter(|(_, other)| *other != kind).map(|&(head, _)| head).collect(),
            };
            if tops.iter().any(|&top| path.joins(top)) {
                draft.mention.place = Some(place_of(place));
            }
        }
    }
}

fn is_open(reading: &Reading<'_>, draft: &Draft) -> bool {
    draft.mention.place.is_none()
        && reading.kind(&draft.found).on_the_spot
        && draft.mention.status.is_told_as_done()
        && !draft.mention.presupposed
}

/// The one place at which a sentence tells anything to happen, as exactly as it does, and the tokens by which it tells so; none
/// if it names a second town or region.
fn only_scene<'a>(reading: &Reading<'a>) -> Option<(&'a PlaceMention, Vec<usize>)> {
    let (mut scene, mut tops): (Option<&PlaceMention>, Vec<usize>) = (None, Vec::new());
    for &place in &reading.places {
        let smallest = exact::exact(reading, place);
        let top = head_of(reading, place).filter(|&top| is_scene(reading, top));
        let told = top.is_some() && is_told_of(reading, place);
        if is_owner(reading, place) {
            continue;
        }
        if !told && (smallest.extent == Extent::State || is_origin(reading, place)) {
            continue;
        }
        if scene.is_some_and(|scene| scene.location != smallest.location) {
            if is_landmark(reading, place) {
                continue;
            }
            return None;
        }
        scene = Some(smallest);
        tops.extend(top);
    }
    scene.filter(|_| !tops.is_empty()).map(|scene| (scene, tops))
}

/// "students from Turin", "a couple from a Brooklyn suburb"
fn is_origin(reading: &Reading<'_>, place: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    let Some(top) = head_of(reading, place) else { return false };
    grammar.upward(top).take(2).any(|at| {
        grammar.preposition(at).is_some_and(|word| grammar.lower(word) == "from")
            && grammar.parent(at).is_some_and(|noun| reading.is_people(noun))
    })
}

/// "in Istanbul's Taksim Square": a town that is only told to have a place.
fn is_owner(reading: &Reading<'_>, place: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    head_of(reading, place).is_some_and(|top| {
        grammar.relation(top) == Relation::NmodPoss
            && grammar.parent(top).is_some_and(|owned| {
                reading.places.iter().any(|other| {
                    other.location != place.location
                        && (place.tokens.end..owned + 1).contains(&other.tokens.start)
                })
            })
    })
}

/// "in Taji, 15 kilometres north of the capital Baghdad": a place that only tells where another one lies.
fn is_landmark(reading: &Reading<'_>, place: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    let Some(top) = head_of(reading, place) else { return false };
    grammar.upward(top).take(2).any(|at| {
        let direction = grammar.preposition(at).and_then(|of| of.checked_sub(1));
        direction.is_some_and(|word| {
            grammar.lower(word + 1) == "of" && reading.rules.in_class("direction", grammar.lower(word))
        })
    })
}

/// "in Bern", "off Bari", "in the city of Bern", "on the streets of Bern"
fn is_scene(reading: &Reading<'_>, top: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.upward(top).take(3).any(|at| {
        grammar.preposition(at).is_some_and(|word| {
            reading.rules.in_class("scene", grammar.lower(word))
                && (at == top || reading.rules.in_class("place-noun", grammar.lemma(at)))
                || grammar.lower(word) == "on"
                    && at != top
                    && reading.rules.in_class("underfoot", grammar.lemma(at))
        })
    })
}

/// The way in the tree from an event to what tells of a place.
struct Path<'a, 'r> {
    reading: &'r Reading<'a>,
    anchor: usize,
    /// The heads of the mentions of other kinds.
    others: Vec<usize>,
}

impl Path<'_, '_> {
    /// Whether nothing between the event and the place begins a story of its own.
    fn joins(&self, top: usize) -> bool {
        let grammar = &self.reading.grammar;
        let anchor = self.clause();
        let Some(meeting) = grammar.upward(top).find(|&at| grammar.below(anchor, at)) else {
            return false;
        };
        let fronted = top < meeting && grammar.parent(top) == Some(meeting);
        grammar.upward(top).take_while(|&at| at != meeting).all(|at| self.leads_down(at))
            && grammar.upward(anchor).take_while(|&at| at != meeting).all(|at| self.leads_up(at, fronted))
    }

    /// The event, or the verb that it goes along with, on whatever noun the parser hangs it: "…, killing 22".
    fn clause(&self) -> usize {
        let grammar = &self.reading.grammar;
        let anchor = self.anchor;
        let behind_comma = anchor.checked_sub(1).is_some_and(|comma| grammar.lower(comma) == ",");
        let misplaced = behind_comma
            && grammar.xpos(anchor) == Xpos::Vbg
            && matches!(grammar.relation(anchor), Relation::Advcl | Relation::Acl)
            && grammar.parent(anchor).is_some_and(|noun| !grammar.is_verb(noun));
        let verb = || grammar.upward(anchor).skip(1).find(|&at| grammar.is_verb(at));
        if misplaced { verb().unwrap_or(anchor) } else { anchor }
    }

    fn harms(&self) -> bool {
        self.reading.harms(self.anchor)
    }

    fn is_class(&self, class: &str, token: usize) -> bool {
        self.reading.rules.in_class(class, self.reading.grammar.lemma(token))
    }

    /// From the event down to the place.
    fn leads_down(&self, at: usize) -> bool {
        let grammar = &self.reading.grammar;
        // "arrested for a murder in Bern"
        if self.others.contains(&at) && !self.harms() {
            return false;
        }
        if self.is_assembled(at) {
            return true;
        }
        match grammar.relation(at) {
            Relation::Nmod | Relation::Obl | Relation::OblAgent => self.is_told_by(at) && !self.is_seated(at),
            Relation::Appos
            | Relation::Compound
            | Relation::Flat
            | Relation::NmodUnmarked
            | Relation::NmodDesc
            | Relation::NmodPoss => self.reading.place_at(at).is_some(),
            Relation::Obj => !self.is_seated(at),
            // "a crash between a bus and a lorry occurred in Bern", "was attacked and robbed in Bern"
            Relation::Conj => {
                !grammar.is_verb(at)
                    || matches!(grammar.lemma(at), "occur" | "happen")
                    || grammar.passive(at) && !grammar.has_nominal_subject(at)
            }
            // "crashed as it tried to pass under a bridge in Bern"
            Relation::Xcomp => {
                let tried = grammar.parent(at).is_some_and(|verb| self.is_class("attempting", verb));
                grammar.xpos(at) == Xpos::Vbg || tried
            }
            Relation::Advcl => self.is_meanwhile(at),
            // "guarding a market in Bern", "armed with knives in Bern", "on the way to work in Bern", "in a raid to free a guard
            // in Bern"
            Relation::Acl => match grammar.xpos(at) {
                Xpos::Vbg => !self.is_class("dwelling", at),
                Xpos::Vbn => self.is_class("outfit", at),
                _ => grammar
                    .parent(at)
                    .is_some_and(|noun| grammar.lemma(noun) == "way" || self.is_class("venture", noun)),
            },
            _ => false,
        }
    }

    /// "fired at people gathered in Bern", of which a tagger may make a past tense.
    fn is_assembled(&self, verb: usize) -> bool {
        let grammar = &self.reading.grammar;
        matches!(grammar.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && matches!(grammar.relation(verb), Relation::Acl | Relation::Conj | Relation::Advcl)
            && self.is_class("assembled", verb)
            && !grammar.has_nominal_subject(verb)
            && grammar.opening(verb).is_none()
            && verb.checked_sub(1).is_some_and(|people| self.reading.is_people(people))
    }

    /// From the event up to what it shares with the place.
    fn leads_up(&self, at: usize, fronted: bool) -> bool {
        let grammar = &self.reading.grammar;
        match grammar.relation(at) {
            // "Five were found dead near Bern, and two were injured."
            Relation::Conj | Relation::Parataxis => {
                self.reading.harms(at) || fronted && !grammar.has_nominal_subject(at)
            }
            Relation::Xcomp => true,
            Relation::Advcl | Relation::Acl => {
                grammar.xpos(at) == Xpos::Vbg && grammar.opening(at).is_none()
                    || fronted && grammar.mark(at).is_some_and(|word| grammar.lower(word) == "to")
                    || self.goes_on_there(at)
            }
            Relation::Nmod | Relation::Obl => self.is_told_by(at),
            Relation::Obj | Relation::Nsubj | Relation::NsubjPass => true,
            _ => false,
        }
    }

    /// "Scuffles occur in Bern as supporters clash": a clause that tells more of what is only said to go on.
    fn goes_on_there(&self, clause: usize) -> bool {
        let grammar = &self.reading.grammar;
        let opened = grammar.opening(clause).map(|word| grammar.lower(word));
        matches!(opened, Some("as" | "when" | "while"))
            && grammar.parent(clause).is_some_and(|main| {
                let reported = grammar.lemma(main) == "report" && grammar.passive(main);
                reported || self.is_class("flaring-up", main)
            })
    }

    /// Whether a phrase is joined by a word that leads to no other story: not "for a murder in Bern", "from a town in Spain".
    fn is_told_by(&self, at: usize) -> bool {
        let grammar = &self.reading.grammar;
        grammar.preposition(at).is_none_or(|word| {
            let word = grammar.lower(word);
            self.reading.rules.in_class("scene", word)
                || matches!(word, "on" | "with" | "by" | "of" | "during" | "amid")
                || matches!(word, "after" | "following" | "to") && self.harms() && self.others.contains(&at)
        })
    }

    /// "the leader of a party in Bern", "a journalist with the Bern Herald": what is only told to have its seat somewhere.
    fn is_seated(&self, at: usize) -> bool {
        let named = |actor: usize| {
            let actor = &self.reading.actors.actors[actor];
            actor.named && actor.sort != ActorSort::State
        };
        self.reading.place_at(at).is_none()
            && (self.is_class("seated", at)
                || self.reading.mentions_at(at).any(|mention| named(mention.actor)))
    }

    /// "crashed when it tried to pass": what goes on for whoever the event tells of.
    fn is_of_the_same(&self, clause: usize) -> bool {
        let grammar = &self.reading.grammar;
        let mut subjects = grammar.children(clause).filter(|&child| grammar.relation(child).is_subject());
        subjects.any(|subject| matches!(grammar.lower(subject), "it" | "he" | "she" | "they"))
    }

    /// "killed by fighting in Bern", "drowned when a boat sank off Bari": what goes on while people come to harm.
    fn is_meanwhile(&self, clause: usize) -> bool {
        let grammar = &self.reading.grammar;
        let participle = grammar.xpos(clause) == Xpos::Vbg && !grammar.has_nominal_subject(clause);
        let opened = grammar.opening(clause).map(|word| grammar.lower(word));
        match opened {
            None => participle && !self.is_class("dwelling", clause),
            Some("by" | "in") => participle,
            Some("while") => participle || self.is_of_the_same(clause),
            Some("when" | "as") if self.is_of_the_same(clause) => true,
            _ => self.harms() && grammar.tells_occasion(clause),
        }
    }
}
