//! Each shape before and after.

mod agents;
mod among;
mod beginnings;
mod between;
mod clauses;
mod closing;
mod counts;
mod followers;
mod having;
mod hyphens;
mod included;
mod joined;
mod laurels;
mod leaving;
mod left;
mod loads;
mod members;
mod names;
mod nominal;
mod objects;
mod occasions;
mod participles;
mod posts;
mod rows;
mod semicolons;
mod sentences;
mod subjects;
mod times;
mod tolls;
mod wishes;

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
        "compound",
        "iobj",
        "nmod:poss",
        "advmod",
        "nummod",
        "acl:relcl",
        "appos",
        "ccomp",
        "obl:unmarked",
        "aux:pass",
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
        "which which PRON WDT",
        "met meet VERB VBD",
        "death death NOUN NN",
        "refusal refusal NOUN NN",
        "to to PART TO",
        "for for SCONJ IN",
        "before before ADP IN",
        "that that SCONJ IN",
        "said say VERB VBD",
        "in in ADP IN",
        "'s 's PART POS",
        "May May PROPN NNP",
        "reportedly reportedly ADV RB",
        "Two two NUM CD",
        "others other NOUN NNS",
        "are be AUX VBP",
        "dead dead ADJ JJ",
        "injured injure VERB VBN",
        "last last ADJ JJ",
        "months month NOUN NNS",
        "surrounding surround VERB VBG",
        "killed kill VERB VBD",
        "Swiss Swiss ADJ JJ",
        "south south NOUN NN",
        "killing kill VERB VBG",
        "wounding wound VERB VBG",
        "after after ADP IN",
        "as as SCONJ IN",
        "among among ADP IN",
        "those those PRON DT",
        "weekend weekend NOUN NN",
        "hours hour NOUN NNS",
        "hostage hostage NOUN NN",
        "holds hold VERB VBZ",
        "Tomorrow tomorrow NOUN NN",
        "gave give VERB VBD",
        "wants want VERB VBZ",
        "searched search VERB VBD",
        "police police NOUN NN",
        "dozens dozen NOUN NNS",
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
    shown(&sentence, words)
}

fn shown(sentence: &Sentence, words: &[&str]) -> Vec<String> {
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
    assert_eq!(found, ["Chad nsubj met", "Niger conj Chad", "Mali conj Chad", "met root -", ". punct met"]);
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
fn what_follows_is_the_act() {
    let tree = "They they PRON PRP 2 nsubj\nfroze freeze VERB VBD 0 root\naid aid NOUN NN 2 obj\n\
                after after ADP IN 5 case\nstrikes strike NOUN NNS 3 nmod";
    assert_eq!(mended(tree, &["strikes"]), ["strikes obl froze"]);
    let longer = format!("{tree}\nfollowing follow VERB VBG 7 case\nraids raid NOUN NNS 2 obl");
    assert_eq!(mended(&longer, &["strikes", "raids"]), ["strikes obl froze", "raids nmod strikes"]);
    let unchanged = |tree: &str| assert_eq!(mended(tree, &["strikes"])[0].split(' ').nth(1), Some("nmod"));
    unchanged(&tree.replace("aid aid", "days day"));
    unchanged(&tree.replace("after after", "of of"));
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
    // "died after a lorry with fuel exploded"
    let tree = "Two two NUM CD 2 nsubj\ndied die VERB VBD 0 root\nafter after ADP IN 4 case\n\
                lorry lorry NOUN NN 2 obl\nwith with ADP IN 6 case\nfuel fuel NOUN NN 4 nmod\n\
                exploded explode VERB VBD 2 advcl";
    assert_eq!(
        mended(tree, &["after", "lorry", "fuel", "exploded"]),
        ["after mark exploded", "lorry nsubj exploded", "fuel nmod lorry", "exploded advcl died"]
    );
    // "died after floods hit Bern": the floods are after nothing.
    let tree = "Two two NUM CD 2 nsubj\ndied die VERB VBD 0 root\nafter after ADP IN 4 case\n\
                floods flood NOUN NNS 5 nsubj\nhit hit VERB VBD 2 advcl\nBern Bern PROPN NNP 5 obj";
    assert_eq!(mended(tree, &["after", "floods"]), ["after mark hit", "floods nsubj hit"]);
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
    let tree = "Rebels rebel NOUN NNS 2 nsubj:pass\nkilled kill VERB VBN 0 root\nguards guard NOUN NNS 2 obj";
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

#[test]
fn a_relative_pronoun_is_what_its_verb_is_done_to() {
    let tree = "Bern Bern PROPN NNP 0 root\nwhich which PRON WDT 1 nmod\nrebels rebel NOUN NNS 2 nsubj\n\
                stormed storm VERB VBD 3 acl";
    let found = mended(tree, &["which", "rebels", "stormed"]);
    assert_eq!(found, ["which obj stormed", "rebels nsubj stormed", "stormed acl:relcl Bern"]);
    // "which rebels armed by Chad held": with a verb of its own behind it, the participle stays.
    let tree = "Bern Bern PROPN NNP 0 root\nwhich which PRON WDT 5 obj\nrebels rebel NOUN NNS 5 nsubj\n\
                armed arm VERB VBN 3 acl\nheld hold VERB VBD 1 acl:relcl";
    assert_eq!(mended(tree, &["armed"]), ["armed acl rebels"]);
}

#[test]
fn what_stands_between_commas_tells_who_the_subject_is() {
    let tree = "Lind Lind PROPN NNP 0 root\n, , PUNCT , 1 punct\nthe the DET DT 4 det\n\
                woman woman NOUN NN 5 nsubj\naccused accuse VERB VBN 1 conj\nof of ADP IN 7 case\n\
                theft theft NOUN NN 5 obl\n, , PUNCT , 9 punct\nwas be AUX VBD 10 aux:pass\n\
                jailed jail VERB VBN 1 conj\n. . PUNCT . 5 punct";
    let found = mended(tree, &["Lind", "woman", "accused", "jailed", "."]);
    let wanted = [
        "Lind nsubj:pass jailed",
        "woman appos Lind",
        "accused acl woman",
        "jailed root -",
        ". punct jailed",
    ];
    assert_eq!(found, wanted);
    // "Lind wept, the woman left": two sentences in one.
    let tree = "Lind Lind PROPN NNP 0 root\nthe the DET DT 3 det\nwoman woman NOUN NN 4 nsubj\n\
                accused accuse VERB VBD 1 conj\nhim he PRON PRP 4 obj";
    assert_eq!(mended(tree, &["woman"]), ["woman nsubj accused"]);
}

#[test]
fn a_verb_with_a_subject_is_nobodys_subject() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\nrules rule VERB VBZ 7 nsubj:pass\nBern Bern PROPN NNP 2 obj\n\
                until until ADP IN 5 case\nvotes vote NOUN NNS 3 nmod\nare be AUX VBP 7 aux:pass\n\
                held hold VERB VBN 0 root\n. . PUNCT . 7 punct";
    let found = mended(tree, &["rules", "until", "votes", "held", "."]);
    let wanted =
        ["rules root -", "until mark held", "votes nsubj:pass held", "held advcl rules", ". punct rules"];
    assert_eq!(found, wanted);
    // "What he said in Bern is known" has a clause as its subject.
    let tree = "he he PRON PRP 2 nsubj\nsaid say VERB VBD 6 csubj\nin in ADP IN 4 case\nBern Bern PROPN NNP 2 obl\n\
                is be AUX VBZ 6 aux:pass\nknown know VERB VBN 0 root";
    assert_eq!(mended(tree, &["said"]), ["said csubj known"]);
}

#[test]
fn who_is_shot_dead_was_not_dead_before() {
    let tree = "He he PRON PRP 2 nsubj\nshot shoot VERB VBD 0 root\ndead dead ADJ JJ 5 amod\n\
                two two NUM CD 5 nummod\nguards guard NOUN NNS 2 obj";
    assert_eq!(mended(tree, &["dead", "guards"]), ["dead xcomp shot", "guards obj shot"]);
    let tree = "He he PRON PRP 2 nsubj\nshot shoot VERB VBD 0 root\ndead dead ADJ JJ 2 xcomp\n\
                guards guard NOUN NNS 3 obj";
    assert_eq!(mended(tree, &["guards"]), ["guards obj shot"]);
    let tree = "He he PRON PRP 2 nsubj\nfound find VERB VBD 0 root\ndead dead ADJ JJ 4 amod\n\
                guards guard NOUN NNS 2 obj";
    assert_eq!(mended(tree, &["dead"]), ["dead amod guards"]);
}

#[test]
fn a_name_behind_the_first_noun_is_its_own() {
    let tree = "Singer singer NOUN NN 0 root\nMara Mara PROPN NNP 4 nsubj\nLind Lind PROPN NNP 2 flat\n\
                dies die VERB VBZ 1 acl:relcl\n. . PUNCT . 1 punct";
    let found = mended(tree, &["Singer", "Mara", "Lind", "dies", "."]);
    assert_eq!(
        found,
        ["Singer nsubj dies", "Mara flat Singer", "Lind flat Singer", "dies root -", ". punct dies"]
    );
    let tree = "the the DET DT 2 det\nsinger singer NOUN NN 0 root\nMara Mara PROPN NNP 4 nsubj\n\
                married marry VERB VBD 2 acl:relcl";
    assert_eq!(mended(tree, &["married"]), ["married acl:relcl singer"]);
}

#[test]
fn a_name_behind_a_clause_without_an_object_is_its_object() {
    let tree = "planes plane NOUN NNS 6 nsubj\nthat that PRON WDT 3 nsubj\nbombed bomb VERB VBD 1 acl:relcl\n\
                Bern Bern PROPN NNP 6 nsubj\nhad have AUX VBD 6 aux\nleft leave VERB VBN 0 root";
    assert_eq!(mended(tree, &["planes", "Bern"]), ["planes nsubj left", "Bern obj bombed"]);
    let tree = "planes plane NOUN NNS 3 obj\nBern Bern PROPN NNP 3 nsubj\nbought buy VERB VBD 0 root";
    assert_eq!(mended(tree, &["Bern"]), ["Bern nsubj bought"]);
}

#[test]
fn a_loan_is_for_somebody() {
    let loan = "loan loan NOUN NN 0 root\nof of ADP IN 3 case\n$ $ SYM $ 1 nmod\n5 5 NUM CD 3 nummod\n\
                for for ADP IN 6 case\nChad Chad PROPN NNP 3 nmod";
    assert_eq!(mended(loan, &["Chad"]), ["Chad nmod loan"]);
    let worth = "loan loan NOUN NN 0 root\nof of ADP IN 3 case\nmillions million NUM CD 1 nmod\n\
                 of of ADP IN 5 case\neuros euro NOUN NNS 3 nmod";
    assert_eq!(mended(worth, &["euros"]), ["euros nmod millions"]);
}

#[test]
fn what_is_said_begins_with_that() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nthat that SCONJ IN 5 mark\n\
                it it PRON PRP 5 nsubj\nleft leave VERB VBD 9 advcl\nhours hour NOUN NNS 9 obl:unmarked\n\
                after after SCONJ IN 9 mark\nbombs bomb NOUN NNS 9 nsubj\nfell fall VERB VBD 2 ccomp";
    let found = mended(tree, &["left", "fell", "that", "hours"]);
    assert_eq!(found, ["left ccomp said", "fell advcl left", "that mark left", "hours obl:unmarked fell"]);
    // "said that, after bombs fell, it left": there the clause is the one that is said.
    let inner = "Chad Chad PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nthat that SCONJ IN 7 mark\n\
                 after after SCONJ IN 6 mark\nbombs bomb NOUN NNS 6 nsubj\nfell fall VERB VBD 7 advcl\n\
                 left leave VERB VBD 2 ccomp";
    assert_eq!(mended(inner, &["fell", "left"]), ["fell advcl left", "left ccomp said"]);
}

#[test]
fn a_name_describes_no_finite_verb() {
    let shot = "Cuba Cuba PROPN NNP 2 compound\nshot shoot VERB VBD 0 root\nplanes plane NOUN NNS 2 obj";
    assert_eq!(mended(shot, &["Cuba"]), ["Cuba nsubj shot"]);
    let set = "Chad Chad PROPN NNP 2 compound\nset set VERB VBN 0 root\noff off ADP RP 2 compound:prt\n\
               bombs bomb NOUN NNS 2 obj";
    assert_eq!(mended(set, &["Chad"]), ["Chad nsubj set"]);
    let other = "He he PRON PRP 3 nsubj\nCuba Cuba PROPN NNP 3 compound\nshot shoot VERB VBD 0 root";
    assert_eq!(mended(other, &["Cuba"]), ["Cuba compound shot"]);
}

#[test]
fn a_clause_with_its_conjunction_tells_more_of_a_deed() {
    let tree = |word: &str| {
        format!(
            "Bombs bomb NOUN NNS 2 nsubj\nkilled kill VERB VBD 0 root\nten ten NUM CD 2 obj\nFriday Friday PROPN NNP 3 appos\n\
             {word} SCONJ IN 7 mark\npolice police NOUN NN 7 nsubj\nfought fight VERB VBD 4 acl\nrebels rebel NOUN NNS 7 obj"
        )
    };
    assert_eq!(mended(&tree("as as"), &["fought"]), ["fought advcl killed"]);
    assert_eq!(mended(&tree("like like"), &["fought"]), ["fought acl Friday"]);
}
