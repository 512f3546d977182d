//! "the minister", "the group", "the rebels", "his Russian counterpart".

use super::{Candidate, Reader};
use crate::actors::rules::tables::Owner;
use crate::actors::{ActorSort, MentionForm};
use crate::language::Upos;
use chrono::Days;

/// For how many days after he has left it somebody is still called by his office.
const LATELY: u64 = 10;

/// How far back, in sentences, a definite description may reach.
const REACH: usize = 5;

impl Reader<'_, '_> {
    /// The actor that an office, a body or people without a country speak of, if the article told whose they
    /// are before.
    pub(super) fn earlier(
        &self,
        actor: usize,
        sentence: usize,
        tokens: &std::ops::Range<usize>,
    ) -> Option<usize> {
        let described = &self.registry.actors[actor];
        let kind = described.id.strip_prefix('/')?;
        match described.sort {
            ActorSort::Person => {
                self.office_holder(kind, sentence).or_else(|| self.so_called(sentence, tokens))
            }
            ActorSort::People if !described.plural => self
                .so_called(sentence, tokens)
                .or_else(|| self.same_kind(kind, described.sort, sentence, tokens)),
            _ => self.same_kind(kind, described.sort, sentence, tokens),
        }
    }

    /// "regime forces", "government troops": those of the only state whose government was spoken of.
    pub(super) fn of_government(
        &mut self,
        actor: usize,
        sentence: usize,
        tokens: &std::ops::Range<usize>,
    ) -> Option<usize> {
        let kind =
            self.registry.actors[actor].id.strip_prefix("/government-").filter(|_| tokens.len() > 1)?;
        let government = self.same_kind("government", ActorSort::Body, sentence, &(0..0))?;
        let (owner, _) = self.registry.actors[government].id.split_once('/')?;
        let (country, _) = self.registry.actors[government].code.split_once('.')?;
        let row = self.registry.actors[actor].clone();
        let (id, code) = (format!("{owner}/{kind}"), format!("{country}.{}", row.code));
        Some(self.registry.actor(id, |id| crate::actors::Actor { id, code, ..row }))
    }

    /// Whoever was last spoken of and holds such an office; nobody who holds it being in sight, whoever has just left it:
    /// "the president was shot on Monday".
    fn office_holder(&self, office: &str, sentence: usize) -> Option<usize> {
        self.holder_within(0, office, sentence).or_else(|| self.holder_within(LATELY, office, sentence))
    }

    fn holder_within(&self, days: u64, office: &str, sentence: usize) -> Option<usize> {
        let mut found: Option<usize> = None;
        for candidate in self.back(sentence, REACH) {
            let person = self.sort(candidate.actor) == ActorSort::Person;
            if !person || candidate.form == MentionForm::Pronoun || !self.holds(candidate.actor, office, days)
            {
                continue;
            }
            match found {
                None => found = Some(candidate.actor),
                Some(actor) if actor == candidate.actor => {}
                // Two presidents in sight: the nearer one only if the other one is not near.
                Some(_) if candidate.sentence + 1 < sentence => break,
                Some(_) => return None,
            }
        }
        found
    }

    /// Whether the article or the table says that an actor holds an office, or held it so many days before; "minister" is
    /// any minister.
    fn holds(&self, actor: usize, office: &str, days: u64) -> bool {
        let is = |post: &str| {
            let held = post.split_once('/').map_or("", |(_, held)| held);
            held == office
                || office == "minister" && held.ends_with("-minister")
                || office == "ambassador" && held.ends_with("ambassador")
                || office == "spokesperson" && held.ends_with("spokesperson")
        };
        if self.registry.roles.iter().any(|role| role.actor == actor && !role.former && is(&role.post)) {
            return true;
        }
        let row = &self.registry.actors[actor];
        if !row.named && is(&row.id) {
            return true;
        }
        let rules = self.registry.rules;
        rules.person_ids.get(row.id.as_str()).is_some_and(|&person| {
            let roles = rules.persons[person].roles.iter();
            let day = self.date.and_then(|date| date.checked_sub_days(Days::new(days)));
            let mut held = roles.filter(|role| day.is_some_and(|day| role.term.may_include(day)));
            held.any(|role| is(&rules.posts[role.post].id))
        })
    }

    /// "the rebels" after "Syrian rebels", if no other country's rebels were spoken of.
    fn same_kind(
        &self,
        kind: &str,
        sort: ActorSort,
        sentence: usize,
        tokens: &std::ops::Range<usize>,
    ) -> Option<usize> {
        let place = &self.registry.document.sentences[sentence];
        let part = place.part;
        let reach = if sort == ActorSort::People { REACH } else { usize::MAX };
        // "regime forces", "local officials": words of their own say which ones.
        let described = tokens.start.checked_sub(1).is_some_and(|before| {
            // "the province's government" is not the one spoken of.
            matches!(place.tokens[before].lower.as_str(), "'s" | "’s")
                || matches!(
                    place.tokens[before].upos,
                    Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Verb
                ) && place.tokens[before].head.is_some_and(|head| tokens.contains(&head))
        });
        if described {
            return None;
        }
        let mut found = None;
        for candidate in &self.candidates {
            let row = &self.registry.actors[candidate.actor];
            let same = row.sort == sort
                && row.id.split_once('/').is_some_and(|(owner, what)| !owner.is_empty() && what == kind);
            let far = candidate.sentence.saturating_add(reach) < sentence;
            if !same || far || self.registry.document.sentences[candidate.sentence].part != part {
                continue;
            }
            if found.is_some_and(|actor| actor != candidate.actor) {
                return None;
            }
            found = Some(candidate.actor);
        }
        found
    }

    /// "the group", "the ministry": what was last spoken of and can be called so.
    pub(super) fn description(&mut self, sentence: usize, token: usize) -> bool {
        let place = &self.registry.document.sentences[sentence];
        let Some(previous) = token.checked_sub(1) else { return false };
        let word = place.tokens[token].lower.as_str();
        let definite = matches!(place.tokens[previous].lower.as_str(), "the" | "this");
        let followed = place.tokens.get(token + 1).is_some_and(|next| {
            matches!(next.lower.as_str(), "of" | "-" | "for" | "that" | "which" | "who")
                || matches!(next.upos, crate::language::Upos::Noun | crate::language::Upos::Propn)
        });
        if !definite || followed {
            return false;
        }
        let country = matches!(word, "country" | "nation" | "kingdom" | "republic");
        let meant = match place.tokens[token].form.as_str() {
            _ if country => self.country(sentence).or_else(|| self.own_country(sentence)),
            half @ ("North" | "South") => self.half(sentence, half),
            _ => self.called(sentence, word).or_else(|| self.so_called(sentence, &(token..token + 1))),
        };
        let Some(actor) = meant else { return false };
        self.add(actor, sentence, token..token + 1, MentionForm::Description, "definite description");
        true
    }

    /// "the singer" after "British singer Ann Lind": the only person whom the article called so.
    fn so_called(&self, sentence: usize, tokens: &std::ops::Range<usize>) -> Option<usize> {
        let place = &self.registry.document.sentences[sentence];
        let definite = tokens.start.checked_sub(1).is_some_and(|before| place.tokens[before].lower == "the");
        let noun = &place.tokens[tokens.end - 1];
        if !definite || tokens.len() != 1 || noun.upos != Upos::Noun {
            return None;
        }
        let mut called = self.back(sentence, REACH).filter(|candidate| {
            let row = &self.registry.actors[candidate.actor];
            let words =
                &self.registry.document.sentences[candidate.sentence].tokens[candidate.tokens.clone()];
            row.sort == ActorSort::Person
                && row.named
                && words.iter().any(|word| word.upos == Upos::Noun && word.lower == noun.lower)
        });
        let first = called.next()?.actor;
        called.all(|candidate| candidate.actor == first).then_some(first)
    }

    /// "the North": the only state spoken of whose name begins so.
    fn half(&self, sentence: usize, direction: &str) -> Option<usize> {
        let mut states = self.back(sentence, sentence).filter(|candidate| {
            let row = &self.registry.actors[candidate.actor];
            let rest = row.name.strip_prefix(direction);
            row.sort == ActorSort::State && rest.is_some_and(|rest| rest.starts_with(' '))
        });
        let first = states.next()?.actor;
        states.all(|candidate| candidate.actor == first).then_some(first)
    }

    /// The state that alone was spoken of in this sentence and the one before.
    fn country(&self, sentence: usize) -> Option<usize> {
        let mut states =
            self.back(sentence, 1).filter(|candidate| self.sort(candidate.actor) == ActorSort::State);
        let first = states.next()?.actor;
        states.all(|candidate| candidate.actor == first).then_some(first)
    }

    /// "The Chadian minister said that the country would": where no state was spoken of, that of the person named last in the
    /// sentence, if all who were spoken of are of one.
    fn own_country(&mut self, sentence: usize) -> Option<usize> {
        let country = |candidate: &Candidate| {
            let (country, _) = self.registry.actors[candidate.actor].code.split_once('.')?;
            Some(country.to_owned())
        };
        if self.back(sentence, 1).any(|candidate| self.sort(candidate.actor) == ActorSort::State) {
            return None;
        }
        let own = self.back(sentence, 0).filter(|candidate| self.sort(candidate.actor) == ActorSort::Person);
        let own = own.filter_map(country).next()?;
        if self.back(sentence, 1).filter_map(country).any(|other| other != own) {
            return None;
        }
        let state = self.registry.rules.states.iter().position(|state| state.code == own)?;
        Some(self.registry.owner(Owner::State(state)))
    }

    /// The body, organisation or group that can be called by a noun and was spoken of last.
    fn called(&self, sentence: usize, noun: &str) -> Option<usize> {
        let rules = self.registry.rules;
        let named = |candidate: &&Candidate| {
            let row = &self.registry.actors[candidate.actor];
            let mut nouns =
                rules.things_by_id.get(&row.id).map_or(&[][..], |&thing| &rules.things[thing].nouns).iter();
            let of_institution = || {
                let kind = row
                    .id
                    .split_once('/')
                    .filter(|(owner, _)| !owner.is_empty())
                    .map_or("", |(_, kind)| kind);
                rules
                    .institutions
                    .iter()
                    .any(|row| row.id == kind && row.nouns.iter().any(|other| other == noun))
            };
            nouns.any(|other| other == noun) || row.sort == ActorSort::Body && of_institution()
        };
        let mut fitting = self.back(sentence, 3).filter(named);
        let nearest = fitting.next()?;
        // Another one in the same sentence makes it a guess.
        let rival = fitting
            .take_while(|other| other.sentence == nearest.sentence)
            .any(|other| other.actor != nearest.actor);
        (!rival).then_some(nearest.actor)
    }

    /// "his Russian counterpart": the same office in another state.
    pub(super) fn counterpart(&mut self, sentence: usize, token: usize) -> bool {
        let place = &self.registry.document.sentences[sentence];
        if place.tokens[token].lower != "counterpart" {
            return false;
        }
        let near = self.candidates.iter().rev().find(|candidate| {
            candidate.sentence == sentence
                && candidate.tokens.end <= token
                && token <= candidate.tokens.end + 1
                && self.sort(candidate.actor) == ActorSort::State
        });
        let Some(state) = near.map(|candidate| (candidate.actor, candidate.tokens.start)) else {
            return true;
        };
        let holder = self.back(sentence, 1).find(|candidate| {
            self.sort(candidate.actor) == ActorSort::Person && candidate.form != MentionForm::Pronoun
        });
        let rules = self.registry.rules;
        let office = holder.map(|candidate| candidate.actor).and_then(|person| self.office_of(person));
        let owner = rules.states.iter().position(|row| row.id == self.registry.actors[state.0].id);
        if let (Some(office), Some(owner)) = (office, owner) {
            let rank = &rules.offices[office].rank;
            let id = &rules.states[owner].id;
            let offices = || rules.offices.iter().enumerate().filter(|(_, other)| other.rank == *rank);
            let best = offices()
                .find(|(_, other)| other.only.contains(id))
                .or_else(|| offices().find(|(_, other)| other.id == *rank));
            if let Some((office, _)) = best {
                let actor = self.registry.office(office, Some(Owner::State(owner)));
                self.add(actor, sentence, state.1..token + 1, MentionForm::Description, "counterpart");
            }
        }
        true
    }

    /// The office that the article gives a person, else the one of the table on the date.
    fn office_of(&self, person: usize) -> Option<usize> {
        let rules = self.registry.rules;
        let told = self
            .registry
            .roles
            .iter()
            .rev()
            .find(|role| role.actor == person && !role.former)
            .map(|role| role.post.as_str());
        let row = &self.registry.actors[person];
        let post = told.or_else(|| (!row.named).then_some(row.id.as_str()));
        if let Some((_, office)) = post.and_then(|post| post.split_once('/')) {
            return rules.offices.iter().position(|row| row.id == office);
        }
        let date = self.date?;
        let roles = &rules.persons[*rules.person_ids.get(row.id.as_str())?].roles;
        roles.iter().rev().find(|role| role.term.may_include(date)).map(|role| rules.posts[role.post].office)
    }
}
