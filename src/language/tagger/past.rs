//! Past forms that the tagger took for participles where only a finite verb can stand.

use crate::language::words::WordList;
use crate::language::{Sentence, Token, Upos, Xpos};

/// Verbs behind which a clause with "that" says what was said, thought or ordered, by their past tenses.
static WITH_CLAUSES: WordList = WordList::new(include_str!("verbs-with-clauses.txt"));

/// Participles with an object, as of verbs that have two ("a man given a prize") or name theirs.
static DITRANSITIVES: WordList = WordList::new(include_str!("participles-with-objects.txt"));

/// Past tenses of verbs that are done to nobody: behind a noun they are no participles.
static BARE: WordList = WordList::new(include_str!("verbs-done-to-nobody.txt"));

/// Nouns that tell how long ago, how far or how often, which are no objects.
static MEASURES: WordList = WordList::new(include_str!("nouns-of-measure.txt"));

/// Past tenses that are no participles.
static TENSES: WordList = WordList::new(include_str!("pasts-that-are-no-participles.txt"));

/// Forms of verbs that have an infinitive behind them and no noun behind "to".
static INTENTS: WordList = WordList::new(include_str!("verbs-with-infinitives.txt"));

/// Makes past tenses of the participles that follow their subject at once, or that say what follows with "that".
pub fn mend(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    for at in 1..tokens.len() {
        // "The chief executive acknowledged", "The general seized power": no adjective here.
        if matches!(tokens[at].lower.as_str(), "executive" | "general" | "premier")
            && tokens[at].xpos == Xpos::Jj
        {
            let names =
                tokens.get(at + 1).is_none_or(|next| !matches!(next.xpos, Xpos::Nn | Xpos::Nns | Xpos::Jj));
            if names {
                (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
            }
        }
        // "Lenders questioned by the bank expect": who does it stands behind "by", so that the verb comes later.
        let by = tokens[at].xpos == Xpos::Vbd
            && tokens[at].lower.ends_with("ed")
            && tokens.get(at + 1).is_some_and(|next| next.lower == "by")
            && matches!(tokens[at - 1].xpos, Xpos::Nns | Xpos::Nn);
        let later = tokens[at + 1..]
            .iter()
            .take_while(|token| {
                token.lower != "," && !matches!(token.upos, Upos::Sconj | Upos::Cconj | Upos::Pron)
            })
            .any(|token| token.xpos.is_finite());
        if by && later {
            tokens[at].xpos = Xpos::Vbn;
        }
        // "His decision to leave had nothing to do with it": no "had" is a participle but behind "have".
        let behind_have = tokens[at.saturating_sub(3)..at].iter().any(|token| {
            matches!(
                token.lower.as_str(),
                "have" | "has" | "had" | "having" | "'ve" | "'d" | "be" | "was" | "were" | "been"
            )
        });
        if tokens[at].lower == "had" && tokens[at].xpos == Xpos::Vbn && !behind_have {
            tokens[at].xpos = Xpos::Vbd;
        }
        // "A proposal to tax rentals": behind the "to" of an infinitive stands a verb.
        let object = tokens.get(at + 1).is_some_and(|next| {
            matches!(next.upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Pron)
        });
        if tokens[at - 1].xpos == Xpos::To && tokens[at].xpos == Xpos::Nn && object {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Vb, Upos::Verb);
        }
        // "Most Taiwanese say they would": hardly anything else is spelt so.
        let says = matches!(tokens[at].lower.as_str(), "say" | "says")
            && (!tokens[at].xpos.is_finite() || tokens[at].xpos == Xpos::Md);
        let noun = matches!(tokens[at].upos, Upos::Noun | Upos::Aux | Upos::Propn);
        let owned = matches!(tokens[at - 1].xpos, Xpos::Dt | Xpos::PrpPossessive | Xpos::Pos)
            || matches!(tokens[at - 1].lower.as_str(), "final" | "more" | "no" | "greater" | "bigger");
        if says && noun && !owned {
            tokens[at].xpos = if tokens[at].lower == "say" { Xpos::Vbp } else { Xpos::Vbz };
            tokens[at].upos = Upos::Verb;
        }
        // "Analysts at the bank": people, not what one of them does.
        let people = tokens[at].lower.ends_with("ysts") || tokens[at].lower.ends_with("omists");
        if people && tokens[at].xpos == Xpos::Vbz {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nns, Upos::Noun);
        }
        // "plans to lower tariffs": no adjective stands behind the "to" of a plan.
        let lowers = matches!(
            tokens[at].lower.as_str(),
            "lower" | "close" | "open" | "double" | "clear" | "free" | "slow" | "narrow" | "secure"
        ) && tokens[at - 1].lower == "to"
            && at > 1
            && INTENTS.holds(&tokens[at - 2].lower);
        let object = tokens.get(at + 1).is_some_and(|next| {
            matches!(next.upos, Upos::Noun | Upos::Det | Upos::Adj | Upos::Pron | Upos::Num)
        });
        if lowers && object && matches!(tokens[at].xpos, Xpos::Jjr | Xpos::Jj | Xpos::Nn | Xpos::Rb) {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Vb, Upos::Verb);
            (tokens[at - 1].xpos, tokens[at - 1].upos) = (Xpos::To, Upos::Part);
        }
        let is_tense = tokens[at].xpos == Xpos::Vbn
            && !behind_have
            && (TENSES.holds(&tokens[at].lower) || is_bare(tokens, at) || has_object(tokens, at));
        // "struck camps near the border": hardly anybody nears anything.
        let is_place = tokens[at].lower == "near"
            && matches!(tokens[at].xpos, Xpos::Vbp | Xpos::Vb | Xpos::Nn)
            && !matches!(tokens[at - 1].xpos, Xpos::To | Xpos::Md);
        if is_place {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::In, Upos::Adp);
        }
        if is_tense
            || is_said(tokens, at)
            || follows_pronoun(tokens, at)
            || resumes(tokens, at)
            || insists(tokens, at)
        {
            tokens[at].xpos = Xpos::Vbd;
        }
    }
    for at in 2..tokens.len() {
        if fears(tokens, at) {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Vbp, Upos::Verb);
        }
    }
    if let Some(verb) = before_that(tokens) {
        tokens[verb].xpos = Xpos::Vbd;
        // "The head apologized to the families and promised that".
        let joined = tokens[verb - 1].upos == Upos::Cconj;
        let first = (1..verb).find(|&at| {
            tokens[at].xpos == Xpos::Vbn
                && matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn | Upos::Adv)
        });
        if let Some(first) = first.filter(|_| joined) {
            tokens[first].xpos = Xpos::Vbd;
        }
    }
    if let Some(verb) = alone(tokens) {
        tokens[verb].xpos = Xpos::Vbd;
    }
    if let Some(verb) = of_first_clause(tokens) {
        tokens[verb].xpos = Xpos::Vbd;
    }
}

/// "A ferry and a tanker collided in the strait": what is done to nobody is no participle behind a noun.
fn is_bare(tokens: &[Token], at: usize) -> bool {
    BARE.holds(&tokens[at].lower)
        && matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn)
        && tokens.get(at + 1).is_none_or(|next| next.lower != "by")
}

/// "hours after a bomber killed five policemen": what has an object is done by the noun before it, and to it is done nothing. A
/// time or a distance is no object ("a deal signed two days ago").
fn has_object(tokens: &[Token], at: usize) -> bool {
    let subject = matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn)
        // "Five people killed the day before" are told by their number.
        && !tokens[at - 1].lower.starts_with(char::is_numeric);
    // "as troops fought rebels": so it is behind what opens a clause, whatever the object begins with.
    let part = |token: &&Token| {
        matches!(token.upos, Upos::Det | Upos::Num | Upos::Adj | Upos::Noun | Upos::Propn)
            || token.xpos == Xpos::Hyph
    };
    let begin = at - tokens[..at].iter().rev().take_while(part).count();
    let in_clause = begin > 0
        && matches!(
            tokens[begin - 1].lower.as_str(),
            "as" | "while" | "when" | "after" | "before" | "because" | "since" | "until"
        );
    // "killed at least 44 people"
    let begin = at + 1 + measured(&tokens[at + 1..]);
    let opened = tokens.get(begin).is_some_and(|next| {
        matches!(next.xpos, Xpos::Dt | Xpos::Cd | Xpos::PrpPossessive)
            && !matches!(next.lower.as_str(), "this" | "that" | "all" | "both")
            || in_clause && matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj)
    });
    let object = tokens[begin..].iter().take_while(|token| {
        matches!(token.upos, Upos::Det | Upos::Num | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron)
            || token.xpos == Xpos::Hyph
    });
    let last = begin - 1 + object.count();
    let thing = matches!(tokens[last].upos, Upos::Noun | Upos::Propn)
        && !tokens[at + 1..=last].iter().any(|token| MEASURES.holds(&token.lower));
    subject && opened && thing && !DITRANSITIVES.holds(&tokens[at].lower)
}

/// "at least 44", "more than 20", "up to 300": the words before a number that say that it is not exact.
fn measured(tokens: &[Token]) -> usize {
    let words = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let two = matches!((words(0), words(1)), ("at", "least" | "most") | ("more", "than") | ("up", "to"));
    let number = |at: usize| tokens.get(at).is_some_and(|token| token.xpos == Xpos::Cd);
    if two && number(2) { 2 } else { 0 }
}

/// "The two countries agreed in principle to cut tariffs": a sentence in which nothing is finite has the verb of saying or
/// agreeing that stands right behind a noun.
fn alone(tokens: &[Token]) -> Option<usize> {
    let closed = tokens.last().is_some_and(|last| last.lower == ".");
    let verbal = |token: &Token| token.xpos.is_finite() || token.upos == Upos::Aux;
    if !closed || tokens.iter().any(verbal) {
        return None;
    }
    (1..tokens.len()).find(|&at| {
        tokens[at].xpos == Xpos::Vbn
            && matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn)
            && WITH_CLAUSES.holds(&tokens[at].lower)
            && tokens.get(at + 1).is_some_and(|next| next.lower != "by")
    })
}

/// "Rebels in the region accused the army": a sentence in which nothing is finite before its first comma, nor right behind
/// a comma, has the verb that stands there between its nouns.
fn of_first_clause(tokens: &[Token]) -> Option<usize> {
    let closed = tokens.last().is_some_and(|last| matches!(last.lower.as_str(), "." | "\""));
    let verbal = |token: &Token| token.xpos.is_finite() || token.upos == Upos::Aux;
    let parts =
        |token: &Token| matches!(token.lower.as_str(), "," | ";" | ":" | "\"" | "that" | "who" | "which");
    let end = tokens.iter().position(parts).unwrap_or(tokens.len());
    let begins = tokens.first().is_some_and(|first| {
        matches!(first.upos, Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num)
    });
    let resumes = (end..tokens.len().saturating_sub(1))
        .any(|at| tokens[at].lower == "," && (verbal(&tokens[at + 1]) || tokens[at + 1].upos == Upos::Adv));
    let relative = tokens.get(end).is_some_and(|token| matches!(token.lower.as_str(), "who" | "which"));
    if !closed || !begins || resumes || relative || tokens[..end].iter().any(verbal) {
        return None;
    }
    // A sentence that has its verb behind a noun further on needs none here: "Men armed with knives attacked".
    let mut candidates = (1..end.saturating_sub(1)).filter(|&at| {
        tokens[at].xpos == Xpos::Vbn
            && (matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn) || tokens[at - 1].xpos == Xpos::Nnp)
            && (matches!(tokens[at + 1].upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj)
                && !DITRANSITIVES.holds(&tokens[at].lower)
                // "The group called for his release", "the firms refused to pay": these are not done to anybody.
                || matches!(tokens[at + 1].lower.as_str(), "for" | "to" | "on")
                    && matches!(
                        tokens[at].lower.as_str(),
                        "called" | "agreed" | "voted" | "refused" | "declined" | "vowed" | "pledged" | "promised" | "threatened"
                    ))
    });
    let verb = candidates.next()?;
    let told_later = tokens[end..].iter().any(|token| matches!(token.lower.as_str(), "said" | "says"));
    (candidates.next().is_none() && !told_later).then_some(verb)
}

/// "…, but growers in the north fear that": a noun before "that" in a clause without a verb, which begins with a plural, is
/// what those do.
fn fears(tokens: &[Token], at: usize) -> bool {
    let is_verb = tokens[at].xpos == Xpos::Nn
        && matches!(
            tokens[at].lower.as_str(),
            "fear" | "hope" | "claim" | "doubt" | "worry" | "report" | "demand"
        )
        && tokens.get(at + 1).is_some_and(|next| next.lower == "that");
    if !is_verb || matches!(tokens[at - 1].upos, Upos::Det | Upos::Adj | Upos::Adp | Upos::Pron) {
        return false;
    }
    let begins = |token: &Token| {
        matches!(
            token.lower.as_str(),
            "," | ";" | "but" | "and" | "while" | "that" | "though" | "although" | "\""
        )
    };
    let from = (0..at).rev().find(|&before| begins(&tokens[before])).map_or(0, |before| before + 1);
    let clause = &tokens[from..at];
    let first = clause.iter().find(|token| matches!(token.upos, Upos::Noun | Upos::Propn));
    let plural = first.is_some_and(|noun| {
        matches!(noun.xpos, Xpos::Nns | Xpos::Nnps)
            || matches!(noun.lower.as_str(), "number" | "majority" | "handful")
    });
    let opens = clause.first().is_some_and(|first| first.upos != Upos::Adp);
    let verbal = |token: &Token| {
        token.xpos.is_finite() || token.upos == Upos::Verb && !matches!(token.xpos, Xpos::Vbg | Xpos::Vbn)
    };
    plural && opens && !clause.iter().any(verbal)
}

/// "The pilot, who had been awake for hours, reported “ice”": behind the comma that closes a relative clause and before an
/// object stands the verb of the clause around it.
fn resumes(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at - 1];
    if tokens[at].xpos != Xpos::Vbn || !tokens[at].lower.ends_with("ed") || before.lower != "," {
        return false;
    }
    let Some(opening) = (1..at - 1).rev().find(|&comma| tokens[comma].lower == ",") else { return false };
    let relative =
        tokens.get(opening + 1).is_some_and(|next| matches!(next.lower.as_str(), "who" | "which" | "whose"));
    let object = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.upos, Upos::Det | Upos::Propn | Upos::Pron | Upos::Noun | Upos::Num | Upos::Adj)
            || matches!(next.lower.as_str(), "\"" | "that" | "to")
    });
    relative && object || apposed(tokens, opening, at)
}

/// "Joseph Amadeo, the union's director, called for a boycott": behind what two commas put in, and with nothing else finite,
/// stands the verb of the sentence.
fn apposed(tokens: &[Token], opening: usize, at: usize) -> bool {
    let verbal = |token: &Token| token.xpos.is_finite() || token.upos == Upos::Verb;
    let noun = tokens.get(opening + 1).is_some_and(|next| {
        matches!(next.upos, Upos::Det | Upos::Noun | Upos::Propn) || next.xpos == Xpos::PrpPossessive
    });
    let later = (at + 1..tokens.len().saturating_sub(1))
        .any(|comma| tokens[comma].lower == "," && verbal(&tokens[comma + 1]));
    let next = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
    let closed = tokens.last().is_some_and(|last| matches!(last.lower.as_str(), "." | "\""));
    noun && closed
        && !later
        && !tokens[..at].iter().any(verbal)
        && !matches!(next, "by" | "of" | "in" | "with" | "at")
}

/// "said the officers acted in self-defence": a clause behind "said" has a finite verb.
fn is_said(tokens: &[Token], at: usize) -> bool {
    let verbal = |token: &Token| token.xpos.is_finite() || token.upos == Upos::Aux;
    let nominal = |token: &Token| {
        matches!(token.upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
            || token.xpos == Xpos::Hyph
    };
    if tokens[at].xpos != Xpos::Vbn
        || !tokens[at].lower.ends_with("ed")
        || !matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn)
        || tokens.get(at + 1).is_some_and(|next| next.lower == "by")
    {
        return false;
    }
    let said = (0..at).rev().find(|&before| !nominal(&tokens[before]));
    let said = said.is_some_and(|said| matches!(tokens[said].lower.as_str(), "said" | "says" | "say"));
    let end =
        (at..tokens.len()).find(|&i| matches!(tokens[i].lower.as_str(), "," | ";")).unwrap_or(tokens.len());
    said && !tokens[at..end].iter().any(verbal)
}

/// "…, its foreign minister insisted after talks": nobody is insisted, so that such a verb behind a noun is finite.
fn insists(tokens: &[Token], at: usize) -> bool {
    tokens[at].xpos == Xpos::Vbn
        && matches!(
            tokens[at].lower.as_str(),
            "insisted"
                | "complained"
                | "replied"
                | "joked"
                | "remarked"
                | "commented"
                | "quipped"
                | "boasted"
        )
        && matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn)
}

/// "a diplomat who asked": a pronoun that can only be a subject has no participle behind it, unless it stands behind its
/// auxiliary ("had he asked").
fn follows_pronoun(tokens: &[Token], at: usize) -> bool {
    let mut before = at - 1;
    while before > 0 && tokens[before].upos == Upos::Adv {
        before -= 1;
    }
    // "That it no longer expected".
    let it = tokens[before].lower == "it"
        && before + 1 < at
        && before > 0
        && matches!(tokens[before - 1].lower.as_str(), "that" | "and" | "because" | "while" | "said");
    let is_subject =
        it || matches!(tokens[before].lower.as_str(), "who" | "he" | "she" | "they" | "we" | "i");
    let turned = before > 0 && tokens[before - 1].upos == Upos::Aux;
    tokens[at].xpos == Xpos::Vbn && tokens[at].lower.ends_with("ed") && is_subject && !turned
}

/// "Analysts at the bank predicted that", "the firm acknowledged in a letter that": where no finite verb stands before
/// "that", the verb that has it is finite.
fn before_that(tokens: &[Token]) -> Option<usize> {
    let that = tokens.iter().enumerate().position(|(at, token)| {
        let subject =
            tokens.get(at + 1).is_some_and(|next| matches!(next.upos, Upos::Propn | Upos::Det | Upos::Pron));
        token.lower == "that" && (token.xpos == Xpos::In || token.xpos == Xpos::Wdt && subject)
    })?;
    let closed = tokens.last().is_some_and(|last| matches!(last.lower.as_str(), "." | "\""));
    let has_verb = tokens[..that].iter().any(|token| token.xpos.is_finite() || token.upos == Upos::Aux);
    if !closed || has_verb {
        return None;
    }
    (1..that).rev().find(|&at| {
        let behind =
            !matches!(tokens[at - 1].upos, Upos::Adp | Upos::Det | Upos::Adj) && tokens[at - 1].lower != ",";
        tokens[at].xpos == Xpos::Vbn && behind && WITH_CLAUSES.holds(&tokens[at].lower)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(lines: &str) -> Vec<Xpos> {
        super::super::tags_after(lines, mend)
    }

    #[test]
    fn who_does_something_is_followed_by_a_past_tense() {
        let asked = "envoy envoy NOUN NN 0 root\nwho who PRON WP 3 nsubj\nasked ask VERB VBN 1 acl:relcl";
        assert_eq!(tags(asked)[2], Xpos::Vbd);
        let turned = "Had have AUX VBD 3 aux\nhe he PRON PRP 3 nsubj\nasked ask VERB VBN 0 root";
        assert_eq!(tags(turned)[2], Xpos::Vbn);
    }

    #[test]
    fn what_is_said_has_a_finite_verb() {
        let predicted = "Analysts analyst NOUN NNS 0 root\npredicted predict VERB VBN 1 acl\nthat that SCONJ IN 5 mark\n\
                         prices price NOUN NNS 5 nsubj\nfell fall VERB VBD 2 ccomp\n. . PUNCT . 1 punct";
        assert_eq!(tags(predicted)[1], Xpos::Vbd);
        let accused = predicted.replace("predicted predict", "accused accuse");
        assert_eq!(tags(&accused)[1], Xpos::Vbn);
    }

    #[test]
    fn a_clause_goes_on_behind_what_commas_put_in() {
        let pilot = "pilot pilot NOUN NN 7 nsubj\n, , PUNCT , 4 punct\nwho who PRON WP 4 nsubj\nslept sleep VERB VBD 1 acl:relcl\n\
                     , , PUNCT , 4 punct\nreported report VERB VBN 0 root\nice ice NOUN NN 6 obj\n. . PUNCT . 6 punct";
        assert_eq!(tags(pilot)[5], Xpos::Vbd);
        // "The pilot, who slept, accused of theft": by somebody.
        assert_eq!(tags(&pilot.replace("ice ice NOUN NN", "by by ADP IN"))[5], Xpos::Vbn);
        let apposed = "Weber Weber PROPN NNP 5 nsubj\n, , PUNCT , 3 punct\nmayor mayor NOUN NN 1 appos\n, , PUNCT , 3 punct\n\
                       called call VERB VBN 0 root\nfor for ADP IN 7 case\nhelp help NOUN NN 5 obl\n. . PUNCT . 5 punct";
        assert_eq!(tags(apposed)[4], Xpos::Vbd);
        let jailed = apposed.replace("for for ADP IN", "by by ADP IN");
        assert_eq!(tags(&jailed)[4], Xpos::Vbn);
    }

    #[test]
    fn a_sentence_has_a_finite_verb() {
        let rebels = "Rebels rebel NOUN NNS 2 nsubj\naccused accuse VERB VBN 0 root\nforces force NOUN NNS 2 obj\n. . PUNCT . 2 punct";
        assert_eq!(tags(rebels)[1], Xpos::Vbd);
        // "A man given a prize": two objects tell nothing.
        assert_eq!(tags(&rebels.replace("accused accuse", "given give"))[1], Xpos::Vbn);
        let agreed = "Chad Chad PROPN NNP 2 nsubj\nagreed agree VERB VBN 0 root\nin in ADP IN 4 case\n\
                      principle principle NOUN NN 2 obl\n. . PUNCT . 2 punct";
        assert_eq!(tags(agreed)[1], Xpos::Vbd);
        let by = "Lenders lender NOUN NNS 5 nsubj\nasked ask VERB VBD 1 acl\nby by ADP IN 4 case\nChad Chad PROPN NNP 2 obl\n\
                  expect expect VERB VBP 0 root\n. . PUNCT . 5 punct";
        assert_eq!(tags(by)[1], Xpos::Vbn);
    }

    #[test]
    fn what_has_an_object_is_done() {
        let killed = "after after ADP IN 2 case\nbomber bomber NOUN NN 0 root\nkilled kill VERB VBN 2 acl\nfive five NUM CD 5 nummod\n\
                      guards guard NOUN NNS 3 obj\nin in ADP IN 7 case\nChad Chad PROPN NNP 5 nmod";
        assert_eq!(tags(killed)[2], Xpos::Vbd);
        // "A deal signed five days ago"
        assert_eq!(tags(&killed.replace("guards guard", "days day"))[2], Xpos::Vbn);
        assert_eq!(tags(&killed.replace("killed kill", "given give"))[2], Xpos::Vbn);
    }

    #[test]
    fn nouns_that_can_only_be_verbs() {
        let fear = "but but CCONJ CC 3 cc\ngrowers grower NOUN NNS 3 nsubj\nfear fear NOUN NN 0 root\nthat that SCONJ IN 5 mark\n\
                    it it PRON PRP 3 nsubj";
        assert_eq!(tags(fear)[2], Xpos::Vbp);
        assert_eq!(tags(&fear.replace("growers grower NOUN NNS", "the the DET DT"))[2], Xpos::Nn);
        let say = "Most most ADJ JJS 2 amod\nTaiwanese Taiwanese PROPN NNPS 3 nsubj\nsay say NOUN NN 0 root\nso so ADV RB 3 advmod";
        assert_eq!(tags(say)[2], Xpos::Vbp);
        assert_eq!(tags(&say.replace("Taiwanese Taiwanese PROPN NNPS", "a a DET DT"))[2], Xpos::Nn);
        let tax = "plans plan VERB VBZ 0 root\nto to PART TO 3 mark\ntax tax NOUN NN 1 xcomp\nrentals rental NOUN NNS 3 obj";
        assert_eq!(tags(tax)[2], Xpos::Vb);
        let lower = "plans plan VERB VBZ 0 root\nto to ADP IN 4 case\nlower low ADJ JJR 4 amod\ntariffs tariff NOUN NNS 1 obl";
        assert_eq!(tags(lower)[1..3], [Xpos::To, Xpos::Vb]);
        let led = lower.replace("plans plan", "led lead");
        assert_eq!(tags(&led)[2], Xpos::Jjr);
    }
}
