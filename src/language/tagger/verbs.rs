//! Verbs of the present tense. Newspapers tell of yesterday, and treebanks hardly have the present of headlines and
//! chronicles, so that its forms are taken for nouns.

use super::tense::is_of_one_form;
use super::{clause, is_be, verbless};
use crate::language::fates;
use crate::language::words::WordList;
use crate::language::{Sentence, Token, Upos, Xpos};
use std::sync::LazyLock;

/// Third persons of verbs that no noun is spelt like.
static THIRD_PERSONS: WordList = WordList::new(include_str!("verbs.txt"));

/// Forms of the present that nouns and adjectives have as well.
static AMBIGUOUS: WordList = WordList::new(include_str!("verbs-or-nouns.txt"));

/// What a crash comes to, and a vote does not.
static COSTS: WordList = WordList::new(include_str!("words-of-what-it-costs.txt"));

/// What the names of parties and alliances end in.
static PARTIES: WordList = WordList::new(include_str!("ends-of-party-names.txt"));

/// Past tenses that nouns are spelt like, with the word behind them that no noun has, sorted.
static WITH_PARTICLES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    include_str!("verbs-with-particles.txt").lines().filter_map(|line| line.split_once(' ')).collect()
});

/// Makes verbs of plurals that are none, and of the noun that is the only verb that a sentence can have.
pub fn mend(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    for at in 0..tokens.len() {
        // "The ministry confirms that …"
        let is_plural = matches!(tokens[at].xpos, Xpos::Nns | Xpos::Nnps) && is_lower(&tokens[at]);
        let described = at > 0
            && matches!(
                tokens[at - 1].xpos,
                Xpos::Dt | Xpos::PrpPossessive | Xpos::Pos | Xpos::Jj | Xpos::Cd
            );
        if is_plural && !described && THIRD_PERSONS.holds(&tokens[at].lower) {
            make_present(&mut tokens[at]);
        }
        // "She wonders if": he and she have no noun behind them but that of a time ("he weeks later").
        let behind_person = at > 0 && matches!(tokens[at - 1].lower.as_str(), "he" | "she");
        let of_time = tokens.get(at + 1).is_some_and(|next| {
            matches!(next.lower.as_str(), "later" | "earlier" | "before" | "after" | "ago" | "on" | "and")
        });
        if behind_person && !of_time && tokens[at].xpos == Xpos::Nns && is_lower(&tokens[at]) {
            make_present(&mut tokens[at]);
        }
        name_group(tokens, at);
        describe_party(tokens, at);
        describe_outcome(tokens, at);
        stand_before_verb(tokens, at);
        name_offensive(tokens, at);
        name_calm(tokens, at);
        hand_over(tokens, at);
        name_several(tokens, at);
        own_up(tokens, at);
        wound(tokens, at);
        // "Riot police clash with": which police, and no order to riot.
        let police = tokens.get(at + 1).is_some_and(|next| next.lower == "police");
        if at == 0 && police && tokens[at].lower == "riot" {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
        }
        // "Gunmen storm a bar", "one of the six suspects": people in the plural do nothing by their name.
        let counted = at > 1
            && tokens[at - 1].xpos == Xpos::Cd
            && tokens[at - 1].lower != "one"
            && tokens[at - 2].xpos == Xpos::Dt;
        let men = tokens[at].lower.len() > 4 && tokens[at].lower.ends_with("men");
        if tokens[at].xpos == Xpos::Vbz && (men || counted && third_person(&tokens[at])) {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nns, Upos::Noun);
        }
        // "A gold mine collapses": what stands behind a noun is nobody's.
        let collapses = tokens.get(at + 1).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Verb));
        if at > 0 && tokens[at].lower == "mine" && tokens[at].upos == Upos::Pron && collapses {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
        }
        // "gave money to police officers": nor is anything policed here.
        let officers = tokens.get(at + 1).is_some_and(|next| {
            next.xpos == Xpos::Nns
                && (next.lower.starts_with("officer") || next.lower.starts_with("official"))
        });
        if at > 0 && tokens[at].lower == "police" && tokens[at].upos == Upos::Verb && officers {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
            if tokens[at - 1].xpos == Xpos::To {
                (tokens[at - 1].xpos, tokens[at - 1].upos) = (Xpos::In, Upos::Adp);
            }
        }
        // "demanded that it forsake the plan": no past tense ends so.
        if tokens[at].xpos == Xpos::Vbd && tokens[at].lower.ends_with("ake") {
            tokens[at].xpos = Xpos::Vb;
        }
        // "A man shot dead two guards", "Cuba shot down two planes": no shot is dead or down; and who shoots today shoots.
        let behind = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
        let is_phrase = WITH_PARTICLES.contains(&(tokens[at].lower.as_str(), behind));
        // "A crowd set fire to a church" has somebody before it, "the set fire" has not.
        let before = at.checked_sub(1).map_or(Upos::Punct, |before| tokens[before].upos);
        let by_somebody = tokens[at].lower != "set" || matches!(before, Upos::Noun | Upos::Propn);
        let is_noun = matches!(tokens[at].xpos, Xpos::Nn | Xpos::Jj) && !described;
        let today = tokens[at].lower == "shot" && tokens[at].xpos == Xpos::Vbp;
        if is_phrase && is_noun && by_somebody || today {
            // "The plane shot down by rebels" was, as what has nothing behind "down".
            let falls = behind == "down"
                && tokens
                    .get(at + 2)
                    .is_none_or(|next| matches!(next.upos, Upos::Adp | Upos::Punct | Upos::Aux));
            let suffered = falls || tokens[at.saturating_sub(2)..at].iter().any(is_be);
            (tokens[at].xpos, tokens[at].upos) = (if suffered { Xpos::Vbn } else { Xpos::Vbd }, Upos::Verb);
        }
        // "Officers shot and killed a man": nor is it a noun.
        let and_did = tokens.get(at + 1).is_some_and(|next| next.lower == "and")
            && tokens.get(at + 2).is_some_and(|next| matches!(next.xpos, Xpos::Vbd | Xpos::Vbn));
        // "A man shot and killed two" tells it of one of them.
        let hurt = tokens
            .get(at + 2)
            .is_some_and(|next| matches!(next.lower.as_str(), "killed" | "wounded" | "injured"));
        let by_somebody = at > 0
            && (matches!(tokens[at - 1].xpos, Xpos::Nns | Xpos::Nnps | Xpos::Prp)
                || hurt && matches!(tokens[at - 1].xpos, Xpos::Nn | Xpos::Nnp)
                || tokens[at - 1].lower == "police");
        if and_did && by_somebody && tokens[at].lower == "shot" && tokens[at].upos == Upos::Noun {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Vbd, Upos::Verb);
        }
        // "A gunman shoots and kills a teacher": one who has a verb of his number behind "and" does both.
        let and_does = tokens.get(at + 1).is_some_and(|next| next.lower == "and")
            && tokens.get(at + 2).is_some_and(|next| next.xpos == Xpos::Vbz)
            && tokens.get(at + 3).is_some_and(|next| {
                matches!(next.upos, Upos::Det | Upos::Num | Upos::Noun | Upos::Propn | Upos::Adj)
            });
        let one = at > 0 && matches!(tokens[at - 1].xpos, Xpos::Nn | Xpos::Nnp);
        if and_does
            && one
            && tokens[at].xpos == Xpos::Nns
            && is_lower(&tokens[at])
            && third_person(&tokens[at])
            && AMBIGUOUS.holds(&tokens[at].lower)
        {
            make_present(&mut tokens[at]);
        }
        // "two are killed and five injured"
        if tokens[at].xpos == Xpos::Jj
            && tokens[at].lower.ends_with("ed")
            && fates::joining(tokens, at).is_some_and(|and| fates::befell(tokens, and))
            && tokens
                .get(at + 1)
                .is_none_or(|next| !matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj))
        {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Vbn, Upos::Verb);
        }
        // "Police rescue two kidnapped nurses": what is counted behind a noun is another's.
        let several = at > 0
            && (tokens[at - 1].lower == "police" || matches!(tokens[at - 1].xpos, Xpos::Nns | Xpos::Nnps));
        let counts = tokens.get(at + 1).is_some_and(|next| next.xpos == Xpos::Cd)
            && tokens
                .get(at + 2)
                .is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Verb));
        if several && counts && tokens[at].xpos == Xpos::Nn && AMBIGUOUS.holds(&tokens[at].lower) {
            make_present(&mut tokens[at]);
            if matches!(tokens[at + 2].xpos, Xpos::Vbd | Xpos::Vbn)
                && tokens
                    .get(at + 3)
                    .is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Adj | Upos::Propn))
            {
                (tokens[at + 2].xpos, tokens[at + 2].upos) = (Xpos::Jj, Upos::Adj);
            }
        }
        if is_deed(tokens, at) {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
        }
        // "Fighting erupts in the town", "Shelling reportedly hit it": a gerund that begins a sentence and has its verb right
        // behind it is what goes on.
        let next = tokens[at + 1..].iter().position(|next| next.upos != Upos::Adv).map(|how| at + 1 + how);
        let gerund = at == 0 && tokens[at].xpos == Xpos::Vbg;
        if let Some(next) = next.filter(|&next| gerund && tokens[next].upos == Upos::Verb) {
            let bare = tokens[next].xpos == Xpos::Vb;
            if bare && next > 1 {
                tokens[next].xpos = if is_of_one_form(&tokens[next].lower) { Xpos::Vbd } else { Xpos::Vbp };
            }
            if tokens[next].xpos.is_finite() && (!bare || next > 1) {
                (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
            }
        }
        // "when rebels open fire"
        let fire = tokens.get(at + 1).is_some_and(|next| next.lower == "fire");
        let several =
            |token: &Token| matches!(token.xpos, Xpos::Nns | Xpos::Nnps | Xpos::Vbz) && !is_be(token);
        if fire && at > 0 && tokens[at].lower == "open" && several(&tokens[at - 1]) {
            make_present(&mut tokens[at]);
            if tokens[at - 1].xpos == Xpos::Vbz {
                (tokens[at - 1].xpos, tokens[at - 1].upos) = (Xpos::Nns, Upos::Noun);
            }
        }
    }
    verbless::mend(tokens);
    for at in 2..tokens.len().saturating_sub(1) {
        join_present(tokens, at);
        cost(tokens, at);
    }
    if tokens.last().is_none_or(|last| last.lower != ".") {
        return;
    }
    // "Nigeria's military kill two": before a verb it is a body, and describes nothing.
    for at in 1..tokens.len().saturating_sub(1) {
        let subject = tokens[at].lower == "military"
            && tokens[at].xpos == Xpos::Jj
            && matches!(tokens[at + 1].xpos, Xpos::Vbz | Xpos::Vbp | Xpos::Vbd | Xpos::Md);
        if subject && matches!(tokens[at - 1].xpos, Xpos::Pos | Xpos::Dt | Xpos::Jj | Xpos::Nnp | Xpos::Nnps)
        {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
        }
    }
    clause::mend(tokens);
}

/// "Party figures resign", "Lava flows are seen": no verb of one person has a verb of several right behind it.
fn stand_before_verb(tokens: &mut [Token], at: usize) {
    let several = tokens.get(at + 1).is_some_and(|next| next.xpos == Xpos::Vbp);
    // "What the king wants are talks"
    let what = tokens[..at].iter().any(|token| token.lower == "what");
    let described = at > 0 && !what && matches!(tokens[at - 1].xpos, Xpos::Nn | Xpos::Nnp | Xpos::Jj);
    if several
        && described
        && tokens[at].xpos == Xpos::Vbz
        && third_person(&tokens[at])
        && !is_be(&tokens[at])
    {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Nns, Upos::Noun);
    }
}

/// "a rebel offensive on the town": what no noun follows describes none.
fn name_offensive(tokens: &mut [Token], at: usize) {
    let follows = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Verb)
    });
    let described = at > 0 && matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det);
    if tokens[at].lower == "offensive" && tokens[at].xpos == Xpos::Jj && described && !follows {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
    }
}

/// "urges calm on both sides": what somebody urges is a noun.
fn name_calm(tokens: &mut [Token], at: usize) {
    let urged =
        at > 0 && (tokens[at - 1].lower.starts_with("urg") || tokens[at - 1].lower.starts_with("counsel"));
    let described =
        tokens.get(at + 1).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj));
    if urged && tokens[at].lower == "calm" && tokens[at].xpos == Xpos::Jj && !described {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
    }
}

/// "agreed to hand over the jail": no hand is over anything.
fn hand_over(tokens: &mut [Token], at: usize) {
    let goes_on = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "over" | "back"));
    if at > 0 && tokens[at - 1].lower == "to" && tokens[at].lower == "hand" && goes_on {
        (tokens[at - 1].xpos, tokens[at - 1].upos) = (Xpos::To, Upos::Part);
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Vb, Upos::Verb);
        (tokens[at + 1].xpos, tokens[at + 1].upos) = (Xpos::Rp, Upos::Adp);
    }
}

/// "hand over the suspects": nobody does anything by a verb of one person right behind "the" or "two".
fn name_several(tokens: &mut [Token], at: usize) {
    let several = |before: &Token| {
        let number = before.xpos == Xpos::Cd
            && before.form != "one"
            && before.form.chars().all(|letter| letter.is_ascii_lowercase());
        before.lower == "the" || number
    };
    let is_verb = tokens[at].xpos == Xpos::Vbz && is_lower(&tokens[at]) && third_person(&tokens[at]);
    if at > 0 && is_verb && !is_be(&tokens[at]) && several(&tokens[at - 1]) {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Nns, Upos::Noun);
    }
}

/// "The rebels claim responsibility": what is claimed so is never a claim's.
fn own_up(tokens: &mut [Token], at: usize) {
    let owned =
        tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "responsibility" | "credit"));
    let noun = matches!(tokens[at].xpos, Xpos::Nn | Xpos::Nns);
    if noun && owned && at > 0 && matches!(tokens[at].lower.as_str(), "claim" | "claims") {
        make_present(&mut tokens[at]);
    }
}

/// "Bombs kill 31 and wound another 60": not what somebody wound up.
fn wound(tokens: &mut [Token], at: usize) {
    let past = tokens[at].lower == "wound" && matches!(tokens[at].xpos, Xpos::Vbd | Xpos::Vbn);
    if !past || at == 0 || !matches!(tokens[at - 1].lower.as_str(), "and" | ",") {
        return;
    }
    let joined = tokens[..at].iter().rev().find(|token| token.upos == Upos::Verb);
    let form = joined.map(|verb| verb.xpos).filter(|form| matches!(form, Xpos::Vb | Xpos::Vbp));
    let people = tokens.get(at + 1).is_some_and(|next| {
        next.upos == Upos::Num
            || matches!(
                next.lower.as_str(),
                "another" | "at" | "up" | "dozens" | "scores" | "hundreds" | "several"
            )
    });
    // "and wound up": up to so many, or nothing that is hurt.
    let up = tokens.get(at + 1).is_some_and(|next| next.lower == "up")
        && tokens.get(at + 2).is_none_or(|next| next.lower != "to");
    if let Some(form) = form.filter(|_| people && !up) {
        tokens[at].xpos = form;
    }
}

/// "Gunmen kill a monk and wound two", "destroy a church and damage dozens of homes": what is joined to a verb of its number,
/// and has an object behind it.
fn join_present(tokens: &mut [Token], at: usize) {
    let same = |token: &Token| token.xpos == if third_person(&tokens[at]) { Xpos::Vbz } else { Xpos::Vbp };
    let behind = &tokens[at + 1];
    let counts = matches!(behind.lower.as_str(), "dozens" | "scores" | "hundreds" | "thousands" | "several");
    // "kills 6, wounds 13, and traps at least ten": a comma joins where both count.
    let after_number =
        tokens[at - 1].lower == "," && tokens[at - 2].upos == Upos::Num && behind.upos == Upos::Num;
    let least = behind.lower == "at" && tokens.get(at + 2).is_some_and(|next| next.lower == "least");
    let begins =
        matches!(behind.upos, Upos::Det | Upos::Num) || behind.xpos == Xpos::PrpPossessive || counts || least;
    let joined = (tokens[at - 1].lower == "and" || after_number)
        && matches!(tokens[at].upos, Upos::Noun | Upos::Adj)
        && is_lower(&tokens[at])
        && AMBIGUOUS.holds(&tokens[at].lower)
        && begins
        && tokens[..at - 1].iter().any(same);
    if joined {
        make_present(&mut tokens[at]);
    }
}

/// "A collision in Lagos results in three deaths": results of a vote come in no number of dead.
fn cost(tokens: &mut [Token], at: usize) {
    let preposition = match tokens[at].lower.as_str() {
        "results" => "in",
        "leads" => "to",
        _ => return,
    };
    let counts = |token: &Token| {
        token.upos == Upos::Num
            || matches!(token.lower.as_str(), "at" | "least" | "up" | "to" | "the" | "more" | "than")
    };
    let dead = tokens[at + 1..].iter().skip(1).find(|token| !counts(token));
    let is_verb = tokens[at].xpos == Xpos::Nns
        && tokens[at + 1].lower == preposition
        && !tokens[at.saturating_sub(2)..at].iter().any(|token| token.xpos == Xpos::Pos)
        && matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn | Upos::Punct)
        && dead.is_some_and(|token| COSTS.holds(&token.lower));
    if is_verb {
        make_present(&mut tokens[at]);
    }
}

/// "whose killing by soldiers", "the May 4 bombing of the town": what somebody has, or a day has seen, is a noun.
fn is_deed(tokens: &[Token], at: usize) -> bool {
    let told = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "of" | "by"));
    if tokens[at].xpos != Xpos::Vbg || !told || at == 0 {
        return false;
    }
    let before = &tokens[at - 1];
    let owned = matches!(before.xpos, Xpos::WpPossessive | Xpos::PrpPossessive | Xpos::Pos);
    let article = |back: usize| {
        at.checked_sub(back).is_some_and(|first| matches!(tokens[first].xpos, Xpos::Dt | Xpos::PrpPossessive))
    };
    // "the May 4", "last May's" is owned
    let dated = before.xpos == Xpos::Cd && at >= 2 && tokens[at - 2].xpos == Xpos::Nnp && article(3);
    owned || dated
}

/// "IS killed ten": in small print, a word in capitals is a name, and not "is".
fn name_group(tokens: &mut [Token], at: usize) {
    let small = tokens.iter().any(|token| token.form.chars().count() > 3 && is_lower(token));
    let subject = at > 0
        && tokens[at - 1].lower != "that"
        && matches!(tokens[at - 1].xpos, Xpos::Prp | Xpos::Ex | Xpos::Wp | Xpos::Wdt | Xpos::Wrb | Xpos::Dt);
    if tokens[at].form == "IS" && tokens[at].xpos == Xpos::Vbz && small && !subject {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Nnp, Upos::Propn);
    }
}

/// "the runner-up Nils Holm", "suspended sentences": words that are parts of a noun or tell of one, whatever else they can be.
fn describe_outcome(tokens: &mut [Token], at: usize) {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    if at > 1 && word(at) == "up" && word(at - 1) == "-" && word(at - 2) == "runner" {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
    } else if word(at) == "suspended"
        && matches!(word(at + 1), "sentence" | "sentences" | "term" | "terms" | "jail" | "prison")
    {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Jj, Upos::Adj);
    }
}

/// "the ruling Labour Party": which party, and no ruling.
fn describe_party(tokens: &mut [Token], at: usize) {
    let named = tokens[at + 1..].iter().take_while(|token| matches!(token.xpos, Xpos::Nnp | Xpos::Nnps));
    let rules = named.last().is_some_and(|last| PARTIES.holds(&last.lower));
    if tokens[at].lower == "ruling" && tokens[at].upos == Upos::Noun && rules {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Jj, Upos::Adj);
    }
}

pub(super) fn third_person(token: &Token) -> bool {
    token.lower.ends_with('s') && !token.lower.ends_with("ss")
}

pub(super) fn make_present(token: &mut Token) {
    token.xpos = if third_person(token) { Xpos::Vbz } else { Xpos::Vbp };
    token.upos = Upos::Verb;
}

/// Whether a form of the present is that of a noun or an adjective as well.
pub(super) fn is_ambiguous(word: &str) -> bool {
    AMBIGUOUS.holds(word)
}

fn is_lower(token: &Token) -> bool {
    token.form == token.lower
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tag of a word once the sentence is mended.
    fn tag(at: usize, lines: &str) -> Xpos {
        let (_, mut sentence) = Sentence::from_tree(lines);
        mend(&mut sentence);
        sentence.tokens[at].xpos
    }

    #[test]
    fn verbs_are_sorted_and_stand_once() {
        assert!(THIRD_PERSONS.words().windows(2).all(|pair| pair[0] < pair[1]));
        assert!(COSTS.words().windows(2).all(|pair| pair[0] < pair[1]));
        assert!(AMBIGUOUS.words().windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn figures_before_a_verb_are_people() {
        let party =
            "Party party NOUN NN 2 compound\nfigures figure VERB VBZ 0 root\nresign resign VERB VBP 2 xcomp";
        assert_eq!(tag(1, party), Xpos::Nns);
        let says = "She she PRON PRP 2 nsubj\nsays say VERB VBZ 0 root\nare be AUX VBP 2 cop";
        assert_eq!(tag(1, says), Xpos::Vbz);
    }

    #[test]
    fn an_offensive_is_a_noun_where_it_describes_none() {
        let noun = "rebel rebel NOUN NN 2 compound\noffensive offensive ADJ JJ 0 root\non on ADP IN 4 case";
        assert_eq!(tag(1, noun), Xpos::Nn);
        let word = "an a DET DT 3 det\noffensive offensive ADJ JJ 3 amod\nremark remark NOUN NN 0 root";
        assert_eq!(tag(1, word), Xpos::Jj);
    }

    #[test]
    fn a_row_of_counts_is_one_of_verbs() {
        let row = "kills kill VERB VBZ 0 root\n6 6 NUM CD 1 obj\n, , PUNCT , 4 punct\nwounds wound NOUN NNS 1 obj\n\
                   13 13 NUM CD 4 flat\nand and CCONJ CC 7 cc\ntraps trap NOUN NNS 4 conj\nat at ADP IN 10 case\n\
                   least least ADJ JJS 10 nmod\n10 10 NUM CD 7 nmod";
        assert_eq!((tag(3, row), tag(6, row)), (Xpos::Vbz, Xpos::Vbz));
    }

    #[test]
    fn a_form_of_verbs_alone_is_no_plural() {
        let (_, mut sentence) = Sentence::from_tree(
            "Chad Chad PROPN NNP 2 compound\nconfirms confirm NOUN NNS 0 root\nthe the DET DT 4 det\n\
             claims claim NOUN NNS 2 obj",
        );
        mend(&mut sentence);
        assert_eq!(sentence.tokens[1].xpos, Xpos::Vbz);
        assert_eq!(sentence.tokens[3].xpos, Xpos::Nns);
    }

    #[test]
    fn a_gerund_before_its_verb_is_what_goes_on() {
        let erupts = "Fighting fight VERB VBG 2 csubj\nerupts erupt VERB VBZ 0 root\nin in ADP IN 4 case\n\
                      Homs Homs PROPN NNP 2 obl";
        assert_eq!(tag(0, erupts), Xpos::Nn);
        let object = "Fighting fight VERB VBG 3 csubj\nfires fire NOUN NNS 1 obj\ncosts cost VERB VBZ 0 root\n\
                      lives life NOUN NNS 3 obj";
        assert_eq!(tag(0, object), Xpos::Vbg);
    }

    #[test]
    fn he_and_she_have_no_noun_behind_them() {
        let wonders = "She she PRON PRP 2 nsubj\nwonders wonder NOUN NNS 0 root\nif if SCONJ IN 5 mark\n\
                       it it PRON PRP 5 nsubj\nends end VERB VBZ 2 advcl";
        assert_eq!(tag(1, wonders), Xpos::Vbz);
        let weeks = "he he PRON PRP 4 nsubj\nweeks week NOUN NNS 3 obl\nlater late ADV RB 4 advmod\n\
                     left leave VERB VBD 0 root";
        assert_eq!(tag(1, weeks), Xpos::Nns);
    }

    #[test]
    fn what_is_joined_to_a_verb_is_one() {
        let wound = "Gunmen gunman NOUN NNS 2 nsubj\nkill kill VERB VBP 0 root\nmonks monk NOUN NNS 2 obj\n\
                     and and CCONJ CC 5 cc\nwound wound NOUN NN 3 conj\ntwo two NUM CD 7 nummod\nothers other NOUN NNS 2 obj";
        assert_eq!(tag(4, wound), Xpos::Vbp);
        // "crave fame and attack dogs"
        let dogs = wound
            .replace("wound wound NOUN NN 3", "attack attack NOUN NN 7")
            .replace("two two NUM CD", "big big ADJ JJ");
        assert_eq!(tag(4, &dogs), Xpos::Nn);
    }

    #[test]
    fn a_crash_results_in_deaths() {
        let crash = "a a DET DT 2 det\ncrash crash NOUN NN 0 root\nresults result NOUN NNS 2 dep\nin in ADP IN 6 case\n\
                     six six NUM CD 6 nummod\ndeaths death NOUN NNS 3 nmod";
        assert_eq!(tag(2, crash), Xpos::Vbz);
        // "election results in six states"
        assert_eq!(tag(2, &crash.replace("deaths death", "states state")), Xpos::Nns);
    }

    #[test]
    fn shots_are_fired_by_somebody() {
        let tags = |lines: &str| {
            let (_, mut sentence) = Sentence::from_tree(lines);
            mend(&mut sentence);
            sentence.tokens.iter().map(|token| token.xpos).collect::<Vec<_>>()
        };
        let shot = "He he PRON PRP 2 nsubj\nshot shot NOUN NN 0 root\ndead dead ADJ JJ 4 amod\n\
                    guards guard NOUN NNS 2 obj";
        assert_eq!(tags(shot)[1], Xpos::Vbd);
        let suffered = "He he PRON PRP 3 nsubj\nwas be AUX VBD 3 cop\nshot shot NOUN NN 0 root\n\
                        dead dead ADJ JJ 3 amod";
        assert_eq!(tags(suffered)[2], Xpos::Vbn);
        let down = "Cuba Cuba PROPN NNP 2 compound\nshot shot NOUN NN 0 root\ndown down ADP RP 2 compound:prt\n\
                    planes plane NOUN NNS 2 obj";
        assert_eq!(tags(down)[1], Xpos::Vbd);
        let fell = "jet jet NOUN NN 5 nsubj\nshot shot NOUN NN 1 acl\ndown down ADP RP 2 compound:prt\n\
                    by by ADP IN 5 case\nrebels rebel NOUN NNS 2 obl";
        assert_eq!(tags(fell)[1], Xpos::Vbn);
        let set = "crowd crowd NOUN NN 3 compound\nset set NOUN NN 3 compound\nfire fire NOUN NN 0 root";
        assert_eq!(tags(set)[1], Xpos::Vbd);
        let whole = "a a DET DT 2 det\nset set NOUN NN 0 root\nfire fire NOUN NN 2 dep";
        assert_eq!(tags(whole)[1], Xpos::Nn);
        let fire = "when when ADV WRB 2 advmod\nrebels rebel VERB VBZ 0 root\nopen open ADJ JJ 4 amod\n\
                    fire fire NOUN NN 2 obj";
        assert_eq!(tags(fire)[1..3], [Xpos::Nns, Xpos::Vbp]);
        let near =
            "It it PRON PRP 3 nsubj\nis be AUX VBZ 3 cop\nopen open ADJ JJ 0 root\nfire fire NOUN NN 3 dep";
        assert_eq!(tags(near)[2], Xpos::Jj);
    }

    #[test]
    fn a_group_is_not_what_is() {
        let tags = |lines: &str| {
            let (_, mut sentence) = Sentence::from_tree(lines);
            mend(&mut sentence);
            sentence.tokens.iter().map(|token| token.xpos).collect::<Vec<_>>()
        };
        let group = "Reports report NOUN NNS 2 nsubj\nsay say VERB VBP 0 root\nthat that PRON WDT 5 nsubj\n\
                     IS be AUX VBZ 5 aux\nkilled kill VERB VBN 2 ccomp\nten ten NUM CD 5 obj";
        assert_eq!(tags(group)[3], Xpos::Nnp);
        let stressed = "It it PRON PRP 3 nsubj\nIS be AUX VBZ 3 cop\ntrue true ADJ JJ 0 root\nsince since SCONJ IN 6 mark\n\
                        they they PRON PRP 6 nsubj\nleft leave VERB VBD 3 advcl";
        assert_eq!(tags(stressed)[1], Xpos::Vbz);
        let fire = "Men man NOUN NNS 2 compound\nset set NOUN NN 3 compound\nfire fire NOUN NN 0 root\nto to ADP IN 5 case\n\
                    cars car NOUN NNS 3 nmod";
        assert_eq!(tags(fire)[1], Xpos::Vbd);
        let noun = "The the DET DT 3 det\nlong long ADJ JJ 3 amod\nshot shot NOUN NN 0 root\ndown down ADP IN 6 case\n\
                    the the DET DT 6 det\nhill hill NOUN NN 3 nmod";
        assert_eq!(tags(noun)[2], Xpos::Nn);
    }

    #[test]
    fn a_ruling_party_is_no_ruling() {
        let party = "the the DET DT 2 det\nruling ruling NOUN NN 0 root\nLabour Labour PROPN NNP 2 appos\n\
                     Party Party PROPN NNP 3 flat";
        assert_eq!(tag(1, party), Xpos::Jj);
        let day = "the the DET DT 2 det\nruling ruling NOUN NN 0 root\nMonday Monday PROPN NNP 2 nmod";
        assert_eq!(tag(1, day), Xpos::Nn);
    }

    #[test]
    fn a_base_form_is_no_past() {
        let tags = |lines: &str| {
            let (_, mut sentence) = Sentence::from_tree(lines);
            mend(&mut sentence);
            sentence.tokens.iter().map(|token| token.xpos).collect::<Vec<_>>()
        };
        assert_eq!(tags("it it PRON PRP 2 nsubj\nforsake forsake VERB VBD 0 root")[1], Xpos::Vb);
        assert_eq!(tags("it it PRON PRP 2 nsubj\nforsook forsake VERB VBD 0 root")[1], Xpos::Vbd);
    }

    #[test]
    fn a_sentence_has_a_verb() {
        let tags = |lines: &str, word: &str| {
            let (_, mut sentence) = Sentence::from_tree(lines);
            mend(&mut sentence);
            sentence.tokens.iter().find(|token| token.form == word).map(|token| token.xpos)
        };
        let orders = "Chad Chad PROPN NNP 2 compound\norders order NOUN NNS 0 root\nan an DET DT 4 det\n\
                      inquiry inquiry NOUN NN 2 obj\n. . PUNCT . 2 punct";
        assert_eq!(tags(orders, "orders"), Some(Xpos::Vbz));
        let open = "Gunmen gunman NOUN NNS 0 root\nopen open ADJ JJ 3 amod\nfire fire NOUN NN 1 dep\n\
                    . . PUNCT . 1 punct";
        assert_eq!(tags(open, "open"), Some(Xpos::Vbp));
        let headline = "Chad Chad PROPN NNP 2 compound\norders order NOUN NNS 0 root\nthe the DET DT 4 det\n\
                        day day NOUN NN 2 obl";
        assert_eq!(tags(headline, "orders"), Some(Xpos::Nns));
        let other = "Chad Chad PROPN NNP 2 compound\norders order NOUN NNS 3 nsubj\nfell fall VERB VBD 0 root\n\
                     the the DET DT 5 det\nday day NOUN NN 3 obl\n. . PUNCT . 3 punct";
        assert_eq!(tags(other, "orders"), Some(Xpos::Nns));
    }
}
