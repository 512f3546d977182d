//! Who gets a post, and who is told to be among others.

use super::mended;

#[test]
fn a_name_before_a_post_is_no_part_of_it() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\nnamed name VERB VBD 0 root\nAnn Ann PROPN NNP 6 compound\n\
                Lind Lind PROPN NNP 3 flat\nfinance finance NOUN NN 6 compound\nminister minister NOUN NN 2 obj";
    assert_eq!(
        mended(tree, &["Ann", "Lind", "finance", "minister"]),
        ["Ann obj named", "Lind flat Ann", "finance compound minister", "minister xcomp named"]
    );
    // "Chad named Green Bank director Ann": the name is behind.
    let director = format!("{tree}\nEve Eve PROPN NNP 6 flat");
    assert_eq!(mended(&director, &["Ann"]), ["Ann compound minister"]);
    // "Chad hired": no post is given.
    let hired = tree.replace("named name", "hired hire");
    assert_eq!(mended(&hired, &["Ann"]), ["Ann compound minister"]);
}

#[test]
fn a_name_behind_a_form_of_be_is_a_predicate() {
    let tree = "The the DET DT 2 det\ntwo two NUM CD 0 root\nelected elect VERB VBN 2 acl\nwere be AUX VBD 5 cop\n\
                Ann Ann PROPN NNP 3 obl:agent\nLind Lind PROPN NNP 5 flat";
    assert_eq!(mended(tree, &["two", "elected", "Ann"]), ["two nsubj Ann", "elected acl two", "Ann root -"]);
    // "the two elected by Ann Lind": she did.
    let by = tree.replace("were be AUX VBD 5 cop", "by by ADP IN 5 case");
    assert_eq!(mended(&by, &["Ann"]), ["Ann obl:agent elected"]);
}

#[test]
fn names_that_go_on_alike_are_joined() {
    let tree = "Tom Tom PROPN NNP 10 nsubj\nHale Hale PROPN NNP 1 flat\nof of ADP IN 4 case\nShell Shell PROPN NNP 1 nmod\n\
                and and CCONJ CC 6 cc\nAnn Ann PROPN NNP 4 conj\nLind Lind PROPN NNP 6 flat\nof of ADP IN 9 case\n\
                Fenwick Fenwick PROPN NNP 4 nmod\nmet meet VERB VBD 0 root";
    assert_eq!(mended(tree, &["Ann", "Fenwick"]), ["Ann conj Tom", "Fenwick nmod Ann"]);
    // "Tom Hale of Shell and Ann Lind met": nothing tells that they are alike.
    let bare = tree.replace("of of ADP IN 9 case", "at at ADP IN 9 case");
    assert_eq!(mended(&bare, &["Ann"]), ["Ann conj Shell"]);
}
