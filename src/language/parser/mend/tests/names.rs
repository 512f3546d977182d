//! Names that stand behind a place, a subject, a preposition or a relative pronoun.

use super::mended;

#[test]
fn who_stands_behind_the_place_acts() {
    let tree = "In in ADP IN 2 case\nChad Chad PROPN NNP 8 obl\n, , PUNCT , 4 punct\nAda Ada PROPN NNP 2 appos\n\
                , , PUNCT , 6 punct\nminister minister NOUN NN 2 appos\n; ; PUNCT , 2 punct\nresigns resign VERB VBZ 0 root\n\
                . . PUNCT . 8 punct";
    assert_eq!(
        mended(tree, &["Chad", "Ada", "minister"]),
        ["Chad obl resigns", "Ada nsubj resigns", "minister appos Ada"]
    );
    // "In Bern, Vaud, fighting goes on": the verb has its subject.
    let tree = "In in ADP IN 2 case\nBern Bern PROPN NNP 7 obl\n, , PUNCT , 4 punct\nVaud Vaud PROPN NNP 2 appos\n\
                ; ; PUNCT , 2 punct\nfighting fighting NOUN NN 7 nsubj\ngoes go VERB VBZ 0 root";
    assert_eq!(mended(tree, &["Vaud", "fighting"]), ["Vaud appos Bern", "fighting nsubj goes"]);
}

#[test]
fn the_second_subject_between_commas_is_the_first() {
    let tree = "A a DET DT 2 det\nfriend friend NOUN NN 7 nsubj:pass\n, , PUNCT , 7 punct\nLind Lind PROPN NNP 7 nsubj:pass\n\
                , , PUNCT , 4 punct\nwas be AUX VBD 7 aux:pass\ncharged charge VERB VBN 0 root";
    assert_eq!(mended(tree, &["friend", "Lind"]), ["friend nsubj:pass charged", "Lind appos friend"]);
}

#[test]
fn who_stands_behind_by_has_done_what_the_participle_tells() {
    let tree = "Sailors sailor NOUN NNS 8 nsubj:pass\nthat that PRON WDT 4 nsubj:pass\nwere be AUX VBD 4 aux:pass\n\
                taken take VERB VBN 1 acl:relcl\nby by ADP IN 6 case\npirates pirate NOUN NNS 8 nsubj:pass\n\
                are be AUX VBP 8 aux:pass\nfreed free VERB VBN 0 root";
    let found = mended(tree, &["Sailors", "pirates"]);
    assert_eq!(found, ["Sailors nsubj:pass freed", "pirates obl:agent taken"]);
}

#[test]
fn a_clause_has_its_object_before_it() {
    let tree = "They they PRON PRP 2 nsubj\nfled flee VERB VBD 0 root\nBern Bern PROPN NNP 2 obj\nwhich which PRON WDT 5 nsubj\n\
                troops troops NOUN NNS 3 acl:relcl\nshelled shell VERB VBN 5 acl\nin in ADP IN 8 case\nMay May PROPN NNP 6 obl";
    assert_eq!(
        mended(tree, &["which", "troops", "shelled", "May"]),
        ["which obj shelled", "troops nsubj shelled", "shelled acl:relcl Bern", "May obl shelled"]
    );
    // "a bill which makes members elected by lot" has an agent.
    let tree = "Bern Bern PROPN NNP 0 root\nwhich which PRON WDT 3 nsubj\ntowns town NOUN NNS 1 acl:relcl\n\
                held hold VERB VBN 3 acl\nby by ADP IN 6 case\nrebels rebel NOUN NNS 4 obl:agent";
    assert_eq!(mended(tree, &["held"]), ["held acl towns"]);
}

#[test]
fn a_gerund_leaves_the_name_to_the_preposition() {
    let tree = "It it PRON PRP 2 nsubj\nlifts lift VERB VBZ 0 root\nbans ban NOUN NNS 2 obj\non on SCONJ IN 6 mark\n\
                Chad Chad PROPN NNP 6 compound\nexcluding exclude VERB VBG 3 acl\naid aid NOUN NN 6 obj";
    assert_eq!(
        mended(tree, &["on", "Chad", "excluding"]),
        ["on case Chad", "Chad nmod bans", "excluding acl bans"]
    );
}

#[test]
fn who_speaks_of_the_name_before_it() {
    let tree = "The the DET DT 2 det\ndeath death NOUN NN 0 root\nof of ADP IN 4 case\nAda Ada PROPN NNP 2 nmod\n\
                Lind Lind PROPN NNP 4 flat\nwho who PRON WP 7 nsubj\nled lead VERB VBD 2 acl:relcl";
    assert_eq!(mended(tree, &["led"]), ["led acl:relcl Ada"]);
    let head = "The the DET DT 2 det\nhead head NOUN NN 0 root\nof of ADP IN 4 case\nAda Ada PROPN NNP 2 nmod\n\
                who who PRON WP 6 nsubj\nled lead VERB VBD 2 acl:relcl";
    assert_eq!(mended(head, &["led"]), ["led acl:relcl head"]);
}

#[test]
fn a_name_behind_a_noun_that_tells_of_the_subject() {
    let tree = "Men man NOUN NNS 7 nsubj\nloyal loyal ADJ JJ 1 amod\nto to ADP IN 5 case\nthe the DET DT 5 det\n\
                cleric cleric NOUN NN 2 obl\nLind Lind PROPN NNP 7 nsubj\nattacked attack VERB VBD 0 root";
    assert_eq!(mended(tree, &["Men", "Lind"]), ["Men nsubj attacked", "Lind flat cleric"]);
    let many = tree.replace("cleric cleric NOUN NN", "clerics cleric NOUN NNS");
    assert_eq!(mended(&many, &["Lind"]), ["Lind nsubj attacked"]);
}

#[test]
fn a_name_bears_the_rank_before_it() {
    let tree = "Police police NOUN NN 5 nsubj:pass\nSgt. Sgt. PROPN NNP 1 flat\nAda Ada PROPN NNP 1 flat\n\
                was be AUX VBD 5 aux:pass\nhurt hurt VERB VBN 0 root";
    assert_eq!(
        mended(tree, &["Police", "Sgt.", "Ada"]),
        ["Police compound Ada", "Sgt. nmod:desc Ada", "Ada nsubj:pass hurt"]
    );
    let chief = tree.replace("Sgt. Sgt.", "Chief Chief");
    assert_eq!(mended(&chief, &["Ada"]), ["Ada flat Police"]);
}

#[test]
fn a_name_behind_a_second_subject() {
    let tree = "Former former ADJ JJ 2 amod\nmember member NOUN NN 7 nsubj:pass\nLee Lee PROPN NNP 5 compound\n\
                Ann Ann PROPN NNP 5 compound\nBrown Brown PROPN NNP 7 nsubj:pass\nis be AUX VBZ 7 aux:pass\n\
                jailed jail VERB VBN 0 root";
    let found = mended(tree, &["member", "Lee", "Ann", "Brown"]);
    assert_eq!(found, ["member nsubj:pass jailed", "Lee appos member", "Ann flat Lee", "Brown flat Lee"]);
    let tree = "The the DET DT 2 det\ntrial trial NOUN NN 7 nsubj\nof of ADP IN 4 case\nDenmark Denmark PROPN NNP 2 nmod\n\
                captain captain NOUN NN 6 compound\nMellow Mellow PROPN NNP 7 nsubj\nbegins begin VERB VBZ 0 root";
    let found = mended(tree, &["of", "Denmark", "Mellow"]);
    assert_eq!(found, ["of case Mellow", "Denmark compound Mellow", "Mellow nmod trial"]);
    // "The president of Chad Hale arrived": he is the president.
    let president = tree.replace("captain captain NOUN NN", "Tom Tom PROPN NNP");
    assert_eq!(mended(&president, &["Denmark"]), ["Denmark nmod trial"]);
}
