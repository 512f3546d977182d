//! I, we: whoever is quoted.

use super::pronouns::in_quotation;
use super::{Reader, subject};
use crate::actors::MentionForm;
use crate::language::{Relation, Sentence, Upos};

impl Reader<'_, '_> {
    /// "I urge both sides to stop, the envoy said": who says what "I" and "we" stand in, in this sentence or, where a quotation
    /// goes on, in the one before; there "we" may be all who were told of.
    pub(super) fn speaker(&self, sentence: usize, token: usize) -> Option<usize> {
        let document = self.registry.document;
        let place = &document.sentences[sentence];
        let said_by = |sentence: usize, subject: usize| {
            let place = &document.sentences[sentence];
            let mut named = self.registry.mentions.iter().filter(|mention| {
                mention.sentence == sentence
                    && mention.form != MentionForm::Adjective
                    && mention.head == subject
            });
            let alone = place.children_in(subject, &[Relation::Conj]).next().is_none();
            // "We bought two ships, a spokeswoman said": whoever speaks for others does nothing of it himself.
            let described =
                place.children_in(subject, &[Relation::NmodDesc, Relation::Compound, Relation::Appos]);
            let for_others =
                described.chain([subject]).any(|at| place.tokens[at].lower.starts_with("spokes"));
            named.next().filter(|_| alone && !for_others).map(|mention| mention.actor)
        };
        if let Some(subject) = quoting(place, token) {
            return said_by(sentence, subject);
        }
        let alone = matches!(place.tokens[token].lower.as_str(), "i" | "me");
        let before = sentence.checked_sub(1).filter(|_| alone && in_quotation(place, token))?;
        let earlier = &document.sentences[before];
        let quotes = earlier.tokens.iter().any(|word| is_quotation_mark(&word.form));
        let root = earlier.root().filter(|&root| {
            quotes
                && earlier.part == place.part
                && earlier.children_in(root, &[Relation::Ccomp]).any(|told| told < root)
        })?;
        said_by(before, subject(earlier, root)?)
    }
}

/// The subject of the verb that quotes what a word of the first person stands in: it says so, whatever it says.
fn quoting(place: &Sentence, token: usize) -> Option<usize> {
    let mut at = place.tokens[token].head?;
    for _ in 0..place.tokens.len() {
        let word = &place.tokens[at];
        let closing = place.children_in(at, &[Relation::Parataxis]).find(|&said| {
            said > at
                && place.tokens[said - 1].upos != Upos::Punct
                && subject(place, said).is_some_and(|one| one > at)
        });
        let direct = |said: usize| said > at || in_quotation(place, token);
        let said = match word.relation {
            Relation::Ccomp => word.head.filter(|&said| direct(said)).or(closing),
            _ => closing,
        };
        if let Some(subject) = said.and_then(|said| subject(place, said)) {
            let first = matches!(place.tokens[subject].lower.as_str(), "i" | "we" | "you");
            return Some(subject).filter(|_| !first);
        }
        at = word.head?;
    }
    None
}

fn is_quotation_mark(form: &str) -> bool {
    matches!(form, "“" | "``" | "”" | "''" | "\"")
}
