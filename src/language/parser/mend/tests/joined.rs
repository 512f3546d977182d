//! Verbs that looked like words for an object.

use super::mended;

#[test]
fn what_was_done_next() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\nclosed close VERB VBD 0 root\nits its PRON PRP$ 4 nmod:poss\n\
                schools school NOUN NNS 2 obj\nand and CCONJ CC 7 cc\nbanned ban VERB VBN 7 amod\n\
                rallies rally NOUN NNS 4 conj\nin in ADP IN 9 case\nMay May PROPN NNP 4 nmod\n. . PUNCT . 2 punct";
    let found = mended(tree, &["and", "banned", "rallies", "May"]);
    assert_eq!(found, ["and cc banned", "banned conj closed", "rallies obj banned", "May obl banned"]);
    // "Chad has closed its schools and banned rallies."
    let perfect = tree.replace("Chad Chad PROPN NNP 2 nsubj", "has have AUX VBZ 2 aux");
    let perfect = perfect.replace("closed close VERB VBD", "closed close VERB VBN");
    assert_eq!(mended(&perfect, &["banned"]), ["banned conj closed"]);
    // "They closed schools and displaced families were moved": some participles describe.
    let describing = tree.replace("banned ban", "displaced displace");
    assert_eq!(mended(&describing, &["displaced"]), ["displaced amod rallies"]);
    // "They close schools and banned papers": no past goes on with a present.
    let present = tree.replace("closed close VERB VBD", "close close VERB VBP");
    assert_eq!(mended(&present, &["banned"]), ["banned amod rallies"]);
    // "They took money and given names": no past tense.
    let given = tree.replace("banned ban", "given give");
    assert_eq!(mended(&given, &["given"]), ["given amod rallies"]);
}

#[test]
fn whoever_acts_behind_and() {
    let tree = "Troops troops NOUN NNS 2 nsubj\nheld hold VERB VBD 0 root\nmen man NOUN NNS 2 obj\nin in ADP IN 5 case\n\
                Aden Aden PROPN NNP 3 nmod\nand and CCONJ CC 7 cc\nplanes plane NOUN NNS 5 conj\n\
                sank sink VERB VBD 2 conj\nships ship NOUN NNS 8 obj\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["and", "planes"]), ["and cc sank", "planes nsubj sank"]);
    // "Troops held men in Aden and planes, and they sank": somebody else did.
    let other = tree.replace("ships ship NOUN NNS 8 obj", "they they PRON PRP 8 nsubj");
    assert_eq!(mended(&other, &["planes"]), ["planes conj Aden"]);
    let direct = "bombs bomb NOUN NNS 2 nsubj\ndetonate detonate VERB VBP 0 root\nand and CCONJ CC 4 cc\n\
                  gunmen gunman NOUN NNS 2 conj\nattack attack VERB VBP 2 xcomp\nbars bar NOUN NNS 5 obj";
    let found = mended(direct, &["and", "gunmen", "attack"]);
    assert_eq!(found, ["and cc attack", "gunmen nsubj attack", "attack conj detonate"]);
}

#[test]
fn whoever_suffers_behind_and() {
    let tree = "Six Six NUM CD 2 nummod\nmen man NOUN NNS 4 nsubj\nare be AUX VBP 4 cop\ndead dead ADJ JJ 0 root\n\
                and and CCONJ CC 7 cc\nnine nine NUM CD 7 nummod\nwomen woman NOUN NNS 4 conj\nare be AUX VBP 9 aux:pass\n\
                hurt hurt VERB VBN 4 conj\n. . PUNCT . 4 punct";
    let found = mended(tree, &["and", "nine", "women"]);
    assert_eq!(found, ["and cc hurt", "nine nummod women", "women nsubj:pass hurt"]);
    // "Six men are dead and women, and they are hurt": the second has its own subject.
    let other = tree.replace(". . PUNCT . 4 punct", "they they PRON PRP 9 nsubj:pass");
    assert_eq!(mended(&other, &["women"]), ["women conj dead"]);
}

#[test]
fn an_auxiliary_taken_for_a_verb() {
    let tree = "Six six NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nand and CCONJ CC 6 cc\n\
                others other NOUN NNS 6 nsubj:pass\nwere be AUX VBN 3 conj\nhurt hurt VERB VBN 3 conj\nhere here ADV RB 7 advmod";
    assert_eq!(
        mended(tree, &["and", "others", "hurt"]),
        ["and cc hurt", "others nsubj:pass hurt", "hurt conj killed"]
    );
    // "Six were killed and others were ill": nothing stands behind it that it could help.
    let ill = tree.replace("hurt hurt VERB VBN 3 conj", "ill ill ADJ JJ 3 conj");
    assert_eq!(mended(&ill, &["others"]), ["others nsubj:pass were"]);
}

#[test]
fn what_is_done_behind_a_last_noun() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\njails jail VERB VBZ 0 root\nmen man NOUN NNS 2 obj\nafter after ADP IN 5 case\n\
                riots riot NOUN NNS 2 obl\nand and CCONJ CC 7 cc\nfined fine VERB VBD 5 conj\nguards guard NOUN NNS 7 obj";
    assert_eq!(mended(tree, &["fined", "guards"]), ["fined conj jails", "guards obj fined"]);
    // "riots and guards fined": no past tense.
    let participle = tree.replace("fined fine VERB VBD", "fined fine VERB VBN");
    assert_eq!(mended(&participle, &["fined"]), ["fined conj riots"]);
}

#[test]
fn a_verb_goes_on_with_no_noun() {
    let tree = "It it PRON PRP 2 nsubj\nupholds uphold VERB VBZ 0 root\nterms term NOUN NNS 2 obj\nfor for ADP IN 5 case\n\
                riots riot NOUN NNS 2 obl\nand and CCONJ CC 7 cc\njailed jail VERB VBD 5 conj\ntwo two NUM CD 7 obj";
    assert_eq!(mended(tree, &["jailed", "riots"]), ["jailed conj upholds", "riots obl upholds"]);
}

#[test]
fn what_somebody_gets_is_the_verb() {
    let tree = "One one NUM CD 2 nsubj:pass\nkilled kill VERB VBN 0 root\nand and CCONJ CC 5 cc\nthree three NUM CD 5 nsubj:pass\n\
                got get VERB VBN 2 conj\ninjured injure VERB VBN 2 conj\nby by ADP IN 8 case\nshells shell NOUN NNS 6 obl:agent";
    assert_eq!(
        mended(tree, &["three", "got", "injured"]),
        ["three nsubj:pass injured", "got aux:pass injured", "injured conj killed"]
    );
}

#[test]
fn others_threw_stones() {
    let tree = "Men man NOUN NNS 2 nsubj\nopened open VERB VBD 0 root\nfire fire NOUN NN 2 obj\nand and CCONJ CC 5 cc\n\
                others other NOUN NNS 3 conj\nthrew throw VERB VBD 2 parataxis\nstones stone NOUN NNS 6 obj";
    assert_eq!(
        mended(tree, &["and", "others", "threw"]),
        ["and cc threw", "others nsubj threw", "threw conj opened"]
    );
}

#[test]
fn who_is_joined_to_an_agent_does_nothing_else() {
    let tree = "Raids raid NOUN NNS 2 nsubj\nlaunched launch VERB VBD 0 root\nby by ADP IN 4 case\n\
                Chad Chad PROPN NNP 2 obl\nand and CCONJ CC 7 cc\nNiger Niger PROPN NNP 7 nsubj\n\
                killed kill VERB VBD 2 conj\nten ten NUM CD 7 obj";
    assert_eq!(
        mended(tree, &["Raids", "launched", "and", "Niger", "killed"]),
        ["Raids nsubj killed", "launched acl Raids", "and cc Niger", "Niger conj Chad", "killed root -"]
    );
    // "Trains passed by night and rebels killed ten"
    let passed = tree.replace("launched launch", "passed pass");
    assert_eq!(mended(&passed, &["Niger"]), ["Niger nsubj killed"]);
}

#[test]
fn dozens_more_and_a_third_are_hurt() {
    let more = "Two two NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nand and CCONJ CC 5 cc\n\
                dozens dozen NOUN NNS 3 conj\nmore more ADV RBR 8 advmod\nwere be AUX VBD 8 aux:pass\n\
                hurt hurt VERB VBN 3 conj";
    assert_eq!(
        mended(more, &["and", "dozens", "more"]),
        ["and cc hurt", "dozens nsubj:pass hurt", "more amod dozens"]
    );
    let third = "Two two NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nand and CCONJ CC 7 cc\n\
                 a a DET DT 6 det\nthird third ADJ JJ 7 advmod\ninjured injure VERB VBN 3 conj";
    assert_eq!(mended(third, &["third"]), ["third nsubj:pass injured"]);
}

#[test]
fn a_finite_verb_is_joined_to_no_noun() {
    let tree = |helper: &str| {
        format!(
            "He he PRON PRP 2 nsubj\nconferred confer VERB VBD 0 root\nwith with ADP IN 4 case\nministers minister NOUN NNS 2 obl\n\
             and and CCONJ CC 7 cc\n{helper}\nreceived receive VERB VBN 4 conj"
        )
    };
    assert_eq!(mended(&tree("was be AUX VBD 7 aux:pass"), &["received"]), ["received conj conferred"]);
    // "with ministers and well received guests"
    assert_eq!(mended(&tree("well well ADV RB 7 advmod"), &["received"]), ["received conj ministers"]);
}
