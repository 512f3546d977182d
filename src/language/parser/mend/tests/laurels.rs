//! Prizes before the names of those who won them.

use super::mended;

#[test]
fn the_winner_dies_and_not_the_prize() {
    let tree = "Nobel Nobel PROPN NNP 7 nsubj\nPrize Prize PROPN NNP 1 flat\n- - PUNCT HYPH 1 punct\n\
                winning win VERB VBG 1 acl\nauthor author NOUN NN 6 nmod\nAnna Anna PROPN NNP 7 compound\n\
                dies die VERB VBZ 0 root\n. . PUNCT . 7 punct";
    let found = mended(tree, &["Nobel", "Prize", "winning", "author", "Anna", "dies"]);
    let wanted = [
        "Nobel compound Prize",
        "Prize compound winning",
        "winning amod Anna",
        "author nmod:desc Anna",
        "Anna nsubj dies",
        "dies root -",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn what_follows_the_name_is_the_verb_of_the_sentence() {
    let tree = "Oscar oscar NOUN NN 3 compound\n- - PUNCT HYPH 1 punct\nwinning win VERB VBG 0 root\n\
                actor actor NOUN NN 3 obj\nBen Ben PROPN NNP 6 compound\ndies die VERB VBZ 4 acl:relcl\n\
                in in ADP IN 8 case\nBern Bern PROPN NNP 6 obl\n. . PUNCT . 3 punct";
    let found = mended(tree, &["winning", "Ben", "dies", "Bern", "."]);
    assert_eq!(found, ["winning amod Ben", "Ben nsubj dies", "dies root -", "Bern obl dies", ". punct dies"]);
    // "The party, winning seats, rejoiced": nobody is described by what is won.
    let tree = "Winning win VERB VBG 4 csubj\nwinning win VERB VBG 1 xcomp\nseats seat NOUN NNS 2 obj\n\
                pays pay VERB VBZ 0 root\n. . PUNCT . 4 punct";
    assert_eq!(mended(tree, &["winning", "seats"]), ["winning xcomp Winning", "seats obj winning"]);
}

#[test]
fn the_year_before_a_prize_is_none_of_it() {
    let tree = "Last last ADJ JJ 2 amod\nyear year NOUN NN 4 compound\nNobel Nobel PROPN NNP 4 compound\n\
                Prize Prize PROPN NNP 6 compound\n- - PUNCT HYPH 4 punct\nwinning win VERB VBG 7 acl\n\
                chemist chemist NOUN NN 9 nsubj\nKarl Karl PROPN NNP 7 flat\ndied die VERB VBD 0 root\n\
                . . PUNCT . 9 punct";
    let found = mended(tree, &["Last", "year", "Nobel", "Prize", "winning", "Karl", "died"]);
    let wanted = [
        "Last amod year",
        "year obl:unmarked died",
        "Nobel compound Prize",
        "Prize compound winning",
        "winning amod Karl",
        "Karl nsubj died",
        "died root -",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn of_prize_and_name_one_is_the_subject() {
    let tree = "On on ADP IN 2 case\nMonday Monday PROPN NNP 8 obl\nOscar Oscar PROPN NNP 8 obl\n- - PUNCT HYPH 3 punct\n\
                winning win VERB VBG 3 acl\nactor actor NOUN NN 7 compound\nBen Ben PROPN NNP 8 nsubj\n\
                died die VERB VBD 0 root\n. . PUNCT . 8 punct";
    let found = mended(tree, &["Monday", "Oscar", "Ben", "died"]);
    assert_eq!(found, ["Monday obl died", "Oscar compound winning", "Ben nsubj died", "died root -"]);
    let tree = "Two two NUM CD 3 nummod\n- - PUNCT HYPH 1 punct\ntime time NOUN NN 6 compound\nGrammy Grammy PROPN NNP 6 compound\n\
                - - PUNCT HYPH 4 punct\nwinning win VERB VBG 7 acl\nsinger singer NOUN NN 9 nsubj\nAnna Anna PROPN NNP 7 flat\n\
                dies die VERB VBZ 0 root\n. . PUNCT . 9 punct";
    let found = mended(tree, &["time", "Grammy", "winning", "Anna"]);
    assert_eq!(
        found,
        ["time compound Grammy", "Grammy compound winning", "winning amod Anna", "Anna nsubj dies"]
    );
}
