//! What happened when people were hurt.

use super::mended;

#[test]
fn a_train_derailed_when_nine_were_injured() {
    let tree = "Nine nine NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\ninjured injure VERB VBN 0 root\n\
                when when ADV WRB 3 advmod\na a DET DT 6 det\ntrain train NOUN NN 4 nsubj\n\
                derailed derail VERB VBN 6 acl\nnear near ADP IN 9 case\nLyon Lyon PROPN NNP 7 obl";
    let found = mended(tree, &["when", "train", "derailed", "Lyon"]);
    assert_eq!(
        found,
        ["when advmod derailed", "train nsubj derailed", "derailed advcl injured", "Lyon obl derailed"]
    );
    // "They said when a bomb planted by rebels …": who did it tells of the bomb.
    let tree = "They they PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nwhen when ADV WRB 2 advmod\na a DET DT 5 det\n\
                bomb bomb NOUN NN 3 nsubj\nplanted plant VERB VBN 5 acl\nby by ADP IN 8 case\n\
                rebels rebel NOUN NNS 6 obl:agent";
    assert_eq!(mended(tree, &["bomb", "planted"]), ["bomb nsubj when", "planted acl bomb"]);
}

#[test]
fn police_used_batons_when_ten_were_hurt() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nhurt hurt VERB VBN 0 root\nas as ADP IN 5 case\n\
                police police NOUN NN 3 obl\nused use VERB VBN 7 amod\nbatons baton NOUN NNS 3 obl\n\
                to to PART TO 9 mark\ndisperse disperse VERB VB 7 acl\ncrowds crowd NOUN NNS 9 obj";
    let words = ["as", "police", "used", "batons", "disperse"];
    assert_eq!(
        mended(tree, &words),
        ["as mark used", "police nsubj used", "used advcl hurt", "batons obj used", "disperse advcl used"]
    );
    // "Ten were hurt in clashes involving used batons" has a preposition for each.
    let other = tree.replace("as as ADP IN 5 case", "by by ADP IN 5 case");
    assert_eq!(mended(&other, &["batons"]), ["batons obl hurt"]);
}

#[test]
fn police_searched_a_house_before_somebody_was_charged() {
    let tree = "They they PRON PRP 2 nsubj\ncharged charge VERB VBD 0 root\nhim he PRON PRP 2 obj\n\
                with with ADP IN 5 case\nfraud fraud NOUN NN 2 obl\nafter after ADP IN 7 case\n\
                police police NOUN NN 5 nmod\nsearched search VERB VBD 2 conj\nhouses house NOUN NNS 8 obj";
    assert_eq!(
        mended(tree, &["after", "police", "searched"]),
        ["after mark searched", "police nsubj searched", "searched advcl charged"]
    );
    let joined = tree.replace("houses house NOUN NNS 8 obj", "and and CCONJ CC 8 cc");
    assert_eq!(mended(&joined, &["searched"]), ["searched conj charged"]);
}
