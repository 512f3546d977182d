//! When, whether and how surely: tense, aspect, voice, modality and negation of a verb with its auxiliaries.

use super::{Relation, Sentence, Upos, Xpos};

/// What the auxiliaries of a verb say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VerbPhrase {
    /// When.
    pub tense: Tense,
    /// "has left", "had left", "will have left".
    pub perfect: bool,
    /// "is leaving".
    pub progressive: bool,
    /// "was rejected".
    pub passive: bool,
    /// How surely.
    pub modality: Modality,
    /// The modal verb or what stands for it ("going" in "is going to"), if there is one.
    pub modal: Option<usize>,
    /// The word that negates it, if one does.
    pub negation: Option<usize>,
}

/// The tense of a clause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// "left", "was leaving", "has left".
    Past,
    /// "leaves", "is leaving".
    Present,
    /// "will leave", "is going to leave", "is to leave".
    Future,
    /// "to leave", "leaving", "leave!": the clause has no time of its own.
    #[default]
    None,
}

/// The modality of a clause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// Told without reserve.
    #[default]
    Plain,
    /// "would": under a condition, or as somebody saw it.
    Conditional,
    /// "may", "might", "can", "could".
    Possible,
    /// "must", "should", "ought", "has to", "needs to".
    Necessary,
}

/// The words that negate.
const NEGATIVES: &[&str] =
    &["no", "not", "n't", "never", "neither", "nor", "nt", "cannot", "hardly", "scarcely"];

impl Sentence {
    /// The auxiliaries of a verb, in order; a coordinated verb without subject and auxiliaries of its own
    /// takes those of the first ("will leave and return").
    pub fn auxiliaries(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        const AUXILIARIES: &[Relation] = &[Relation::Aux, Relation::AuxPass, Relation::Cop];
        let own = self.child_in(verb, AUXILIARIES).is_some();
        let from = if own { verb } else { self.sharing(verb).unwrap_or(verb) };
        self.children_in(from, AUXILIARIES).filter(move |&auxiliary| auxiliary < verb || from == verb)
    }

    /// The verb whose auxiliaries a coordinated verb takes: both have the same form.
    fn sharing(&self, verb: usize) -> Option<usize> {
        let token = self.tokens.get(verb)?;
        let untensed = matches!(token.xpos, Xpos::Vb | Xpos::Vbn | Xpos::Vbg);
        if token.relation != Relation::Conj || !untensed || self.own_subject(verb).is_some() {
            return None;
        }
        let first = self.first_conjunct(verb);
        (self.tokens[first].xpos == token.xpos).then_some(first)
    }

    /// The word that negates a verb, noun or adjective: "not" for "left" in "has not left", "no" for
    /// "evidence" in "no evidence".
    pub fn negation(&self, token: usize) -> Option<usize> {
        const RELATIONS: &[Relation] = &[Relation::Advmod, Relation::Det, Relation::Cc, Relation::CcPreconj];
        let own = |token| {
            self.children_in(token, RELATIONS)
                .find(|&child| NEGATIVES.contains(&self.tokens[child].lower.as_str()))
        };
        own(token).or_else(|| {
            let shared = self.sharing(token)?;
            // "did not leave but stayed" negates only the first.
            let adversative =
                self.children_in(token, &[Relation::Cc]).any(|cc| self.tokens[cc].lower == "but");
            if adversative { None } else { own(shared) }
        })
    }

    /// Tense, aspect, voice, modality and negation of a verb (or of what a copula makes a predicate).
    pub fn verb_phrase(&self, verb: usize) -> VerbPhrase {
        let Some(token) = self.tokens.get(verb) else { return VerbPhrase::default() };
        let mut phrase = VerbPhrase {
            passive: self.is_passive(verb),
            negation: self.negation(verb),
            progressive: false,
            ..VerbPhrase::default()
        };
        phrase.tense = match token.xpos {
            Xpos::Vbd => Tense::Past,
            Xpos::Vbz | Xpos::Vbp => Tense::Present,
            _ => Tense::None,
        };
        let mut first = true;
        for auxiliary in self.auxiliaries(verb) {
            let word = &self.tokens[auxiliary];
            if std::mem::take(&mut first) {
                phrase.tense = match word.xpos {
                    Xpos::Vbd => Tense::Past,
                    Xpos::Vbz | Xpos::Vbp => Tense::Present,
                    _ => phrase.tense,
                };
            }
            match word.lemma.as_str() {
                "will" | "shall" | "'ll" | "wo" => {
                    phrase.tense = Tense::Future;
                    phrase.modal = Some(auxiliary);
                    if matches!(word.lower.as_str(), "would" | "'d") {
                        phrase.modality = Modality::Conditional;
                    }
                }
                "would" => self.set(&mut phrase, auxiliary, Modality::Conditional),
                "may" | "might" | "can" | "could" => self.set(&mut phrase, auxiliary, Modality::Possible),
                "must" | "should" | "ought" => self.set(&mut phrase, auxiliary, Modality::Necessary),
                "have" => phrase.perfect = true,
                "be" => phrase.progressive |= token.xpos == Xpos::Vbg && word.relation == Relation::Aux,
                _ => {}
            }
        }
        if phrase.perfect && matches!(phrase.tense, Tense::Present | Tense::None) {
            // What has happened lies in the past of him who tells it.
            phrase.tense = Tense::Past;
        }
        self.periphrasis(verb, &mut phrase);
        phrase
    }

    fn set(&self, phrase: &mut VerbPhrase, modal: usize, modality: Modality) {
        phrase.modality = modality;
        phrase.modal = Some(modal);
        if phrase.tense == Tense::None && modality != Modality::Conditional {
            phrase.tense = Tense::Present;
        }
    }

    /// "is going to leave", "has to leave", "is to leave".
    fn periphrasis(&self, verb: usize, phrase: &mut VerbPhrase) {
        if !self.is_infinitive(verb) {
            return;
        }
        if self
            .children_in(verb, &[Relation::Aux, Relation::Cop])
            .any(|child| self.tokens[child].lemma == "be")
        {
            phrase.tense = if phrase.tense == Tense::Past { Tense::Past } else { Tense::Future };
            return;
        }
        let token = &self.tokens[verb];
        let (Relation::Xcomp, Some(head)) = (token.relation, token.head) else { return };
        if self.tokens[head].upos == Upos::Noun {
            return;
        }
        match self.tokens[head].lemma.as_str() {
            "go" if self.tokens[head].xpos == Xpos::Vbg => {
                phrase.tense = Tense::Future;
                phrase.modal = Some(head);
            }
            "have" | "need" if head < verb => {
                phrase.tense = self.verb_phrase(head).tense;
                phrase.modality = Modality::Necessary;
                phrase.modal = Some(head);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tree: &str, verb: &str, tense: Tense, modality: Modality, negated: bool) -> VerbPhrase {
        let (_, sentence) = Sentence::from_tree(tree);
        let at =
            sentence.tokens.iter().position(|token| token.form == verb).expect("the verb stands in the tree");
        let phrase = sentence.verb_phrase(at);
        assert_eq!(
            (phrase.tense, phrase.modality, phrase.negation.is_some()),
            (tense, modality, negated),
            "{verb}"
        );
        phrase
    }

    #[test]
    fn simple_tenses() {
        check(
            "he he PRON PRP 2 nsubj\nleft leave VERB VBD 0 root",
            "left",
            Tense::Past,
            Modality::Plain,
            false,
        );
        check(
            "he he PRON PRP 2 nsubj\nleaves leave VERB VBZ 0 root",
            "leaves",
            Tense::Present,
            Modality::Plain,
            false,
        );
        check(
            "to to PART TO 2 mark\nleave leave VERB VB 0 root",
            "leave",
            Tense::None,
            Modality::Plain,
            false,
        );
    }

    const WILL: &str = "he he PRON PRP 4 nsubj
        will will AUX MD 4 aux
        not not PART RB 4 advmod
        leave leave VERB VB 0 root
        or or CCONJ CC 6 cc
        resign resign VERB VB 4 conj";

    #[test]
    fn shared_auxiliaries_and_negation() {
        check(WILL, "leave", Tense::Future, Modality::Plain, true);
        check(WILL, "resign", Tense::Future, Modality::Plain, true);
        let but = WILL.replace("or or", "but but");
        check(&but, "resign", Tense::Future, Modality::Plain, false);
    }

    #[test]
    fn perfect_passive_and_modal() {
        let tree = "it it PRON PRP 4 nsubj:pass
            has have AUX VBZ 4 aux
            been be AUX VBN 4 aux:pass
            rejected reject VERB VBN 0 root";
        let phrase = check(tree, "rejected", Tense::Past, Modality::Plain, false);
        assert!(phrase.perfect && phrase.passive && !phrase.progressive);
        let tree = "it it PRON PRP 3 nsubj\nmight might AUX MD 3 aux\nfail fail VERB VB 0 root";
        check(tree, "fail", Tense::Present, Modality::Possible, false);
        let tree = "it it PRON PRP 3 nsubj\nwould would AUX MD 3 aux\nfail fail VERB VB 0 root";
        check(tree, "fail", Tense::None, Modality::Conditional, false);
    }

    #[test]
    fn periphrases() {
        let tree = "he he PRON PRP 3 nsubj\nis be AUX VBZ 3 aux\ngoing go VERB VBG 0 root
            to to PART TO 5 mark\nleave leave VERB VB 3 xcomp";
        check(tree, "leave", Tense::Future, Modality::Plain, false);
        let tree = "he he PRON PRP 2 nsubj\nhas have VERB VBZ 0 root\nto to PART TO 4 mark\nleave leave VERB VB 2 xcomp";
        check(tree, "leave", Tense::Present, Modality::Necessary, false);
    }
}
