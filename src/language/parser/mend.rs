//! What a greedy parser leaves behind that no sentence means: a preposition with arguments of its own, a name that
//! joins another in the middle, a list whose first member is the root. Each of these shapes has one reading.

use super::configuration::Sort;
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

/// Gives the shapes of a parsed sentence that no sentence means the reading that they have. Arcs that did not cross do
/// not cross afterwards, and there is one root still.
pub(super) fn mend(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    for child in 0..tokens.len() {
        let Some(head) =
            tokens[child].head.filter(|_| !Sort::of(tokens[child].upos, tokens[child].xpos).is_mark())
        else {
            continue;
        };
        match tokens[child].relation {
            Relation::Conj => join_whole_name(tokens, child, head),
            Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::Obj => {
                turn_preposition(tokens, child, head);
                lift_agent(tokens, child, head);
                lift_second_object(tokens, child, head);
                lift_from_object(tokens, child, head);
                name_bare_object(tokens, child, head);
            }
            Relation::Nsubj => join_second_subject(tokens, child, head),
            Relation::Xcomp => name_object(tokens, child, head),
            Relation::Amod => begin_naming(tokens, child, head),
            Relation::Advcl => begin_clause(tokens, child, head),
            _ => {}
        }
    }
    begin_list(tokens);
}

/// Whether a token depends on a head by one of some relations.
fn depends(token: &Token, head: usize, relations: &[Relation]) -> bool {
    token.head == Some(head) && relations.contains(&token.relation)
}

/// Whether a head has a dependent by one of some relations.
fn has(tokens: &[Token], head: usize, relations: &[Relation]) -> bool {
    tokens.iter().any(|token| depends(token, head, relations))
}

/// "Kim Jong-un and Donald Trump": what is joined to a part of a name is joined to the name.
fn join_whole_name(tokens: &mut [Token], child: usize, head: usize) {
    if tokens[head].relation == Relation::Flat && head < child {
        tokens[child].head = tokens[head].head;
    }
}

/// "received by the president": the preposition belongs to its noun, and the noun to the verb.
fn turn_preposition(tokens: &mut [Token], child: usize, head: usize) {
    let is_preposition = tokens[head].xpos == Xpos::In && tokens[head].relation == Relation::Case;
    let Some(above) = tokens[head].head.filter(|&above| is_preposition && head < child && above < head)
    else {
        return;
    };
    tokens[child].head = Some(above);
    tokens[head].head = Some(child);
    if tokens[above].upos != Upos::Verb {
        tokens[child].relation = Relation::Nmod;
    } else if tokens[child].relation != Relation::OblAgent {
        tokens[child].relation = Relation::Obl;
    }
}

/// "the massacre of villagers by soldiers": who does it stands beside those to whom it is done, not below them.
fn lift_agent(tokens: &mut [Token], child: usize, head: usize) {
    let is_behind = |tokens: &[Token], noun: usize, preposition: &str| {
        tokens[noun].relation == Relation::Nmod
            && tokens
                .iter()
                .take(noun)
                .any(|token| depends(token, noun, &[Relation::Case]) && token.lower == preposition)
    };
    if head < child && is_behind(tokens, child, "by") && is_behind(tokens, head, "of") {
        tokens[child].head = tokens[head].head;
    }
}

/// "awarded the president the prize": a noun has no object, but its verb has two.
fn lift_second_object(tokens: &mut [Token], child: usize, head: usize) {
    let is_object = tokens[child].relation == Relation::Obj && tokens[head].relation == Relation::Obj;
    let is_noun = matches!(tokens[head].upos, Upos::Noun | Upos::Propn | Upos::Pron);
    let Some(verb) = tokens[head].head.filter(|&verb| is_object && is_noun && verb < head && head < child)
    else {
        return;
    };
    tokens[child].head = Some(verb);
    tokens[head].relation = Relation::Iobj;
}

/// "evacuated the wounded from the town": what is done to those who are named by a participle or an adjective has the
/// verb's place.
fn lift_from_object(tokens: &mut [Token], child: usize, head: usize) {
    let is_named =
        tokens[head].relation == Relation::Obj && matches!(tokens[head].upos, Upos::Verb | Upos::Adj);
    if tokens[child].relation == Relation::Obl && is_named && head < child {
        tokens[child].head = tokens[head].head;
    }
}

/// Verbs that say what somebody is made or called.
const NAMING: [&str; 10] = [
    "elect", "re-elect", "reelect", "name", "appoint", "declare", "proclaim", "crown", "nominate", "confirm",
];

/// "was elected president": not an elected president, but a verb and what it makes of somebody.
fn begin_naming(tokens: &mut [Token], verb: usize, noun: usize) {
    let Some(be) =
        verb.checked_sub(1).filter(|&be| depends(&tokens[be], noun, &[Relation::Cop]) && verb < noun)
    else {
        return;
    };
    let is_naming = tokens[verb].xpos == Xpos::Vbn && NAMING.contains(&tokens[verb].lemma.as_str());
    let has_article = has(&tokens[..noun], noun, &[Relation::Det, Relation::NmodPoss]);
    if !is_naming || has_article {
        return;
    }
    for child in 0..tokens.len() {
        let token = &mut tokens[child];
        let stays = child > be && child < noun || matches!(token.relation, Relation::Nmod | Relation::Conj);
        if token.head == Some(noun) && !stays {
            token.head = Some(verb);
            token.relation = match token.relation {
                Relation::Nsubj => Relation::NsubjPass,
                Relation::Cop => Relation::AuxPass,
                other => other,
            };
        }
    }
    (tokens[verb].head, tokens[verb].relation) = (tokens[noun].head, tokens[noun].relation);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Xcomp);
}

/// "stepped up uranium enrichment": what has neither preposition nor time is the object of a verb that has none.
fn name_bare_object(tokens: &mut [Token], child: usize, verb: usize) {
    let of_verb = [Relation::Obj, Relation::NsubjPass, Relation::AuxPass, Relation::Xcomp, Relation::Ccomp];
    let is_bare = tokens[child].relation == Relation::Obl
        && tokens[child].upos == Upos::Noun
        && tokens[verb].upos == Upos::Verb
        && verb < child
        && !tokens.iter().any(|token| token.head == Some(child) && token.relation == Relation::Case);
    if is_bare && !tokens.iter().any(|token| token.head == Some(verb) && of_verb.contains(&token.relation)) {
        tokens[child].relation = Relation::Obj;
    }
}

/// "a battle between police and militants broke out": behind "and" stands no second subject, but what is joined to the
/// noun before.
fn join_second_subject(tokens: &mut [Token], child: usize, verb: usize) {
    let first = (0..child).find(|&first| {
        tokens[first].head == Some(verb)
            && matches!(tokens[first].relation, Relation::Nsubj | Relation::NsubjPass)
    });
    let and = (0..child).find(|&and| tokens[and].head == Some(child) && tokens[and].relation == Relation::Cc);
    let (Some(first), Some(before)) = (first, and.and_then(|and| and.checked_sub(1))) else { return };
    let mut joined = before;
    while tokens[joined].relation == Relation::Flat {
        let Some(head) = tokens[joined].head else { return };
        joined = head;
    }
    // What the noun behind "and" has before it is no noun to join it to.
    let mut above = tokens[joined].head;
    while let Some(ancestor) = above {
        if ancestor == child {
            return;
        }
        above = tokens[ancestor].head;
    }
    let is_noun = matches!(tokens[joined].upos, Upos::Noun | Upos::Propn);
    let is_argument = matches!(tokens[joined].relation, Relation::Nmod | Relation::Obl | Relation::Nsubj);
    if first <= joined && is_noun && is_argument {
        (tokens[child].head, tokens[child].relation) = (Some(joined), Relation::Conj);
    }
}

/// "died after heavy snow hit the town": a finite verb right behind a noun has it as its subject, and what stands before
/// the noun begins a clause.
fn begin_clause(tokens: &mut [Token], verb: usize, above: usize) {
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Aux, Relation::AuxPass];
    let is_bare = tokens[verb].xpos.is_finite() && !has(tokens, verb, &own);
    let Some(noun) =
        verb.checked_sub(1).filter(|&noun| is_bare && depends(&tokens[noun], above, &[Relation::Obl]))
    else {
        return;
    };
    let opens = |word: &str| matches!(word, "after" | "before" | "since" | "until" | "as");
    let opening = (0..noun)
        .find(|&at| depends(&tokens[at], noun, &[Relation::Case]) && opens(tokens[at].lower.as_str()));
    if let Some(opening) = opening {
        (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
        (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
    }
}

/// "called off a strike": a noun with an article is what is called off, unless the verb says what somebody is or becomes.
fn name_object(tokens: &mut [Token], child: usize, head: usize) {
    let is_noun = matches!(tokens[child].upos, Upos::Noun | Upos::Propn);
    let says_what = [
        "be", "become", "remain", "seem", "appear", "stay", "prove", "feel", "turn", "sound", "look", "keep",
    ];
    if !is_noun || tokens[head].upos != Upos::Verb || says_what.contains(&tokens[head].lemma.as_str()) {
        return;
    }
    let others = [Relation::Obj, Relation::Iobj, Relation::NsubjPass];
    let own = [Relation::Cop, Relation::Nsubj, Relation::Mark];
    let of_verb = has(tokens, head, &others);
    let of_noun = has(tokens, child, &own);
    let article = has(tokens, child, &[Relation::Det]);
    if article && !of_verb && !of_noun {
        tokens[child].relation = Relation::Obj;
    }
}

/// "Britain, France and Germany issued a statement": the first of a list is no sentence of its own.
fn begin_list(tokens: &mut [Token]) {
    let Some(first) = tokens.iter().position(|token| token.head.is_none()) else { return };
    if !matches!(tokens[first].upos, Upos::Noun | Upos::Propn) {
        return;
    }
    let Some(verb) = (first + 1..tokens.len()).find(|&verb| {
        matches!(tokens[verb].relation, Relation::Parataxis | Relation::Conj | Relation::Appos)
            && tokens[verb].head == Some(first)
            && tokens[verb].xpos.is_finite()
    }) else {
        return;
    };
    let Some(second) = (first + 1..verb).find(|&second| depends(&tokens[second], verb, &[Relation::Nsubj]))
    else {
        return;
    };
    let Some(joined) = (second + 1..verb).find(|&joined| depends(&tokens[joined], second, &[Relation::Conj]))
    else {
        return;
    };
    let and = (second + 1..joined).any(|token| depends(&tokens[token], joined, &[Relation::Cc]));
    // Between the first and the second stands nothing but a comma and what belongs to either.
    let belongs = |token: usize| tokens[token].head == Some(first) || tokens[token].head == Some(second);
    let comma = (first + 1..second).filter(|&token| tokens[token].lower == ",").count() == 1;
    if !and || !comma || !(first + 1..second).all(belongs) {
        return;
    }
    for child in 0..tokens.len() {
        let is_joined = depends(&tokens[child], second, &[Relation::Conj]);
        let token = &mut tokens[child];
        if is_joined || child > verb && token.head == Some(first) {
            token.head = Some(if is_joined { first } else { verb });
        }
    }
    (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Conj);
    (tokens[first].head, tokens[first].relation) = (Some(verb), Relation::Nsubj);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Trees of words that the shapes ask for, with any heads.
    fn trees() -> impl Strategy<Value = String> {
        let relations = [
            "nsubj",
            "nsubj:pass",
            "obj",
            "obl",
            "obl:agent",
            "nmod",
            "conj",
            "cc",
            "case",
            "flat",
            "amod",
            "cop",
            "det",
            "xcomp",
            "parataxis",
            "punct",
        ];
        let words = [
            "Kim Kim PROPN NNP",
            "president president NOUN NN",
            "and and CCONJ CC",
            ", , PUNCT ,",
            "by by ADP IN",
            "of of ADP IN",
            "the the DET DT",
            "was be AUX VBD",
            "elected elect VERB VBN",
            "met meet VERB VBD",
        ];
        let token = (
            prop::sample::select(words.to_vec()),
            any::<prop::sample::Index>(),
            prop::sample::select(relations.to_vec()),
        );
        (prop::collection::vec(token, 2..14), any::<u64>()).prop_map(|(tokens, seed)| {
            // Every word hangs on one that comes before it in some order of all words.
            let mut order: Vec<usize> = (0..tokens.len()).collect();
            order.sort_by_key(|&i| (i as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
            let mut lines = vec![String::new(); tokens.len()];
            for (place, &i) in order.iter().enumerate() {
                let (word, above, relation) = &tokens[i];
                lines[i] = match place {
                    0 => format!("{word} 0 root"),
                    _ => format!("{word} {} {relation}", order[above.index(place)] + 1),
                };
            }
            lines.join("\n")
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn a_tree_stays_a_tree(lines in trees()) {
            let (_, mut sentence) = Sentence::from_tree(&lines);
            mend(&mut sentence);
            let count = sentence.tokens.len();
            prop_assert_eq!(sentence.tokens.iter().filter(|token| token.head.is_none()).count(), 1);
            for token in 0..count {
                let mut above = sentence.tokens[token].head;
                let mut steps = 0;
                while let Some(head) = above {
                    steps += 1;
                    prop_assert!(steps <= count, "a circle");
                    above = sentence.tokens[head].head;
                }
            }
        }
    }

    /// A tree as it is mended: "word relation head" of the words asked for.
    fn mended(lines: &str, words: &[&str]) -> Vec<String> {
        let (_, mut sentence) = Sentence::from_tree(lines);
        mend(&mut sentence);
        sentence.index_tree();
        let roots = sentence.tokens.iter().filter(|token| token.head.is_none()).count();
        assert_eq!(roots, 1);
        assert_eq!(sentence.subtree(sentence.root().unwrap()), 0..sentence.tokens.len());
        words
            .iter()
            .map(|&word| {
                let token = sentence.tokens.iter().find(|token| token.form == word).unwrap();
                let head = token.head.map_or("-", |head| sentence.tokens[head].form.as_str());
                format!("{word} {} {head}", token.relation.as_str())
            })
            .collect()
    }

    #[test]
    fn a_preposition_has_no_arguments() {
        let tree = "Envoys envoy NOUN NNS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nmet meet VERB VBN 0 root\n\
                    by by ADP IN 3 case\nMargaret Margaret PROPN NNP 4 obl:agent";
        assert_eq!(mended(tree, &["by", "Margaret"]), ["by case Margaret", "Margaret obl:agent met"]);
        // No word hangs on a punctuation mark.
        let tree = "Bern Bern PROPN NNP 0 root\nof of ADP IN 1 case\n| | PUNCT . 2 nmod";
        assert_eq!(mended(tree, &["of"]), ["of case Bern"]);
    }

    #[test]
    fn the_first_of_a_list_is_no_sentence() {
        let tree = "Chad Chad PROPN NNP 0 root\n, , PUNCT , 3 punct\nNiger Niger PROPN NNP 6 nsubj\n\
                    and and CCONJ CC 5 cc\nMali Mali PROPN NNP 3 conj\nmet meet VERB VBD 1 parataxis\n\
                    . . PUNCT . 1 punct";
        let found = mended(tree, &["Chad", "Niger", "Mali", "met", "."]);
        assert_eq!(
            found,
            ["Chad nsubj met", "Niger conj Chad", "Mali conj Chad", "met root -", ". punct met"]
        );
    }

    #[test]
    fn somebody_is_elected_something() {
        let tree = "Ellen Ellen PROPN NNP 4 nsubj\nwas be AUX VBD 4 cop\nelected elect VERB VBN 4 amod\n\
                    president president NOUN NN 0 root\nof of ADP IN 6 case\nLiberia Liberia PROPN NNP 4 nmod";
        let found = mended(tree, &["Ellen", "was", "elected", "president", "Liberia"]);
        let wanted = [
            "Ellen nsubj:pass elected",
            "was aux:pass elected",
            "elected root -",
            "president xcomp elected",
            "Liberia nmod president",
        ];
        assert_eq!(found, wanted);
        // "was the elected president" says what she was.
        let tree = "Ellen Ellen PROPN NNP 5 nsubj\nwas be AUX VBD 5 cop\nthe the DET DT 5 det\n\
                    elected elect VERB VBN 5 amod\npresident president NOUN NN 0 root";
        assert_eq!(mended(tree, &["elected", "president"]), ["elected amod president", "president root -"]);
    }

    #[test]
    fn what_belongs_to_the_verb_hangs_on_it() {
        let tree = "They they PRON PRP 2 nsubj\ngave give VERB VBD 0 root\nEllen Ellen PROPN NNP 2 obj\n\
                    the the DET DT 5 det\nprize prize NOUN NN 3 obj";
        assert_eq!(mended(tree, &["Ellen", "prize"]), ["Ellen iobj gave", "prize obj gave"]);
        let tree = "They they PRON PRP 2 nsubj\ncalled call VERB VBD 0 root\noff off ADP RP 2 compound:prt\n\
                    the the DET DT 5 det\nmarch march NOUN NN 2 xcomp";
        assert_eq!(mended(tree, &["march"]), ["march obj called"]);
        let tree = "They they PRON PRP 2 nsubj\nbecame become VERB VBD 0 root\na a DET DT 4 det\n\
                    nation nation NOUN NN 2 xcomp";
        assert_eq!(mended(tree, &["nation"]), ["nation xcomp became"]);
    }

    #[test]
    fn a_verb_behind_a_noun_has_it_as_its_subject() {
        let tree = "Two two NUM CD 2 nsubj\ndied die VERB VBD 0 root\nafter after ADP IN 4 case\n\
                    snow snow NOUN NN 2 obl\nhit hit VERB VBD 2 advcl\nBern Bern PROPN NNP 5 obj";
        assert_eq!(
            mended(tree, &["after", "snow", "hit"]),
            ["after mark hit", "snow nsubj hit", "hit advcl died"]
        );
    }

    #[test]
    fn names_and_nouns_are_joined_whole() {
        let tree = "Kim Kim PROPN NNP 6 nsubj\nJong Jong PROPN NNP 1 flat\nIl Il PROPN NNP 1 flat\n\
                    and and CCONJ CC 5 cc\nRoh Roh PROPN NNP 2 conj\nmet meet VERB VBD 0 root";
        assert_eq!(mended(tree, &["Roh"]), ["Roh conj Kim"]);
        let tree = "Fights fight NOUN NNS 6 nsubj\nof of ADP IN 3 case\npolice police NOUN NN 1 nmod\n\
                    and and CCONJ CC 5 cc\nrebels rebel NOUN NNS 6 nsubj\nbegan begin VERB VBD 0 root";
        assert_eq!(mended(tree, &["rebels"]), ["rebels conj police"]);
        let tree = "The the DET DT 2 det\nkilling killing NOUN NN 0 root\nof of ADP IN 4 case\n\
                    monks monk NOUN NNS 2 nmod\nby by ADP IN 6 case\ntroops troop NOUN NNS 4 nmod";
        assert_eq!(mended(tree, &["troops"]), ["troops nmod killing"]);
    }
}
