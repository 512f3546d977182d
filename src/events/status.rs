//! Whether a happening is told as fact: negation, modality, and the verbs and nouns it depends on.

use super::file::StatusForm;
use super::matching::{Found, negated};
use super::mention::Status;
use super::reading::Reading;
use super::rule::TriggerPart;
use crate::language::{Relation, Upos, Xpos};

/// When the clause of a mention is told to happen, by its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// Simple past.
    Past,
    /// Before another past.
    Pluperfect,
    /// "has visited".
    Perfect,
    Present,
    Future,
    /// No finite verb tells.
    Open,
}

/// How a mention stands to fact.
#[derive(Debug, Clone, Copy)]
pub(super) struct Assessment {
    pub status: Status,
    pub tense: Tense,
    /// Whether its clause is the main one, or directly what is said.
    pub main: bool,
    /// Whether it is told beside the main clause, as of the same time ("as police fought protesters").
    pub beside: bool,
    /// Whether it is a noun that heads its clause, as in a headline ("Air strikes on Aleppo").
    pub heading: bool,
    /// Whether it was prevented: that it did not happen is told of the day on which it did not.
    pub averted: bool,
    /// Whether it was tried: what comes of it is left open, but the attempt is of the day on which it was made.
    pub attempted: bool,
    /// Whether it stands under a word that sets it apart from its clause ("after the attack").
    pub apart: bool,
    /// Whether the words take it for granted.
    pub presupposed: bool,
}

#[derive(Default)]
struct Weights {
    hypothetical: bool,
    denied: bool,
    planned: bool,
    claimed: bool,
    averted: bool,
    attempted: bool,
}

impl From<StatusForm> for Status {
    fn from(form: StatusForm) -> Self {
        match form {
            StatusForm::Happened => Self::Happened,
            StatusForm::Planned => Self::Planned,
            StatusForm::Hypothetical => Self::Hypothetical,
            StatusForm::Claimed => Self::Claimed,
            StatusForm::Denied => Self::Denied,
        }
    }
}

/// Judges a found trigger.
pub(super) fn assess(reading: &Reading<'_>, found: &Found) -> Assessment {
    let trigger = &reading.rules.triggers[found.trigger];
    let mut weights = Weights::default();
    let noun = trigger.part == TriggerPart::Noun;
    if noun {
        weigh_noun(reading, found.head, &mut weights);
    }
    let anchor =
        found.arguments.carrier.filter(|_| trigger.part != TriggerPart::Adjective).unwrap_or(found.head);
    let finite = reading.grammar.is_verb(anchor);
    if finite {
        weigh_verb(reading, anchor, &mut weights);
        // "The talks brought no result": the talks were held.
        weights.denied &= !(noun && subject_of(reading, found.head, anchor))
            || reading.rules.words.occurring.contains(reading.grammar.lemma(anchor));
    }
    let (main, said) = climb(reading, anchor, &mut weights);
    if ends_in_question(reading) && !said {
        weights.hypothetical = true;
    }
    let status = match trigger.status {
        Some(fixed) => fixed.into(),
        None if weights.hypothetical => Status::Hypothetical,
        None if weights.denied => Status::Denied,
        None if weights.planned => Status::Planned,
        None if weights.claimed => Status::Claimed,
        None => Status::Happened,
    };
    Assessment {
        status,
        tense: tense(reading, anchor),
        main,
        beside: beside(reading, anchor),
        heading: noun && heading(reading, found.head),
        averted: weights.averted,
        attempted: weights.attempted,
        apart: noun && stands_apart(reading, found.head),
        presupposed: noun && presupposed(reading, found.head),
    }
}

fn subject_of(reading: &Reading<'_>, noun: usize, verb: usize) -> bool {
    let top = reading.grammar.first_conjunct(noun);
    reading.grammar.parent(top) == Some(verb)
        && matches!(reading.grammar.relation(top), Relation::Nsubj | Relation::NsubjPass)
}

/// "mocked the intervention", "condemned Russia's annexation": whose words it is, they speak of a fact.
fn presupposed(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    let definite = grammar.children(noun).any(|child| {
        grammar.relation(child) == Relation::NmodPoss
            || matches!(grammar.lower(child), "the" | "this" | "that")
    });
    definite
        && matches!(grammar.relation(top), Relation::Obj | Relation::Obl)
        && grammar.parent(top).is_some_and(|verb| reading.rules.words.attitude.contains(grammar.lemma(verb)))
}

fn stands_apart(reading: &Reading<'_>, noun: usize) -> bool {
    let word = reading.grammar.preposition(noun);
    word.is_some_and(|word| reading.rules.in_class("apart", reading.grammar.lower(word)))
}

fn heading(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    match grammar.parent(top) {
        None => true,
        Some(head) => {
            grammar.parent(head).is_none()
                && matches!(grammar.relation(top), Relation::Nsubj | Relation::NsubjPass | Relation::Obj)
                && !reading.rules.words.averting.contains(grammar.lemma(head))
        }
    }
}

fn beside(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let mut clause = grammar.first_conjunct(anchor);
    // "after Tillerson spent three hours talking"
    for _ in 0..3 {
        let bare = grammar.relation(clause) == Relation::Xcomp
            || (grammar.relation(clause) == Relation::Advcl && grammar.mark(clause).is_none());
        match grammar.parent(clause) {
            Some(head) if bare && grammar.xpos(clause) == Xpos::Vbg => clause = grammar.first_conjunct(head),
            _ => break,
        }
    }
    grammar.relation(clause) == Relation::Advcl
        && grammar
            .opening(clause)
            .is_some_and(|mark| matches!(grammar.lower(mark), "as" | "while" | "when" | "after"))
}

fn ends_in_question(reading: &Reading<'_>) -> bool {
    reading.grammar.sentence.tokens.iter().rev().take(2).any(|token| token.lower == "?")
}

fn weigh_noun(reading: &Reading<'_>, noun: usize, weights: &mut Weights) {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    for child in grammar.children(noun) {
        let lemma = grammar.lemma(child);
        match grammar.relation(child) {
            Relation::Det if matches!(lemma, "no" | "any") => weights.denied = true,
            Relation::Amod | Relation::Compound | Relation::Advmod => {
                weights.hypothetical |=
                    words.doubtful.contains(lemma) || words.doubtful.contains(grammar.lower(child));
                weights.planned |=
                    words.scheduled.contains(lemma) || words.scheduled.contains(grammar.lower(child));
                weights.claimed |=
                    words.alleged.contains(lemma) || words.alleged.contains(grammar.lower(child));
            }
            _ => {}
        }
    }
}

/// Negation and auxiliaries of one verb.
fn weigh_verb(reading: &Reading<'_>, verb: usize, weights: &mut Weights) {
    let grammar = &reading.grammar;
    weights.denied |= negated(reading, verb);
    for child in grammar.children(verb) {
        match grammar.relation(child) {
            Relation::Aux => match grammar.lower(child) {
                "will" | "'ll" | "shall" | "wo" | "’ll" => weights.planned = true,
                "would" | "'d" | "’d" => {
                    // "would have" is contrary to fact; "said it would" is the future of the past.
                    if grammar.children(verb).any(|other| {
                        grammar.relation(other) == Relation::Aux && grammar.lower(other) == "have"
                    }) || grammar.relation(verb) == Relation::Root
                    {
                        weights.hypothetical = true;
                    } else {
                        weights.planned = true;
                    }
                }
                "may" | "might" | "could" | "can" | "must" | "should" | "ca" => weights.hypothetical = true,
                _ => {}
            },
            Relation::Mark => {
                if matches!(grammar.lower(child), "if" | "unless" | "whether" | "lest" | "should") {
                    weights.hypothetical = true;
                }
            }
            Relation::Advmod => {
                let lower = grammar.lower(child);
                if reading.rules.words.doubtful.contains(lower) {
                    weights.hypothetical = true;
                }
                if reading.rules.words.alleged.contains(lower) {
                    weights.claimed = true;
                }
                if lower == "if" {
                    weights.hypothetical = true;
                }
            }
            _ => {}
        }
    }
}

fn infinitive(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(verb).any(|child| {
        matches!(grammar.relation(child), Relation::Mark | Relation::Aux) && grammar.lower(child) == "to"
    })
}

/// Follows the heads of the clause as long as they bear on whether it is fact. Returns whether the clause is
/// a main one, and whether it is said by somebody.
fn climb(reading: &Reading<'_>, anchor: usize, weights: &mut Weights) -> (bool, bool) {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let mut at = anchor;
    for _ in 0..16 {
        let Some(head) = grammar.parent(at) else {
            if grammar.is_verb(at) && infinitive(reading, at) {
                weights.planned = true;
            }
            return (true, false);
        };
        let lemma = grammar.lemma(head);
        let relation = grammar.relation(at);
        let verbal = grammar.is_verb(at);
        let classified = |weights: &mut Weights| -> bool {
            let phrase = grammar.phrasal(head);
            let averting = match &phrase {
                Some(phrase) => words.averting.contains(phrase.as_str()),
                None => words.averting.contains(lemma),
            };
            if words.denying.contains(lemma) || averting {
                weights.denied = true;
                weights.averted |= averting;
            } else if words.attempting.contains(lemma)
                && matches!(tense(reading, head), Tense::Past | Tense::Perfect | Tense::Pluperfect)
            {
                weights.hypothetical = true;
                weights.attempted = true;
            } else if words.able.contains(lemma)
                && tense(reading, head) == Tense::Past
                && !negated(reading, head)
            {
                // "was able to strike a blow" struck it.
            } else if words.planning.contains(lemma) {
                weights.planned = true;
            } else if words.hypothetical.contains(lemma) {
                weights.hypothetical = true;
            } else {
                return false;
            }
            true
        };
        match relation {
            Relation::Conj => {
                let own_subject = grammar
                    .children(at)
                    .any(|child| matches!(grammar.relation(child), Relation::Nsubj | Relation::NsubjPass));
                if verbal && own_subject {
                    if grammar.parent(head).is_none() {
                        return (true, false);
                    }
                } else if verbal && grammar.is_verb(head) {
                    let own_auxiliary = grammar.child(at, Relation::Aux).is_some();
                    if !own_auxiliary {
                        let denied = weights.denied;
                        weigh_verb(reading, head, weights);
                        weights.denied = denied;
                    }
                }
                at = head;
            }
            Relation::Xcomp | Relation::Ccomp | Relation::Csubj => {
                if words.memory.contains(lemma) {
                    // What is recalled is of another day than the recalling.
                    return (false, false);
                }
                if relation == Relation::Ccomp
                    && grammar.parent(head).is_none()
                    && grammar.child(head, Relation::Cop).is_some()
                {
                    // "The most he got was that Putin offered …"
                    return (true, false);
                }
                if lemma == "go" && grammar.xpos(head) == Xpos::Vbg && verbal && infinitive(reading, at) {
                    weights.planned = true;
                }
                if verbal && infinitive(reading, at) && words.gathering.contains(lemma) {
                    weigh_verb(reading, head, weights);
                    at = head;
                    continue;
                }
                if words.speech.contains(lemma) {
                    if grammar.passive(head) && relation == Relation::Xcomp {
                        weights.claimed = true;
                    }
                    // Whatever the saying itself is, its content keeps its own voice.
                    let asking = grammar.children(head).any(|child| grammar.lower(child) == "if");
                    weights.hypothetical |= asking;
                    return (main_clause(reading, head), true);
                }
                if !classified(weights) {
                    if words.factual.contains(lemma)
                        || words.aspect.contains(lemma)
                        || words.support.contains(lemma)
                    {
                        // "began to withdraw" is as much fact as its beginning.
                    } else if verbal && infinitive(reading, at) {
                        weights.hypothetical = true;
                    } else if relation == Relation::Ccomp {
                        return (false, false);
                    }
                }
                weigh_verb(reading, head, weights);
                at = head;
            }
            Relation::Obj | Relation::Obl | Relation::NsubjPass | Relation::Nmod | Relation::Nsubj
                if !verbal =>
            {
                let bare = relation != Relation::Nsubj && relation != Relation::Nmod;
                if relation == Relation::Obl && !governed(reading, at) {
                    return (false, false);
                }
                if relation != Relation::Nsubj && classified(weights) {
                    if grammar.is_verb(head) {
                        weigh_verb(reading, head, weights);
                    } else if relation == Relation::Nmod {
                        weigh_noun(reading, head, weights);
                    }
                    let _ = bare;
                    at = head;
                } else if grammar.is_verb(head) && words.support.contains(lemma) {
                    weigh_verb(reading, head, weights);
                    at = head;
                } else {
                    return (false, false);
                }
            }
            Relation::Advcl => {
                if verbal && infinitive(reading, at) && words.gathering.contains(lemma) {
                    // "gathered to protest" is protesting.
                    weigh_verb(reading, head, weights);
                    at = head;
                    continue;
                }
                if verbal && infinitive(reading, at) {
                    if !classified(weights) {
                        weights.hypothetical = true;
                    }
                    return (false, false);
                }
                match grammar.opening(at).map(|mark| grammar.lower(mark)) {
                    None if grammar.xpos(at) == Xpos::Vbg => {
                        weigh_verb(reading, head, weights);
                        at = head;
                    }
                    Some("before") | Some("until") | Some("when") | Some("as") | Some("while")
                    | Some("once") | Some("after") => {
                        let mut outer = Weights::default();
                        weigh_verb(reading, head, &mut outer);
                        if (outer.planned || outer.hypothetical)
                            && matches!(tense(reading, at), Tense::Present | Tense::Open)
                        {
                            weights.planned = true;
                        }
                        return (false, false);
                    }
                    // "would succeed in laying siege" is as much fact as succeeding.
                    Some(_) if grammar.xpos(at) == Xpos::Vbg && words.factual.contains(lemma) => {
                        weigh_verb(reading, head, weights);
                        at = head;
                    }
                    // "accused of violating", "blamed for killing" keep what they tell; "from attacking" does not.
                    Some(_) => {
                        classified(weights);
                        return (false, false);
                    }
                    None => return (false, false),
                }
            }
            Relation::Acl => {
                if verbal && infinitive(reading, at) {
                    if !classified(weights) {
                        weights.hypothetical = true;
                    }
                    return (false, false);
                }
                if grammar.upos(head) == Upos::Noun
                    && words.hypothetical.contains(lemma)
                    && grammar.xpos(at) == Xpos::Vbg
                {
                    weights.hypothetical = true;
                }
                return (false, false);
            }
            Relation::Parataxis => {
                return (grammar.parent(head).is_none(), false);
            }
            _ => return (false, false),
        }
    }
    (false, false)
}

/// Whether an oblique is what its verb is about ("called for talks") rather than a circumstance ("died in
/// the attack").
fn governed(reading: &Reading<'_>, token: usize) -> bool {
    reading.grammar.preposition(token).is_some_and(|preposition| {
        matches!(
            reading.grammar.lower(preposition),
            "for" | "to" | "of" | "from" | "against" | "with" | "about" | "into" | "on"
        )
    })
}

fn main_clause(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(verb);
    grammar.parent(top).is_none() || matches!(grammar.relation(top), Relation::Parataxis)
}

/// The tense of a verb, with its auxiliaries.
pub(super) fn tense(reading: &Reading<'_>, verb: usize) -> Tense {
    let grammar = &reading.grammar;
    if !grammar.is_verb(verb) {
        // A predicate noun or adjective has its copula's tense.
        return match grammar.child(verb, Relation::Cop).map(|copula| grammar.xpos(copula)) {
            Some(Xpos::Vbd) => Tense::Past,
            Some(Xpos::Vbz | Xpos::Vbp) => Tense::Present,
            _ => Tense::Open,
        };
    }
    let mut found = None;
    for child in grammar.children(verb) {
        if !matches!(grammar.relation(child), Relation::Aux | Relation::AuxPass) {
            continue;
        }
        let (lemma, xpos) = (grammar.lemma(child), grammar.xpos(child));
        if xpos == Xpos::Md {
            return Tense::Future;
        }
        if lemma == "have" {
            found = Some(if xpos == Xpos::Vbd || grammar.lower(child) == "had" {
                Tense::Pluperfect
            } else {
                Tense::Perfect
            });
        } else if found.is_none() && matches!(lemma, "be" | "do" | "get") {
            found = match xpos {
                Xpos::Vbd => Some(Tense::Past),
                Xpos::Vbz | Xpos::Vbp => Some(Tense::Present),
                _ => None,
            };
        }
    }
    if let Some(found) = found {
        return found;
    }
    match grammar.xpos(verb) {
        Xpos::Vbd => Tense::Past,
        Xpos::Vbz | Xpos::Vbp => Tense::Present,
        Xpos::Vbn if grammar.relation(verb) == Relation::Root => Tense::Past,
        // "Putin offering to restore a hotline", as headlines and machine rewording have it.
        Xpos::Vbg
            if grammar.relation(verb) == Relation::Root && grammar.child(verb, Relation::Nsubj).is_some() =>
        {
            Tense::Present
        }
        _ => match (grammar.relation(verb), grammar.parent(verb)) {
            (Relation::Conj | Relation::Xcomp | Relation::Advcl, Some(head)) if grammar.is_verb(head) => {
                // A chain of such clauses is as long as the sentence at most: it runs upwards.
                upper_tense(reading, head, 0)
            }
            _ => Tense::Open,
        },
    }
}

fn upper_tense(reading: &Reading<'_>, verb: usize, depth: usize) -> Tense {
    if depth > 6 {
        return Tense::Open;
    }
    match reading.grammar.xpos(verb) {
        Xpos::Vbd => Tense::Past,
        Xpos::Vbz | Xpos::Vbp => Tense::Present,
        _ => {
            let own = reading.grammar.children(verb).find_map(|child| match reading.grammar.xpos(child) {
                Xpos::Md => Some(Tense::Future),
                Xpos::Vbd if reading.grammar.lemma(child) == "have" => Some(Tense::Pluperfect),
                Xpos::Vbd if reading.grammar.upos(child) == Upos::Aux => Some(Tense::Past),
                Xpos::Vbz | Xpos::Vbp if reading.grammar.upos(child) == Upos::Aux => Some(Tense::Present),
                _ => None,
            });
            own.unwrap_or_else(|| match (reading.grammar.relation(verb), reading.grammar.parent(verb)) {
                (Relation::Conj | Relation::Xcomp | Relation::Advcl, Some(head)) => {
                    upper_tense(reading, head, depth + 1)
                }
                _ => Tense::Open,
            })
        }
    }
}
