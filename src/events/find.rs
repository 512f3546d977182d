//! The whole of this stage: sentences to mentions, happenings, relations.

use super::draft::Draft;
use super::grammar::{Grammar, Lexicon};
use super::mention::{EventRelation, Mention, MentionId, Status};
use super::reading::Reading;
use super::rule::Rules;
use super::{
    PlaceMention, country, date, happening, label, matching, particular, place, relation, silent, somebody,
    status, within,
};
use crate::actors::Actors;
use crate::article::{Article, Part, Span};
use crate::dates::{Expression, Genre};
use crate::language::Document;
use sha2::{Digest, Sha256};

/// What an article tells of.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Mentions of happenings, in reading order.
    pub mentions: Vec<Mention>,
    /// Relations between them.
    pub relations: Vec<EventRelation>,
}

/// Finds the events of an article. `article.published` is the reference for what no words of news date; a narrative has none.
pub fn find(
    article: &Article,
    genre: Genre,
    document: &Document,
    actors: &Actors,
    places: &[PlaceMention],
    expressions: &[Expression],
    rules: &Rules,
) -> Found {
    let known = place::known(document, actors, places, expressions, rules);
    let readings = read(document, actors, &known.all, expressions, rules);
    let mut names = Names::new(article);
    let mut drafts: Vec<Draft> = Vec::new();
    // The drafts of each sentence lie together: the first of sentence i is at starts[i].
    let mut starts = Vec::with_capacity(readings.len() + 1);
    for reading in &readings {
        starts.push(drafts.len());
        let found = matching::triggers(reading);
        for one in found {
            drafts.push(draft(reading, one, &mut names));
        }
    }
    starts.push(drafts.len());
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        let sentence = &mut drafts[range[0]..range[1]];
        happening::befall(reading, sentence);
        within::place_within_acts(reading, sentence);
        particular::collect(reading, sentence);
        place::settle(reading, sentence);
        place::lend_countries(reading, sentence);
        place::share_countries(reading, sentence);
    }
    place::of_the_story(&readings, &mut drafts);
    date::tell(article, genre, &readings, &starts, &mut drafts);
    happening::befall_after(&readings, &starts, &mut drafts);
    happening::join(&readings, &starts, &mut drafts);
    let relations = relation::find(&readings, &starts, &mut drafts);
    date::infer(&readings, &relations, &mut drafts);
    happening::lend(&readings, &starts, &mut drafts);
    happening::perform(&readings, &starts, &mut drafts);
    happening::charge(&readings, &starts, &mut drafts);
    place::in_the_only_scene(&readings, &starts, &mut drafts);
    place::carry_on(&readings, &starts, &mut drafts);
    place::with_the_hosts(&readings, &mut drafts);
    place::at_home(&readings, &mut drafts);
    happening::blame(&readings, &starts, &mut drafts);
    happening::address(&readings, &starts, &mut drafts);
    happening::tell_victims(&readings, &starts, &mut drafts);
    label::write(&readings, &mut drafts);
    somebody::keep(&readings, &mut drafts);
    // What is inferred here joins no mentions.
    country::of_the_article(&readings, &mut drafts);
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        place::lend_countries(reading, &mut drafts[range[0]..range[1]]);
    }
    place::keep_own_ground(&readings, &mut drafts);
    somebody::describe(&readings, &mut drafts);
    let silent = silent::happenings(&drafts, &relations, rules);
    // Nor does the country of the article make a line of what tells nothing else.
    place::in_the_land(actors, &known, &readings, &mut drafts);
    // What is reported tells a story as what its writer tells does: only now does it become a claim, as all that is said.
    for draft in drafts.iter_mut().filter(|draft| draft.assessment.reported) {
        if draft.mention.status == Status::Happened {
            draft.mention.status = Status::Claimed;
        }
    }
    let mentions = drafts.into_iter().map(|draft| draft.mention);
    Found { mentions: mentions.filter(|mention| !silent.contains(&mention.happening)).collect(), relations }
}

fn read<'a>(
    document: &'a Document,
    actors: &'a Actors,
    places: &'a [PlaceMention],
    expressions: &'a [Expression],
    rules: &'a Rules,
) -> Vec<Reading<'a>> {
    let count = document.sentences.len();
    let mut readings: Vec<Reading<'a>> = Vec::with_capacity(count);
    let mut open_quote = false;
    let mut paragraph = (Part::Title, usize::MAX);
    for (index, sentence) in document.sentences.iter().enumerate() {
        if paragraph != (sentence.part, sentence.paragraph) {
            paragraph = (sentence.part, sentence.paragraph);
            open_quote = false;
        }
        let mut quoted = Vec::with_capacity(sentence.tokens.len());
        for token in &sentence.tokens {
            match token.form.as_str() {
                "``" | "“" => open_quote = true,
                "''" | "”" => open_quote = false,
                "\"" => open_quote = !open_quote,
                _ => {}
            }
            quoted.push(open_quote);
        }
        let first = actors.mentions.partition_point(|mention| mention.sentence < index);
        let last = actors.mentions.partition_point(|mention| mention.sentence <= index);
        readings.push(Reading {
            index,
            grammar: Grammar::new(
                sentence,
                &Lexicon {
                    is_speech: &|lemma| rules.words.speech.contains(lemma),
                    is_time: &|word| rules.in_class("time-word", word),
                    is_done_to: &|lemma| rules.words.done_to.contains(lemma),
                    is_dying: &|lemma| rules.in_class("dying", lemma),
                    is_suffered: &|lemma| rules.in_class("suffered", lemma),
                    is_detaining: &|lemma| rules.words.detaining.contains(lemma),
                    is_people: &|lemma| rules.is_people(lemma),
                    is_owned_up: &|lemma| rules.in_class("owned-up", lemma),
                    is_struck: &|lemma| rules.is_struck(lemma),
                    happens: &|lemma| rules.nouns.contains_key(lemma),
                    known_form: &|form| rules.forms.get(form).map(|lemma| lemma.as_str()),
                },
            ),
            rules,
            actors,
            mentions: &actors.mentions[first..last],
            places: Vec::new(),
            expressions: Vec::new(),
            quoted,
        });
    }
    for place in places {
        if let Some(reading) = readings.get_mut(place.sentence) {
            reading.places.push(place);
        }
    }
    for expression in expressions {
        if let Some(reading) = readings.get_mut(expression.sentence) {
            reading.expressions.push(expression);
        }
    }
    readings
}

fn draft(reading: &Reading<'_>, found: matching::Found, names: &mut Names) -> Draft {
    let (trigger, kind) = (reading.trigger(&found), reading.kind(&found));
    let mode = found.mode.map(|mode| &kind.modes[mode]);
    let sentence = reading.grammar.sentence;
    let mut tokens = vec![found.head];
    tokens.extend(&found.rest);
    if let (Some(carrier), true) = (found.arguments.carrier, found.arguments.supported) {
        tokens.push(carrier);
    }
    tokens.sort_unstable();
    tokens.dedup();
    let mut spans: Vec<Span> = Vec::new();
    let mut previous = None;
    for &token in &tokens {
        let span = sentence.tokens[token].span;
        match spans.last_mut() {
            Some(last) if previous.is_some_and(|previous| previous + 1 == token) => *last = last.cover(span),
            _ => spans.push(span),
        }
        previous = Some(token);
    }
    let mut span = spans.iter().copied().reduce(Span::cover).unwrap_or(sentence.tokens[found.head].span);
    for participant in found.sources.iter().chain(&found.targets) {
        if participant.location.part == sentence.part && sentence.span.contains(participant.location.span) {
            span = span.cover(participant.location.span);
        }
    }
    let mut contexts: Vec<String> = Vec::new();
    for context in
        kind.contexts.iter().chain(&trigger.contexts).chain(mode.iter().flat_map(|mode| &mode.contexts))
    {
        if !contexts.contains(context) {
            contexts.push(context.clone());
        }
    }
    let assessment = status::assess(reading, &found);
    let mention = Mention {
        id: names.name(sentence.part, &spans),
        happening: 0,
        part: sentence.part,
        sentence: reading.index,
        head: found.head,
        trigger: spans,
        span,
        kind: kind.name.clone(),
        mode: mode.map(|mode| mode.name.clone()),
        contexts,
        label: String::new(),
        status: assessment.status,
        within: None,
        presupposed: assessment.presupposed || assessment.performed,
        by_the_way: assessment.by_the_way,
        sources: found.sources.clone(),
        targets: found.targets.clone(),
        place: None,
        particulars: Vec::new(),
        date: None,
        rule: trigger.id.clone(),
        sureness: 0.0,
        doubts: Vec::new(),
    };
    let quoted = reading.quoted.get(found.head).copied().unwrap_or(false);
    Draft { mention, found, assessment, told: None, quoted }
}

/// Gives mentions their stable names.
struct Names {
    text: [u8; 32],
    title: [u8; 32],
    used: std::collections::HashMap<MentionId, u32>,
}

impl Names {
    fn new(article: &Article) -> Self {
        Self {
            text: Sha256::digest(article.part(Part::Text).as_bytes()).into(),
            title: Sha256::digest(article.part(Part::Title).as_bytes()).into(),
            used: std::collections::HashMap::new(),
        }
    }

    fn name(&mut self, part: Part, spans: &[Span]) -> MentionId {
        let whole = match part {
            Part::Text => &self.text,
            Part::Title => &self.title,
        };
        let hashed = |ordinal: u32| {
            let mut hash = Sha256::new();
            hash.update(whole);
            for span in spans {
                hash.update((span.begin as u64).to_le_bytes());
                hash.update((span.end as u64).to_le_bytes());
            }
            hash.update(ordinal.to_le_bytes());
            let bytes = hash.finalize();
            let mut first = [0u8; 8];
            first.copy_from_slice(&bytes[..8]);
            MentionId(u64::from_be_bytes(first))
        };
        let base = hashed(0);
        let ordinal = self.used.entry(base).or_insert(0);
        let name = if *ordinal == 0 { base } else { hashed(*ordinal) };
        *ordinal += 1;
        name
    }
}
