//! Sentences whose beginning leads astray.

use super::mended;

#[test]
fn what_has_an_agent_tells_which_strikes() {
    let tree = "Strikes strike NOUN NNS 2 nsubj\nlaunched launch VERB VBD 0 root\nby by ADP IN 4 case\n\
                troops troop NOUN NNS 2 obl\nkilled kill VERB VBD 4 acl\nvillagers villager NOUN NNS 5 obj\n\
                . . PUNCT . 2 punct";
    let found = mended(tree, &["Strikes", "launched", "troops", "killed", "."]);
    let wanted = [
        "Strikes nsubj killed",
        "launched acl Strikes",
        "troops obl launched",
        "killed root -",
        ". punct killed",
    ];
    assert_eq!(found, wanted);
    // "The town fell by ropes cut loose": what has no object is no verb of its own.
    let tree = "Boats boat NOUN NNS 2 nsubj\nmoved move VERB VBD 0 root\nby by ADP IN 4 case\n\
                men man NOUN NNS 2 obl\nhired hire VERB VBN 4 acl\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["moved", "hired"]), ["moved root -", "hired acl men"]);
}

#[test]
fn two_words_tell_which_planes() {
    let tree = "Swiss Swiss ADJ JJ 0 root\nand and CCONJ CC 4 cc\narmy army NOUN NN 4 compound\n\
                planes plane NOUN NNS 1 conj\nbombed bomb VERB VBD 1 conj\ntowns town NOUN NNS 5 obj\n\
                . . PUNCT . 5 punct";
    let found = mended(tree, &["Swiss", "army", "planes", "bombed"]);
    assert_eq!(found, ["Swiss amod planes", "army compound planes", "planes nsubj bombed", "bombed root -"]);
    // "It is small and army planes can land" says what it is.
    let tree = "It it PRON PRP 3 nsubj\nis be AUX VBZ 3 cop\nsmall small ADJ JJ 0 root\nand and CCONJ CC 6 cc\n\
                army army NOUN NN 6 compound\nplanes plane NOUN NNS 3 conj\n. . PUNCT . 3 punct";
    assert_eq!(mended(tree, &["small", "planes"]), ["small root -", "planes conj small"]);
}

#[test]
fn a_noun_before_the_subject_is_no_sentence() {
    let tree = "Rebel rebel NOUN NN 0 root\nair air NOUN NN 3 compound\nstrikes strike NOUN NNS 4 nsubj\n\
                hit hit VERB VBD 1 parataxis\nmarkets market NOUN NNS 4 obj\n. . PUNCT . 1 punct";
    let found = mended(tree, &["Rebel", "strikes", "hit", "."]);
    assert_eq!(found, ["Rebel compound strikes", "strikes nsubj hit", "hit root -", ". punct hit"]);
    // A colon or an article begins another sentence.
    let tree = "Update update NOUN NN 0 root\n: : PUNCT : 4 punct\nrebels rebel NOUN NNS 4 nsubj\n\
                hit hit VERB VBD 1 parataxis\nmarkets market NOUN NNS 4 obj";
    assert_eq!(mended(tree, &["Update", "hit"]), ["Update root -", "hit parataxis Update"]);
}

#[test]
fn a_town_is_not_where_it_lies() {
    let tree = "They they PRON PRP 2 nsubj\nshelled shell VERB VBD 0 root\na a DET DT 5 det\n\
                town town NOUN NN 5 compound\nsouth south NOUN NN 2 obj\nof of ADP IN 7 case\n\
                Bern Bern PROPN NNP 5 nmod";
    let found = mended(tree, &["a", "town", "south", "Bern"]);
    assert_eq!(found, ["a det town", "town obj shelled", "south advmod town", "Bern nmod south"]);
    // "the town's south" is a part of it.
    let tree = "They they PRON PRP 2 nsubj\nshelled shell VERB VBD 0 root\nthe the DET DT 5 det\n\
                deep deep ADJ JJ 5 amod\nsouth south NOUN NN 2 obj\nof of ADP IN 7 case\nBern Bern PROPN NNP 5 nmod";
    assert_eq!(mended(tree, &["south", "deep"]), ["south obj shelled", "deep amod south"]);
}

#[test]
fn what_shot_down_a_plane_begins_a_clause() {
    let tree = "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nafter after ADP IN 5 case\na a DET DT 5 det\n\
                jet jet NOUN NN 2 obl\nshot shoot VERB VBD 5 acl\nplanes plane NOUN NNS 6 obj";
    let found = mended(tree, &["after", "jet", "shot", "planes"]);
    assert_eq!(found, ["after mark shot", "jet nsubj shot", "shot advcl met", "planes obj shot"]);
    // "after the man arrested on Monday" tells which man.
    let tree = "They they PRON PRP 2 nsubj\nasked ask VERB VBD 0 root\nafter after ADP IN 5 case\na a DET DT 5 det\n\
                man man NOUN NN 2 obl\narrested arrest VERB VBN 5 acl";
    assert_eq!(mended(tree, &["man", "arrested"]), ["man obl asked", "arrested acl man"]);
}

#[test]
fn a_sentence_has_a_verb_of_its_own() {
    let tree = "Letters letter NOUN NNS 0 root\ndemanding demand VERB VBG 1 acl\ntrials trial NOUN NNS 2 obj\n\
                drew draw VERB VBD 2 acl\ncrowds crowd NOUN NNS 4 obj\n. . PUNCT . 1 punct";
    let found = mended(tree, &["Letters", "demanding", "drew", "."]);
    assert_eq!(found, ["Letters nsubj drew", "demanding acl Letters", "drew root -", ". punct drew"]);
    // "Letters from towns | hit by rain": what has no object may be a participle.
    let tree = "Letters letter NOUN NNS 0 root\nnaming name VERB VBG 1 acl\ntowns town NOUN NNS 2 obj\n\
                hit hit VERB VBD 3 acl\n. . PUNCT . 1 punct";
    assert_eq!(mended(tree, &["Letters", "hit"]), ["Letters root -", "hit acl towns"]);
}

#[test]
fn an_infinitive_behind_an_object_is_what_the_verb_wants() {
    let tree = "They they PRON PRP 2 nsubj\nurged urge VERB VBD 0 root\nAssad Assad PROPN NNP 2 obj\n\
                to to PART TO 5 mark\nleave leave VERB VB 3 xcomp\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["Assad", "leave"]), ["Assad obj urged", "leave xcomp urged"]);
    // "the right to leave" is a right.
    let tree = "They they PRON PRP 2 nsubj\nhave have VERB VBP 0 root\nrights right NOUN NNS 2 obj\n\
                to to PART TO 5 mark\nleave leave VERB VB 3 acl\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["leave"]), ["leave acl rights"]);
}

#[test]
fn men_with_knives_killed_a_guard() {
    let tree = "Men man NOUN NNS 0 root\narmed armed ADJ JJ 1 amod\nwith with ADP IN 4 case\nknives knife NOUN NNS 2 obl\n\
                killed kill VERB VBN 4 acl\na a DET DT 7 det\nguard guard NOUN NN 5 obj";
    assert_eq!(mended(tree, &["Men", "killed"]), ["Men nsubj killed", "killed root -"]);
    // "Men armed with knives bought last year"
    let bought = tree.replace("killed kill", "bought buy");
    assert_eq!(mended(&bought, &["Men"]), ["Men root -"]);
}
