//! The two sides behind "between".

use super::mended;

#[test]
fn between_has_two_sides() {
    let tree = "Talks talk NOUN NNS 0 root\nbetween between ADP IN 3 case\ngovernment government NOUN NN 1 nmod\nof of ADP IN 5 case\n\
                Chad Chad PROPN NNP 3 nmod\nand and CCONJ CC 7 cc\nrebels rebel NOUN NNS 5 conj";
    assert_eq!(mended(tree, &["rebels"]), ["rebels conj government"]);
    let tree = "Talks talk NOUN NNS 0 root\nbetween between ADP IN 3 case\nsupporters supporter NOUN NNS 1 nmod\nof of ADP IN 5 case\n\
                Lind Lind PROPN NNP 3 nmod\nand and CCONJ CC 7 cc\npolice police NOUN NNS 5 conj";
    assert_eq!(mended(tree, &["police"]), ["police conj supporters"]);
    // "Talks between leaders of Chad and Togo": those of either.
    let tree = "Talks talk NOUN NNS 0 root\nbetween between ADP IN 3 case\nleaders leader NOUN NNS 1 nmod\nof of ADP IN 5 case\n\
                Chad Chad PROPN NNP 3 nmod\nand and CCONJ CC 7 cc\nTogo Togo PROPN NNP 5 conj";
    assert_eq!(mended(tree, &["Togo"]), ["Togo conj Chad"]);
    // "Talks with the government of Chad and Togo"
    let tree = "Talks talk NOUN NNS 0 root\nwith with ADP IN 3 case\ngovernment government NOUN NN 1 nmod\nof of ADP IN 5 case\n\
                Chad Chad PROPN NNP 3 nmod\nand and CCONJ CC 7 cc\nTogo Togo PROPN NNP 5 conj";
    assert_eq!(mended(tree, &["Togo"]), ["Togo conj Chad"]);
}
