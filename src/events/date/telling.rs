//! How a clause is told: as a main one, as a habit, as what was before or is said.

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::super::status::{Tense, said_beside, tense};
use super::clause::{clauses, open_ended, usable};
use super::told::dated_report;
use super::{first, is_day, is_part_of_day, moment};
use crate::dates::{Expression, ExpressionKind};
use crate::language::{Relation, Upos, Xpos};

/// "a group allied to al-Qaeda": a tie that stands, told by a participle without an object.
pub(super) fn is_standing(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    reading.rules.in_class("standing", grammar.lemma(verb))
        && grammar.child(verb, Relation::Obj).is_none()
        && grammar.child(verb, Relation::Aux).is_none()
        && grammar.child(verb, Relation::AuxPass).is_none()
}

/// "is regularly bombed", "forces battling the rebels often use tanks": what goes on is of no day.
pub(super) fn is_habit(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let goes_on = grammar.relation(verb) == Relation::Acl
        && grammar.xpos(verb) == Xpos::Vbg
        && !moment::goes_along(reading, verb)
        && moment::met_at_protest(reading, verb).is_none()
        && moment::said_with(reading, verb).is_none();
    goes_on
        || is_counted_by_time(reading, verb)
        || grammar.is_verb(verb)
            && grammar.children(verb).any(|child| {
                grammar.relation(child) == Relation::Advmod
                    && reading.rules.in_class("habitual", grammar.lower(child))
            })
}

/// "dined with him three times a week"
fn is_counted_by_time(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.is_verb(verb)
        && grammar.children(verb).any(|times| {
            let next = |ahead: usize| (times + ahead < grammar.len()).then(|| grammar.lower(times + ahead));
            grammar.lower(times) == "times"
                && matches!(next(1), Some("a" | "per" | "each" | "every"))
                && matches!(next(2), Some("day" | "week" | "month" | "year"))
        })
}

/// Whether a clause of a chain goes on or is done again and again: none behind the verb that tells the sentence, as in
/// "gunmen using rifles attack a shop", is a clause of it.
pub(super) fn goes_on(reading: &Reading<'_>, anchor: usize, chain: &[usize]) -> bool {
    first::tense_of_first(reading, anchor).is_none()
        && chain
            .iter()
            .take_while(|&&clause| first::tense_of_first(reading, clause).is_none())
            .any(|&clause| is_habit(reading, clause))
}

/// "over the past few days", "recently": on which day of them nobody tells.
pub(super) fn is_some_time(reading: &Reading<'_>, expression: &Expression) -> bool {
    let mut words = expression.tokens.clone().map(|token| reading.grammar.lower(token));
    // "hours earlier": on the same day.
    let soon = expression.tokens.clone().any(|token| is_part_of_day(reading.grammar.lemma(token)));
    expression.range.is_none()
        && !soon
        && match expression.kind {
            ExpressionKind::Duration => words.any(|word| matches!(word, "past" | "last" | "recent")),
            _ => expression.timex3.as_deref() == Some("PAST_REF"),
        }
}

/// "delivers his annual address": a word of repetition that stands before one noun tells of what sort it is.
pub(super) fn is_one_of_many(reading: &Reading<'_>, word: usize) -> bool {
    let grammar = &reading.grammar;
    matches!(grammar.relation(word), Relation::Amod | Relation::Compound)
        && grammar.parent(word).is_some_and(|noun| noun > word && grammar.xpos(noun) == Xpos::Nn)
}

/// "resigned after reaching a deal": an earlier thing, of no known day, unless harm is what follows: "died after troops
/// fired".
pub(super) fn is_before_it(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(anchor);
    let after = grammar.relation(clause) == Relation::Advcl
        && grammar.opening(clause).is_some_and(|word| grammar.lower(word) == "after");
    let harmed = |verb: usize| {
        let mut verbs = grammar.coordinated(grammar.first_conjunct(verb)).into_iter();
        verbs.any(|verb| reading.rules.in_class("harmed", grammar.lemma(verb)))
    };
    // "died on Thursday evening after troops fired", of which a parser hangs the clause on the evening.
    let main = grammar.upward(clause).skip(1).find(|&token| grammar.is_verb(token));
    after && !main.is_some_and(harmed)
}

/// "dies after being stabbed": nobody knows how long after.
pub(super) fn is_died_of(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let being = grammar.child(anchor, Relation::AuxPass).is_some_and(|word| grammar.lower(word) == "being");
    being
        && grammar.relation(anchor) == Relation::Advcl
        && grammar.opening(anchor).is_some_and(|word| grammar.lower(word) == "after")
        && grammar.parent(anchor).is_some_and(|verb| reading.rules.in_class("dying", grammar.lemma(verb)))
}

/// "The minister defends the law, though unions criticise it": what is so now beside other news, and granted.
pub(super) fn is_conceded(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(anchor);
    let now = |verb: usize| tense(reading, verb) == Tense::Present;
    grammar.relation(clause) == Relation::Advcl
        && grammar
            .opening(clause)
            .is_some_and(|word| matches!(grammar.lower(word), "though" | "although" | "whereas"))
        && now(clause)
        && grammar.parent(clause).is_some_and(|main| grammar.parent(main).is_none())
        && !(0..clause).any(|token| grammar.is_verb(token) && matches!(tense(reading, token), Tense::Past))
}

/// "Two people are dead, including a nurse, one guard is wounded": a clause behind a comma that a parser hangs on a noun before
/// it.
pub(super) fn is_spliced(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let subject = grammar.children(verb).find(|&child| grammar.relation(child).is_subject());
    let begin = grammar.children(verb).find(|&child| grammar.relation(child) != Relation::Punct);
    let behind_comma = subject
        .and(begin)
        .map(|begin| first_word(reading, begin))
        .and_then(|begin| begin.checked_sub(1))
        .is_some_and(|comma| grammar.lower(comma) == ",");
    let root = grammar.root();
    grammar.relation(verb) == Relation::Parataxis
        && behind_comma
        && grammar.opening(verb).is_none()
        && grammar.parent(verb).is_some_and(|noun| Some(noun) != root && !grammar.is_verb(noun))
        && !reading.rules.words.speech.contains(grammar.lemma(verb))
        && root.is_some_and(|root| root < verb && tense(reading, root) == tense(reading, verb))
}

/// The word with which a phrase begins.
fn first_word(reading: &Reading<'_>, head: usize) -> usize {
    reading.grammar.children(head).next().map_or(head, |child| child.min(head))
}

/// "promised money, a move that Egypt denounced": what is added to the news is as much news.
pub(super) fn is_added(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(verb);
    grammar.relation(clause) == Relation::AclRelcl
        && grammar.parent(clause).is_some_and(|noun| {
            noun < clause
                && grammar.relation(noun) == Relation::Appos
                && reading.rules.in_class("step", grammar.lemma(noun))
                && grammar.children(noun).any(|child| matches!(grammar.lower(child), "a" | "an"))
        })
}

/// The verb of saying whose content a clause is, or hangs on: "said that it left, hours after missiles hit the base".
pub(super) fn saying(reading: &Reading<'_>, anchor: usize) -> Option<usize> {
    // "announces that he will quit, endorsing a rival": said with the announcement, and not within it.
    if said_beside(reading, anchor).is_some() {
        return None;
    }
    let grammar = &reading.grammar;
    let own = grammar.first_conjunct(anchor);
    let above = grammar.parent(own).filter(|_| grammar.relation(own) == Relation::Advcl);
    let clause = above.map_or(own, |above| grammar.first_conjunct(above));
    // "The rebels have left, the envoy told reporters on Thursday."
    let behind = grammar.children(clause).find(|&verb| {
        grammar.relation(verb) == Relation::Parataxis
            && grammar.child(verb, Relation::Nsubj).is_some()
            && reading.rules.words.speech.contains(grammar.lemma(verb))
            // "blamed Washington, where the envoy told senators on Thursday …"
            && !grammar.children(verb).any(|child| child < verb && grammar.xpos(child) == Xpos::Wrb)
    });
    let behind = behind.or_else(|| dated_report(reading, clause));
    if behind.is_some() {
        return behind;
    }
    grammar.parent(clause).filter(|&verb| {
        grammar.relation(clause) == Relation::Ccomp
            && reading.rules.words.speech.contains(grammar.lemma(verb))
    })
}

/// "Hours earlier he had demanded": of the same day, whatever the tense.
pub(super) fn soon(reading: &Reading<'_>) -> bool {
    let grammar = &reading.grammar;
    (0..grammar.len().min(4)).any(|token| {
        matches!(grammar.lower(token), "hours" | "minutes")
            && token + 1 < grammar.len()
            && matches!(grammar.lower(token + 1), "earlier" | "before" | "later" | "afterward" | "afterwards")
    })
}

/// "Within minutes the army had closed the road."
pub(super) fn is_within_hours(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(verb).any(|child| {
        matches!(grammar.lower(child), "hours" | "minutes")
            && grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "within")
    })
}

/// "2013 Bern collision: Two trains collide": the clause behind a title is a main one.
pub(super) fn is_titled(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(verb);
    grammar.relation(clause) == Relation::Parataxis
        && (0..clause)
            .find(|&token| grammar.lower(token) == ":" || grammar.is_verb(token))
            .is_some_and(|token| grammar.lower(token) == ":")
}

/// "Damascus denounced the decision": whether somebody named answers, and not at once.
pub(super) fn answers(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let verb = draft.found.anchor();
    let first = grammar.first_conjunct(verb);
    let subject = grammar.child(verb, Relation::Nsubj).or_else(|| grammar.child(first, Relation::Nsubj));
    let named = subject.is_some_and(|subject| grammar.upos(subject) != Upos::Pron);
    let begin = (0..verb).rev().find(|&token| grammar.lower(token) == ";").unwrap_or(0);
    // "urged them to return at once" urges whenever it does.
    let at_once = (begin..grammar.len()).any(|token| {
        let of = grammar.upward(token).skip(1).find(|&token| grammar.is_verb(token));
        reading.rules.in_class("at-once", grammar.lower(token))
            && of.is_none_or(|of| of == verb || of == first || !grammar.below(of, verb))
    });
    grammar.is_verb(verb) && named && !at_once && reading.rules.in_class("reacting", &draft.mention.kind)
}

/// How many words a sentence may have before the day that it opens with.
const OPENING: usize = 3;

/// Whether a day is not that of the story: "visits the city to honour the dead of 26 April 1937".
pub(super) fn is_background(reading: &Reading<'_>, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    expression.tokens.start > OPENING
        && grammar.root().is_some_and(|root| grammar.is_verb(root) && tense(reading, root) == Tense::Present)
}

/// "have been dismissed since the coup", "Since the coup he has been in hiding": over a stretch of time.
pub(super) fn is_since(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    // Hardly any sentence has the word, and the clauses of a mention take a walk of the tree.
    if !(0..grammar.len()).any(|at| grammar.lower(at) == "since") {
        return false;
    }
    let anchor = draft.found.anchor();
    let since = |verb: usize, child: usize| {
        // "Since prices have risen, workers have gone on strike": what is so still, told before, gives a reason.
        let reason = child < verb && matches!(tense(reading, child), Tense::Perfect | Tense::Present);
        let clause = grammar.mark(child).filter(|_| !reason);
        clause.or_else(|| grammar.preposition(child)).is_some_and(|word| grammar.lower(word) == "since")
    };
    let perfect = |verb: usize| match verb == anchor {
        true => draft.assessment.tense == Tense::Perfect,
        false => tense(reading, verb) == Tense::Perfect,
    };
    // "have been killed in strikes since the war began": the strikes are of as long a time.
    std::iter::once(anchor)
        .chain(clauses(reading, draft))
        .any(|verb| perfect(verb) && grammar.children(verb).any(|child| since(verb, child)))
}

/// "…; the envoy brushed the demand aside": the clause behind a semicolon is a main one, whatever the parser hangs it on.
pub(super) fn is_part(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(verb);
    let Some(begin) = (0..clause).rev().find(|&token| grammar.lower(token) == ";") else { return false };
    let free = matches!(grammar.relation(clause), Relation::Parataxis | Relation::Advcl | Relation::Conj)
        && grammar.opening(clause).is_none_or(|word| word < begin);
    let subject = grammar.children(clause).any(|child| child > begin && grammar.relation(child).is_subject());
    let first = (begin..clause).all(|token| {
        !grammar.is_verb(token)
            || grammar.parent(token) == Some(clause)
            || matches!(grammar.relation(token), Relation::Acl | Relation::AclRelcl | Relation::Amod)
    });
    free && subject && first
}

/// "mourn those killed when the guard fired at crowds", but not "Ten killed when troops fire": what was done at the moment of
/// a harm that only tells of whom the news is.
pub(super) fn is_hurt_then(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(verb);
    let when =
        grammar.opening(clause).is_some_and(|word| matches!(grammar.lower(word), "when" | "as" | "after"));
    let told_of = |hurt: usize| {
        grammar.relation(hurt) == Relation::Acl
            && grammar.xpos(hurt) == Xpos::Vbn
            && grammar.parent(hurt).is_some_and(|noun| grammar.root() != Some(noun))
            && !first::is_verbless(reading)
            && hurt.checked_sub(1).is_some_and(|before| grammar.lower(before) != ",")
    };
    when && grammar.relation(clause) == Relation::Advcl && grammar.parent(clause).is_some_and(told_of)
}

/// "will step down, as he agreed to do in a letter": what somebody had said before of what is told.
pub(super) fn is_as_said(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(verb) == Relation::Advcl
        && grammar.opening(verb).is_some_and(|word| grammar.lower(word) == "as")
        && grammar
            .child(verb, Relation::Xcomp)
            .is_some_and(|done| grammar.lower(done) == "do" && grammar.child(done, Relation::Obj).is_none())
}

/// "The envoy, who is visiting Moscow, said": a stay that is told of somebody as going on.
pub(super) fn is_away_now(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let now = grammar.child(verb, Relation::Aux).is_some_and(|word| {
        grammar.lemma(word) == "be" && matches!(grammar.xpos(word), Xpos::Vbz | Xpos::Vbp)
    });
    grammar.relation(verb) == Relation::AclRelcl
        && grammar.xpos(verb) == Xpos::Vbg
        && now
        && reading.rules.in_class("stay", grammar.lemma(verb))
}

/// "More than 13,000 people were killed in the insurgency": those whom years cost their lives are of no day.
pub(super) fn is_toll_of_years(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let verb = draft.found.anchor();
    let words = &reading.rules.words;
    let harm = |lemma: &str| {
        words.killing.contains(lemma)
            || words.wounding.contains(lemma)
            || reading.rules.in_class("dying", lemma)
    };
    let definite = |child: usize| {
        matches!(grammar.lower(child), "the" | "this") || grammar.relation(child) == Relation::NmodPoss
    };
    harm(grammar.lemma(verb))
        && draft.assessment.tense.is_past()
        && grammar.children(verb).any(|noun| {
            grammar.relation(noun) == Relation::Obl
                && reading.rules.in_class("of-years", grammar.lemma(noun))
                && grammar
                    .preposition(noun)
                    .is_some_and(|word| matches!(grammar.lower(word), "in" | "during" | "throughout"))
                && grammar.children(noun).any(definite)
        })
}

/// Whether the words before the last semicolon name a day.
pub(super) fn names_day(reading: &Reading<'_>, clause: usize) -> bool {
    let semicolon = (0..clause).rev().find(|&token| reading.grammar.lower(token) == ";");
    reading.expressions.iter().any(|expression| {
        usable(expression)
            && !open_ended(reading, expression)
            && semicolon.is_some_and(|semicolon| expression.tokens.end <= semicolon)
            && expression.value.as_ref().is_some_and(is_day)
    })
}

/// "having been dismissed": before what the clause tells.
pub(super) fn is_past_participle(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar
        .children(verb)
        .any(|child| grammar.relation(child) == Relation::Aux && grammar.lower(child) == "having")
}

/// How many words before "since" the word that compares may stand.
const COMPARED: usize = 5;

/// "the first executions since 2006", "the worst attack since March": the time only says how long there was none.
pub(super) fn compares(reading: &Reading<'_>, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    let Some(since) = expression.tokens.start.checked_sub(1).filter(|&word| grammar.lower(word) == "since")
    else {
        return false;
    };
    (since.saturating_sub(COMPARED)..since).any(|token| is_singled(reading, token))
}

/// Whether a word singles one thing out of its sort: "will make a visit, the first by a leader in fifty years".
pub(super) fn is_singled(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    matches!(grammar.xpos(token), Xpos::Jjs | Xpos::Rbs)
        || matches!(grammar.lower(token), "first" | "second" | "third" | "only" | "deadliest" | "worst")
}
