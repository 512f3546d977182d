//! Sentences in which the tagger found no verb although there is one: "Gunmen in the north free two monks who were held."
//! A full stop closes a sentence, and a sentence has a verb; which of its nouns is one, their number and their neighbours
//! tell.

use super::tense::is_of_one_form;
use super::verbs::{is_ambiguous, make_present, third_person};
use crate::language::{Token, Upos, Xpos};

/// Words that open a clause of its own, which says nothing about the sentence around it.
pub(super) const OPENINGS: [&str; 12] = [
    "who", "which", "that", "whose", "whom", "when", "while", "where", "because", "although", "if", "whether",
];

/// Nouns in the singular that speak of several.
const SEVERAL: [&str; 21] = [
    "police", "people", "series", "string", "number", "majority", "group", "dozen", "team", "pair", "couple",
    "staff", "wave", "crowd", "spate", "percent", "army", "navy", "military", "militia", "media",
];

/// Makes a verb of the noun that must be one, in a sentence that is closed and has none.
pub(super) fn mend(tokens: &mut [Token]) {
    let begin = behind_title(tokens);
    let closed = tokens.last().is_some_and(|last| last.lower == ".") || tokens.len() - begin >= LONG;
    let verbal = |token: &Token| token.xpos.is_finite() || token.xpos == Xpos::Md || token.upos == Upos::Aux;
    let first_verb = own_words(tokens, begin).find(|&at| verbal(&tokens[at]));
    if let Some(first) = first_verb.filter(|_| closed) {
        begin_of_several(tokens, begin, first);
    }
    if !closed || first_verb.is_some() {
        return;
    }
    // "Bombs in Iraq kill ten": an infinitive has something before it that asks for one.
    let bare = own_words(tokens, begin).find(|&at| {
        tokens[at].xpos == Xpos::Vb
            && at > begin
            && (matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn | Upos::Num)
                || tokens[at - 1].lower == ",")
            && is_of_several(tokens, begin, at)
    });
    if let Some(bare) = bare {
        tokens[bare].xpos = Xpos::Vbp;
        return;
    }
    let verb = {
        let mut candidates =
            own_words(tokens, begin).filter(|&at| at > begin && may_be_verb(tokens, begin, at));
        candidates.next().map(|first| {
            // "Three bomb attacks across the country kill ten": what may be a plural is one where a verb comes for it.
            let several = third_person(&tokens[first]) && !is_one(tokens, begin);
            candidates.find(|&at| several && !third_person(&tokens[at])).unwrap_or(first)
        })
    };
    let Some(verb) = verb else {
        begin_past_of_one(tokens, begin);
        return;
    };
    make_present(&mut tokens[verb]);
    // "Police arrest and charge two men"
    let second = tokens.get(verb + 2).is_some_and(|second| {
        second.form == second.lower && second.upos != Upos::Verb && is_ambiguous(&second.lower)
    });
    if tokens[verb + 1].lower == "and" && second {
        make_present(&mut tokens[verb + 2]);
    }
}

/// "A storm hit Malta, killing two": what one thing does to another, told by a verb that has one form for today and
/// yesterday, was done.
fn begin_past_of_one(tokens: &mut [Token], begin: usize) {
    let past = own_words(tokens, begin).find(|&at| {
        at > begin + 1
            && tokens[at].xpos == Xpos::Nn
            && tokens[at].form == tokens[at].lower
            && is_of_one_form(&tokens[at].lower)
            && tokens[at - 1].xpos == Xpos::Nn
            && ends_single(tokens, at)
            && !follows_preposition(tokens, begin, at)
            && tokens.get(at + 1).is_some_and(|next| {
                matches!(next.upos, Upos::Det | Upos::Propn)
                    || matches!(next.xpos, Xpos::Cd | Xpos::PrpPossessive)
            })
    });
    if let Some(past) = past {
        (tokens[past].xpos, tokens[past].upos) = (Xpos::Vbd, Upos::Verb);
    }
}

/// "Gunmen storm a bar in Bern, and two were wounded": a first clause has a verb of its own, where several do something to
/// something that an article or a number begins.
fn begin_of_several(tokens: &mut [Token], begin: usize, first_verb: usize) {
    let Some(comma) = (begin..first_verb).find(|&at| tokens[at].lower == ",") else { return };
    let candidate = own_words(tokens, begin).find(|&at| {
        at > begin
            && at < comma
            && !third_person(&tokens[at])
            && matches!(tokens[at + 1].upos, Upos::Det | Upos::Num)
            && is_plural(&tokens[at - 1])
            && may_be_verb(tokens, begin, at)
    });
    if let Some(verb) = candidate {
        make_present(&mut tokens[verb]);
    }
}

/// "2013 Harlow collision: Two trains collide": where the sentence begins.
fn behind_title(tokens: &[Token]) -> usize {
    let colon = tokens.iter().take(LONGEST_TITLE).rposition(|token| token.lower == ":");
    colon.map_or(0, |colon| colon + 1)
}

/// What has so many words is no heading, though no full stop closes it.
const LONG: usize = 16;

/// A title has no more words than this.
const LONGEST_TITLE: usize = 14;

/// The words that stand in no clause which "who", "when" and the like open, up to a semicolon.
fn own_words(tokens: &[Token], begin: usize) -> impl Iterator<Item = usize> + '_ {
    let mut opened = false;
    let stretch = tokens.iter().enumerate().skip(begin).take_while(|(_, token)| token.lower != ";");
    stretch.filter_map(move |(at, token)| {
        if OPENINGS.contains(&token.lower.as_str()) {
            opened = true;
        } else if matches!(token.lower.as_str(), "," | ")") {
            opened = false;
        }
        (!opened).then_some(at)
    })
}

/// Whether a noun stands where the verb of the sentence would, and agrees with the subject before it.
fn may_be_verb(tokens: &[Token], begin: usize, at: usize) -> bool {
    let token = &tokens[at];
    let Some(behind) = tokens.get(at + 1) else { return false };
    // "Police again fire tear gas"
    let skipped = usize::from(tokens[at - 1].upos == Upos::Adv && at >= begin + 2);
    let before = &tokens[at - 1 - skipped];
    // A name is written with a capital, whatever the tagger says.
    let word_class = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adv | Upos::Adp);
    if !word_class || token.form != token.lower || !is_ambiguous(&token.lower) {
        return false;
    }
    // "The military captures", "Elizabeth II returns"
    let is_noun = matches!(before.upos, Upos::Noun | Upos::Propn)
        || before.lower == "military"
        || before.upos == Upos::Num && at >= begin + 2 && tokens[at - 2].upos == Upos::Propn;
    let apposed = before.lower == "," && is_apposed(tokens, begin, at - 1);
    if !is_noun && !apposed {
        return false;
    }
    let begins = match behind.upos {
        Upos::Det
        | Upos::Num
        | Upos::Pron
        | Upos::Propn
        | Upos::Noun
        | Upos::Adj
        | Upos::Part
        | Upos::Adv => true,
        Upos::Adp => behind.lower != "of",
        _ => matches!(behind.lower.as_str(), "and" | "or" | "." | "," | "\"" | "that"),
    };
    // "A gold mine collapses in Chad", "Elizabeth II returns to": before a preposition a plural is likelier than a verb,
    // unless an article or a name says that there is one.
    let weak = !matches!(behind.upos, Upos::Det | Upos::Num | Upos::Pron);
    let shown = apposed || before.upos == Upos::Propn || before.upos == Upos::Num || ends_single(tokens, at);
    let within = follows_preposition(tokens, begin, at);
    if third_person(token) && weak && (within || !shown) {
        return false;
    }
    let agrees = match third_person(token) {
        // "An apartment block collapses": one that stands right before.
        true => apposed || before.xpos != Xpos::Nns,
        false => !ends_single(tokens, at) && is_of_several(tokens, begin, at),
    };
    begins && agrees
}

/// "Ann Lind, the consul, leaves": a comma that closes what another one opened behind the subject.
fn is_apposed(tokens: &[Token], begin: usize, comma: usize) -> bool {
    let opening = (begin + 1..comma).rev().find(|&at| tokens[at].lower == ",");
    opening.is_some_and(|opening| {
        matches!(tokens[opening - 1].upos, Upos::Noun | Upos::Propn)
            && matches!(tokens[opening + 1].upos, Upos::Det | Upos::Noun | Upos::Adj | Upos::Pron | Upos::Num)
    })
}

/// Whether what comes before is a subject in the plural: "militants belonging to the group", "Ann and her brother".
fn is_of_several(tokens: &[Token], begin: usize, at: usize) -> bool {
    let first = match tokens[begin].upos {
        // "In the north, troops free a town"
        Upos::Adp | Upos::Sconj | Upos::Verb | Upos::Adv => {
            (begin..at).find(|&comma| tokens[comma].lower == ",").map_or(at, |comma| comma + 1)
        }
        _ => begin,
    };
    let ends = |token: &Token| {
        matches!(token.upos, Upos::Adp | Upos::Verb | Upos::Punct) && token.xpos != Xpos::Hyph
            || token.xpos == Xpos::To
    };
    let subject = &tokens[first..at];
    let end = subject.iter().position(ends).unwrap_or(subject.len());
    let head = subject[..end].last();
    let counted = subject.first().is_some_and(|first| {
        matches!(
            first.lower.as_str(),
            "several" | "many" | "some" | "both" | "most" | "few" | "hundreds" | "thousands"
        ) || first.upos == Upos::Num && !is_article(first)
    });
    counted
        || head.is_some_and(|head| is_plural(head) || SEVERAL.contains(&head.lower.as_str()))
        || subject[..end].iter().any(|token| token.lower == "and")
        || is_plural(&tokens[at - 1]) && subject[..end].first().is_none_or(|first| !is_article(first))
}

/// "a wave of rocket attacks", "anger over drone strikes": whether the nouns before stand behind a preposition.
fn follows_preposition(tokens: &[Token], begin: usize, at: usize) -> bool {
    let before = tokens[begin..at].iter().rev().find(|token| {
        !matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Det | Upos::Part)
            && token.xpos != Xpos::Hyph
    });
    before.is_some_and(|token| token.upos == Upos::Adp)
}

/// "a chemical weapons attack", "in a bus crash": the last noun behind an article is one, and no verb of several.
fn ends_single(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at]
        .iter()
        .rev()
        // "a 6.2-magnitude earthquake" is one word.
        .filter(|token| token.xpos != Xpos::Hyph)
        .find(|token| !matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num));
    before.is_some_and(is_article)
}

fn is_plural(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Nns | Xpos::Nnps)
}

fn is_article(token: &Token) -> bool {
    matches!(token.lower.as_str(), "a" | "an" | "one" | "another")
}

/// "A gold mine collapses": one thing by its article.
fn is_one(tokens: &[Token], begin: usize) -> bool {
    tokens.get(begin).is_some_and(is_article)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Sentence;

    fn verb(lines: &str) -> Option<String> {
        let (_, mut sentence) = Sentence::from_tree(lines);
        let before: Vec<_> = sentence.tokens.iter().map(|token| token.xpos).collect();
        mend(&mut sentence.tokens);
        let changed = sentence.tokens.iter().zip(before).find(|(token, before)| token.xpos != *before);
        changed.map(|(token, _)| token.form.to_string())
    }

    #[test]
    fn a_closed_sentence_has_a_verb() {
        let collapses = "A a DET DT 3 det\ngold gold NOUN NN 3 compound\nmine mine NOUN NN 4 compound\n\
                         collapses collapse NOUN NNS 0 root\nin in ADP IN 6 case\nChad Chad PROPN NNP 4 nmod\n. . PUNCT . 4 punct";
        assert_eq!(verb(collapses).as_deref(), Some("collapses"));
        let hyphen = "A a DET DT 5 det\n6.2 6.2 NUM CD 4 nummod\n- - PUNCT HYPH 4 punct\nmagnitude magnitude NOUN NN 5 compound\n\
                      quake quake NOUN NN 6 compound\nhits hit NOUN NNS 0 root\nChad Chad PROPN NNP 6 nmod\n. . PUNCT . 6 punct";
        assert_eq!(verb(hyphen).as_deref(), Some("hits"));
        // A heading needs none.
        assert_eq!(verb(&collapses.replace("\n. . PUNCT . 4 punct", "")), None);
    }

    #[test]
    fn a_verb_agrees_with_its_subject() {
        let kill = "Bomb bomb NOUN NN 2 compound\nattacks attack NOUN NNS 0 root\nin in ADP IN 4 case\nChad Chad PROPN NNP 2 nmod\n\
                    kill kill NOUN NN 2 dep\nten ten NUM CD 7 nummod\nmonks monk NOUN NNS 5 dep\n. . PUNCT . 2 punct";
        assert_eq!(verb(kill).as_deref(), Some("kill"));
        let free = "Rebels rebel NOUN NNS 0 root\nfree free ADJ JJ 4 amod\ntwo two NUM CD 4 nummod\nmonks monk NOUN NNS 1 dep\n\
                    who who PRON WP 6 nsubj\nprayed pray VERB VBD 4 acl:relcl\n. . PUNCT . 1 punct";
        assert_eq!(verb(free).as_deref(), Some("free"));
        assert_eq!(verb(&free.replace("Rebels rebel NOUN NNS", "Rebel rebel NOUN NN")), None);
    }

    #[test]
    fn what_has_a_verb_keeps_it() {
        let fell = "The the DET DT 3 det\nrocket rocket NOUN NN 3 compound\nattacks attack NOUN NNS 4 nsubj\nstopped stop VERB VBD 0 root\n\
                    in in ADP IN 6 case\nMay May PROPN NNP 4 obl\n. . PUNCT . 4 punct";
        assert_eq!(verb(fell), None);
    }

    #[test]
    fn what_one_thing_does_to_another_was_done() {
        let hit = "A a DET DT 2 det\nstorm storm NOUN NN 3 compound\nhit hit NOUN NN 0 root\nMalta Malta PROPN NNP 3 appos\n\
                   killing kill VERB VBG 3 advcl\ntwo two NUM CD 5 obj\n. . PUNCT . 3 punct";
        assert_eq!(verb(hit).as_deref(), Some("hit"));
        // "A direct hit killed two"
        let direct = "A a DET DT 3 det\ndirect direct ADJ JJ 3 amod\nhit hit NOUN NN 0 root\nin in ADP IN 5 case\n\
                      Malta Malta PROPN NNP 3 nmod\n. . PUNCT . 3 punct";
        assert_eq!(verb(direct), None);
    }
}
