use super::*;

#[test]
fn what_is_wanted_done_is_no_description() {
    let tree = "Gunmen gunman NOUN NNS 2 nsubj\nwant want VERB VBP 0 root\n40 40 NUM CD 4 nummod\n\
                prisoners prisoner NOUN NNS 2 obj\nfreed free VERB VBN 4 acl";
    assert_eq!(mended(tree, &["freed", "prisoners"]), ["freed xcomp want", "prisoners obj want"]);
    // "hold 40 prisoners captured": who they are.
    let hold = tree.replace("want want", "hold hold");
    assert_eq!(mended(&hold, &["freed"]), ["freed acl prisoners"]);
    // "want 40 prisoners captured in May"
    let more = format!("{tree}\nin in ADP IN 7 case\nMay May PROPN NNP 5 obl");
    assert_eq!(mended(&more, &["freed"]), ["freed acl prisoners"]);
}

#[test]
fn each_verb_of_a_row_has_its_object() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root\nto to PART TO 4 mark\ncut cut VERB VB 2 xcomp\n\
                spending spend VERB VBG 8 compound\nand and CCONJ CC 7 cc\nraise raise VERB VB 5 conj\ntaxes tax NOUN NNS 4 obj";
    assert_eq!(
        mended(tree, &["spending", "raise", "taxes"]),
        ["spending obj cut", "raise conj cut", "taxes obj raise"]
    );
    // "cut spending and lending taxes"
    let nouns = tree.replace("raise raise VERB VB 5", "lending lend VERB VBG 5");
    assert_eq!(mended(&nouns, &["spending"]), ["spending compound taxes"]);
}

#[test]
fn who_is_set_free_is_freed() {
    let tree = "Prisoners prisoner NOUN NNS 5 nsubj\nwill will AUX MD 5 aux\nbe be AUX VB 5 cop\nset set ADJ JJ 5 advmod\n\
                free free ADJ JJ 0 root";
    assert_eq!(
        mended(tree, &["Prisoners", "be", "set", "free"]),
        ["Prisoners nsubj:pass set", "be aux:pass set", "set root -", "free xcomp set"]
    );
    // "Prisoners will be so free"
    let so = tree.replace("set set ADJ JJ", "so so ADV RB");
    assert_eq!(mended(&so, &["free"]), ["free root -"]);
}

#[test]
fn what_is_promised_not_to_be_done_is_denied() {
    let tree = "Rebels rebel NOUN NNS 2 nsubj\nvowed vow VERB VBD 0 root\nnever never ADV RB 2 advmod\nto to PART TO 5 mark\n\
                yield yield VERB VB 2 xcomp";
    assert_eq!(mended(tree, &["never"]), ["never advmod yield"]);
    // "Rebels never vowed to yield"
    let before = tree.replace("vowed vow VERB VBD 0 root\nnever never ADV RB 2", "never never ADV RB 3");
    let before = before
        .replace("NNS 2 nsubj", "NNS 3 nsubj")
        .replace("advmod\nto", "advmod\nvowed vow VERB VBD 0 root\nto");
    let before = before.replace("VB 2 xcomp", "VB 3 xcomp");
    assert_eq!(mended(&before, &["never"]), ["never advmod vowed"]);
}
