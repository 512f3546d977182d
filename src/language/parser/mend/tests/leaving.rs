//! Those who leave a country are not of it.

use super::mended;

#[test]
fn what_is_left_belongs_to_the_leaving() {
    let tree = "withdrawal withdrawal NOUN NN 0 root\nof of ADP IN 3 case\nDanes Dane PROPN NNPS 1 nmod\n\
                from from ADP IN 5 case\nChad Chad PROPN NNP 3 nmod";
    assert_eq!(mended(tree, &["Chad"]), ["Chad nmod withdrawal"]);
    let killing = tree.replace("withdrawal withdrawal", "killing killing");
    assert_eq!(mended(&killing, &["Chad"]), ["Chad nmod Danes"]);
}
