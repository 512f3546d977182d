//! Noun phrases of an article as labels have them.

use super::super::reading::Reading;
use super::lower_first;
use crate::language::{Relation, Upos, Xpos};

/// How many words of the article a label takes for one name.
pub(super) const WORDS: usize = 7;

/// How many members of a row a label tells behind "of".
const MEMBERS: usize = 3;

/// A noun phrase without what follows its head, but for "of …", and without the word that tells of the event; "the"
/// becomes "a", since a timeline tells a thing for the first time, where the phrase does not say itself which one it is. None
/// where the noun names nothing.
pub(super) fn noun_phrase(reading: &Reading<'_>, own: usize, token: usize) -> Option<String> {
    let head = reading.core(token);
    if let Some(mention) = reading.mentions_at(head).next() {
        let actor = &reading.actors.actors[mention.actor];
        if actor.named && reading.person_of_force(head).is_none() {
            return Some(actor.name.clone());
        }
    }
    let hollow = reading.rules.in_class("hollow", reading.grammar.lemma(head));
    let text = words_of_article(reading, own, head).filter(|text| !hollow || bare(text).contains(' '))?;
    Some(if is_one_of_them(reading, token, head) { format!("one of the {text}") } else { text })
}

/// "one of the most disputed laws": a single one of those that the phrase tells.
fn is_one_of_them(reading: &Reading<'_>, token: usize, head: usize) -> bool {
    let grammar = &reading.grammar;
    let the = grammar.child(head, Relation::Det).is_some_and(|word| grammar.lower(word) == "the");
    token != head && grammar.lower(token) == "one" && grammar.xpos(head) == Xpos::Nns && the
}

/// A noun phrase without its article.
pub(super) fn bare(text: &str) -> &str {
    ["a ", "an ", "the "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// The same in the words of the article, whoever is meant.
pub(super) fn words_of_article(reading: &Reading<'_>, own: usize, head: usize) -> Option<String> {
    let grammar = &reading.grammar;
    // "investigates how they got in"
    let nameless = [Upos::Pron, Upos::Cconj, Upos::Sconj, Upos::Adv, Upos::Part];
    if nameless.contains(&grammar.upos(head)) || grammar.is_verb(head) {
        return None;
    }
    let mut tokens: Vec<usize> = grammar
        .children(head)
        .filter(|&child| {
            child < head
                && child != own
                && !is_day(reading, child)
                && (matches!(
                    grammar.relation(child),
                    Relation::Compound | Relation::Amod | Relation::Nummod | Relation::Flat
                ) || grammar.relation(child) == Relation::NmodPoss && grammar.upos(child) == Upos::Propn)
                || child > head && grammar.relation(child) == Relation::Flat
                // "$20 million"
                || child > head
                    && grammar.xpos(head) == Xpos::Dollar
                    && grammar.relation(child) == Relation::Nummod
        })
        .flat_map(|child| {
            grammar
                .children(child)
                .filter(move |&inner| {
                    matches!(
                        grammar.relation(inner),
                        Relation::Compound
                            | Relation::Case
                            | Relation::Flat
                            | Relation::Amod
                            | Relation::Nummod
                    ) || grammar.lower(inner) == "-"
                        // "well known figures": next to each other they say one thing.
                        || grammar.relation(inner) == Relation::Advmod && inner + 1 == child
                })
                .chain([child])
        })
        .collect();
    tokens.push(head);
    let words = tokens.len();
    tokens.extend(rest_of_place(reading, &tokens));
    let glued: Vec<usize> =
        tokens.iter().flat_map(|&token| hyphenated(reading, token).chain(aged(reading, token))).collect();
    tokens.extend(glued);
    // "head-on collision"
    let next = |&token: &usize| {
        let tokens = &grammar.sentence.tokens;
        (grammar.lower(token) == "-" && !tokens[token].space_after && token + 1 < head).then_some(token + 1)
    };
    let joined: Vec<usize> = tokens.iter().filter_map(next).collect();
    tokens.extend(joined);
    // "the break-in"
    let is_hyphen = |at: usize| grammar.lower(at) == "-" && !grammar.sentence.tokens[at].space_after;
    if head + 2 < grammar.len() && !grammar.sentence.tokens[head].space_after && is_hyphen(head + 1) {
        tokens.extend([head + 1, head + 2]);
    }
    tokens.sort_unstable();
    tokens.dedup();
    let mut begin = tokens.len().saturating_sub(WORDS);
    while begin > 0 && [begin - 1, begin].iter().any(|&at| grammar.lower(tokens[at]) == "-") {
        begin -= 1;
    }
    let tokens = &tokens[begin..];
    let mut text = spelled(reading, tokens);
    let numbered = grammar.children(head).any(|child| grammar.relation(child) == Relation::Nummod);
    // "forty guards and members of their families": what stands behind "and" has its own "of".
    let joined = grammar.children(head).find(|&child| grammar.relation(child) == Relation::Conj);
    let of = grammar.children(head).find(|&child| {
        child > head
            && joined.is_none_or(|joined| child < joined)
            && grammar.relation(child) == Relation::Nmod
            && joins(reading, head, child)
    });
    let joined_by = of.and_then(|inner| grammar.preposition(inner)).map_or("of", |word| grammar.lower(word));
    let of = of.filter(|_| words < 4).and_then(|inner| all_of(reading, inner));
    let has = |article: &[&str]| grammar.children(head).any(|child| article.contains(&grammar.lower(child)));
    // "the city of Bern", "the second suspect", "the north"
    let which = of.is_some()
        || reading.rules.in_class("direction", grammar.lower(head))
        || reading.rules.in_class("sole", grammar.lower(head))
        || grammar.children(head).any(|child| tells_which(reading, child));
    let countable = grammar.xpos(head) == Xpos::Nn && !numbered;
    if countable && has(&["the"]) && which {
        text = format!("the {text}");
    } else if countable && has(&["a", "an", "the", "one", "this"]) {
        text = with_article(&text);
    }
    if let Some(more) = of {
        text.push_str(&format!(" {joined_by} {more}"));
    }
    Some(text)
}

/// "a diplomat", "an officer".
pub(super) fn with_article(text: &str) -> String {
    let vowel = text.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U', '8'])
        || text.starts_with("11-")
        || text.starts_with("18-");
    // "a US diplomat", "a European court"
    let consonant = [
        "US ", "U.S.", "UN ", "U.N.", "UK ", "Euro", "euro", "union", "Union", "univer", "Univer", "unit",
        "Unite", "one",
    ];
    let vowel = vowel && !consonant.iter().any(|word| text.starts_with(word));
    format!("{} {text}", if vowel { "an" } else { "a" })
}

/// "the resignation of the minister"; "their demand for independence", "objections to the law": what is wanted says little by itself.
fn joins(reading: &Reading<'_>, noun: usize, phrase: usize) -> bool {
    let grammar = &reading.grammar;
    let wanted = reading.rules.in_class("told-by-its-end", grammar.lemma(noun));
    grammar.preposition(phrase).is_some_and(|word| match grammar.lower(word) {
        "of" => true,
        // "their demand for the president to resign": half of it would mean something else.
        "for" | "to" | "against" => {
            let whole = !grammar.children(phrase).any(|child| grammar.is_verb(child))
                && !grammar.children(noun).any(|child| child > phrase && grammar.is_verb(child));
            wanted && whole && word > noun && !reading.is_time(phrase)
        }
        _ => false,
    })
}

/// Whether a word before a noun leaves no question which one is meant: "the first", "the largest", "the only".
fn tells_which(reading: &Reading<'_>, word: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(word) == Relation::Amod
        && (grammar.xpos(word) == Xpos::Jjs
            || ["telling-which", "direction"]
                .iter()
                .any(|class| reading.rules.in_class(class, grammar.lower(word))))
}

/// "Thursday's avalanche", "Monday shelling", of which a parser makes one phrase: the day is told by the date.
fn is_day(reading: &Reading<'_>, token: usize) -> bool {
    let day = |at: usize| reading.rules.in_class("weekday", reading.grammar.lower(at));
    // "Tuesday afternoon shells"
    reading.is_time(token) && (day(token) || token > 0 && day(token - 1))
}

/// "New Delhi" of "New Delhi hospital", where a parser hangs only the last word of a place on what is there.
fn rest_of_place(reading: &Reading<'_>, tokens: &[usize]) -> Vec<usize> {
    let first = tokens.iter().copied().min();
    let place = first.and_then(|first| reading.place_at(first).map(|place| (first, place)));
    place.map_or_else(Vec::new, |(first, place)| place.tokens.clone().filter(|&at| at < first).collect())
}

/// What hyphens join to a word from the left: "16-year-" of "16-year-old".
fn hyphenated(reading: &Reading<'_>, token: usize) -> std::ops::Range<usize> {
    let tokens = &reading.grammar.sentence.tokens;
    let mut begin = token;
    while begin > 1
        && tokens[begin - 1].lower == "-"
        && !tokens[begin - 1].space_after
        && !tokens[begin - 2].space_after
    {
        begin -= 2;
    }
    begin..token
}

/// The years of "16 years old".
fn aged(reading: &Reading<'_>, token: usize) -> std::ops::Range<usize> {
    let grammar = &reading.grammar;
    let is_aged = token > 1
        && grammar.lower(token) == "old"
        && matches!(grammar.lemma(token - 1), "year" | "month" | "week" | "day")
        && grammar.upos(token - 2) == Upos::Num;
    if is_aged { token - 2..token } else { token..token }
}

/// "5 Dec: Three women": whether a word begins what is told behind a colon or a quotation mark.
fn follows_mark(reading: &Reading<'_>, token: usize) -> bool {
    token
        .checked_sub(1)
        .is_some_and(|before| matches!(reading.grammar.lower(before), ":" | "\"" | "``" | "“"))
}

/// "the republics of Donetsk and Luhansk": all that are told, where a word joins the last of them, and they are of one sort.
fn all_of(reading: &Reading<'_>, head: usize) -> Option<String> {
    let grammar = &reading.grammar;
    let all = grammar.coordinated(head);
    let joined = all.len() > 1
        && all.last().is_some_and(|&last| {
            grammar.child(last, Relation::Cc).is_some_and(|word| grammar.lower(word) == "and")
        });
    let alike = all.iter().all(|&one| grammar.upos(one) == grammar.upos(head));
    let names: Vec<String> = all.iter().filter_map(|&one| simple_phrase(reading, one)).collect();
    if names.len() != all.len() || all.len() > MEMBERS || !joined || !alike {
        return simple_phrase(reading, head);
    }
    let (last, rest) = names.split_last()?;
    Some(format!("{} and {last}", rest.join(", ")))
}

fn simple_phrase(reading: &Reading<'_>, head: usize) -> Option<String> {
    if reading.grammar.xpos(head) == Xpos::Dollar {
        return words_of_article(reading, head, head);
    }
    super::words_of(reading, reading.phrase(head))
}

/// The words of tokens, with blanks where the article has them and where something was left out.
pub(super) fn spelled(reading: &Reading<'_>, list: &[usize]) -> String {
    let tokens = &reading.grammar.sentence.tokens;
    let mut text = String::new();
    for (position, &token) in list.iter().enumerate() {
        let before = position.checked_sub(1).map(|before| list[before]);
        if before.is_some_and(|before| before + 1 != token || tokens[before].space_after) {
            text.push(' ');
        }
        // "Three workers were killed", "Former guards were arrested": the capital is the sentence's.
        let begins = position == 0 && tokens[token].upos == Upos::Num && follows_mark(reading, token);
        let capital = begins
            || token == 0
                && (matches!(
                    tokens[token].upos,
                    Upos::Num | Upos::Noun | Upos::Det | Upos::Adv | Upos::Pron
                ) || reading.rules.in_class("suspected", &tokens[token].lower));
        if capital {
            text.push_str(&lower_first(&tokens[token].form));
        } else {
            text.push_str(&tokens[token].form);
        }
    }
    text
}
