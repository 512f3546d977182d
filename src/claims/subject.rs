//! Who speaks: the subject that a cue has, or shares, or inherits.

use super::phrase::Phrase;
use super::rules::Rules;
use crate::language::{Relation, Sentence, Upos, Xpos};

/// How far up the tree a subject may be inherited from.
const STEPS: usize = 5;

/// The head of the subject of a verb (or predicate), its own or that of the verb it hangs on.
///
/// A participle behind a comma, or one of a verb that goes on with what was being said ("adding"), has that of
/// the clause it goes on with.
pub(super) fn subject(sentence: &Sentence, verb: usize, rules: &Rules) -> Option<usize> {
    let comma = || verb.checked_sub(1).is_some_and(|before| sentence.tokens[before].lower == ",");
    if sentence.tokens[verb].xpos == Xpos::Vbg
        && own_subject(sentence, verb).is_none()
        && (comma() || rules.continuing_verbs.contains(sentence.tokens[verb].lemma.as_str()))
        && let Some(speaker) = of_main_clause(sentence, verb)
    {
        return Some(speaker);
    }
    let mut verb = verb;
    for _ in 0..STEPS {
        if let Some(own) = own_subject(sentence, verb) {
            return Some(own);
        }
        let token = &sentence.tokens[verb];
        let head = token.head?;
        let finite = matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
        match token.relation {
            Relation::Conj => verb = head,
            Relation::Xcomp => {
                // "asked Norland to say": the object says it.
                if let Some(object) = sentence.children_in(head, &[Relation::Obj, Relation::Iobj]).next()
                    && token.xpos != Xpos::Vbg
                {
                    return Some(object);
                }
                verb = head;
            }
            Relation::Advcl | Relation::Parataxis if !finite => verb = head,
            Relation::Acl if !finite && token.xpos == Xpos::Vbg => return Some(head),
            // "The governor, who would not stand, called it …", where the parser takes the verb for a participle.
            Relation::Acl if finite && verb > 0 && sentence.tokens[verb - 1].lower == "," => return Some(head),
            _ => return None,
        }
    }
    None
}

/// "…, adding that": the subject of the clause that a participle behind a comma goes on with, which is
/// seldom the noun or the subordinate clause right before it.
fn of_main_clause(sentence: &Sentence, participle: usize) -> Option<usize> {
    let mut found = None;
    for above in sentence.ancestors(participle).take(STEPS) {
        if let Some(own) = own_subject(sentence, above).filter(|&own| own < participle) {
            found = Some(own);
            // A conjunct of what is said is said as well.
            let relation = sentence.tokens[sentence.first_conjunct(above)].relation;
            if relation == Relation::Ccomp {
                continue;
            }
            let relation = sentence.tokens[above].relation;
            if matches!(relation, Relation::Root | Relation::Conj | Relation::AclRelcl | Relation::Parataxis)
            {
                break;
            }
        }
    }
    found
}

/// The head of the subject that depends on the verb itself.
pub(super) fn own_subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    sentence
        .children_in(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter, Relation::Csubj])
        .next()
}

/// The whole noun phrase of a subject, without the clause that makes it one.
pub(super) fn noun_phrase(sentence: &Sentence, head: usize, less: usize) -> Phrase {
    let whole = Phrase::of(sentence.subtree(head));
    if head == less {
        return whole;
    }
    let inner = sentence.subtree(less);
    if inner.contains(&head) {
        whole.trimmed(sentence)
    } else {
        whole.without(&Phrase::of(inner)).trimmed(sentence)
    }
}

/// The word that a relative pronoun stands for.
pub(super) fn antecedent(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let token = &sentence.tokens[pronoun];
    if !matches!(token.lower.as_str(), "who" | "which" | "that" | "whom") || token.upos == Upos::Sconj {
        return None;
    }
    let mut verb = token.head?;
    for _ in 0..STEPS {
        let up = &sentence.tokens[verb];
        match up.relation {
            Relation::AclRelcl => return up.head,
            Relation::Conj | Relation::Xcomp | Relation::Ccomp => verb = up.head?,
            _ => return None,
        }
    }
    None
}

/// The agent of a passive: "by the ministry".
pub(super) fn agent(sentence: &Sentence, verb: usize) -> Option<usize> {
    let by = |&child: &usize| {
        sentence.children_in(child, &[Relation::Case]).any(|case| sentence.tokens[case].lower == "by")
    };
    sentence.children_in(verb, &[Relation::OblAgent, Relation::Obl]).find(by)
}

/// Whether a verb stands in the passive.
pub(super) fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    sentence.tokens[verb].xpos == Xpos::Vbn
        && (sentence.children_in(verb, &[Relation::AuxPass, Relation::NsubjPass]).next().is_some()
            || sentence.children_in(verb, &[Relation::OblAgent]).next().is_some())
}
