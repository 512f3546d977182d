//! He, she, it, they.

use super::{Candidate, Function, REACH, Reader, clause, function, subject};
use crate::actors::{ActorSort, MentionForm, Sex};
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

/// How much better the best candidate must fit than the next one.
const MARGIN: i32 = 15;

enum Pronoun {
    Speaker,
    Person(Sex),
    Thing,
    Several,
}

fn pronoun(lower: &str) -> Option<Pronoun> {
    match lower {
        "i" | "me" | "we" | "us" => Some(Pronoun::Speaker),
        "he" | "him" | "his" | "himself" => Some(Pronoun::Person(Sex::Male)),
        "she" | "her" | "hers" | "herself" => Some(Pronoun::Person(Sex::Female)),
        "it" | "its" | "itself" => Some(Pronoun::Thing),
        "they" | "them" | "their" | "themselves" => Some(Pronoun::Several),
        _ => None,
    }
}

impl Reader<'_, '_> {
    /// Resolves a pronoun; whether the token is one.
    pub(super) fn pronoun(&mut self, sentence: usize, token: usize) -> bool {
        let place = &self.registry.document.sentences[sentence];
        // "US" is a state.
        let written = &place.tokens[token];
        let kind = pronoun(&written.lower).filter(|_| written.form != "US");
        let Some(kind) = kind else { return false };
        let meant = match kind {
            Pronoun::Speaker => {
                if let Some(actor) = self.speaker(sentence, token) {
                    // Nobody else in the quotation is spoken of by this.
                    self.registry.mention(actor, sentence, token..token + 1, MentionForm::Pronoun, "pronoun");
                }
                return true;
            }
            Pronoun::Person(sex) if place.tokens[token].lower.ends_with("self") => {
                self.itself(sentence, token, sex).into_iter().collect()
            }
            Pronoun::Person(sex) => self.person(sentence, token, sex).into_iter().collect(),
            Pronoun::Thing => self.subjects(sentence, token, |sort, _| {
                matches!(
                    sort,
                    ActorSort::State | ActorSort::Body | ActorSort::Organisation | ActorSort::Group
                )
            }),
            Pronoun::Several => self.subjects(sentence, token, |sort, plural| {
                plural || matches!(sort, ActorSort::Group | ActorSort::Body)
            }),
        };
        let several = matches!(kind, Pronoun::Several);
        let meant: Vec<usize> = if several || meant.len() < 2 { meant } else { Vec::new() };
        for actor in meant {
            self.add(actor, sentence, token..token + 1, MentionForm::Pronoun, "pronoun");
        }
        true
    }

    /// The person whom "himself" speaks of: the nearest subject around it that is one.
    fn itself(&self, sentence: usize, token: usize, sex: Sex) -> Option<usize> {
        let place = &self.registry.document.sentences[sentence];
        let predicates =
            std::iter::successors(clause(place, token), |&at| clause(place, at).filter(|&above| above != at));
        let fits =
            |sort: ActorSort, plural: bool| matches!(sort, ActorSort::Person | ActorSort::People) && !plural;
        predicates
            .take(6)
            .filter_map(|at| subject(place, at).filter(|&subject| subject < token))
            .flat_map(|subject| self.actors_of(sentence, subject, &fits))
            .find(|&actor| {
                matches!(self.registry.actors[actor].sex, Sex::Unknown)
                    || self.registry.actors[actor].sex == sex
            })
    }

    /// The person whom "he" or "she" speaks of.
    fn person(&self, sentence: usize, token: usize, sex: Sex) -> Option<usize> {
        let place = &self.registry.document.sentences[sentence];
        let own = function(place, token);
        if own == Function::Subject && says_unknown(place, token, &|at| self.is_mentioned(sentence, at)) {
            return None;
        }
        let quoted = in_quotation(place, token);
        let governor = clause(place, token);
        let governors = with_subject_of(place, governor);
        let possessive = place.tokens[token].relation == Relation::NmodPoss
            || matches!(place.tokens[token].lower.as_str(), "his");
        let mut scores: Vec<(i32, usize)> = Vec::new();
        for (age, candidate) in self.back(sentence, REACH).enumerate() {
            let actor = &self.registry.actors[candidate.actor];
            let fits = matches!(actor.sort, ActorSort::Person | ActorSort::People)
                && !actor.plural
                && (actor.sex == sex || actor.sex == Sex::Unknown && actor.sort == ActorSort::Person)
                && candidate.form != MentionForm::Adjective;
            let same = candidate.sentence == sentence;
            // "him" is not the subject of its own clause, nor who speaks the quotation it stands in.
            let bound = same
                && (!possessive
                    && own < Function::Subject
                    && candidate.function >= Function::Subject
                    && clause(place, candidate.tokens.start).is_some_and(|verb| governors.contains(&verb))
                    || quoted && !in_quotation(place, candidate.tokens.start));
            let taken = same
                && own == Function::Subject
                && !possessive
                && governor.is_some_and(|verb| is_taken(place, verb, &candidate.tokens));
            if !fits || bound || taken {
                continue;
            }
            let score = self.score(sentence, candidate, own, age);
            match scores.iter_mut().find(|(_, other)| *other == candidate.actor) {
                Some((best, _)) => *best = (*best).max(score) + 3,
                None => scores.push((score, candidate.actor)),
            }
        }
        scores.sort_by_key(|&(score, actor)| (std::cmp::Reverse(score), actor));
        match scores.as_slice() {
            [] => self.goes_on(sentence, token, sex),
            [(_, only)] => Some(*only),
            [(first, best), (second, _), ..] if first - second >= MARGIN => Some(*best),
            _ => None,
        }
    }

    /// Whether somebody known stands at a token of the sentence.
    fn is_mentioned(&self, sentence: usize, token: usize) -> bool {
        self.candidates
            .iter()
            .rev()
            .take_while(|candidate| candidate.sentence >= sentence)
            .any(|candidate| candidate.tokens.contains(&token))
    }

    /// "A gunman killed two; he fled": where nobody else may be meant, the subject of the sentence, of a kind of people that may
    /// be of either sex, does what another main clause of it tells.
    fn goes_on(&self, sentence: usize, token: usize, sex: Sex) -> Option<usize> {
        let place = &self.registry.document.sentences[sentence];
        let verb = place.tokens[token].head.filter(|_| function(place, token) >= Function::Subject)?;
        let root = place.root()?;
        let joined = matches!(place.tokens[verb].relation, Relation::Conj | Relation::Parataxis);
        let first = subject(place, root).filter(|_| joined && place.tokens[verb].head == Some(root))?;
        let fits = |sort: ActorSort, plural: bool| sort == ActorSort::People && !plural;
        let actors = self.actors_of_one(sentence, first, &fits);
        let [actor] = actors[..] else { return None };
        let own = self.registry.actors[actor].sex;
        (first < token && (own == Sex::Unknown || own == sex)).then_some(actor)
    }

    fn score(&self, sentence: usize, candidate: &Candidate, own: Function, age: usize) -> i32 {
        let distance = (sentence - candidate.sentence) as i32;
        let salience = match candidate.function {
            Function::MainSubject => 40,
            Function::Subject => 30,
            Function::Object => 12,
            Function::Oblique => 8,
            Function::Other => 0,
        };
        let parallel =
            if own >= Function::Subject && candidate.function >= Function::Subject { 10 } else { 0 };
        let named = if candidate.form == MentionForm::Name { 3 } else { 0 };
        100 - 30 * distance + salience + parallel + named - age.min(10) as i32
    }

    /// The actors whom "it" or "they" speak of, if they are the subject of the clause around it or of the
    /// sentence before. A subject that is no actor leaves the pronoun unresolved: it may be meant.
    fn subjects(&self, sentence: usize, token: usize, fits: impl Fn(ActorSort, bool) -> bool) -> Vec<usize> {
        let place = &self.registry.document.sentences[sentence];
        let word = &place.tokens[token];
        if word.relation == Relation::Expl || in_quotation(place, token) {
            return Vec::new();
        }
        if let Some(first) = coordinated_with(place, token) {
            let actors = self.actors_of_one(sentence, first, &fits);
            if !actors.is_empty() {
                return actors;
            }
        }
        if let Some(actor) = self.addressee(sentence, token, &fits) {
            return vec![actor];
        }
        let own_subject = word.relation.is_subject();
        let possessive = matches!(word.lower.as_str(), "its" | "their");
        // "surrounded the guards and disarmed them": nor can it mean the subject that two verbs share.
        let joined = clause(place, token).is_some_and(|verb| is_joined(place, verb));
        if joined && matches!(word.relation, Relation::Obj | Relation::Iobj) {
            return Vec::new();
        }
        // A pronoun that is the subject itself looks to the clause above; an object cannot mean its own subject.
        let mut predicate = clause(place, token);
        let mut skip = own_subject || !possessive;
        for _ in 0..6 {
            let Some(at) = predicate else { break };
            let speaker = || quoted(place, at).or_else(|| subject(place, at));
            if !skip && let Some(subject) = speaker().filter(|&subject| subject < token) {
                return self.actors_of(sentence, subject, &fits);
            }
            skip = false;
            predicate = clause(place, at)
                .filter(|&above| above != at)
                .or_else(|| place.tokens[at].head.filter(|_| place.tokens[at].relation == Relation::Conj));
        }
        let Some(before) = sentence
            .checked_sub(1)
            .filter(|&before| self.registry.document.sentences[before].part == place.part)
        else {
            return Vec::new();
        };
        let earlier = &self.registry.document.sentences[before];
        let root = earlier.root().and_then(|root| subject(earlier, root));
        root.map_or_else(Vec::new, |subject| self.actors_of(before, subject, &fits))
    }

    /// "it" in "wrote to the council, calling on it to act": the only one, besides the subject, whom the clause
    /// above a participle names.
    fn addressee(
        &self,
        sentence: usize,
        token: usize,
        fits: &impl Fn(ActorSort, bool) -> bool,
    ) -> Option<usize> {
        let place = &self.registry.document.sentences[sentence];
        if !matches!(place.tokens[token].lower.as_str(), "it" | "them") {
            return None;
        }
        let participle = clause(place, token)?;
        let word = &place.tokens[participle];
        // "surrounded the guards and disarmed them"
        let joined = is_joined(place, participle) && place.tokens[token].relation == Relation::Obj;
        // "paid the guards, asking them to look away": the parser may hang the participle on whom it speaks to.
        let hangs = matches!(word.relation, Relation::Advcl | Relation::Acl);
        let above = word.head.filter(|_| joined || hangs && word.lower.ends_with("ing"))?;
        if above > participle || !joined && subject(place, participle).is_some() {
            return None;
        }
        let mut others = self.candidates.iter().rev().take_while(|candidate| candidate.sentence >= sentence);
        let named = |candidate: &&Candidate| {
            candidate.form != MentionForm::Adjective
                && above < candidate.tokens.end
                && candidate.tokens.start < participle
                && fits(self.sort(candidate.actor), self.registry.actors[candidate.actor].plural)
        };
        let first = others.find(named)?.actor;
        others.filter(named).all(|candidate| candidate.actor == first).then_some(first)
    }

    /// The fitting actors that one noun names.
    fn actors_of_one(
        &self,
        sentence: usize,
        head: usize,
        fits: &impl Fn(ActorSort, bool) -> bool,
    ) -> Vec<usize> {
        let mut actors: Vec<usize> = self
            .candidates
            .iter()
            .rev()
            .take_while(|candidate| candidate.sentence >= sentence)
            .filter(|candidate| {
                candidate.form != MentionForm::Adjective
                    && candidate.tokens.contains(&head)
                    && fits(self.sort(candidate.actor), self.registry.actors[candidate.actor].plural)
            })
            .map(|candidate| candidate.actor)
            .collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    /// The fitting actors that a subject names, with its conjuncts; none if one of them is no actor.
    fn actors_of(&self, sentence: usize, head: usize, fits: &impl Fn(ActorSort, bool) -> bool) -> Vec<usize> {
        let place = &self.registry.document.sentences[sentence];
        let conjuncts: Vec<usize> = place
            .children_in(head, &[Relation::Conj])
            .filter(|&conjunct| place.tokens[conjunct].upos != Upos::Verb)
            .collect();
        let heads: Vec<usize> = std::iter::once(head).chain(conjuncts).collect();
        let mut found = Vec::new();
        for &head in &heads {
            let at_head = |candidate: &&Candidate| {
                candidate.sentence == sentence
                    && candidate.form != MentionForm::Adjective
                    && candidate.tokens.contains(&head)
                    && crate::actors::find::head_of(place, &candidate.tokens) == head
            };
            let actors: Vec<usize> = self
                .candidates
                .iter()
                .rev()
                .take_while(|candidate| candidate.sentence >= sentence)
                .filter(at_head)
                .map(|candidate| candidate.actor)
                .collect();
            if actors.is_empty() {
                return Vec::new();
            }
            found.extend(actors);
        }
        found.sort_unstable();
        found.dedup();
        let several = found.len() > 1;
        let fitting = |&actor: &usize| several || fits(self.sort(actor), self.registry.actors[actor].plural);
        if found.iter().all(fitting) { found } else { Vec::new() }
    }
}

/// Whether a verb is joined to one before it whose subject is its own.
fn is_joined(place: &Sentence, verb: usize) -> bool {
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj];
    let word = &place.tokens[verb];
    word.relation == Relation::Conj
        && word.head.is_some_and(|first| place.tokens[first].upos == Upos::Verb)
        && place.children_in(verb, &own).next().is_none()
}

/// A verb and those above it whose subject is its own: "met the consul and thanked him", "met the consul, thanking him", "met the
/// consul, to thank him".
fn with_subject_of(place: &Sentence, verb: Option<usize>) -> Vec<usize> {
    let shares = |&verb: &usize| {
        let word = &place.tokens[verb];
        let goes_on = match word.relation {
            Relation::Conj => true,
            Relation::Advcl => word.lower.ends_with("ing") || is_purpose(place, verb),
            _ => false,
        };
        word.head.filter(|_| goes_on && subject(place, verb).is_none())
    };
    std::iter::successors(verb, shares).take(8).collect()
}

/// "met the consul, to thank him", "telephoned him to thank him": whether an infinitive behind a comma, or behind a verb by which one
/// turns to another, tells what for the subject does something. Whoever is sent to thank somebody may thank the sender.
fn is_purpose(place: &Sentence, infinitive: usize) -> bool {
    let word = &place.tokens[infinitive];
    let mut marks = place.children_in(infinitive, &[Relation::Mark]);
    let to = marks.find(|&mark| place.tokens[mark].lower == "to");
    let Some(above) = word.head.filter(|&above| above < infinitive && word.xpos == Xpos::Vb) else {
        return false;
    };
    let turns_to =
        matches!(place.tokens[above].lemma.as_str(), "telephone" | "phone" | "ring" | "meet" | "visit");
    let comma = |to: usize| to.checked_sub(1).is_some_and(|before| place.tokens[before].lower == ",");
    to.is_some_and(|to| turns_to || comma(to))
}

/// "the ministry" in "quoted the ministry as saying that it would act": who is quoted says it, and not who quotes.
fn quoted(place: &Sentence, predicate: usize) -> Option<usize> {
    let word = &place.tokens[predicate];
    let above = word.head.filter(|_| word.relation == Relation::Advcl && word.lower.ends_with("ing"))?;
    let as_saying =
        place.children_in(predicate, &[Relation::Mark]).any(|mark| place.tokens[mark].lower == "as");
    let spoken = &[Relation::Obj, Relation::NsubjPass];
    place.children_in(above, spoken).next().filter(|_| as_saying)
}

/// "Washington" for "its" in "Washington and its allies": whose the second of two is, the first one tells.
fn coordinated_with(place: &Sentence, token: usize) -> Option<usize> {
    let word = &place.tokens[token];
    let noun = word.head.filter(|_| word.relation == Relation::NmodPoss)?;
    let first = place.tokens[noun].head.filter(|_| place.tokens[noun].relation == Relation::Conj)?;
    let between = first < token && (first + 1..token).all(|at| place.tokens[at].upos != Upos::Verb);
    between.then_some(first)
}

/// "Lind claims that he was there": whether the subject right above a pronoun's clause has a name that no table knows, who may
/// well be meant.
fn says_unknown(place: &Sentence, pronoun: usize, is_mentioned: &dyn Fn(usize) -> bool) -> bool {
    let told = place.tokens[pronoun].head.filter(|&verb| place.tokens[verb].relation == Relation::Ccomp);
    let above = told.and_then(|verb| place.tokens[verb].head);
    above.and_then(|above| subject(place, above)).is_some_and(|subject| {
        subject < pronoun && place.tokens[subject].upos == Upos::Propn && !is_mentioned(subject)
    })
}

/// Whether an odd number of quotation marks stands before a token.
pub(super) fn in_quotation(place: &Sentence, token: usize) -> bool {
    let mut inside = false;
    for word in &place.tokens[..token] {
        match word.form.as_str() {
            "“" | "``" => inside = true,
            "”" | "''" => inside = false,
            "\"" => inside = !inside,
            _ => {}
        }
    }
    inside
}

/// "the general, whom he put in charge": the subject of a relative clause is not whom "whom" speaks of.
fn is_taken(place: &Sentence, verb: usize, candidate: &std::ops::Range<usize>) -> bool {
    let clause = &place.tokens[verb];
    let whom = |word: &Token| {
        word.head == Some(verb)
            && word.lower == "whom"
            && matches!(word.relation, Relation::Obj | Relation::Iobj | Relation::Obl)
    };
    clause.relation == Relation::AclRelcl
        && clause.head.is_some_and(|noun| candidate.contains(&noun))
        && place.tokens[..verb].iter().any(whom)
}
