//! What belongs together.

use super::mended;

#[test]
fn a_noun_is_joined_to_the_object() {
    let tree = "Guards guard NOUN NNS 2 nsubj\nkilled kill VERB VBD 0 root\nthe the DET DT 4 det\n\
                mayor mayor NOUN NN 2 obj\nand and CCONJ CC 7 cc\ntwo two NUM CD 7 nummod\n\
                aides aide NOUN NNS 2 conj";
    assert_eq!(mended(tree, &["aides"]), ["aides conj mayor"]);
    // "He killed the mayor on Monday and his brother": what stands between them is no part of the object.
    let tree = "He he PRON PRP 2 nsubj\nkilled kill VERB VBD 0 root\nthe the DET DT 4 det\nmayor mayor NOUN NN 2 obj\n\
                on on ADP IN 6 case\nMonday Monday PROPN NNP 2 obl\nand and CCONJ CC 8 cc\naides aide NOUN NNS 2 conj";
    assert_eq!(mended(tree, &["aides"]), ["aides conj killed"]);
}

#[test]
fn a_relative_clause_has_its_object() {
    let tree = "The the DET DT 2 det\nman man NOUN NN 8 nsubj:pass\nwho who PRON WP 4 nsubj\n\
                shot shoot VERB VBD 2 acl:relcl\nthe the DET DT 6 det\nmayor mayor NOUN NN 8 nsubj:pass\n\
                was be AUX VBD 8 aux:pass\narrested arrest VERB VBN 0 root";
    assert_eq!(mended(tree, &["man", "mayor"]), ["man nsubj:pass arrested", "mayor obj shot"]);
}

#[test]
fn of_two_subjects_the_pronoun_is_the_object() {
    let tree = "The the DET DT 2 det\nparty party NOUN NN 8 nsubj\n, , PUNCT , 6 punct\nwhich which PRON WDT 6 nsubj\n\
                rivals rival NOUN NNS 6 nsubj\naccused accuse VERB VBD 2 acl:relcl\n; , PUNCT , 6 punct\n\
                split split VERB VBD 0 root";
    assert_eq!(mended(tree, &["which", "rivals"]), ["which obj accused", "rivals nsubj accused"]);
    // "the party which split": the pronoun is the only subject.
    let tree = "The the DET DT 2 det\nparty party NOUN NN 0 root\nwhich which PRON WDT 4 nsubj\n\
                split split VERB VBD 2 acl:relcl";
    assert_eq!(mended(tree, &["which"]), ["which nsubj split"]);
}

#[test]
fn what_goes_on_between_two_sides_happens() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nin in SCONJ IN 5 mark\n\
                fighting fight VERB VBG 3 advcl\nbetween between ADP IN 7 case\nclans clan NOUN NNS 5 obl";
    let found = mended(tree, &["in", "fighting", "clans"]);
    assert_eq!(found, ["in case fighting", "fighting obl killed", "clans nmod fighting"]);
    // "They succeeded in driving a wedge between the clans": what has an object is a verb.
    let tree = "They they PRON PRP 2 nsubj\nsucceeded succeed VERB VBD 0 root\nin in SCONJ IN 4 mark\n\
                driving drive VERB VBG 2 advcl\nwedges wedge NOUN NNS 4 obj\nbetween between ADP IN 7 case\n\
                clans clan NOUN NNS 5 nmod";
    assert_eq!(mended(tree, &["driving"]), ["driving advcl succeeded"]);
}

#[test]
fn what_is_shot_down_is_the_object() {
    let tree = "Troops troop NOUN NNS 2 nsubj\nshot shoot VERB VBD 0 root\ndown down ADP IN 5 case\na a DET DT 5 det\n\
                drone drone NOUN NN 2 obl";
    assert_eq!(mended(tree, &["down", "drone"]), ["down compound:prt shot", "drone obj shot"]);
    // "Troops went down a hill."
    let tree = tree.replace("shot shoot", "went go");
    assert_eq!(mended(&tree, &["drone"]), ["drone obl went"]);
}
