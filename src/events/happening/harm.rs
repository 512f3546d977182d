//! Who is hurt in what happens, by whatever name the two are told: "killed in heavy fighting", "wounded in a shooting".

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::sentence::elsewhere;
use crate::language::{Relation, Xpos};

/// "killed in heavy fighting", "a strike kills ten", "wounded after an ambush": whoever is hurt is hurt by it.
pub(super) fn harmed_in(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let within = |effect: &Draft, deed: &Draft| {
        let grammar = &reading.grammar;
        let harm = effect.found.head;
        grammar.is_verb(harm)
            && reading.harms(harm)
            && (occasion(reading, effect, deed) || struck_by(reading, harm, deed.found.head))
    };
    !elsewhere(first, second) && (within(first, second) || within(second, first))
}

/// Whether two verbs of harm are told to have happened in a deed each: "two were killed in a raid and three hurt in an
/// ambush".
pub(super) fn occasions_differ(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let own = |draft: &Draft| occasion_nouns(reading, draft.found.head).next();
    own(first).zip(own(second)).is_some_and(|(one, two)| one != two)
}

/// Whether a deed is the one in which people are told to be hurt; of joined verbs the last one tells it for all.
fn occasion(reading: &Reading<'_>, effect: &Draft, deed: &Draft) -> bool {
    let grammar = &reading.grammar;
    let harm = effect.found.head;
    let noun = deed.found.head;
    if grammar.is_verb(noun) {
        return false;
    }
    let joined = grammar.coordinated(grammar.first_conjunct(harm));
    // "killed ten rebels and lost a man in a gun battle"
    let suffers = |other: usize| {
        reading.harms(other)
            || reading.rules.in_class("losing", grammar.lemma(other)) && is_bare(reading, other)
    };
    // "attacks and kills ten in what appears to be a raid": the parser hangs it on the first.
    // "Four are dead and nine wounded in an attack"
    let first = joined.first().copied().filter(|&first| is_bare(reading, harm) || !grammar.is_verb(first));
    let bearer = std::iter::once(harm)
        .chain(joined.iter().copied().filter(|&other| other > harm && suffers(other)))
        .chain(first)
        .find(|&verb| occasion_nouns(reading, verb).next().is_some());
    let told = |verb| {
        let mut nouns = occasion_nouns(reading, verb).filter(|&top| happens_as(reading, top, noun));
        nouns.any(|top| {
            let after = grammar
                .preposition(top)
                .is_some_and(|word| matches!(grammar.lower(word), "after" | "following"));
            // "killed after an attack" is by it, where nobody else is told to have done it.
            !after
                || grammar.passive(harm)
                    && effect.mention.sources.is_empty()
                    && !reading.grammar.is_definite(noun)
        })
    };
    bearer.is_some_and(told)
}

/// Whether a joined verb has its subject from the verb before it.
fn is_bare(reading: &Reading<'_>, verb: usize) -> bool {
    reading.grammar.relation(verb) == Relation::Conj && !reading.grammar.has_nominal_subject(verb)
}

/// The nouns for what happens in which a verb of harm is told to be: "in a raid", "during clashes", "after a blast". A
/// parser likes to hang them on those who are hurt.
fn occasion_nouns<'r>(reading: &'r Reading<'_>, verb: usize) -> impl Iterator<Item = usize> + 'r {
    let grammar = &reading.grammar;
    let hurt = grammar
        .children(verb)
        .filter(|&child| matches!(grammar.relation(child), Relation::Obj | Relation::NsubjPass))
        .flat_map(|child| grammar.coordinated(child))
        .flat_map(|head| grammar.children(head))
        .filter(|&child| grammar.relation(child) == Relation::Nmod && !grammar.is_definite(child));
    let own = || grammar.children(verb).filter(|&child| grammar.relation(child) == Relation::Obl);
    // "injured in Leeds after a crash": the parser hangs it on the town.
    let later = own().filter(|&child| reading.place_at(child).is_some()).flat_map(|place| {
        grammar.children(place).filter(|&child| {
            let after = |word: usize| matches!(grammar.lower(word), "after" | "following");
            grammar.relation(child) == Relation::Nmod && grammar.preposition(child).is_some_and(after)
        })
    });
    own().chain(later).chain(hurt).filter(|&child| {
        let in_time =
            |word: usize| matches!(grammar.lower(word), "in" | "during" | "amid" | "after" | "following");
        grammar.preposition(child).is_some_and(in_time)
            && named_by(reading, child).any(|one| reading.happens(one))
    })
}

/// Whether a phrase is that of an event noun: "a series of raids", "clashes and looting".
fn happens_as(reading: &Reading<'_>, phrase: usize, noun: usize) -> bool {
    phrase == noun || named_by(reading, phrase).any(|one| one == noun)
}

/// The nouns of a phrase that count: "a series of raids", "what appears to be a raid".
fn named_by<'r>(reading: &'r Reading<'_>, phrase: usize) -> impl Iterator<Item = usize> + 'r {
    let grammar = &reading.grammar;
    let told = grammar.child(phrase, Relation::AclRelcl).filter(|_| grammar.lower(phrase) == "what");
    let told = told.map(|clause| grammar.child(clause, Relation::Xcomp).unwrap_or(clause));
    let told =
        told.map(|is| grammar.child(is, Relation::Obj).filter(|_| grammar.lemma(is) == "be").unwrap_or(is));
    let own = grammar.coordinated(phrase).into_iter();
    // "a series of raids and ambushes"
    let counted = |one: usize| grammar.coordinated(reading.core(one));
    told.into_iter().chain(own.flat_map(move |one| std::iter::once(one).chain(counted(one))))
}

/// "An air strike kills and wounds dozens", "fighting kills ten": what happens hurts those who are hurt.
pub(super) fn struck_by(reading: &Reading<'_>, harm: usize, deed: usize) -> bool {
    let grammar = &reading.grammar;
    let verbs = grammar.coordinated(grammar.first_conjunct(harm));
    let own_subject = grammar.child(harm, Relation::Nsubj).is_some();
    !grammar.passive(harm)
        && grammar.children(verbs[0]).any(|subject| {
            matches!(grammar.relation(subject), Relation::Nsubj | Relation::Csubj)
                && happens_as(reading, subject, deed)
        })
        && (verbs[0] == harm || !own_subject)
}

/// "killed two teachers in an ambush on a bus": who is killed in an attack on something is other than what is attacked.
pub(super) fn killed_in(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let befalls = |verb: usize| grammar.is_verb(verb) && reading.befalls(verb);
    let of_noun = |verb: usize, noun: usize| {
        befalls(verb)
            && !grammar.is_verb(noun)
            && grammar.preposition(noun).is_some_and(|word| matches!(grammar.lower(word), "in" | "by"))
    };
    // "shelled the bus, killing ten"
    let of_deed = |effect: usize| {
        // "kills four while wounding six"
        let mark = grammar.mark(effect).map(|mark| grammar.lower(mark));
        befalls(effect)
            && grammar.relation(effect) == Relation::Advcl
            && (mark.is_none() || mark == Some("while") && grammar.xpos(effect) == Xpos::Vbg)
    };
    // "An attack on a bus left nine dead"
    let leaves = |verb: usize, noun: usize| {
        grammar.lemma(verb) == "leave" && grammar.child(verb, Relation::Nsubj) == Some(noun)
    };
    let (one, two) = (first.found.head, second.found.head);
    leaves(two, one) || of_noun(one, two) || of_noun(two, one) || of_deed(two)
}

/// "attacked the base, leaving a guard dead and ten others injured": whoever is left so was hurt in the attack.
pub(super) fn left_hurt(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let state = second.found.head;
    let left = grammar
        .parent(state)
        .filter(|_| matches!(grammar.relation(state), Relation::Acl | Relation::Xcomp | Relation::Amod))
        .map(|people| grammar.first_conjunct(people))
        // "leaving two dead and five others injured": or it joins the last of them to the verb.
        .and_then(|people| match grammar.relation(people) {
            Relation::Obj => grammar.parent(people),
            _ => Some(people),
        })
        // "leaving five dead and another injured": or it joins what the last of them is.
        .or_else(|| Some(grammar.first_conjunct(state)).filter(|_| grammar.xpos(state) == Xpos::Vbn))
        .filter(|&leaves| {
            // "A shooting leaves two dead and four injured"
            let by_deed = grammar.child(leaves, Relation::Nsubj) == Some(first.found.head);
            grammar.lemma(leaves) == "leave"
                && (by_deed || matches!(grammar.relation(leaves), Relation::Advcl | Relation::Acl))
        });
    // "burned down a house, leaving two injured": the parser likes to hang it on what is struck.
    let above = left.and_then(|leaves| {
        if grammar.child(leaves, Relation::Nsubj) == Some(first.found.head) {
            return Some(first.found.anchor());
        }
        let above = grammar.parent(leaves)?;
        let comma = leaves > 0 && grammar.lower(leaves - 1) == ",";
        let object = comma && grammar.relation(above) == Relation::Obj;
        if object { grammar.parent(above) } else { Some(above) }
    });
    reading.harms(state)
        && second.mention.sources.is_empty()
        && reading.trigger(&first.found).strikes
        && above == Some(first.found.anchor())
        && !elsewhere(first, second)
}

/// "A bus overturned, leaving four people injured": whoever is hurt in an accident is told of below it.
pub(super) fn hurt_in(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let kind = reading.kind(&first.found);
    let hurt = |draft: &Draft| reading.harms(draft.found.head);
    let clause = |draft: &Draft| draft.found.anchor();
    // "killed when a bus overturned"
    let whole = grammar.whole_clause(clause(second));
    let occasion = grammar.relation(whole) == Relation::Advcl
        && grammar.tells_occasion(whole)
        && grammar
            .parent(whole)
            .is_some_and(|above| grammar.first_conjunct(above) == grammar.first_conjunct(first.found.head));
    // "died when a shell hit the car"
    let struck = reading.trigger(&first.found).strikes && !reading.befalls(first.found.head);
    struck && hurt(first) && occasion
        || kind.befalls
            && (hurt(second) && grammar.below(second.found.head, clause(first)) || hurt(first) && occasion)
}
