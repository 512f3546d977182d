//! Who does what to whom: the grammatical functions of a clause.

use super::{Relation, Sentence, Upos, Xpos};

/// Nouns may be reached over this many clauses that leave their subject out.
const DEEPEST: usize = 6;

impl Sentence {
    /// The grammatical subject that stands with the verb itself, active or passive.
    pub fn own_subject(&self, verb: usize) -> Option<usize> {
        const SUBJECTS: &[Relation] = &[
            Relation::Nsubj,
            Relation::NsubjPass,
            Relation::NsubjOuter,
            Relation::Csubj,
            Relation::CsubjPass,
        ];
        self.child_in(verb, SUBJECTS)
    }

    /// The grammatical subject of a verb, also where it is said only once for several verbs: of a
    /// coordinated verb ("vetoed … and called"), of an infinitive or participle that depends on another verb
    /// ("wants to leave", "told Iran to leave"), of a participle or relative clause on a noun ("the group
    /// fighting in Syria", "the group that fights"). A relative pronoun is replaced by what it stands for.
    pub fn subject(&self, verb: usize) -> Option<usize> {
        self.subject_within(verb, DEEPEST)
    }

    fn subject_within(&self, verb: usize, depth: usize) -> Option<usize> {
        if let Some(subject) = self.own_subject(verb) {
            return Some(self.antecedent(subject).unwrap_or(subject));
        }
        let token = self.tokens.get(verb)?;
        let (head, depth) = (token.head?, depth.checked_sub(1)?);
        match token.relation {
            Relation::Conj if self.is_verbal(head) => self.subject_within(head, depth),
            Relation::Xcomp => match self.child_in(head, &[Relation::Obj, Relation::Iobj]) {
                // "promised Iran to leave" is the exception to "told Iran to leave".
                Some(object) if object < verb && self.tokens[head].lemma != "promise" => Some(object),
                _ => self.subject_within(head, depth),
            },
            Relation::Acl if !self.is_infinitive(verb) => Some(head),
            Relation::Advcl if !self.has_own_subordinator(verb) => self.subject_within(head, depth),
            _ => None,
        }
    }

    /// The direct object; of relative clauses what the pronoun stands for. Coordinated verbs share the
    /// object that stands behind the last of them ("condemned and rejected the plan").
    pub fn object(&self, verb: usize) -> Option<usize> {
        if let Some(object) = self.child_in(verb, &[Relation::Obj]) {
            return Some(self.antecedent(object).unwrap_or(object));
        }
        if self.is_passive(verb) {
            return None;
        }
        let shared = self.children_in(verb, &[Relation::Conj]).next().filter(|&next| {
            // Only where nothing but a coordinator stands between: "condemned and rejected".
            next == verb + 2
                && self.tokens[next].xpos == self.tokens[verb].xpos
                && self.own_subject(next).is_none()
        });
        shared.and_then(|next| self.child_in(next, &[Relation::Obj]))
    }

    /// The indirect object: "gave *Turkey* missiles".
    pub fn indirect_object(&self, verb: usize) -> Option<usize> {
        self.child_in(verb, &[Relation::Iobj])
    }

    /// Who does it in a passive clause: "vetoed *by Russia*".
    pub fn passive_agent(&self, verb: usize) -> Option<usize> {
        self.child_in(verb, &[Relation::OblAgent])
            .or_else(|| if self.is_passive(verb) { self.with_preposition(verb, "by") } else { None })
    }

    /// Who does it: the subject of an active, the agent of a passive clause.
    pub fn agent(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) { self.passive_agent(verb) } else { self.subject(verb) }
    }

    /// To whom it is done: the object of an active, the subject of a passive clause.
    pub fn patient(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) { self.subject(verb) } else { self.object(verb) }
    }

    /// Whether a verb is passive: it has a passive auxiliary or subject, or is a past participle that
    /// modifies a noun ("the plan agreed by Kerry"). A verb coordinated with a passive one shares its voice
    /// where it is a participle without an auxiliary or subject of its own.
    pub fn is_passive(&self, verb: usize) -> bool {
        let Some(token) = self.tokens.get(verb) else { return false };
        const PASSIVE: &[Relation] =
            &[Relation::AuxPass, Relation::NsubjPass, Relation::CsubjPass, Relation::OblAgent];
        if self.child_in(verb, PASSIVE).is_some() {
            return true;
        }
        if token.xpos != Xpos::Vbn || self.child_in(verb, &[Relation::Aux]).is_some() {
            return false;
        }
        match (token.relation, token.head) {
            (Relation::Acl | Relation::Advcl | Relation::Amod, _) => true,
            (Relation::Conj, Some(head)) => {
                self.own_subject(verb).is_none()
                    && (self.child_in(head, PASSIVE).is_some() || self.tokens[head].relation == Relation::Acl)
            }
            _ => false,
        }
    }

    /// The clause that a verb has as its object or complement: what is said, thought, demanded.
    pub fn clausal_complement(&self, verb: usize) -> Option<usize> {
        self.child_in(verb, &[Relation::Ccomp]).or_else(|| self.child_in(verb, &[Relation::Xcomp]))
    }

    /// What a relative pronoun stands for: the noun that its clause modifies.
    pub fn antecedent(&self, pronoun: usize) -> Option<usize> {
        let token = self.tokens.get(pronoun)?;
        let relative = matches!(token.xpos, Xpos::Wdt | Xpos::Wp | Xpos::WpPossessive)
            || token.lower == "that" && token.upos == Upos::Pron;
        if !relative {
            return None;
        }
        // The pronoun may stand deep in its clause ("on whose behalf they acted"), which ends at its head.
        let clause = std::iter::once(pronoun)
            .chain(self.ancestors(pronoun).take(DEEPEST))
            .find(|&above| self.tokens[above].relation == Relation::AclRelcl)?;
        self.tokens[clause].head.filter(|&head| head < pronoun)
    }

    /// Whether a token heads a clause: a verb, or what a copula makes a predicate.
    pub fn is_verbal(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|found| matches!(found.upos, Upos::Verb | Upos::Aux))
            || self.child_in(token, &[Relation::Cop]).is_some()
    }

    /// Whether a verb stands in the infinitive with "to".
    pub fn is_infinitive(&self, verb: usize) -> bool {
        self.children_in(verb, &[Relation::Mark]).any(|mark| self.tokens[mark].xpos == Xpos::To)
    }

    fn has_own_subordinator(&self, verb: usize) -> bool {
        self.children_in(verb, &[Relation::Mark]).any(|mark| {
            let mark = &self.tokens[mark];
            mark.xpos != Xpos::To && matches!(mark.lower.as_str(), "that" | "if" | "whether" | "because")
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Sentence;

    /// The words of agent, verb and patient of the verb with this form.
    fn check(tree: &str, verb: &str, agent: &str, patient: &str) {
        let (_, sentence) = Sentence::from_tree(tree);
        let at =
            sentence.tokens.iter().position(|token| token.form == verb).expect("the verb stands in the tree");
        let word = |token: Option<usize>| token.map_or("-", |token| sentence.tokens[token].form.as_str());
        assert_eq!((word(sentence.agent(at)), word(sentence.patient(at))), (agent, patient), "of {verb:?}");
    }

    const VETOED: &str = "Russia Russia PROPN NNP 2 nsubj
        vetoed veto VERB VBD 0 root
        resolutions resolution NOUN NNS 2 obj
        calling call VERB VBG 3 acl
        for for ADP IN 6 case
        talks talk NOUN NNS 4 obl
        and and CCONJ CC 8 cc
        left leave VERB VBD 2 conj";

    #[test]
    fn shared_subjects() {
        check(VETOED, "vetoed", "Russia", "resolutions");
        check(VETOED, "left", "Russia", "-");
        check(VETOED, "calling", "resolutions", "-");
    }

    const AGREED: &str = "plan plan NOUN NN 7 nsubj:pass
        agreed agree VERB VBN 1 acl
        by by ADP IN 4 case
        Kerry Kerry PROPN NNP 2 obl:agent
        , , PUNCT , 1 punct
        was be AUX VBD 7 aux:pass
        rejected reject VERB VBN 0 root
        and and CCONJ CC 9 cc
        condemned condemn VERB VBN 7 conj
        by by ADP IN 11 case
        Assad Assad PROPN NNP 9 obl:agent";

    #[test]
    fn passives() {
        check(AGREED, "agreed", "Kerry", "plan");
        check(AGREED, "rejected", "-", "plan");
        check(AGREED, "condemned", "Assad", "plan");
    }

    const TOLD: &str = "officials official NOUN NNS 5 nsubj
        who who PRON WP 3 nsubj
        resigned resign VERB VBD 1 acl:relcl
        have have AUX VBP 5 aux
        told tell VERB VBN 0 root
        Iran Iran PROPN NNP 5 obj
        to to PART TO 8 mark
        leave leave VERB VB 5 xcomp
        Syria Syria PROPN NNP 8 obj";

    #[test]
    fn control_and_relative_clauses() {
        check(TOLD, "told", "officials", "Iran");
        check(TOLD, "leave", "Iran", "Syria");
        check(TOLD, "resigned", "officials", "-");
    }

    #[test]
    fn shared_objects() {
        let tree = "they they PRON PRP 2 nsubj
            condemned condemn VERB VBD 0 root
            and and CCONJ CC 4 cc
            rejected reject VERB VBD 2 conj
            it it PRON PRP 4 obj";
        check(tree, "condemned", "they", "it");
        check(tree, "rejected", "they", "it");
    }
}
