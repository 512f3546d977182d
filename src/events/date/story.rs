//! The running date of a story, and which events may take it.

use super::super::draft::Draft;
use super::super::mention::{EventDate, EventDateBasis, Status};
use super::super::reading::Reading;
use super::super::status::Tense;
use super::bygone::{Bygone, is_of_same, tells_on};
use super::clause::{clauses, followed, from_expression, open_ended, usable};
use super::lend::until;
use super::owner::{Owned, head_of, owners};
use super::telling::{
    answers, compares, goes_on, is_added, is_as_said, is_away_now, is_background, is_before_it, is_conceded,
    is_died_of, is_habit, is_hurt_then, is_one_of_many, is_part, is_past_participle, is_since, is_some_time,
    is_spliced, is_standing, is_titled, is_toll_of_years, is_within_hours, names_day, saying, soon,
};
use super::told::{day_told, period_told};
use super::{distance, first, is_day, moment, shared, stretch};
use crate::article::Part;
use crate::dates::{DateValue, Expression, ExpressionKind, Genre, Granularity, Unit};
use crate::language::{Relation, Xpos};
use chrono::{Days, NaiveDate};

/// How far before its publication a story's opening may be dated for the article to be news.
const NEWS: i64 = 12;

/// How many sentences a text stays with a day that it has named.
const STAY: usize = 4;

/// How many sentences it stays with a month or a year.
const STAY_IN_PERIOD: usize = 2;

/// The sentences that tell the news.
const LEAD: usize = 3;

/// How many days after its day news is answered.
const ANSWER: i64 = 3;

/// How far before its publication the day of news may lie that its first sentence does not tell.
const RECENT: i64 = 3;

/// The running date of a story and where it lends it.
pub(super) struct Story {
    published: Option<NaiveDate>,
    /// Whether what it tells as so now is so on the day of publication.
    current: bool,
    /// Whether it also tells what was done on that day.
    news: bool,
    /// The first sentence, if it names a day shortly before the publication.
    recent: Option<usize>,
    /// The day that the opening tells, if it tells one.
    opening: Option<EventDate>,
    /// Whether another time has been told since.
    moved: bool,
    running: Option<Running>,
    /// The time long before the news that a text is looking back on.
    bygone: Bygone,
}

/// The day, or the stretch of days, that a sentence sets for those behind it.
struct Running {
    date: EventDate,
    sentence: usize,
    /// The last place that goes on with it.
    paragraph: usize,
    last: usize,
    /// Whether it is told in the present, as headlines are.
    present: bool,
}

impl Running {
    /// How many sentences go on with it.
    fn stay(&self) -> usize {
        if self.is_day() { STAY } else { STAY_IN_PERIOD }
    }

    fn is_day(&self) -> bool {
        is_day(&self.date.value)
    }
}

impl Story {
    pub fn new(published: Option<NaiveDate>, genre: Genre, readings: &[Reading<'_>]) -> Self {
        let opening: Vec<NaiveDate> = readings
            .iter()
            .take(4)
            .flat_map(|reading| {
                let told = |expression: &&&Expression| !is_background(reading, expression);
                reading.expressions.iter().filter(told)
            })
            .filter(|expression| usable(expression))
            .filter_map(|expression| {
                expression.value.as_ref().filter(|value| is_day(value)).and_then(|value| value.earliest)
            })
            .collect();
        let current = published.is_some_and(|published| {
            opening.is_empty() || opening.iter().any(|day| (published - *day).num_days().abs() <= NEWS)
        });
        let news = current && genre == Genre::News;
        let named = |reading: &Reading<'_>| {
            let days = reading.expressions.iter().filter(|expression| usable(expression));
            let days = days.filter_map(|expression| expression.value.as_ref().filter(|value| is_day(value)));
            let ago = |day: &DateValue| Some((published? - day.latest?).num_days());
            days.filter_map(ago).any(|days| (0..=RECENT).contains(&days))
        };
        let lead = readings.iter().position(|reading| reading.grammar.sentence.part == Part::Text);
        let recent = lead.filter(|&lead| named(&readings[lead]));
        Self {
            published,
            current,
            news,
            recent,
            opening: None,
            moved: false,
            running: None,
            bygone: Bygone::default(),
        }
    }

    pub fn run(mut self, readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
        for (index, reading) in readings.iter().enumerate() {
            let range = starts[index]..starts[index + 1];
            let paragraph = reading.grammar.sentence.paragraph;
            let distances = distance::find(reading, &drafts[range.clone()]);
            for distance in &distances {
                distance.part(reading, drafts, range.clone());
                let running = self.running.as_ref().map(|running| &running.date.value);
                let told = last_told(&drafts[..range.start], index);
                distance.tell(reading, drafts, range.clone(), told.as_ref().or(running));
            }
            self.listen(reading, &drafts[range.clone()], index);
            let news = |published: NaiveDate| published.checked_sub_days(Days::new(NEWS.unsigned_abs()));
            if let Some(news) = self.published.and_then(news) {
                self.bygone.listen(reading, index, news);
            }
            let owners = owners(reading, &drafts[range.clone()], self.published);
            for at in range.clone() {
                if let Some(told) = drafts[at].told.clone() {
                    let far = distances.iter().any(|distance| distance.holds(at - range.start));
                    let theme = is_theme(reading, &drafts[range.clone()], at - range.start);
                    let day = (!far && !theme && self.is_name(reading, &drafts[at], &told))
                        .then(|| self.lend(reading, &drafts[at], paragraph, index));
                    drafts[at].mention.date = day.flatten().or(Some(told));
                } else if !is_theme(reading, &drafts[range.clone()], at - range.start)
                    && !elsewhere(reading, &drafts[at], &owners, self.published)
                {
                    let from = distances.iter().any(|distance| distance.from.contains(&(at - range.start)));
                    let mut far = distances.iter().filter(|distance| !distance.is_of_hours());
                    // "resigned a week after the invasion", told late in a story, is not of the story's day.
                    let to = far.any(|distance| distance.to.contains(&(at - range.start)))
                        && index >= LEAD
                        && drafts[at].assessment.tense != Tense::Present;
                    if !from && !to {
                        drafts[at].mention.date = self.lend(reading, &drafts[at], paragraph, index);
                    }
                }
            }
            for distance in &distances {
                let dated = |&to: &usize| drafts[range.start + to].mention.date.is_some();
                let other = distance.verb.filter(|_| !distance.to.iter().any(dated)).and_then(|verb| {
                    if let Some(day) = time_of(&owners, verb) {
                        return Some(day);
                    }
                    let day =
                        self.narrated(reading, verb).then(|| self.current(paragraph, index)).flatten()?;
                    // "this week, barely a month after": counted from a day, and not from a stretch of them.
                    if is_day(&day.value) { Some(day) } else { self.of_publication() }
                });
                distance.tell_back(drafts, range.clone(), other.as_ref());
            }
            for at in range.clone() {
                let of_sentence = &drafts[range.clone()];
                let day_of = |verb: usize| {
                    let told = || self.narrated(reading, verb).then(|| self.current(paragraph, index));
                    time_of(&owners, verb).or_else(|| told().flatten())
                };
                let days = stretch::find(reading, of_sentence, at - range.start, self.published, day_of);
                if let Some(days) = days {
                    drafts[at].mention.date = Some(days);
                }
            }
        }
    }

    /// Notes a day that the sentence sets for what follows.
    fn listen(&mut self, reading: &Reading<'_>, drafts: &[Draft], index: usize) {
        let set = drafts.iter().find_map(|draft| {
            let told = draft.told.as_ref()?;
            let narrates = draft.assessment.main
                && matches!(draft.assessment.tense, Tense::Past | Tense::Present)
                && draft.mention.status == Status::Happened
                && !draft.quoted
                && is_day(&told.value);
            narrates.then(|| (told.clone(), draft.assessment.tense == Tense::Present))
        });
        let set = set.or_else(|| day_told(reading).map(|day| (day, false)));
        // News looks back on a year, and goes on with its day.
        let set = set.or_else(|| period_told(reading).filter(|_| !self.news).map(|period| (period, false)));
        let paragraph = reading.grammar.sentence.paragraph;
        let Some((mut date, present)) = set else {
            self.running = self.running.take().filter(|running| running.is_day() || tells_on(reading));
            // A paragraph of its own goes on where it is told of the same: "He was jailed."
            if let Some(running) = self.running.as_mut().filter(|running| running.last + 1 == index)
                && (running.paragraph == paragraph || is_of_same(reading))
            {
                (running.paragraph, running.last) = (paragraph, index);
            }
            return;
        };
        date.basis = EventDateBasis::Narrative;
        date.inferred = true;
        let day = is_day(&date.value);
        date.reasons = vec![format!("the story is told of this {}", if day { "day" } else { "time" })];
        if self.opening.is_none() && index < 4 && day {
            // News that names a day of its own in its lead does not open with one well before it: "The envoy resigned on May 3."
            let reach = if self.news && self.recent.is_some_and(|lead| lead < index) { RECENT } else { NEWS };
            let near = match (self.published, date.value.earliest) {
                (Some(published), Some(day)) => (published - day).num_days().abs() <= reach,
                _ => true,
            };
            if near {
                self.opening = Some(date.clone());
            }
        }
        self.moved |= self.opening.as_ref().is_some_and(|opening| opening.value != date.value);
        self.running = Some(Running { date, paragraph, sentence: index, last: index, present });
    }

    /// The date that a mention without words of its own may take.
    fn lend(
        &self,
        reading: &Reading<'_>,
        draft: &Draft,
        paragraph: usize,
        index: usize,
    ) -> Option<EventDate> {
        let fact = draft.mention.status.is_told_as_done()
            || draft.mention.status == Status::Denied && draft.assessment.averted
            || draft.mention.status == Status::Hypothetical && draft.assessment.attempted;
        // What is taken for granted was there before.
        let before = draft.assessment.presupposed
            && moment::shared_with(reading, draft.found.anchor()).is_none()
            && !is_added(reading, draft.found.anchor())
            || is_standing(reading, draft.found.head);
        if !fact || draft.quoted || before {
            return None;
        }
        let anchor = draft.found.anchor();
        // "refuses to speak", "agreed to speak": of no day, though a foiled attack is of the day of its foiling.
        let denied = draft.mention.status == Status::Denied && reading.grammar.is_verb(anchor);
        if denied || shared::is_to_do(reading, anchor) {
            return None;
        }
        let (mut main, mut tense) = (draft.assessment.main, draft.assessment.tense);
        main |= is_titled(reading, anchor) || is_part(reading, anchor) || is_added(reading, anchor);
        main |= is_spliced(reading, anchor);
        let mut beside = draft.assessment.beside
            || shared::verb_of_when(reading, anchor).is_some()
            || is_conceded(reading, anchor);
        let chain = clauses(reading, draft);
        let clause = chain.last().copied();
        let first =
            std::iter::once(anchor).chain(chain).find_map(|verb| first::tense_of_first(reading, verb));
        if let Some(first) = first {
            (main, tense) = (true, first);
        }
        let of_moment = !main && moment::shared_with(reading, anchor).is_some();
        if tense == Tense::Open || of_moment {
            // "killed three people in an attack": the event is of the time of the clause that it is told in.
            if let Some(clause) = clause {
                main |= reading.grammar.parent(reading.grammar.first_conjunct(clause)).is_none()
                    || is_titled(reading, clause)
                    || is_part(reading, clause);
                tense = moment::tense_at(reading, clause);
                // "promises help, as he meets mayors on a visit to the town"
                beside |= moment::is_beside(reading, anchor);
            }
            if tense == Tense::Open && first::is_verbless(reading) && moment::goes_along(reading, anchor) {
                // "A tornado hits the town, killing ten", of which the tagger saw no verb.
                (main, tense) = (true, Tense::Present);
            }
        }
        // "The envoy, who is visiting Moscow, said": as the news is told.
        if is_away_now(reading, anchor) {
            return self.of_publication();
        }
        let narrated = (main || beside) && matches!(tense, Tense::Past | Tense::Present)
            || (main && tense == Tense::Perfect && index < 4)
            || (index == 0 && draft.assessment.heading)
            || main && (soon(reading) || is_within_hours(reading, anchor));
        if !narrated {
            return None;
        }
        // A story told in the past is left by what is so now: "has since been arrested", "refuses to resign".
        let left = self.running.as_ref().is_some_and(|running| !running.present);
        let present = tense == Tense::Present && (index >= LEAD || left) || tense == Tense::Perfect && left;
        let day = if present { self.of_today() } else { self.current(paragraph, index) }?;
        if tense == Tense::Past && self.bygone.holds(index, &day.value) {
            return None;
        }
        let next = self.running.as_ref().is_some_and(|running| running.sentence + 1 >= index);
        let same = next || is_of_same(reading);
        if day.basis == EventDateBasis::Narrative && self.looks_back(&day.value) && !same {
            return None;
        }
        if day.basis == EventDateBasis::Narrative && shared::is_later_on(reading, anchor) {
            return None;
        }
        let answers = answers(reading, draft);
        match saying(reading, anchor) {
            Some(verb) => self.of_saying(reading, verb, draft, tense, day),
            // "On Sunday he circled over the city; a boy was shot": where another part names a day, who knows?
            None if tense == Tense::Past
                && day.basis == EventDateBasis::Publication
                && is_part(reading, anchor) =>
            {
                Some(day).filter(|_| answers || !names_day(reading, anchor))
            }
            None if answers && self.is_answered(&day, reading, anchor, index) => self.of_publication(),
            None if beside && !main && is_before_it(reading, anchor) => Some(until(&day)),
            None if is_died_of(reading, anchor) => Some(until(&day)),
            None => Some(day),
        }
    }

    /// What is reported happened by the time of the report: not on the story's day where the report is of another.
    fn of_saying(
        &self,
        reading: &Reading<'_>,
        verb: usize,
        draft: &Draft,
        tense: Tense,
        day: EventDate,
    ) -> Option<EventDate> {
        let grammar = &reading.grammar;
        // "Earlier the observatory reported that the strikes killed 31 people."
        if grammar
            .children(verb)
            .any(|child| matches!(grammar.lower(child), "earlier" | "previously" | "already"))
        {
            return None;
        }
        let said = reading.expressions.iter().find(|expression| {
            usable(expression)
                && expression.value.as_ref().is_some_and(DateValue::is_bounded)
                && head_of(reading, expression).is_some_and(|head| {
                    grammar.upward(head).skip(1).find(|&token| grammar.is_verb(token)) == Some(verb)
                })
        });
        let Some(said) = said else {
            // "confirms that two sailors were killed": news is that it is told, and it was before.
            let news = day.basis == EventDateBasis::Publication
                && super::super::status::tense(reading, verb) == Tense::Present;
            let earlier = match tense {
                Tense::Past => true,
                // "concludes that the army has used gas"
                Tense::Perfect => reading.rules.in_class("finding-out", grammar.lemma(verb)),
                _ => false,
            };
            return Some(if news && earlier { until(&day) } else { day });
        };
        // "Troops have taken the town, the mayor said on Monday": done by then, as news has it.
        if tense == Tense::Perfect {
            return Some(EventDate {
                reasons: vec!["it is said at this time to have been done".to_string()],
                inferred: true,
                ..from_expression(said, EventDateBasis::Clause)
            });
        }
        // "said on Friday that it was suspending the agreement" suspends it by saying so.
        if grammar.xpos(draft.found.head) == Xpos::Vbg && draft.assessment.tense == Tense::Past {
            return Some(EventDate {
                reasons: vec!["it is said at this time to be under way".to_string()],
                inferred: true,
                ..from_expression(said, EventDateBasis::Clause)
            });
        }
        let said_since = said.value.as_ref().is_some_and(|value| value.latest >= day.value.earliest);
        match tense {
            // "On Friday the army said it struck the camp", told later: by then at the latest.
            Tense::Past if !said_since => Some(until(&from_expression(said, EventDateBasis::Clause))),
            _ => Some(day).filter(|_| said_since),
        }
    }

    /// "meet for the 2013 growth summit": whether the year that dates a mention is but part of its name, and of the news.
    fn is_name(&self, reading: &Reading<'_>, draft: &Draft, told: &EventDate) -> bool {
        let of_now = self.published.is_some_and(|published| {
            told.value.earliest.is_some_and(|earliest| earliest <= published)
                && told.value.latest.is_some_and(|latest| published <= latest)
        });
        of_now
            && told.value.granularity == Granularity::Year
            && reading.expressions.iter().any(|expression| {
                told.anchor == Some(expression.location)
                    && head_of(reading, expression).is_some_and(|year| {
                        year < draft.found.head
                            && reading.grammar.parent(year) == Some(draft.found.head)
                            && reading.grammar.preposition(year).is_none()
                    })
            })
    }

    /// Whether the news of a day is answered in another sentence, or behind a semicolon, and shortly after it: "The White House
    /// condemned the raid", told without a day, is news of its own.
    fn is_answered(&self, day: &EventDate, reading: &Reading<'_>, anchor: usize, index: usize) -> bool {
        let told = self.running.as_ref().map(|running| running.sentence);
        let elsewhere = told.is_none_or(|sentence| sentence < index) || is_part(reading, anchor);
        let days = self.published.zip(day.value.latest).map(|(published, day)| (published - day).num_days());
        let shortly = days.is_some_and(|days| (1..=ANSWER).contains(&days));
        day.basis == EventDateBasis::Narrative && elsewhere && shortly && self.news
    }

    /// Whether a verb tells what the story tells in its own voice.
    fn narrated(&self, reading: &Reading<'_>, verb: usize) -> bool {
        let grammar = &reading.grammar;
        let top = grammar.first_conjunct(verb);
        // "The ties would be cut, the ministry announced a day after …"
        let behind = grammar.relation(top) == Relation::Parataxis && grammar.parent(top) == grammar.root();
        (behind || grammar.parent(top).is_none())
            && reading.quoted.get(verb) != Some(&true)
            && matches!(super::super::status::tense(reading, verb), Tense::Past | Tense::Present)
    }

    /// The day that the story is at.
    fn current(&self, paragraph: usize, index: usize) -> Option<EventDate> {
        if let Some(running) = &self.running
            && running.paragraph == paragraph
            && index <= running.sentence + running.stay()
        {
            return Some(running.date.clone());
        }
        // A history moves on from the day that it opens with; news comes back to it.
        match &self.opening {
            Some(opening) => Some(opening.clone()).filter(|_| self.news || !self.moved),
            None => self.of_publication(),
        }
    }

    /// Whether news tells of a day well before it as of what came first, with which only the next sentence goes on: "The strike
    /// began on May 3. The mayor called it off. Pupils burnt a bus."
    fn looks_back(&self, day: &DateValue) -> bool {
        let long = self
            .published
            .zip(day.latest)
            .is_some_and(|(published, day)| (published - day).num_days() > RECENT);
        long && self.news && is_day(day) && self.opening.as_ref().is_none_or(|opening| opening.value != *day)
    }

    /// The day of what news tells in the present: "extends its condolences" is not of yesterday's attack.
    fn of_today(&self) -> Option<EventDate> {
        self.day_of_publication()
            .filter(|_| self.current)
            .or_else(|| self.running.as_ref().map(|running| running.date.clone()))
    }

    fn of_publication(&self) -> Option<EventDate> {
        self.day_of_publication().filter(|_| self.news)
    }

    fn day_of_publication(&self) -> Option<EventDate> {
        self.published.map(|day| EventDate {
            value: DateValue::day(day),
            timex3: Some(day.format("%Y-%m-%d").to_string()),
            basis: EventDateBasis::Publication,
            inferred: true,
            reasons: vec!["a news article tells it in its main clause and names no other day".to_string()],
            anchor: None,
        })
    }
}

/// "Chilean election: Two candidates hold a debate": whether a heading names what its news only belongs to.
fn is_theme(reading: &Reading<'_>, drafts: &[Draft], at: usize) -> bool {
    let Some(colon) = reading.grammar.heading_end().filter(|&colon| drafts[at].found.head < colon) else {
        return false;
    };
    let kind = |draft: &Draft| reading.trigger(&draft.found).kind;
    let told = || drafts.iter().filter(|draft| draft.found.head > colon);
    shared::is_noun(reading, &drafts[at])
        && told().next().is_some()
        && told().all(|draft| kind(draft) != kind(&drafts[at]))
}

/// The day that a sentence tells of a verb.
fn time_of(owners: &[Owned<'_>], verb: usize) -> Option<EventDate> {
    let mut own = owners
        .iter()
        .filter(|owned| owned.owner == verb && usable(owned.expression) && owned.expression.offset.is_none());
    let day = own.find(|owned| owned.expression.value.as_ref().is_some_and(is_day))?;
    Some(from_expression(day.expression, EventDateBasis::Clause))
}

/// The time told last in the sentence before: what "two days after that" counts from.
fn last_told(before: &[Draft], index: usize) -> Option<DateValue> {
    before
        .iter()
        .rev()
        .take_while(|draft| draft.mention.sentence + 1 == index)
        .find_map(|draft| draft.told.as_ref())
        .map(|told| told.value.clone())
}

/// Whether the clause tells of another time than the story's ("agreed to destroy its weapons in 2013"), or of
/// no single time ("since 2012", "every week"). A time that another event owns says nothing.
fn elsewhere(
    reading: &Reading<'_>,
    draft: &Draft,
    owners: &[Owned<'_>],
    published: Option<NaiveDate>,
) -> bool {
    let anchor = draft.found.anchor();
    let chain = clauses(reading, draft);
    let later = shared::is_later(reading, anchor)
        && owners.iter().any(|owned| owned.owner == reading.grammar.first_conjunct(anchor));
    if later
        || shared::is_of_span(reading, draft.found.head)
        || is_toll_of_years(reading, draft)
        || is_hurt_then(reading, anchor)
        || is_as_said(reading, anchor)
        || is_past_participle(reading, anchor) && moment::hours_from(reading, anchor).is_none()
        || is_since(reading, draft)
        || is_habit(reading, anchor)
        || goes_on(reading, anchor, &chain)
    {
        return true;
    }
    // What a dated clause follows on is of that day or any day before.
    if followed(reading, anchor).is_some_and(|clause| owners.iter().any(|owned| owned.owner == clause)) {
        return true;
    }
    // A past act is not of the story's day where its own words name a day to come, even if they name it wrongly.
    let past = matches!(draft.assessment.tense, Tense::Past | Tense::Perfect);
    owners.iter().any(|Owned { expression, owner, .. }| {
        let Some(head) = head_of(reading, expression) else { return false };
        let own = *owner == anchor
            || *owner == draft.found.head
            || draft.found.rest.contains(owner)
            || chain.contains(owner);
        if !own || !reading.grammar.below(head, anchor) || compares(reading, expression) {
            return false;
        }
        match expression.kind {
            // "his annual address" is one of many.
            ExpressionKind::Set => !is_one_of_many(reading, head),
            // "the chief, until lately the envoy, denounced": not of what an apposition tells of somebody.
            _ if is_some_time(reading, expression) => reading
                .grammar
                .upward(head)
                .take_while(|token| token != owner)
                .all(|token| reading.grammar.relation(token) != Relation::Appos),
            ExpressionKind::Duration => false,
            // "five days later", "weeks later", of which nobody knows from when.
            _ if expression.value.is_none()
                && expression.offset.is_some_and(|offset| offset.unit >= Unit::Day) =>
            {
                true
            }
            _ => expression.value.as_ref().is_some_and(|value| match (value.latest, published) {
                (Some(latest), Some(published)) => {
                    (published - latest).num_days() > NEWS
                        || past && value.earliest.is_some_and(|earliest| earliest > published)
                }
                _ => open_ended(reading, expression) && value.earliest.is_some(),
            }),
        }
    })
}
