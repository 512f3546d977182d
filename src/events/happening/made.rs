//! Whose it is that a clause beside it tells others to answer: "passed a law that Chad criticised".

use super::super::draft::Draft;
use super::super::mention::Participant;
use super::super::reading::Reading;
use super::answered::known_subjects;
use crate::language::Relation;

/// How many nouns and gerunds stand between what is answered and the verb that made it: "a policy of turning away boats".
const BETWEEN: usize = 3;

/// Who is told to have made, or to have, the noun that the clause of a mention is about.
pub(super) fn maker(reading: &Reading<'_>, draft: &Draft, objects: &[usize]) -> Option<Vec<Participant>> {
    let grammar = &reading.grammar;
    let clause = grammar
        .upward(draft.found.head)
        .find(|&at| matches!(grammar.relation(at), Relation::AclRelcl | Relation::Acl))?;
    let mut noun = grammar.parent(clause).filter(|noun| objects.is_empty() || objects.contains(noun))?;
    if reading.are_of_people(noun) {
        return None;
    }
    for _ in 0..BETWEEN {
        let above = grammar.parent(noun)?;
        let made = matches!(grammar.relation(noun), Relation::Obj | Relation::NsubjPass);
        if made && reading.rules.in_class("making", grammar.lemma(above)) {
            return known_subjects(reading, &reading.verb_arguments(above));
        }
        let within = match grammar.relation(noun) {
            Relation::Obj => grammar.relation(above) == Relation::Acl,
            Relation::Acl => true,
            Relation::Nmod => {
                grammar.preposition(noun).is_some_and(|word| matches!(grammar.lower(word), "of" | "for"))
            }
            _ => false,
        };
        noun = Some(above).filter(|_| within)?;
    }
    None
}
