//! The sentence as events see it: who is subject and object of a verb or an event noun, wherever the words
//! that say so stand.

use crate::language::{Relation, Sentence, Upos, Xpos};

/// Where an argument stands, seen from what happens rather than from the surface: the object of a passive
/// is what it is done to, and its agent is the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Subject,
    Object,
    Indirect,
    Complement,
    Possessor,
    Modifier,
    Particle,
    /// Under the preposition (or, of a clause, the conjunction) at this token.
    Preposition(usize),
}

/// An argument: where it stands and its head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Argument {
    pub place: Place,
    pub token: usize,
}

/// The arguments of a verb or an event noun.
#[derive(Debug, Clone, Default)]
pub(super) struct Arguments {
    pub list: Vec<Argument>,
    pub passive: bool,
    /// The verb that carries tense, modality and dates: the verb itself, or the one that supports the noun.
    pub carrier: Option<usize>,
    /// Whether the carrier is a verb that supports the noun ("carried out an attack").
    pub supported: bool,
}

impl Arguments {
    fn push(&mut self, place: Place, token: usize) {
        if !self.list.iter().any(|argument| argument.place == place && argument.token == token) {
            self.list.push(Argument { place, token });
        }
    }

    /// The heads that stand in a place.
    pub fn at(&self, place: Place) -> impl Iterator<Item = usize> + '_ {
        self.list.iter().filter(move |argument| argument.place == place).map(|argument| argument.token)
    }

    fn has(&self, place: Place) -> bool {
        self.list.iter().any(|argument| argument.place == place)
    }
}

/// A sentence with its children at hand.
#[derive(Debug)]
pub(super) struct Grammar<'a> {
    pub sentence: &'a Sentence,
    heads: Vec<u32>,
    relations: Vec<Relation>,
    /// Verbs that the tagger took for participles although they are the sentence's only predicate.
    finite: Vec<u32>,
    /// Dictionary forms where the lemmatiser did not know the word.
    lemmas: Vec<(u32, &'a str)>,
    first: Vec<u32>,
    list: Vec<u32>,
}

/// No head.
const NONE: u32 = u32::MAX;

/// How far a chain of dependencies is followed; longer ones are parser faults.
const REACH: usize = 24;

impl<'a> Grammar<'a> {
    /// `is_speech` tells verbs of saying by their dictionary form: with them the parser errs in ways that can
    /// be undone.
    pub fn new(
        sentence: &'a Sentence,
        is_speech: &dyn Fn(&str) -> bool,
        known_form: &dyn Fn(&str) -> Option<&'a str>,
    ) -> Self {
        let count = sentence.tokens.len();
        let mut heads: Vec<u32> = (0..count)
            .map(|i| match sentence.tokens[i].head {
                Some(head) if head < count && head != i => head as u32,
                _ => NONE,
            })
            .collect();
        let mut relations: Vec<Relation> = sentence.tokens.iter().map(|token| token.relation).collect();
        reattach(sentence, is_speech, &mut heads, &mut relations);
        let finite = promote(sentence, &mut heads, &mut relations);
        let lemmas = (0..count)
            .filter(|&i| matches!(sentence.tokens[i].upos, Upos::Verb | Upos::Noun))
            .filter_map(|i| {
                let token = &sentence.tokens[i];
                known_form(&token.lower).filter(|lemma| token.lemma != *lemma).map(|lemma| (i as u32, lemma))
            })
            .collect();
        let mut first = vec![0u32; count + 1];
        for &head in heads.iter().filter(|&&head| head != NONE) {
            first[head as usize + 1] += 1;
        }
        for i in 0..count {
            first[i + 1] += first[i];
        }
        let mut next = first.clone();
        let mut list = vec![0u32; first[count] as usize];
        for (i, &head) in heads.iter().enumerate().filter(|(_, head)| **head != NONE) {
            list[next[head as usize] as usize] = i as u32;
            next[head as usize] += 1;
        }
        Self { sentence, heads, relations, finite, lemmas, first, list }
    }

    pub fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.list[self.first[token] as usize..self.first[token + 1] as usize].iter().map(|&i| i as usize)
    }

    pub fn child(&self, token: usize, relation: Relation) -> Option<usize> {
        self.children(token).find(|&child| self.relation(child) == relation)
    }

    pub fn parent(&self, token: usize) -> Option<usize> {
        Some(self.heads[token]).filter(|&head| head != NONE).map(|head| head as usize)
    }

    pub fn relation(&self, token: usize) -> Relation {
        self.relations[token]
    }

    pub fn lemma(&self, token: usize) -> &str {
        match self.lemmas.binary_search_by_key(&(token as u32), |entry| entry.0) {
            Ok(found) => self.lemmas[found].1,
            Err(_) => &self.sentence.tokens[token].lemma,
        }
    }

    /// The root of the tree, as mended.
    pub fn root(&self) -> Option<usize> {
        self.heads.iter().position(|&head| head == NONE)
    }

    pub fn lower(&self, token: usize) -> &str {
        &self.sentence.tokens[token].lower
    }

    pub fn upos(&self, token: usize) -> Upos {
        self.sentence.tokens[token].upos
    }

    pub fn xpos(&self, token: usize) -> Xpos {
        if self.finite.contains(&(token as u32)) {
            return Xpos::Vbd;
        }
        self.sentence.tokens[token].xpos
    }

    /// The token and the chain of its heads up to the root.
    pub fn upward(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(token), |&i| self.parent(i)).take(REACH)
    }

    /// Whether `token` lies in the subtree of `top`.
    pub fn below(&self, token: usize, top: usize) -> bool {
        self.upward(token).any(|i| i == top)
    }

    /// The preposition of a noun phrase, or the conjunction of a clause.
    pub fn preposition(&self, token: usize) -> Option<usize> {
        self.children(token)
            .find(|&child| self.relation(child) == Relation::Case && self.xpos(child) != Xpos::Pos)
    }

    /// The word that opens a subordinate clause, by the parser's lights: "when" is an adverb.
    pub fn mark(&self, token: usize) -> Option<usize> {
        self.child(token, Relation::Mark)
    }

    /// `token` and those coordinated with it.
    pub fn coordinated(&self, token: usize) -> Vec<usize> {
        let mut all = vec![token];
        let mut next = 0;
        while next < all.len() && all.len() < 32 {
            let added: Vec<_> =
                self.children(all[next]).filter(|&child| self.relation(child) == Relation::Conj).collect();
            all.extend(added);
            next += 1;
        }
        all
    }

    /// The first of the coordinated tokens that `token` belongs to.
    pub fn first_conjunct(&self, token: usize) -> usize {
        let mut token = token;
        for _ in 0..REACH {
            match self.parent(token) {
                Some(head) if self.relation(token) == Relation::Conj => token = head,
                _ => break,
            }
        }
        token
    }

    pub fn is_verb(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Verb | Upos::Aux)
    }

    /// Whether a verb is passive.
    pub fn passive(&self, verb: usize) -> bool {
        if self.children(verb).any(|child| {
            matches!(self.relation(child), Relation::AuxPass | Relation::NsubjPass | Relation::CsubjPass)
        }) {
            return true;
        }
        if self.xpos(verb) != Xpos::Vbn {
            return false;
        }
        let auxiliary = self.children(verb).any(|child| self.relation(child) == Relation::Aux);
        match self.relation(verb) {
            Relation::Acl | Relation::Amod => true,
            Relation::Advcl | Relation::Xcomp => !auxiliary,
            Relation::Conj => {
                !auxiliary
                    && !self.has_subject(verb)
                    && self.parent(verb).is_some_and(|head| self.passive(head))
            }
            // Headlines leave the auxiliary out: "Two killed in blast".
            _ => !auxiliary && self.child(verb, Relation::Obj).is_none(),
        }
    }

    fn has_subject(&self, verb: usize) -> bool {
        self.children(verb).any(|child| {
            matches!(
                self.relation(child),
                Relation::Nsubj
                    | Relation::NsubjPass
                    | Relation::NsubjOuter
                    | Relation::Csubj
                    | Relation::CsubjPass
            )
        })
    }

    /// The subject as it stands on the surface, inherited where the clause has none of its own.
    pub fn surface_subject(&self, predicate: usize, object_control: &dyn Fn(&str) -> bool) -> Option<usize> {
        let mut at = predicate;
        for _ in 0..REACH {
            if let Some(subject) = self.children(at).find(|&child| {
                matches!(self.relation(child), Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter)
            }) {
                return Some(self.antecedent(subject, at));
            }
            let head = self.parent(at)?;
            match self.relation(at) {
                Relation::Conj if self.is_verb(head) || self.upos(head) == Upos::Adj => at = head,
                Relation::Xcomp | Relation::Ccomp => {
                    let controller = self
                        .children(head)
                        .find(|&child| matches!(self.relation(child), Relation::Obj | Relation::Iobj));
                    match controller {
                        Some(object) if object_control(self.lemma(head)) => return Some(object),
                        _ => at = head,
                    }
                }
                Relation::Advcl => at = head,
                // "shot down a helicopter over Homs, killing eight": the killing is of the clause, wherever the
                // parser hangs it.
                Relation::Acl
                    if self.xpos(at) == Xpos::Vbg
                        && matches!(
                            self.lemma(at),
                            "kill" | "wound" | "injure" | "destroy" | "damage" | "displace"
                        )
                        && self.clause_above(head).is_some() =>
                {
                    at = self.clause_above(head)?;
                }
                Relation::Acl if self.xpos(at) == Xpos::Vbg => return Some(head),
                Relation::Acl if self.xpos(at) == Xpos::Vbn => return Some(head),
                Relation::Acl => {
                    // "its decision to withdraw", "announced plans to withdraw"
                    if let Some(possessor) = self.child(head, Relation::NmodPoss) {
                        return Some(possessor);
                    }
                    match self.parent(head) {
                        Some(verb) if matches!(self.relation(head), Relation::Obj | Relation::Obl) => {
                            at = verb
                        }
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// The verb whose object or circumstance a noun is.
    fn clause_above(&self, noun: usize) -> Option<usize> {
        let mut at = noun;
        for _ in 0..4 {
            let head = self.parent(at)?;
            match self.relation(at) {
                Relation::Obj | Relation::Obl if self.is_verb(head) => return Some(head),
                Relation::Nmod | Relation::Appos | Relation::Compound | Relation::Flat => at = head,
                _ => return None,
            }
        }
        None
    }

    /// What a relative pronoun stands for; any other token stands for itself.
    pub fn antecedent(&self, pronoun: usize, _verb: usize) -> usize {
        if !matches!(self.lower(pronoun), "who" | "which" | "that" | "whom")
            || !matches!(self.upos(pronoun), Upos::Pron | Upos::Sconj | Upos::Det)
        {
            return pronoun;
        }
        self.upward(pronoun)
            .find(|&i| self.relation(i) == Relation::AclRelcl)
            .and_then(|clause| self.parent(clause))
            .unwrap_or(pronoun)
    }

    /// The arguments of a verb, as they stand to what it tells.
    pub fn verb_arguments(&self, verb: usize, object_control: &dyn Fn(&str) -> bool) -> Arguments {
        let mut found = Arguments { passive: self.passive(verb), carrier: Some(verb), ..Default::default() };
        self.add_own_arguments(verb, &mut found);
        if !found.has(Place::Subject) && !found.passive {
            if let Some(subject) = self.surface_subject(verb, object_control) {
                found.push(Place::Subject, subject);
            }
        } else if found.passive
            && !found.has(Place::Object)
            && let Some(subject) = self.surface_subject(verb, object_control)
        {
            found.push(Place::Object, subject);
        }
        if !found.has(Place::Object) && !found.passive {
            self.add_shared_object(verb, &mut found);
        }
        found
    }

    fn add_own_arguments(&self, verb: usize, found: &mut Arguments) {
        let ditransitive = found.passive && self.child(verb, Relation::Obj).is_some();
        for child in self.children(verb) {
            let token = self.antecedent(child, verb);
            match self.relation(child) {
                Relation::Nsubj | Relation::NsubjOuter | Relation::Csubj | Relation::OblAgent => {
                    found.push(Place::Subject, token);
                }
                Relation::NsubjPass | Relation::CsubjPass if ditransitive => {
                    found.push(Place::Indirect, token)
                }
                Relation::NsubjPass | Relation::CsubjPass | Relation::Obj => found.push(Place::Object, token),
                Relation::Iobj => found.push(Place::Indirect, token),
                Relation::Obl | Relation::Nmod => {
                    if let Some(preposition) = self.preposition(child) {
                        if found.passive && self.lower(preposition) == "by" {
                            found.push(Place::Subject, token);
                        } else {
                            found.push(Place::Preposition(preposition), token);
                        }
                    }
                }
                Relation::Xcomp | Relation::Ccomp => found.push(Place::Complement, child),
                Relation::Advcl | Relation::Acl => {
                    let when = || {
                        self.children(child).find(|&inner| {
                            self.relation(inner) == Relation::Advmod
                                && inner < child
                                && matches!(self.lower(inner), "when" | "where" | "while")
                        })
                    };
                    if let Some(mark) = self.mark(child).or_else(when) {
                        found.push(Place::Preposition(mark), child);
                    }
                }
                Relation::CompoundPrt | Relation::Advmod => found.push(Place::Particle, child),
                Relation::Parataxis if self.is_verb(child) && child > verb => {}
                _ => {}
            }
        }
    }

    /// "attacked and burned the village"; "the man they arrested"; "to be sanctioned".
    fn add_shared_object(&self, verb: usize, found: &mut Arguments) {
        if self.relation(verb) == Relation::AclRelcl && found.has(Place::Subject) {
            if let Some(head) = self.parent(verb)
                && !found.at(Place::Subject).any(|subject| subject == head)
            {
                found.push(Place::Object, head);
            }
            return;
        }
        let neighbour = match self.relation(verb) {
            Relation::Conj => self.parent(verb).filter(|&head| self.is_verb(head)),
            _ => self.children(verb).find(|&child| {
                self.relation(child) == Relation::Conj && self.is_verb(child) && !self.has_subject(child)
            }),
        };
        if let Some(object) = neighbour.and_then(|other| self.child(other, Relation::Obj))
            && object > verb
        {
            found.push(Place::Object, object);
        }
    }

    /// The arguments of an event noun: its own, and those of the verb that supports it.
    pub fn noun_arguments(&self, noun: usize, words: &NounSupport<'_>) -> Arguments {
        let mut found = Arguments::default();
        for child in self.children(noun) {
            match self.relation(child) {
                Relation::NmodPoss => found.push(Place::Possessor, child),
                Relation::Nmod | Relation::Obl => {
                    if let Some(preposition) = self.preposition(child) {
                        found.push(Place::Preposition(preposition), child)
                    }
                }
                Relation::Compound | Relation::Amod | Relation::NmodDesc | Relation::Nummod => {
                    found.push(Place::Modifier, child);
                }
                Relation::Nsubj
                    if self.child(noun, Relation::Cop).is_some() || self.preposition(noun).is_some() =>
                {
                    found.push(Place::Subject, child);
                    found.carrier = self.child(noun, Relation::Cop).or(Some(noun));
                }
                Relation::Acl | Relation::AclRelcl | Relation::Ccomp => {
                    self.add_clause(noun, child, words, &mut found)
                }
                _ => {}
            }
        }
        self.add_governor(noun, words, &mut found);
        found
    }

    fn add_clause(&self, noun: usize, clause: usize, words: &NounSupport<'_>, found: &mut Arguments) {
        if !self.is_verb(clause) {
            return;
        }
        let support = (words.is_support)(self.lemma(clause));
        if support && self.relation(clause) != Relation::Ccomp {
            let own = self.verb_arguments(clause, words.object_control);
            for argument in own.list {
                match argument.place {
                    Place::Subject if argument.token != noun => found.push(Place::Subject, argument.token),
                    Place::Preposition(_) => found.push(argument.place, argument.token),
                    _ => {}
                }
            }
            found.carrier.get_or_insert(clause);
            return;
        }
        match self.mark(clause) {
            Some(mark) if self.lower(mark) != "to" && self.lower(mark) != "that" => {
                found.push(Place::Preposition(mark), clause);
            }
            _ => {}
        }
        if self.relation(clause) != Relation::AclRelcl {
            found.push(Place::Complement, clause);
            // "an attack targeting civilians", "a ban affecting students"
            if self.xpos(clause) == Xpos::Vbg
                && (words.is_aiming)(self.lemma(clause))
                && let Some(object) = self.child(clause, Relation::Obj)
            {
                found.push(Place::Object, object);
            }
        }
    }

    fn add_governor(&self, noun: usize, words: &NounSupport<'_>, found: &mut Arguments) {
        let top = self.first_conjunct(noun);
        let Some(verb) = self.parent(top) else { return };
        if !self.is_verb(verb) {
            return;
        }
        let lemma = self.lemma(verb);
        let supported = match self.relation(top) {
            Relation::Obj => (words.is_support)(lemma),
            Relation::NsubjPass => (words.is_support)(lemma),
            Relation::Nsubj => (words.is_aspect)(lemma),
            Relation::Obl => {
                let preposition = self.preposition(top).map_or("", |token| self.lower(token));
                matches!(preposition, "in" | "into" | "for" | "to" | "with" | "at" | "on")
                    && (words.is_engagement)(lemma)
                    // "said at a news conference"
                    || matches!(preposition, "at" | "during" | "in")
                        && (words.is_speech)(lemma)
                        && (words.is_talks)(self.lemma(noun))
            }
            _ => false,
        };
        if !supported {
            return;
        }
        // "used Tillerson's visit": whose it is is said already.
        let possessed = self
            .children(noun)
            .any(|child| self.relation(child) == Relation::NmodPoss && self.upos(child) != Upos::Pron);
        let own = self.verb_arguments(verb, words.object_control);
        let subject_too = self.relation(top) != Relation::Nsubj && !possessed;
        for argument in own.list {
            match argument.place {
                Place::Subject if subject_too && argument.token != top => {
                    found.push(Place::Subject, argument.token)
                }
                Place::Object
                    if self.relation(top) == Relation::Obl && argument.token != top && own.passive =>
                {
                    found.push(Place::Subject, argument.token);
                }
                Place::Indirect if argument.token != top => found.push(Place::Indirect, argument.token),
                Place::Preposition(_) if argument.token != top => found.push(argument.place, argument.token),
                _ => {}
            }
        }
        found.carrier = Some(verb);
        found.supported = true;
    }
}

/// Three faults that news provokes in a parser trained on letters and reviews: the clause in "said today it had
/// expelled" taken for a relative clause of the time, and a closing ", the agency said" for one of the last noun.
fn reattach(
    sentence: &Sentence,
    is_speech: &dyn Fn(&str) -> bool,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    let count = tokens.len();
    let subject = |verb: usize, heads: &[u32], relations: &[Relation]| {
        (verb.saturating_sub(12)..verb).rev().find(|&i| {
            heads[i] == verb as u32 && matches!(relations[i], Relation::Nsubj | Relation::NsubjPass)
        })
    };
    for verb in 0..count {
        // "reminded him that one had called …, and that another had to …": both are what he was reminded of.
        if relations[verb] == Relation::Conj && heads[verb] != NONE && (heads[verb] as usize) < verb {
            let that = |verb: usize, heads: &[u32], relations: &[Relation]| {
                (verb.saturating_sub(16)..verb).any(|i| {
                    heads[i] == verb as u32 && relations[i] == Relation::Mark && tokens[i].lower == "that"
                })
            };
            let head = heads[verb];
            let twin = (head as usize + 1..verb)
                .find(|&i| heads[i] == head && relations[i] == Relation::Ccomp)
                .filter(|&i| that(i, heads, relations));
            if let Some(twin) = twin
                && that(verb, heads, relations)
                && !that(head as usize, heads, relations)
            {
                heads[verb] = twin as u32;
            }
        }
        if !matches!(relations[verb], Relation::AclRelcl | Relation::Acl) || heads[verb] == NONE {
            continue;
        }
        let Some(own) = subject(verb, heads, relations) else { continue };
        if matches!(tokens[own].lower.as_str(), "who" | "which" | "that") {
            continue;
        }
        let noun = heads[verb] as usize;
        if noun >= verb {
            continue;
        }
        if is_speech(&tokens[verb].lemma) {
            let comma = (noun + 1..own).rev().take(6).any(|i| tokens[i].lower == ",");
            let closing = tokens[verb + 1..].iter().filter(|token| token.upos != Upos::Punct).count() <= 4;
            if comma
                && closing
                && let Some(root) = (0..count).find(|&i| heads[i] == NONE && i < own)
            {
                heads[verb] = root as u32;
                relations[verb] = Relation::Parataxis;
            }
            continue;
        }
        let governor = heads[noun];
        if governor != NONE
            && (governor as usize) < noun
            && is_speech(&tokens[governor as usize].lemma)
            && matches!(
                relations[noun],
                Relation::OblUnmarked | Relation::Obl | Relation::NmodUnmarked | Relation::Obj
            )
            && is_time_word(&tokens[noun].lower)
        {
            heads[verb] = governor;
            relations[verb] = Relation::Ccomp;
        }
    }
}

/// "Students demonstrated against the law." has a verb, whatever the parser says: a sentence with a full stop
/// and no other predicate is no heading. Returns the verbs that are finite after all.
fn promote(sentence: &Sentence, heads: &mut [u32], relations: &mut [Relation]) -> Vec<u32> {
    let tokens = &sentence.tokens;
    let count = tokens.len();
    // "the wounded" is an object, not a clause.
    for i in 0..count {
        let is_noun = tokens[i].xpos == Xpos::Vbn
            && i > 0
            && tokens[i - 1].lower == "the"
            && matches!(relations[i], Relation::Acl | Relation::Xcomp | Relation::Ccomp | Relation::Advcl)
            && heads[i] != NONE
            && (heads[i] as usize) < i
            && tokens[heads[i] as usize].upos == Upos::Verb;
        if is_noun {
            relations[i] = Relation::Obj;
        }
    }
    if tokens.last().is_none_or(|token| token.lower != ".") {
        return Vec::new();
    }
    let Some(root) = heads.iter().position(|&head| head == NONE) else { return Vec::new() };
    if !matches!(tokens[root].upos, Upos::Noun | Upos::Propn) {
        return Vec::new();
    }
    let depends = |i: usize, relation: Relation, heads: &[u32], relations: &[Relation]| {
        heads[i] == root as u32 && relations[i] == relation
    };
    if (0..count).any(|i| {
        depends(i, Relation::Cop, heads, relations)
            || depends(i, Relation::Nsubj, heads, relations)
            || depends(i, Relation::NsubjPass, heads, relations)
            || depends(i, Relation::Parataxis, heads, relations)
    }) {
        return Vec::new();
    }
    let verb = (root + 1..count).find(|&i| {
        depends(i, Relation::Acl, heads, relations)
            && tokens[i].upos == Upos::Verb
            && matches!(tokens[i].xpos, Xpos::Vbn | Xpos::Vbd)
    });
    let Some(verb) = verb else { return Vec::new() };
    heads[verb] = NONE;
    relations[verb] = Relation::Root;
    heads[root] = verb as u32;
    relations[root] = Relation::Nsubj;
    vec![verb as u32]
}

fn is_time_word(word: &str) -> bool {
    matches!(
        word,
        "today"
            | "yesterday"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "week"
            | "month"
            | "year"
            | "night"
            | "morning"
            | "evening"
            | "afternoon"
            | "weekend"
            | "day"
            | "late"
    )
}

/// The verbs that lend an event noun their arguments.
pub(super) struct NounSupport<'a> {
    /// "carry out", "hold", "launch": the noun is their object.
    pub is_support: &'a dyn Fn(&str) -> bool,
    /// "begin", "take place", "erupt": the noun is their subject.
    pub is_aspect: &'a dyn Fn(&str) -> bool,
    /// "engage in", "arrive for": the noun hangs on their preposition.
    pub is_engagement: &'a dyn Fn(&str) -> bool,
    /// "say", "tell": who speaks at a meeting takes part in it.
    pub is_speech: &'a dyn Fn(&str) -> bool,
    /// Nouns for meetings.
    pub is_talks: &'a dyn Fn(&str) -> bool,
    /// "targeting", "against": verbs whose object is what the noun is done to.
    pub is_aiming: &'a dyn Fn(&str) -> bool,
    /// "order", "force", "urge": whoever is their object does what follows.
    pub object_control: &'a dyn Fn(&str) -> bool,
}
