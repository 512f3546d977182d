//! Sentences whose root was taken for a noun although a finite verb stands behind it.

use super::mended;

#[test]
fn a_sentence_that_opens_with_a_long_name_has_a_verb() {
    let tree = "Veteran veteran ADJ JJ 2 amod\njournalist journalist NOUN NN 0 root\nAnn Ann PROPN NNP 5 nsubj\n\
                Lind Lind PROPN NNP 3 flat\ndies die VERB VBZ 2 parataxis\nin in ADP IN 7 case\nBern Bern PROPN NNP 5 obl\n\
                . . PUNCT . 2 punct";
    let found = mended(tree, &["journalist", "Ann", "dies", "."]);
    assert_eq!(found, ["journalist nmod:desc Ann", "Ann nsubj dies", "dies root -", ". punct dies"]);
    // "the film Ann Lind made" is a heading, or half a sentence, where a pronoun opens the clause.
    let tree = "The the DET DT 2 det\nwoman woman NOUN NN 0 root\nwho who PRON WP 4 nsubj\nleft leave VERB VBD 2 acl:relcl\n\
                Bern Bern PROPN NNP 4 obj";
    assert_eq!(mended(tree, &["woman", "left"]), ["woman root -", "left acl:relcl woman"]);
}

#[test]
fn what_commas_put_in_is_no_subject() {
    let tree = "One one NUM CD 0 root\nof of ADP IN 4 case\nthe the DET DT 4 det\ntowers tower NOUN NNS 1 nmod\n, , PUNCT , 7 punct\n\
                the the DET DT 7 det\ntallest tall NOUN NN 10 nsubj:pass\n, , PUNCT , 7 punct\nis be AUX VBZ 10 aux:pass\n\
                damaged damage VERB VBN 1 parataxis\n. . PUNCT . 1 punct";
    let found = mended(tree, &["One", "tallest", "damaged"]);
    assert_eq!(found, ["One nsubj:pass damaged", "tallest appos One", "damaged root -"]);
}

#[test]
fn robbers_on_foot_kill_themselves_without_a_participle() {
    let tree = "Robbers robber NOUN NNS 0 root\nriding ride VERB VBG 1 acl\nbikes bike NOUN NNS 2 obj\n\
                kill kill VERB VBP 2 acl\nten ten NUM CD 6 nummod\nmonks monk NOUN NNS 4 obj\n. . PUNCT . 1 punct";
    let found = mended(tree, &["Robbers", "riding", "kill", "monks"]);
    assert_eq!(found, ["Robbers nsubj kill", "riding acl Robbers", "kill root -", "monks obj kill"]);
}

#[test]
fn a_place_before_following_is_where_it_was() {
    let tree = "Four four NUM CD 2 nummod\ndied die VERB VBD 0 root\nin in ADP IN 6 case\nBern Bern PROPN NNP 6 compound\n\
                following follow VERB VBG 6 amod\nclashes clash NOUN NNS 2 obl";
    let found = mended(tree, &["in", "Bern", "following", "clashes"]);
    assert_eq!(found, ["in case Bern", "Bern obl died", "following case clashes", "clashes obl died"]);
    // "in towns following the law": those follow it.
    let without = tree.replace("Bern Bern PROPN NNP 6 compound", "all all DET DT 6 det");
    assert_eq!(mended(&without, &["following"]), ["following amod clashes"]);
}

#[test]
fn a_verb_has_one_subject_and_a_capital_its_name() {
    let tree = "Blasts blast NOUN NNS 6 nsubj\noutside outside ADP IN 4 case\nthe the DET DT 4 det\ncapital capital NOUN NN 1 nmod\n\
                Bern Bern PROPN NNP 6 nsubj\nkill kill VERB VBP 0 root\nten ten NUM CD 6 obj";
    assert_eq!(mended(tree, &["capital", "Bern"]), ["capital nmod Blasts", "Bern appos capital"]);
}

#[test]
fn who_claims_something_is_no_subject_of_it() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\nclaims claim VERB VBZ 6 nsubj:pass\ntwo two NUM CD 2 obj\nhave have AUX VBP 6 aux\n\
                been be AUX VBN 6 aux:pass\nkilled kill VERB VBN 0 root\n. . PUNCT . 6 punct";
    let found = mended(tree, &["Chad", "claims", "two", "killed", "."]);
    assert_eq!(
        found,
        [
            "Chad nsubj claims",
            "claims root -",
            "two nsubj:pass killed",
            "killed ccomp claims",
            ". punct claims"
        ]
    );
}

#[test]
fn the_last_of_a_row_of_places_belongs_to_the_row() {
    let tree = "Ten ten NUM CD 2 nsubj\ndied die VERB VBD 0 root\nin in ADP IN 4 case\nVail Vail PROPN NNP 2 obl\n, , PUNCT , 6 punct\n\
                Arizona Arizona PROPN NNP 4 nmod:unmarked\n, , PUNCT , 8 punct\nAmerica America PROPN NNP 2 obl\n, , PUNCT , 13 punct\n\
                when when ADV WRB 13 advmod\na a DET DT 12 det\nbus bus NOUN NN 13 nsubj\nburnt burn VERB VBD 8 acl:relcl";
    let found = mended(tree, &["Arizona", "America", "burnt"]);
    assert_eq!(found, ["Arizona nmod:unmarked Vail", "America nmod:unmarked Arizona", "burnt advcl died"]);
}

#[test]
fn a_quarter_belongs_to_its_town() {
    let tree = "Ten ten NUM CD 2 nsubj\ndied die VERB VBD 0 root\nin in ADP IN 4 case\ndowntown downtown NOUN NN 2 obl\n\
                Bern Bern PROPN NNP 2 obl";
    let found = mended(tree, &["in", "downtown", "Bern"]);
    assert_eq!(found, ["in case Bern", "downtown compound Bern", "Bern obl died"]);
}

#[test]
fn where_a_place_lies_does_nothing() {
    let tree = "Nurses nurse NOUN NNS 8 nsubj:pass\nin in ADP IN 3 case\nWest West PROPN NNP 1 nmod\n, , PUNCT , 5 punct\n\
                Texas Texas PROPN NNP 3 nmod:unmarked\n, , PUNCT , 7 punct\nChad Chad PROPN NNP 8 nsubj:pass\nheld hold VERB VBN 0 root";
    assert_eq!(mended(tree, &["Chad"]), ["Chad nmod:unmarked Texas"]);
    // "killed in West, Texas, when a wall fell"
    let tree = "killed kill VERB VBN 0 root\nin in ADP IN 3 case\nWest West PROPN NNP 1 obl\n, , PUNCT , 5 punct\n\
                Texas Texas PROPN NNP 1 obl\n, , PUNCT , 9 punct\nwhen when ADV WRB 9 advmod\nwalls wall NOUN NNS 9 nsubj\n\
                fell fall VERB VBD 5 acl:relcl";
    assert_eq!(mended(tree, &["Texas", "fell"]), ["Texas nmod:unmarked West", "fell advcl killed"]);
}
