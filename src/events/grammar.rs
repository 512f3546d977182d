//! The sentence as events see it: who is subject and object of a verb or an event noun, wherever the words
//! that say so stand.

mod address;
mod agent;
mod argument;
mod clause;
mod culprit;
mod hang;
mod heading;
mod mend;
mod noun;
mod occasion;
mod row;
mod subject;
mod told;

use address::{give_addressees, give_titles};
use agent::give_agents;
pub(super) use argument::{Control, is_near};
use clause::{give_objects, open_clauses, part_times};
use hang::{gather_clashes, join_people, join_subjects, lower_relatives};
use mend::{join_passives, lift_effects, promote, reattach, stand_up_dying, turn};
pub(super) use noun::NounSupport;

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
    pub(super) fn push(&mut self, place: Place, token: usize) {
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

/// The words by which a tree is mended.
pub(super) struct Lexicon<'a, 'f> {
    /// Verbs of saying, by their dictionary form.
    pub is_speech: &'f dyn Fn(&str) -> bool,
    /// Words that name a time without a preposition: "today", "Monday".
    pub is_time: &'f dyn Fn(&str) -> bool,
    /// Verbs that are done to their subject where they have no object: "Two arrested in raid".
    pub is_done_to: &'f dyn Fn(&str) -> bool,
    /// What nobody does to others: "die".
    pub is_dying: &'f dyn Fn(&str) -> bool,
    /// What is done to people: "kill", "wound".
    pub is_suffered: &'f dyn Fn(&str) -> bool,
    /// "arrest", "jail": seizing people.
    pub is_detaining: &'f dyn Fn(&str) -> bool,
    /// Nouns for people: "driver".
    pub is_people: &'f dyn Fn(&str) -> bool,
    /// "responsibility": what is claimed for a deed.
    pub is_owned_up: &'f dyn Fn(&str) -> bool,
    /// What is struck without being people: "lorry", "market".
    pub is_struck: &'f dyn Fn(&str) -> bool,
    /// Nouns that tell of a happening: "blast".
    pub happens: &'f dyn Fn(&str) -> bool,
    /// Dictionary forms where the lemmatiser may not know the word.
    pub known_form: &'f dyn Fn(&str) -> Option<&'a str>,
}

/// A sentence with its children at hand.
#[derive(Debug)]
pub(super) struct Grammar<'a> {
    pub sentence: &'a Sentence,
    heads: Vec<u32>,
    relations: Vec<Relation>,
    /// Verbs that the tagger took for participles although they are the sentence's only predicate, and the other way
    /// round.
    retagged: Vec<(u32, Xpos)>,
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
    /// The tree of a sentence, where `words` help to undo what parsers get wrong.
    pub fn new(sentence: &'a Sentence, words: &Lexicon<'a, '_>) -> Self {
        let count = sentence.tokens.len();
        let mut heads: Vec<u32> = (0..count)
            .map(|i| match sentence.tokens[i].head {
                Some(head) if head < count && head != i => head as u32,
                _ => NONE,
            })
            .collect();
        let mut relations: Vec<Relation> = sentence.tokens.iter().map(|token| token.relation).collect();
        reattach(sentence, words, &mut heads, &mut relations);
        stand_up_dying(sentence, words, &mut heads, &mut relations);
        lower_relatives(sentence, words, &mut heads, &relations);
        join_people(sentence, words, &mut heads, &relations);
        part_times(sentence, words, &mut heads, &mut relations);
        open_clauses(sentence, words, &mut heads, &mut relations);
        give_objects(sentence, &mut heads, &mut relations);
        join_subjects(sentence, &mut heads, &mut relations);
        gather_clashes(sentence, words, &mut heads, &mut relations);
        let finite = promote(sentence, words, &mut heads, &mut relations);
        let suffered = join_passives(sentence, words, &heads, &mut relations);
        let retagged = finite
            .into_iter()
            .map(|verb| (verb, Xpos::Vbd))
            .chain(suffered.into_iter().map(|verb| (verb, Xpos::Vbn)))
            .collect();
        turn(sentence, words, &heads, &mut relations);
        lift_effects(sentence, words, &mut heads, &mut relations);
        give_agents(sentence, words, &mut heads, &mut relations);
        give_addressees(sentence, &mut heads, &mut relations);
        give_titles(sentence, &mut heads, &mut relations);
        let lemmas = (0..count)
            .filter(|&i| matches!(sentence.tokens[i].upos, Upos::Verb | Upos::Noun))
            .filter_map(|i| {
                let token = &sentence.tokens[i];
                (words.known_form)(&token.lower)
                    .filter(|lemma| token.lemma != *lemma)
                    .map(|lemma| (i as u32, lemma))
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
        Self { sentence, heads, relations, retagged, lemmas, first, list }
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

    /// The tokens of a range that hang on none of it.
    pub fn tops(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let range = range.start..range.end.min(self.len());
        range.clone().filter(move |&token| self.parent(token).is_none_or(|head| !range.contains(&head)))
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

    /// The words with a hyphen that a token is an end of: "cease-fire" of its second part, "sit-in" of its first.
    pub fn compounds(&self, token: usize) -> impl Iterator<Item = String> {
        let is_hyphen = |at: Option<usize>| at.filter(|&at| at < self.len() && self.lower(at) == "-");
        let first = is_hyphen(token.checked_sub(1)).and_then(|hyphen| hyphen.checked_sub(1));
        let last = is_hyphen(Some(token + 1)).map(|hyphen| hyphen + 1).filter(|&last| last < self.len());
        let before = first.map(|first| format!("{}-{}", self.lower(first), self.lemma(token)));
        before.into_iter().chain(last.map(|last| format!("{}-{}", self.lemma(token), self.lower(last))))
    }

    /// Whether a noun or a pronoun, and no clause, is the subject of a clause.
    pub fn has_nominal_subject(&self, clause: usize) -> bool {
        self.children(clause).any(|child| self.relation(child).is_subject())
    }

    pub fn upos(&self, token: usize) -> Upos {
        self.sentence.tokens[token].upos
    }

    pub fn xpos(&self, token: usize) -> Xpos {
        match self.retagged.iter().find(|(verb, _)| *verb == token as u32) {
            Some((_, tag)) => *tag,
            None => self.sentence.tokens[token].xpos,
        }
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

    /// The word that opens a subordinate clause, "when", "while" and "where" among them.
    pub fn opening(&self, clause: usize) -> Option<usize> {
        self.mark(clause).or_else(|| {
            self.children(clause).find(|&child| {
                self.relation(child) == Relation::Advmod
                    && child < clause
                    && matches!(self.lower(child), "when" | "where" | "while")
            })
        })
    }

    /// "killed when a bus overturned": whether a clause opens as one that tells the occasion of what is told around it.
    pub fn tells_occasion(&self, clause: usize) -> bool {
        self.opening(clause).is_some_and(|word| matches!(self.lower(word), "when" | "as" | "after"))
    }

    /// "has to withdraw", "needs to stop": the deed that a verb of need asks of its subject; who needs somebody to do it
    /// asks nothing of himself.
    pub fn necessary(&self, verb: usize) -> Option<usize> {
        let needs = matches!(self.lemma(verb), "have" | "need" | "ought") && self.is_verb(verb);
        needs
            .then(|| self.child(verb, Relation::Xcomp))
            .flatten()
            .filter(|_| self.child(verb, Relation::Obj).is_none())
    }

    /// A verb with its particle in dictionary form: "call off".
    pub fn phrasal(&self, verb: usize) -> Option<String> {
        let particle = self.child(verb, Relation::CompoundPrt)?;
        Some(format!("{} {}", self.lemma(verb), self.lower(particle)))
    }

    /// The clause that a verb belongs to: "when a bus skidded and overturned", "after a boat came to sink".
    pub fn whole_clause(&self, verb: usize) -> usize {
        let inner = |&at: &usize| matches!(self.relation(at), Relation::Conj | Relation::Xcomp);
        let above = |at: usize| self.parent(at).filter(|&head| self.is_verb(head));
        std::iter::successors(Some(verb), |&at| Some(at).filter(inner).and_then(above))
            .take(REACH)
            .last()
            .unwrap_or(verb)
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

    /// "the attack", "those attacks".
    pub fn is_definite(&self, noun: usize) -> bool {
        self.children(noun)
            .any(|child| matches!(self.lower(child), "the" | "this" | "that" | "these" | "those"))
    }

    pub fn is_verb(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Verb | Upos::Aux)
    }

    /// Whether a clause can be told by a token: a verb, or what a copula joins to its subject.
    pub fn is_predicate(&self, token: usize) -> bool {
        self.is_verb(token) || self.child(token, Relation::Cop).is_some()
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
                // "Five killed, 17 injured"
                !auxiliary
                    && (!self.has_subject(verb) || self.child(verb, Relation::Obj).is_none())
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

    /// What a relative pronoun stands for; any other token stands for itself.
    pub fn antecedent(&self, pronoun: usize, _verb: usize) -> usize {
        if !matches!(self.lower(pronoun), "who" | "which" | "that" | "whom")
            || !matches!(self.upos(pronoun), Upos::Pron | Upos::Sconj | Upos::Det)
        {
            return pronoun;
        }
        let named = self
            .upward(pronoun)
            .find(|&clause| {
                // "Ann Lind, who was killed": the parser takes it for a participle.
                let own = self.lower(pronoun) != "that" && self.parent(pronoun) == Some(clause);
                match self.relation(clause) {
                    Relation::AclRelcl => true,
                    Relation::Acl => own,
                    _ => false,
                }
            })
            .and_then(|clause| self.parent(clause));
        let Some(named) = named else { return pronoun };
        // "a group operating in Syria that aims …": "that" tells no more of a name, but of the noun before it.
        let bare = |token: usize| {
            self.lower(pronoun) == "that"
                && self.upos(token) == Upos::Propn
                && self.child(token, Relation::Det).is_none()
        };
        self.upward(named)
            .take(6)
            .find(|&token| !bare(token) && matches!(self.upos(token), Upos::Noun | Upos::Propn))
            .filter(|_| bare(named))
            .unwrap_or(named)
    }
}
