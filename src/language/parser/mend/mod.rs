//! What a greedy parser leaves behind that no sentence means: a preposition with arguments of its own, a name that
//! joins another in the middle, a list whose first member is the root. Each of these shapes has one reading.

mod clauses;
mod phrases;

use super::configuration::Sort;
use crate::language::{Relation, Sentence, Token, Upos};
use clauses::{
    act, begin_clause, begin_list, begin_naming, describe, describe_region, join_second_subject,
    leave_clause, reduce, suffer,
};
use phrases::{
    free_from_death, join_name, join_whole_name, lift_agent, lift_from_hours, lift_from_object,
    lift_second_object, name_bare_object, name_intent, name_object, part_prepositions, turn_preposition,
};

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
            Relation::Conj => {
                join_whole_name(tokens, child, head);
                describe(tokens, child, head);
                reduce(tokens, child, head);
            }
            Relation::Case => part_prepositions(tokens, child, head),
            Relation::Flat => free_from_death(tokens, child, head),
            Relation::Acl => name_intent(tokens, child, head),
            Relation::Mark => leave_clause(tokens, child, head),
            Relation::NsubjPass => {
                act(tokens, child, head);
                join_name(tokens, child, head);
            }
            Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::Obj => {
                turn_preposition(tokens, child, head);
                lift_agent(tokens, child, head);
                lift_from_hours(tokens, child, head);
                lift_second_object(tokens, child, head);
                lift_from_object(tokens, child, head);
                name_bare_object(tokens, child, head);
                describe_region(tokens, child, head);
            }
            Relation::Nsubj => {
                join_second_subject(tokens, child, head);
                suffer(tokens, child, head);
                join_name(tokens, child, head);
            }
            Relation::Xcomp => name_object(tokens, child, head),
            Relation::Amod => begin_naming(tokens, child, head),
            Relation::Advcl | Relation::Ccomp => {
                begin_clause(tokens, child, head);
                if tokens[child].relation == Relation::Advcl {
                    name_intent(tokens, child, head);
                }
            }
            _ => {}
        }
    }
    begin_list(tokens);
}

/// Whether a token depends on a head by one of some relations.
fn depends(token: &Token, head: usize, relations: &[Relation]) -> bool {
    token.head == Some(head) && relations.contains(&token.relation)
}

/// Whether a token hangs on another, over any number of others.
fn is_below(tokens: &[Token], token: usize, top: usize) -> bool {
    std::iter::successors(Some(token), |&at| tokens[at].head).take(tokens.len()).any(|at| at == top)
}

/// Whether a head has a dependent by one of some relations.
fn has(tokens: &[Token], head: usize, relations: &[Relation]) -> bool {
    tokens.iter().any(|token| depends(token, head, relations))
}

/// Hangs on one token what hangs on another, of the tokens in a range.
fn rehang(tokens: &mut [Token], range: std::ops::Range<usize>, from: usize, to: usize) {
    for token in tokens[range].iter_mut().filter(|token| token.head == Some(from)) {
        token.head = Some(to);
    }
}

/// How a noun stands to what it hangs on behind a preposition.
fn behind_preposition(tokens: &[Token], above: usize, preposition: usize) -> Relation {
    match tokens[above].upos {
        Upos::Verb if tokens[preposition].lower == "by" && has(tokens, above, &[Relation::AuxPass]) => {
            Relation::OblAgent
        }
        Upos::Verb => Relation::Obl,
        _ => Relation::Nmod,
    }
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
            "mark",
            "acl",
            "advcl",
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
            "death death NOUN NN",
            "refusal refusal NOUN NN",
            "to to PART TO",
            "for for SCONJ IN",
            "surrounding surround VERB VBG",
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

    #[test]
    fn a_clause_begins_with_its_conjunction() {
        let tree = "Chad Chad PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nblamed blame VERB VBN 0 root\n\
                    by by ADP IN 8 case\nMali Mali PROPN NNP 8 compound\nfor for SCONJ IN 8 mark\n\
                    being be AUX VBG 8 cop\nlate late ADJ JJ 3 advcl";
        let found = mended(tree, &["by", "Mali", "for", "late"]);
        assert_eq!(found, ["by case Mali", "Mali obl:agent blamed", "for mark late", "late advcl blamed"]);
        let tree = "Troops troop NOUN NNS 2 nsubj\nleave leave VERB VBP 0 root\nfor for ADP IN 4 case\n\
                    safety safety NOUN NN 2 obl\nafter after ADP IN 6 case\nChad Chad PROPN NNP 4 nmod\n\
                    rejects reject VERB VBZ 2 ccomp\ntalks talk NOUN NNS 7 obj";
        let found = mended(tree, &["after", "Chad", "rejects"]);
        assert_eq!(found, ["after mark rejects", "Chad nsubj rejects", "rejects advcl leave"]);
    }

    #[test]
    fn what_has_an_object_is_done_by_its_subject() {
        let tree =
            "Rebels rebel NOUN NNS 2 nsubj:pass\nkilled kill VERB VBN 0 root\nguards guard NOUN NNS 2 obj";
        assert_eq!(mended(tree, &["Rebels"]), ["Rebels nsubj killed"]);
        let tree = "Rebels rebel NOUN NNS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\ntold tell VERB VBN 0 root\n\
                    lies lie NOUN NNS 3 obj";
        assert_eq!(mended(tree, &["Rebels"]), ["Rebels nsubj:pass told"]);
    }

    #[test]
    fn a_bare_participle_before_a_noun_describes_it() {
        let tree = "Ten ten NUM CD 2 nsubj\ndied die VERB VBD 0 root\nin in ADP IN 4 case\n\
                    Bern Bern PROPN NNP 2 obl\nand and CCONJ CC 6 cc\nsurrounding surround VERB VBG 2 conj\n\
                    villages village NOUN NNS 6 obj";
        let found = mended(tree, &["and", "surrounding", "villages"]);
        assert_eq!(found, ["and cc villages", "surrounding amod villages", "villages conj Bern"]);
        let tree = "Chad Chad PROPN NNP 2 nsubj\nwithdrew withdraw VERB VBD 0 root\nfrom from ADP IN 4 case\n\
                    neighbouring neighbour VERB VBG 2 advcl\nNiger Niger PROPN NNP 4 obj";
        let found = mended(tree, &["from", "neighbouring", "Niger"]);
        assert_eq!(found, ["from case Niger", "neighbouring amod Niger", "Niger obl withdrew"]);
    }

    #[test]
    fn an_infinitive_belongs_to_the_noun_that_asks_for_it() {
        let tree = "They they PRON PRP 2 nsubj\nresent resent VERB VBP 0 root\nraids raid NOUN NNS 2 obj\n\
                    and and CCONJ CC 5 cc\nrefusal refusal NOUN NN 3 conj\nto to PART TO 7 mark\n\
                    talk talk VERB VB 3 acl";
        assert_eq!(mended(tree, &["talk"]), ["talk acl refusal"]);
        let tree = "They they PRON PRP 2 nsubj\nrepelled repel VERB VBD 0 root\nattempts attempt NOUN NNS 2 obj\n\
                    by by ADP IN 5 case\nChad Chad PROPN NNP 3 nmod\nto to PART TO 7 mark\n\
                    enter enter VERB VB 2 advcl";
        assert_eq!(mended(tree, &["enter"]), ["enter acl attempts"]);
    }

    #[test]
    fn a_name_is_of_the_noun_before_it() {
        let tree = "boss boss NOUN NN 4 nsubj:pass\nAslan Aslan PROPN NNP 4 nsubj:pass\nwas be AUX VBD 4 aux:pass\n\
                    shot shoot VERB VBN 0 root";
        assert_eq!(mended(tree, &["boss", "Aslan"]), ["boss nsubj:pass shot", "Aslan flat boss"]);
        let tree = "stabbed stab VERB VBD 0 root\nto to ADP IN 3 case\ndeath death NOUN NN 1 obl\n\
                    Mara Mara PROPN NNP 3 flat\nLind Lind PROPN NNP 3 flat";
        assert_eq!(mended(tree, &["Mara", "Lind"]), ["Mara obj stabbed", "Lind flat Mara"]);
    }

    #[test]
    fn of_two_prepositions_the_first_is_of_the_noun_between() {
        let tree = "Chad Chad PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nblamed blame VERB VBN 0 root\n\
                    by by ADP IN 7 case\nMali Mali PROPN NNP 7 compound\nfor for ADP IN 7 case\n\
                    years year NOUN NNS 3 obl:agent";
        let found = mended(tree, &["by", "Mali", "for", "years"]);
        assert_eq!(found, ["by case Mali", "Mali obl:agent blamed", "for case years", "years obl blamed"]);
    }

    #[test]
    fn hours_are_with_nobody() {
        let tree = "He he PRON PRP 2 nsubj\ntalked talk VERB VBD 0 root\nfor for ADP IN 4 case\n\
                    hours hour NOUN NNS 2 obl\nwith with ADP IN 6 case\nEllen Ellen PROPN NNP 4 nmod";
        assert_eq!(mended(tree, &["Ellen"]), ["Ellen obl talked"]);
    }

    #[test]
    fn what_has_be_is_done_to_its_subject() {
        let tree = "Chad Chad PROPN NNP 4 nsubj\nhas have AUX VBZ 4 aux\nbeen be AUX VBN 4 aux:pass\n\
                    blamed blame VERB VBN 0 root";
        assert_eq!(mended(tree, &["Chad"]), ["Chad nsubj:pass blamed"]);
    }

    #[test]
    fn a_participle_that_nothing_joins_tells_which() {
        let tree = "Men man NOUN NNS 2 nsubj\njailed jail VERB VBN 0 root\nin in ADP IN 4 case\n\
                    Chad Chad PROPN NNP 2 obl\nwere be AUX VBD 6 aux:pass\nfreed free VERB VBN 2 conj\n\
                    . . PUNCT . 2 punct";
        let found = mended(tree, &["Men", "jailed", "Chad", "freed", "."]);
        assert_eq!(
            found,
            ["Men nsubj:pass freed", "jailed acl Men", "Chad obl jailed", "freed root -", ". punct freed"]
        );
    }
}
