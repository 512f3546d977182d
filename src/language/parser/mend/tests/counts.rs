//! Numbers beside what they count.

use super::mended;

#[test]
fn whom_a_clause_hurt_is_not_whom_the_sentence_tells_of() {
    let tree = "The the DET DT 2 det\nbomber bomber NOUN NN 7 nsubj:pass\nwho who PRON WP 4 nsubj\n\
                killed kill VERB VBD 2 acl:relcl\nten ten NUM CD 7 nsubj:pass\nwas be AUX VBD 7 aux:pass\n\
                arrested arrest VERB VBN 0 root\n. . PUNCT . 7 punct";
    assert_eq!(mended(tree, &["bomber", "ten"]), ["bomber nsubj:pass arrested", "ten obj killed"]);
    let tree = "A a DET DT 2 det\nsuspect suspect NOUN NN 0 root\nin in ADP IN 4 case\nraid raid NOUN NN 2 nmod\n\
                that that PRON WDT 6 nsubj\nkilled kill VERB VBD 4 acl:relcl\nten ten NUM CD 9 nsubj:pass\n\
                was be AUX VBD 9 aux:pass\narrested arrest VERB VBN 6 ccomp\n. . PUNCT . 2 punct";
    let found = mended(tree, &["suspect", "ten", "arrested", "."]);
    assert_eq!(
        found,
        ["suspect nsubj:pass arrested", "ten obj killed", "arrested root -", ". punct arrested"]
    );
    // "said that ten were hurt": what is said has its own subject.
    let tree = "The the DET DT 2 det\naide aide NOUN NN 0 root\nwho who PRON WP 4 nsubj\nsaid say VERB VBD 2 acl:relcl\n\
                ten ten NUM CD 7 nsubj:pass\nwere be AUX VBD 7 aux:pass\nhurt hurt VERB VBN 4 ccomp\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["ten", "hurt"]), ["ten nsubj:pass hurt", "hurt ccomp said"]);
}

#[test]
fn a_participle_before_such_a_clause_describes_the_subject() {
    let tree = "A a DET DT 2 det\nman man NOUN NN 3 nsubj\nwanted want VERB VBD 0 root\nfor for ADP IN 5 case\n\
                raids raid NOUN NNS 3 obl\nthat that PRON WDT 7 nsubj\nhurt hurt VERB VBD 5 acl:relcl\n\
                ten ten NUM CD 10 nsubj:pass\nwas be AUX VBD 10 aux:pass\nheld hold VERB VBN 5 acl:relcl\n\
                . . PUNCT . 3 punct";
    let found = mended(tree, &["man", "wanted", "raids", "ten", "held", "."]);
    let wanted = [
        "man nsubj:pass held",
        "wanted acl man",
        "raids obl wanted",
        "ten obj hurt",
        "held root -",
        ". punct held",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn tens_and_units_are_one_number() {
    let tree = "Forty forty NUM CD 5 nsubj:pass\n- - PUNCT HYPH 2 punct\ntwo two NUM CD 5 nsubj:pass\n\
                were be AUX VBD 5 aux:pass\nhurt hurt VERB VBN 0 root\n. . PUNCT . 5 punct";
    let tree = tree.replace("HYPH 2 punct", "HYPH 1 punct");
    assert_eq!(
        mended(&tree, &["Forty", "-", "two"]),
        ["Forty compound two", "- punct two", "two nsubj:pass hurt"]
    );
    let tree = "Thirty thirty NUM CD 4 nummod\n- - PUNCT HYPH 3 case\nthree three NUM CD 1 nmod\n\
                people people NOUN NNS 5 nsubj\ndied die VERB VBD 0 root\n. . PUNCT . 5 punct";
    assert_eq!(mended(tree, &["Thirty", "three"]), ["Thirty compound three", "three nummod people"]);
}

#[test]
fn a_small_word_parts_no_name() {
    let tree = "killed kill VERB VBD 0 root\nSami Sami PROPN NNP 1 obj\nur ur PRON PRP$ 5 nmod:poss\n\
                - - PUNCT HYPH 5 punct\nHaddad Haddad PROPN NNP 2 conj\nand and CCONJ CC 7 cc\n\
                others other NOUN NNS 5 conj\n. . PUNCT . 1 punct";
    assert_eq!(mended(tree, &["Haddad", "others"]), ["Haddad flat Sami", "others conj Sami"]);
    // "met Sami, Haddad": two.
    let tree = "met meet VERB VBD 0 root\nSami Sami PROPN NNP 1 obj\n, , PUNCT , 4 punct\n\
                Haddad Haddad PROPN NNP 2 conj\n. . PUNCT . 1 punct";
    assert_eq!(mended(tree, &["Haddad"]), ["Haddad conj Sami"]);
}

#[test]
fn up_to_so_many_are_those_to_whom_it_is_done() {
    let tree = "Up up ADP IN 6 case\nto to ADP IN 4 case\nten ten NUM CD 4 nummod\npeople people NOUN NNS 6 obl\n\
                are be AUX VBP 6 aux:pass\nkilled kill VERB VBN 0 root";
    assert_eq!(
        mended(tree, &["Up", "to", "people"]),
        ["Up advmod ten", "to fixed Up", "people nsubj:pass killed"]
    );
    let tree = "Gunmen gunman NOUN NNS 2 nsubj\nkilled kill VERB VBD 0 root\nup up ADP RP 2 compound:prt\n\
                to to ADP IN 6 case\nten ten NUM CD 6 nummod\nguards guard NOUN NNS 2 obl";
    assert_eq!(mended(tree, &["guards"]), ["guards obj killed"]);
    // "went up to ten guards" and asked them.
    let tree = tree.replace("killed kill", "went go");
    assert_eq!(mended(&tree, &["guards"]), ["guards obl went"]);
}

#[test]
fn some_of_them_are_theirs() {
    let tree = "killed kill VERB VBD 0 root\nmayors mayor NOUN NNS 1 obj\nand and CCONJ CC 4 cc\ntwo two NUM CD 2 conj\n\
                of of ADP IN 6 case\naides aide NOUN NNS 2 nmod";
    assert_eq!(mended(tree, &["aides"]), ["aides nmod two"]);
    // "mayors and guards of towns"
    let tree = tree.replace("two two NUM CD", "guards guard NOUN NNS");
    assert_eq!(mended(&tree, &["aides"]), ["aides nmod mayors"]);
}

#[test]
fn a_word_before_a_number_counts() {
    let tree = "Around around ADP IN 3 case\n30 30 NUM CD 3 nummod\nworkers worker NOUN NNS 7 obl\n, , PUNCT , 3 punct\n\
                mainly mainly ADV RB 3 advmod\nare be AUX VBP 7 aux:pass\ninjured injure VERB VBN 0 root";
    assert_eq!(mended(tree, &["Around", "workers"]), ["Around advmod 30", "workers nsubj:pass injured"]);
    let some = "Over over ADV RB 2 advmod\n40 40 NUM CD 3 nummod\npupils pupil NOUN NNS 9 obl\n, , PUNCT , 9 punct\n\
                many many ADJ JJ 9 nsubj:pass\nof of ADP IN 7 case\nthem they PRON PRP 5 nmod\nwere be AUX VBD 9 aux:pass\n\
                moved move VERB VBN 0 root";
    assert_eq!(mended(some, &["pupils", "many"]), ["pupils nsubj:pass moved", "many appos pupils"]);
    // "Over two days, ten were moved"
    let days = "Over over ADP IN 3 case\ntwo two NUM CD 3 nummod\ndays day NOUN NNS 7 obl\n, , PUNCT , 7 punct\n\
                ten ten NUM CD 7 nsubj:pass\nwere be AUX VBD 7 aux:pass\nmoved move VERB VBN 0 root";
    assert_eq!(mended(days, &["days", "ten"]), ["days obl moved", "ten nsubj:pass moved"]);
}

#[test]
fn a_number_beside_a_subject_counts_it() {
    let tree = "Two two NUM CD 4 nsubj:pass\nDanes Dane PROPN NNPS 4 nsubj:pass\nwere be AUX VBD 4 aux:pass\nhurt hurt VERB VBN 0 root";
    assert_eq!(mended(tree, &["Two", "Danes"]), ["Two nummod Danes", "Danes nsubj:pass hurt"]);
}
