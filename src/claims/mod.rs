//! Who says so: speaker, cue, content, stance, aspect.
//!
//! Cues are found by their lemmas; where speaker and content stand is read off the dependency tree, frame
//! by frame (`frames`), but for quotations, which have their marks (`quoted_speech`). What a claim is about
//! and what is at issue comes last (`about`).

mod about;
mod adjunct;
mod bounds;
mod claim;
mod clause;
mod commentary;
mod complements;
mod content;
mod cue;
mod disguise;
mod example;
mod frames;
mod headline;
mod infinitive;
mod introduction;
mod joined;
mod naming;
mod nested;
mod noun;
mod parenthetical;
mod phrase;
mod predicate;
mod quotation;
mod quoted_speech;
mod reaching;
mod rules;
mod side;
mod speaker;
mod stance;
mod subject;
mod unparted;
mod viewpoint;

pub use claim::{Claim, ClaimId, Modality, Polarity, Quoted};
pub use example::Marked;
pub use rules::{ClaimExample, Rules};
pub use side::{Side, question};
pub use stance::{Aspect, Stance};

use crate::actors::Actors;
use crate::article::{Article, Part};
use crate::dates::Expression;
use crate::events::Mention;
use crate::language::{Document, Relation, Sentence, Upos, Xpos};
use cue::Hit;
use frames::Attribution;
use phrase::Phrase;
use quotation::Piece;
use sha2::{Digest, Sha256};

/// What the claims of an article are found in.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its trees.
    pub document: &'a Document,
    /// Its actors.
    pub actors: &'a Actors,
    /// Its mentions of happenings.
    pub events: &'a [Mention],
    /// Its dates.
    pub dates: &'a [Expression],
}

/// Finds the claims of an article, in the order of their cues.
pub fn find(reading: &Reading, rules: &Rules) -> Vec<Claim> {
    let document = reading.document;
    let hits: Vec<_> = document.sentences.iter().map(|sentence| cue::hits(sentence, rules)).collect();
    let pieces = quotation::find(reading.article, document);
    let speeches = quoted_speech::gather(document, &pieces, &hits, rules);

    let mut claims: Vec<Claim> = Vec::with_capacity(speeches.len());
    for speech in &speeches {
        claims.push(of_speech(reading, speech, &claims));
    }
    for (number, sentence) in document.sentences.iter().enumerate() {
        let scene = Scene {
            reading,
            rules,
            number,
            pieces: pieces.iter().filter(|piece| piece.sentence == number).collect(),
        };
        // Cues whose infinitive says nothing of its own: "declined to comment", "agreed to support".
        let mut governing: Vec<usize> = speeches
            .iter()
            .filter(|speech| speech.sentence == number)
            .filter_map(|speech| Some(speech.attribution.as_ref()?.hit.head))
            .collect();
        if let Some((attribution, cue)) = headline::headline(reading, rules, number) {
            let (stance, rule) = match cue {
                Some(cue) => (rules.cues[cue].stance, rules.cues[cue].id.as_str()),
                None => (Stance::Asserts, "headline/colon"),
            };
            governing.push(attribution.hit.head);
            claims.push(of_frame(reading, number, &attribution, stance, rule, &scene.pieces));
        }
        // Verbs that say something of few objects alone.
        let mut narrow: Vec<usize> = Vec::new();
        // Verbs by which somebody refuses something.
        let mut refusing: Vec<usize> = Vec::new();
        for hit in &hits[number] {
            let governor = governor_of(sentence, &governing, hit.head);
            if governing.contains(&hit.head) {
                continue;
            }
            // "Found no evidence that": the verb says it.
            let token = &sentence.tokens[hit.head];
            let found_there = token.relation == Relation::Obj
                && rules.cues[hit.cue].part == rules::CuePart::Noun
                && token.head.is_some_and(|verb| narrow.contains(&verb));
            // "Refused to say whether": an infinitive says no more than its verb, unless it has a clause of its own.
            let attribution = scene
                .attribute(hit)
                .filter(|found| !found_there || found.speaker.is_some())
                .filter(|found| {
                    governor.is_none_or(|verb| {
                        !refusing.contains(&verb) && content::is_marked(sentence, &found.content)
                    })
                });
            if let Some(attribution) = attribution {
                governing.push(hit.head);
                if rules.cues[hit.cue].stance == Stance::Rejects {
                    refusing.push(hit.head);
                }
                if !rules.cues[hit.cue].only_objects.is_empty() {
                    narrow.push(hit.head);
                }
                let cue = &rules.cues[hit.cue];
                let stance = scene.stance(hit, &attribution);
                let claim = of_frame(reading, number, &attribution, stance, &cue.id, &scene.pieces);
                claims.push(Claim { granted: cue.granting, ..claim });
            }
        }
    }
    claims.sort_by_key(|claim| {
        let first = claim.cue.iter().chain(&claim.content).map(|span| span.begin).min();
        (claim.part, first, claim.content.first().map(|span| span.begin))
    });
    let mut claims = without_doubles(claims);
    nested::keep_inside(&mut claims);
    about::nest(&mut claims);
    speaker::complete(reading, rules, &mut claims);
    about::relate(reading, rules, &mut claims);
    name(reading.article, &mut claims);
    claims
}

/// So far before an infinitive, in tokens, may its verb stand: "refused on Tuesday to say".
const BEFORE_INFINITIVE: usize = 6;

/// The one of some verbs that an infinitive hangs on, or stands close behind.
fn governor_of(sentence: &Sentence, verbs: &[usize], word: usize) -> Option<usize> {
    let token = &sentence.tokens[word];
    let above = token.head.filter(|head| token.relation == Relation::Xcomp && verbs.contains(head));
    let behind = || {
        let to = word.checked_sub(1).filter(|&to| sentence.tokens[to].xpos == Xpos::To)?;
        let nearest = (to.saturating_sub(BEFORE_INFINITIVE)..to)
            .rev()
            .find(|&at| sentence.tokens[at].upos == Upos::Verb)?;
        verbs.contains(&nearest).then_some(nearest)
    };
    // "Is said to have turned down".
    let perfect = token.xpos == Xpos::Vbn
        && sentence.children_in(word, &[Relation::Mark]).any(|mark| sentence.tokens[mark].xpos == Xpos::To);
    match token.xpos {
        Xpos::Vb => above.or_else(behind),
        _ if perfect => above,
        _ => None,
    }
}

/// A sentence and what there is in it to judge an attribution by.
struct Scene<'a> {
    reading: &'a Reading<'a>,
    rules: &'a Rules,
    number: usize,
    pieces: Vec<&'a Piece>,
}

impl Scene<'_> {
    /// What a cue found, if that is a claim.
    fn attribute(&self, hit: &Hit) -> Option<Attribution> {
        let sentence = &self.reading.document.sentences[self.number];
        let cue = &self.rules.cues[hit.cue];
        let found = frames::attribute(sentence, hit, self.rules)?;
        let unnamed = found.passive && found.speaker.is_none();
        if cue.needs_speaker
            && !unnamed
            && !speaker::can_speak(self.reading, self.rules, self.number, found.speaker)
        {
            return None;
        }
        if cue.of_papers && !speaker::is_paper(self.reading, self.rules, self.number, found.speaker) {
            return None;
        }
        let known = || {
            speaker::is_known(self.reading, self.number, found.speaker)
                || found
                    .speaker
                    .is_some_and(|speaker| speaker::is_person(self.reading, self.rules, self.number, speaker))
                || found.speaker.is_some_and(|speaker| {
                    let word = sentence.tokens[speaker].lower.as_str();
                    self.rules.speaking_pronouns.contains(word)
                })
        };
        let speaks = || speaker::can_speak(self.reading, self.rules, self.number, found.speaker);
        if cue.needs_actor && !known() && !speaks() {
            return None;
        }
        let person = |object| speaker::is_person(self.reading, self.rules, self.number, object);
        if (cue.of_things && found.object.is_some_and(person)) || self.is_aside(sentence, hit.head, &found) {
            return None;
        }
        let excepted = |object: usize| cue.except_objects.contains(sentence.tokens[object].lemma.as_str());
        if found.object.is_some_and(excepted) || cue.affirmed && found.polarity == Polarity::Negative {
            return None;
        }
        let only = |object: usize| cue.only_objects.contains(sentence.tokens[object].lemma.as_str());
        if !cue.only_objects.is_empty() && !found.object.is_some_and(only) {
            return None;
        }
        self.clipped(self.without_day(sentence, found))
    }

    /// What is no clause says nothing of the day at its end, which is that of the saying: "endorsed him in March".
    fn without_day(&self, sentence: &Sentence, found: Attribution) -> Attribution {
        let tokens = &sentence.tokens;
        let Some(first) = found.content.first() else { return found };
        let verbal = |at: usize| matches!(tokens[at].upos, Upos::Verb | Upos::Aux);
        let to_come = matches!(
            self.rules.cues[found.hit.cue].stance,
            Stance::Intends | Stance::Promises | Stance::Demands | Stance::Predicts | Stance::Threatens
        );
        if to_come || first < found.hit.head || found.content.tokens().any(verbal) {
            return found;
        }
        let end = found.content.tokens().last().map_or(first, |last| last + 1);
        let day = self.reading.dates.iter().find(|date| {
            date.sentence == self.number
                && date.location.part == sentence.part
                && date.tokens.end == end
                && date.tokens.start > first + 1
        });
        let Some(day) = day else { return found };
        let start = day.tokens.start - usize::from(tokens[day.tokens.start - 1].upos == Upos::Adp);
        if start <= first || tokens[start].lower == "of" {
            return found;
        }
        Attribution { content: found.content.without(&Phrase::of(start..end)), ..found }
    }

    /// The stance of a cue, or of what it calls its object: "called it a lie" rejects it.
    fn stance(&self, hit: &Hit, found: &Attribution) -> Stance {
        let cue = &self.rules.cues[hit.cue];
        let tokens = &self.reading.document.sentences[self.number].tokens;
        let names = cue.frames.contains(&rules::Frame::As) && cue.stance == Stance::Asserts;
        let verdict = self.rules.verdicts.iter().find(|verdict| {
            let is_word = |word: &str| verdict.lemmas.contains(word);
            let said = found.object.map_or(hit.head, |object| object.max(hit.head));
            names
                && found.content.tokens().any(|at| {
                    at > said && (is_word(tokens[at].lemma.as_str()) || is_word(tokens[at].lower.as_str()))
                })
        });
        verdict.map_or(cue.stance, |verdict| verdict.stance)
    }

    /// Whether a cue only takes part in what another one says: the "we reject this" of somebody who is quoted
    /// anyway, but not his "I think it is over".
    fn is_aside(&self, sentence: &Sentence, head: usize, found: &Attribution) -> bool {
        let first_person = found
            .speaker
            .is_some_and(|speaker| self.rules.first_person.contains(&sentence.tokens[speaker].lower));
        let quoted = self.pieces.iter().any(|piece| piece.full && piece.tokens.contains(&head));
        // "You don't plant an oak and complain": nobody in particular does.
        let anybody = found.speaker.is_some_and(|speaker| sentence.tokens[speaker].lower == "you");
        if anybody && quoted {
            return true;
        }
        let word = |at: usize| sentence.tokens[at].upos != Upos::Punct;
        let brief = found.content.tokens().filter(|&at| word(at)).count() <= 1;
        let clausal =
            found.content.tokens().any(|at| matches!(sentence.tokens[at].upos, Upos::Verb | Upos::Aux));
        first_person && quoted && !clausal && !(brief && found.object.is_none())
    }

    /// What a quoted cue says ends with its quotation.
    fn clipped(&self, found: Attribution) -> Option<Attribution> {
        let around = self.pieces.iter().find(|piece| piece.full && piece.tokens.contains(&found.hit.head));
        let Some(piece) = around else {
            // "Amounted to “an admission that it has failed,” and cut its rating": what begins inside of a quoted phrase
            // ends with it.
            let opened = self.pieces.iter().find(|piece| {
                let first = found.content.first();
                piece.tokens.contains(&found.hit.head)
                    && first.is_some_and(|first| piece.tokens.start < first && piece.tokens.contains(&first))
            });
            let Some(piece) = opened else { return Some(found) };
            let content = found.content.within(&(piece.tokens.start..piece.tokens.end));
            return Some(Attribution { content, ..found });
        };
        let inner = piece.tokens.start + 1..piece.tokens.end.saturating_sub(1).max(piece.tokens.start + 1);
        let content = found.content.within(&inner);
        (!content.is_empty()).then_some(Attribution { content, ..found })
    }
}

/// The claim of a speech; `before` are those of the speeches before it.
fn of_speech(reading: &Reading, speech: &quoted_speech::Speech, before: &[Claim]) -> Claim {
    let document = reading.document;
    let sentence = &document.sentences[speech.sentence];
    let content = speech
        .content
        .iter()
        .flat_map(|(number, phrase)| phrase.spans(&document.sentences[*number]))
        .collect();
    let mut claim = blank(sentence.part, speech.sentence);
    claim.content = content;
    claim.stance = speech.stance;
    claim.quoted = Quoted::Direct;
    claim.rule = speech.rule.clone();
    match (&speech.attribution, speech.continues) {
        (Some(attribution), _) => fill(&mut claim, reading, speech.sentence, attribution),
        (None, Some(first)) => claim.speaker = before.get(first).and_then(|claim| claim.speaker),
        (None, None) => {}
    }
    claim
}

fn of_frame(
    reading: &Reading,
    number: usize,
    attribution: &Attribution,
    stance: Stance,
    rule: &str,
    pieces: &[&Piece],
) -> Claim {
    let sentence = &reading.document.sentences[number];
    let mut claim = blank(sentence.part, number);
    claim.content = attribution.content.spans(sentence);
    claim.stance = stance;
    claim.quoted = quoted(sentence, &attribution.content, pieces);
    claim.rule = rule.to_owned();
    fill(&mut claim, reading, number, attribution);
    claim
}

fn fill(claim: &mut Claim, reading: &Reading, number: usize, attribution: &Attribution) {
    let sentence = &reading.document.sentences[number];
    claim.source = attribution.source.spans(sentence);
    claim.cue = attribution.cue.spans(sentence);
    claim.speaker = attribution.speaker.and_then(|token| speaker::actor(reading, number, token));
    claim.addressee = attribution.addressee.and_then(|token| speaker::actor(reading, number, token));
    claim.polarity = attribution.polarity;
    claim.modality = attribution.modality;
    claim.date = speaker::date(reading, number, attribution);
}

fn blank(part: Part, sentence: usize) -> Claim {
    Claim {
        id: ClaimId(0),
        part,
        sentence,
        speaker: None,
        source: Vec::new(),
        cue: Vec::new(),
        content: Vec::new(),
        addressee: None,
        stance: Stance::Asserts,
        polarity: Polarity::Positive,
        modality: Modality::Certain,
        granted: false,
        quoted: Quoted::Indirect,
        about: Vec::new(),
        aspect: None,
        date: None,
        within: None,
        rule: String::new(),
    }
}

/// Whose words a content is in: all inside quotation marks, some, or none.
fn quoted(sentence: &Sentence, content: &Phrase, pieces: &[&Piece]) -> Quoted {
    let words = content.tokens().filter(|&i| sentence.tokens[i].lower.starts_with(char::is_alphanumeric));
    let (mut inside, mut all) = (0, 0);
    for word in words {
        all += 1;
        inside += usize::from(pieces.iter().any(|piece| piece.tokens.contains(&word)));
    }
    // A cue that itself stands inside a quotation quotes nothing of its own.
    let whole = pieces.iter().any(|piece| {
        content.first().is_some_and(|first| piece.tokens.start < first && piece.tokens.contains(&first))
    });
    match inside {
        0 => Quoted::Indirect,
        _ if whole && inside == all => Quoted::Indirect,
        _ if inside == all => Quoted::Direct,
        _ => Quoted::Mixed,
    }
}

/// Of two claims with one cue, or one content and speaker, the first stays; so of two with one content the one
/// with a speaker.
fn without_doubles(claims: Vec<Claim>) -> Vec<Claim> {
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let same = |other: &Claim| {
            other.part == claim.part
                && other.sentence == claim.sentence
                && ((other.cue == claim.cue && !claim.cue.is_empty())
                    || (other.content == claim.content && other.source == claim.source)
                    // "Said in a statement that": the noun says it once more.
                    || (other.content == claim.content && claim.source.is_empty()))
        };
        if !kept.iter().rev().take(8).any(same) {
            kept.push(claim);
        }
    }
    kept
}

/// Gives every claim its stable name.
fn name(article: &Article, claims: &mut [Claim]) {
    let hash_of = |part: Part| -> [u8; 32] { Sha256::digest(article.part(part).as_bytes()).into() };
    let (title, text) = (hash_of(Part::Title), hash_of(Part::Text));
    for claim in claims {
        let mut hash = Sha256::new();
        hash.update(if claim.part == Part::Title { title } else { text });
        hash.update(b"claim");
        for spans in [&claim.cue, &claim.content] {
            hash.update((spans.len() as u64).to_le_bytes());
            for span in spans {
                hash.update((span.begin as u64).to_le_bytes());
                hash.update((span.end as u64).to_le_bytes());
            }
        }
        let digest: [u8; 32] = hash.finalize().into();
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        claim.id = ClaimId(u64::from_be_bytes(first));
    }
}
