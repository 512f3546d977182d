//! Mentions of one happening in one sentence.

use super::super::draft::Draft;
use super::super::matching::same;
use super::super::mention::{Participant, Status};
use super::super::reading::Reading;
use super::common::{conflict, modes_agree, shared};
use super::harm::{harmed_in, hurt_in, killed_in, left_hurt, occasions_differ};
use super::heading::join_heading;
use super::lend::are_persons;
use super::manner::Manner;
use super::toll::cost;
use crate::language::{Relation, Xpos};

/// A way in which two mentions of one sentence tell of one happening.
struct Join {
    /// Whether what they call it has to agree as well.
    modes: bool,
    holds: fn(&Reading<'_>, &Draft, &Draft) -> bool,
}

const JOINS: [Join; 13] = [
    Join { modes: true, holds: told_in_clause },
    Join { modes: true, holds: suffered },
    Join { modes: true, holds: fates },
    Join { modes: true, holds: hurt_in },
    Join { modes: true, holds: left_hurt },
    Join { modes: true, holds: one_stroke },
    Join { modes: true, holds: one_wreck },
    Join { modes: true, holds: sent },
    Join { modes: true, holds: called },
    Join { modes: true, holds: cost },
    Join { modes: false, holds: aims },
    // What went on under one name has parts of other names: expulsions, in a rupture.
    Join { modes: false, holds: unfolded },
    // People are killed in what is called by its own name: fighting, an earthquake.
    Join { modes: false, holds: harmed_in },
];

/// "An attack … killed 20", "attacked the village, burning houses": one happening in one sentence.
pub(super) fn join_in_sentence(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for j in 1..drafts.len() {
        for i in 0..j {
            let (first, second) = (&drafts[i], &drafts[j]);
            let alike = first.mention.kind == second.mention.kind
                && first.mention.status == second.mention.status
                && first.mention.status != Status::Hypothetical;
            let modes = || modes_agree(reading, first, second);
            if alike
                && JOINS.iter().any(|join| (!join.modes || modes()) && (join.holds)(reading, first, second))
            {
                let (from, to) = (second.mention.happening, first.mention.happening);
                renumber(drafts, from, to);
            }
        }
    }
    join_heading(reading, drafts);
}

/// Makes the mentions of one happening those of another.
pub(super) fn renumber(drafts: &mut [Draft], from: usize, to: usize) {
    for draft in drafts.iter_mut().filter(|draft| draft.mention.happening == from) {
        draft.mention.happening = to;
    }
}

/// What stands in one clause, unless it is done to others.
fn told_in_clause(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    one_clause(reading, first, second)
        && (killed_in(reading, first, second)
            || !conflict(&first.mention.targets, &second.mention.targets, reading))
}

/// Whether one of two mentions is subject, object or bare clause of the other.
fn one_clause(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (&first.found, &second.found);
    let (a, b) = (one.anchor(), two.anchor());
    // "repelled an attack on the town": who repels it does not attack.
    let answers = |upper: &Draft, lower: &Draft| {
        reading.rules.in_class("repelling", grammar.lemma(upper.found.head))
            && grammar.parent(lower.found.head) == Some(upper.found.head)
            && grammar.relation(lower.found.head) == Relation::Obj
    };
    if answers(first, second) || answers(second, first) {
        return false;
    }
    let linked = |upper: usize, lower: usize, lower_head: usize| {
        // "kill two teachers in an ambush": the parser likes to hang it on those killed.
        let of_object = grammar.parent(lower_head).is_some_and(|noun| {
            grammar.relation(lower_head) == Relation::Nmod
                && grammar.preposition(lower_head).is_some_and(|word| grammar.lower(word) == "in")
                && (grammar.relation(noun) == Relation::Obj
                    || grammar.relation(noun) == Relation::Conj
                        && grammar.relation(grammar.first_conjunct(noun)) == Relation::Obj)
                && grammar.parent(grammar.first_conjunct(noun)) == Some(upper)
        });
        of_object && killed_in(reading, first, second)
            || grammar.parent(lower_head) == Some(upper)
                && matches!(
                    grammar.relation(lower_head),
                    Relation::Nsubj | Relation::Obl | Relation::OblAgent | Relation::Obj
                )
                && !separate(reading, lower_head)
            || (grammar.parent(lower) == Some(upper)
                && matches!(grammar.relation(lower), Relation::Advcl | Relation::Acl | Relation::AclRelcl)
                && grammar.mark(lower).is_none_or(|mark| match grammar.lower(mark) {
                    "with" => true,
                    // "kills four while wounding six"
                    "while" => grammar.xpos(lower) == Xpos::Vbg && reading.befalls(lower),
                    _ => false,
                }))
            || lower == upper
    };
    !one.gapped
        && !two.gapped
        && (linked(a, b, two.head)
            || linked(b, a, one.head)
            || linked(one.head, b, two.head)
            || linked(two.head, a, one.head))
}

/// "five were killed when rebels attacked a convoy": who suffers and who does it stand in a clause each.
fn suffered(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let done = |upper: &Draft, lower: &Draft| {
        // "were shot when a man walked up and opened fire": what is joined to the first verb of a clause is told in it as well.
        let joined = lower.found.anchor();
        let own = grammar.relation(joined) != Relation::Conj
            || !grammar.is_verb(joined)
            || grammar.has_nominal_subject(joined);
        let clause = if own { joined } else { grammar.first_conjunct(joined) };
        let verb = upper.found.head;
        let of_verb = |above: usize| {
            // "one is killed and two are hurt when rebels attack": the last verb tells for all what they were hurt in.
            let joined =
                grammar.first_conjunct(above) == verb && grammar.passive(above) && reading.harms(above);
            above == verb || joined
        };
        // "The mayor escaped an attempt on his life when a bomb exploded": he is the one to whom it is done.
        let is_done_to = upper.found.arguments.passive
            || grammar
                .child(verb, Relation::Nsubj)
                .is_some_and(|subject| upper.found.object == Some(subject));
        // "escaped an attempt on his life when": the parser likes to hang the clause on the object.
        let when = grammar.opening(clause).is_some_and(|word| grammar.lower(word) == "when");
        let above = grammar.parent(clause).and_then(|above| match grammar.relation(clause) {
            Relation::Advcl => Some(above),
            Relation::Acl | Relation::AclRelcl if when && grammar.relation(above) == Relation::Obj => {
                grammar.parent(above)
            }
            _ => None,
        });
        above.is_some_and(of_verb)
            && grammar.tells_occasion(clause)
            && is_done_to
            && upper.mention.sources.is_empty()
            && !lower.found.arguments.passive
            // "killed when a bomb exploded": nobody need be told to have done it.
            && (!lower.mention.sources.is_empty() || reading.trigger(&lower.found).strikes)
            // Those whom an army kills may be of its own country.
            && !meet(&lower.mention.sources, &upper.mention.targets)
    };
    done(first, second) || done(second, first)
}

/// "ten were killed and forty injured", "kills four and wounds six": what befell whom at once, unless it is told to be
/// elsewhere or another day.
fn fates(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (first.found.head, second.found.head);
    let befalls = |verb: usize| grammar.is_verb(verb) && reading.befalls(verb);
    let apart = elsewhere(first, second) || occasions_differ(reading, first, second);
    // "Ten rebels were killed and two soldiers killed six civilians": who does something himself does another thing.
    let own = grammar.passive(one) && !grammar.passive(two);
    let doers = |draft: &Draft| !draft.mention.sources.is_empty();
    grammar.relation(two) == Relation::Conj
        && grammar.first_conjunct(one) == grammar.first_conjunct(two)
        && befalls(one)
        && befalls(two)
        && !apart
        && !own
        && !(doers(first)
            && doers(second)
            && !shared(&first.mention.sources, &second.mention.sources, reading))
}

/// "shot and killed two men", "storms a bar and kills seven": what one does in one go, and what comes of it.
fn one_stroke(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (first.found.head, second.found.head);
    let (before, after) = (&first.mention.targets, &second.mention.targets);
    let same_ones = meet(before, after);
    let things = !before.iter().any(|one| are_persons(reading, one));
    // "shot and stabbed by soldiers"
    let by_same = grammar.passive(one) && same_ones && meet(&first.mention.sources, &second.mention.sources);
    grammar.is_verb(one)
        && grammar.is_verb(two)
        && reading.trigger(&first.found).strikes
        && grammar.relation(two) == Relation::Conj
        && grammar.first_conjunct(one) == grammar.first_conjunct(two)
        && grammar.passive(one) == grammar.passive(two)
        && (reading.befalls(two) || by_same)
        && !grammar.has_nominal_subject(two)
        && (same_ones || things)
        && Manner::of(reading, second, false) != Manner::Again
        && !elsewhere(first, second)
        && !conflict(&first.mention.sources, &second.mention.sources, reading)
}

/// "A bus overturned and fell into a river": what befalls one thing at once, by whatever verbs.
fn one_wreck(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (first.found.head, second.found.head);
    let joined = grammar.relation(two) == Relation::Conj
        && grammar.first_conjunct(one) == grammar.first_conjunct(two)
        && !grammar.has_nominal_subject(two);
    // "caught fire after falling into a gorge"
    let before = grammar.relation(two) == Relation::Advcl
        && grammar.parent(two) == Some(one)
        && grammar.xpos(two) == Xpos::Vbg
        && grammar.mark(two).or(grammar.opening(two)).is_some_and(|word| grammar.lower(word) == "after");
    reading.kind(&first.found).befalls
        && grammar.is_verb(one)
        && grammar.is_verb(two)
        && (joined || before)
        && meet(&first.mention.targets, &second.mention.targets)
        && !elsewhere(first, second)
}

/// "The rockets fired by the army hit a school": who sends what strikes and what it strikes.
fn sent(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (sending, striking) = (first.found.head, second.found.head);
    let weapon = grammar.parent(sending).filter(|_| grammar.relation(sending) == Relation::Acl);
    weapon.is_some_and(|weapon| {
        reading.rules.in_class("weapon", grammar.lemma(weapon))
            && grammar.relation(weapon) == Relation::Nsubj
            && grammar.parent(weapon) == Some(striking)
    }) && first.mention.targets.is_empty()
        && !elsewhere(first, second)
}

/// "the rally, a protest over prices", "gather for a rally": what is called by a second name, and what people come for.
fn called(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (first.found.head, second.found.head);
    let apposed = grammar.relation(two) == Relation::Appos && grammar.parent(two) == Some(one);
    let verbs = grammar.upward(two).skip(1).find(|&above| grammar.is_verb(above));
    let come_for = reading.rules.words.gathering.contains(grammar.lemma(one))
        && verbs == Some(one)
        && grammar.preposition(two).is_some_and(|word| grammar.lower(word) == "for");
    !grammar.is_verb(two) && (apposed || come_for) && !elsewhere(first, second)
}

/// "met the president to discuss the terms", "began a strike to protest over prices": what somebody does in order to do
/// another thing of the same kind.
fn aims(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (verb, purpose) = (first.found.anchor(), second.found.anchor());
    matches!(grammar.relation(purpose), Relation::Advcl | Relation::Xcomp | Relation::Acl)
        && grammar.is_verb(purpose)
        && grammar
            .upward(purpose)
            .skip(1)
            .take_while(|&above| above != verb)
            .all(|above| !grammar.is_verb(above))
        && grammar.below(purpose, verb)
        && grammar.children(purpose).any(|child| child < purpose && grammar.lower(child) == "to")
        && !grammar.has_nominal_subject(purpose)
        && !elsewhere(first, second)
}

/// "the rupture of 2016, when Lima recalled its envoys and sent theirs home": a noun and what it came to.
fn unfolded(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (noun, verb) = (first.found.head, grammar.first_conjunct(second.found.head));
    let opened = grammar.children(verb).any(|child| child < verb && grammar.lower(child) == "when");
    !grammar.is_verb(noun)
        && grammar.is_verb(verb)
        && matches!(grammar.relation(verb), Relation::AclRelcl | Relation::Acl)
        && grammar.parent(verb) == Some(noun)
        && opened
        && !elsewhere(first, second)
}

/// Whether somebody is on both of two sides.
pub(super) fn meet(some: &[Participant], others: &[Participant]) -> bool {
    some.iter().any(|one| others.iter().any(|two| same(one, two)))
}

/// Whether two mentions are told to be of other days, or of places of which none holds the other.
pub(in super::super) fn elsewhere(first: &Draft, second: &Draft) -> bool {
    let days = first.told.as_ref().zip(second.told.as_ref());
    let places = first.mention.place.as_ref().zip(second.mention.place.as_ref());
    days.is_some_and(|(a, b)| a.value != b.value)
        || places.is_some_and(|(a, b)| {
            let wide = a.country == b.country && (a.coordinates.is_none() || b.coordinates.is_none());
            a.name != b.name && !wide
        })
}

/// "after the attack", "since the bombing": another happening than the clause's.
fn separate(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.grammar.preposition(token);
    word.is_some_and(|word| reading.rules.in_class("apart", reading.grammar.lower(word)))
}
