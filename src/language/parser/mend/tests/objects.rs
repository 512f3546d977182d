//! Whom a sum is taken from, whom a verdict is on, who is accused.

use super::mended;

#[test]
fn a_name_before_a_sum_is_no_part_of_it() {
    let tree = "Courts court NOUN NNS 2 nsubj\nfine fine VERB VBP 0 root\nFenwick Fenwick PROPN NNP 4 compound\n\
                € € SYM $ 2 obj\n5 5 NUM CD 4 nummod";
    assert_eq!(mended(tree, &["Fenwick", "€"]), ["Fenwick iobj fine", "€ obj fine"]);
    let tree = "Courts court NOUN NNS 2 nsubj\nfind find VERB VBP 0 root\nAnn Ann PROPN NNP 5 compound\n\
                Lind Lind PROPN NNP 3 flat\nguilty guilty NOUN NN 2 obj";
    assert_eq!(mended(tree, &["Ann", "guilty"]), ["Ann obj find", "guilty xcomp find"]);
    // "They pay about $ 5": no name.
    let tree = "They they PRON PRP 2 nsubj\npay pay VERB VBP 0 root\nabout about ADV RB 4 advmod\n\
                $ $ SYM $ 2 obj\n5 5 NUM CD 4 nummod";
    assert_eq!(mended(tree, &["$"]), ["$ obj pay"]);
}

#[test]
fn who_is_accused_of_something_does_not_accuse() {
    let tree = "Guards guard NOUN NNS 2 nsubj\nsaid say VERB VBD 0 root\na a DET DT 4 det\nman man NOUN NN 5 nsubj\n\
                suspected suspect VERB VBN 2 ccomp\nof of ADP IN 7 case\ntheft theft NOUN NN 5 obl";
    assert_eq!(mended(tree, &["man"]), ["man nsubj:pass suspected"]);
    // "a club that guards suspected of theft": the club is suspected.
    let tree = "A a DET DT 2 det\nclub club NOUN NN 0 root\nguards guard NOUN NNS 4 nsubj\n\
                suspected suspect VERB VBD 2 acl:relcl\nof of ADP IN 6 case\ntheft theft NOUN NN 4 obl";
    assert_eq!(mended(tree, &["guards"]), ["guards nsubj suspected"]);
    // "Guards accused a man of theft": here somebody does.
    let tree = "Guards guard NOUN NNS 2 nsubj\naccused accuse VERB VBD 0 root\na a DET DT 4 det\nman man NOUN NN 2 obj\n\
                of of ADP IN 6 case\ntheft theft NOUN NN 2 obl";
    assert_eq!(mended(tree, &["Guards", "man"]), ["Guards nsubj accused", "man obj accused"]);
}

#[test]
fn so_many_are_harmed() {
    let tree = "A a DET DT 2 det\nbomber bomber NOUN NN 3 nsubj\nkilled kill VERB VBN 0 root\n30 30 NUM CD 3 obl\n\
                , , PUNCT , 7 punct\nincluding include VERB VBG 7 case\nchildren child NOUN NNS 4 nmod\n. . PUNCT . 3 punct";
    assert_eq!(mended(tree, &["30"]), ["30 obj killed"]);
    // "A bomber was killed 30 miles away": how far.
    let miles = tree.replace(", , PUNCT , 7 punct", "miles mile NOUN NNS 4 flat");
    assert_eq!(mended(&miles, &["30"]), ["30 obl killed"]);
    // "Bombers were killed in 30": no number of people.
    let passive = tree.replace("A a DET DT 2 det", "was be AUX VBD 3 aux:pass");
    assert_eq!(mended(&passive, &["30"]), ["30 obl killed"]);
}

#[test]
fn of_two_phrases_behind_giving_the_first_gets_the_second() {
    let tree = |verb: &str| {
        format!(
            "Panels panel NOUN NNS 2 nsubj\n{verb} VERB VBD 0 root\nSantos Santos PROPN NNP 2 obj\nthe the DET DT 5 det\n\
             prize prize NOUN NN 3 appos"
        )
    };
    assert_eq!(
        mended(&tree("awarded award"), &["Santos", "prize"]),
        ["Santos iobj awarded", "prize obj awarded"]
    );
    assert_eq!(mended(&tree("met meet"), &["prize"]), ["prize appos Santos"]);
}

#[test]
fn who_is_named_is_given_an_office() {
    let tree = "Deputies deputy NOUN NNS 2 nsubj\nnamed name VERB VBN 0 root\nAnn Ann PROPN NNP 2 xcomp\n\
                Lind Lind PROPN NNP 3 flat\nacting act VERB VBG 6 amod\npresident president NOUN NN 2 obl:unmarked";
    assert_eq!(mended(tree, &["Ann", "president"]), ["Ann obj named", "president xcomp named"]);
    // "named Ann Lind last week"
    let week = tree.replace("named name", "visited visit").replace("president president", "week week");
    assert_eq!(mended(&week, &["week"]), ["week obl:unmarked visited"]);
}

#[test]
fn nobody_is_a_sort_of_hostage() {
    let tree = |held: &str| {
        format!(
            "Rebels rebel NOUN NNS 2 nsubj\nhold hold VERB VBP 0 root\nan a DET DT 5 det\nold old ADJ JJ 5 amod\n\
             {held} NOUN NN 2 obj"
        )
        .replace("5 amod\n", "6 amod\nnurse nurse NOUN NN 6 compound\n")
        .replace("DT 5 det", "DT 6 det")
    };
    let found = mended(&tree("hostage hostage"), &["an", "old", "nurse", "hostage"]);
    assert_eq!(found, ["an det nurse", "old amod nurse", "nurse obj hold", "hostage obj hold"]);
    assert_eq!(mended(&tree("uniform uniform"), &["nurse"]), ["nurse compound uniform"]);
}

#[test]
fn what_is_handed_over_is_an_object() {
    let tree = "Togo Togo PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root\nto to PART TO 4 mark\nhand hand VERB VB 2 xcomp\n\
                over over ADP RP 4 advmod\nLome Lome PROPN NNP 5 obj\nto to ADP IN 8 case\nMali Mali PROPN NNP 6 nmod";
    assert_eq!(
        mended(tree, &["over", "Lome", "Mali"]),
        ["over compound:prt hand", "Lome obj hand", "Mali obl hand"]
    );
}

#[test]
fn who_is_killed_was_fighting() {
    let tree = |deed: &str| {
        format!(
            "guard guard NOUN NN 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\n{deed}\n\
             rebels rebel NOUN NNS 3 obj"
        )
    };
    let found = mended(&tree("fighting fighting NOUN NN 5 compound"), &["fighting", "rebels"]);
    assert_eq!(found, ["fighting advcl killed", "rebels obj fighting"]);
    let found = mended(&tree("two two NUM CD 5 nummod"), &["rebels"]);
    assert_eq!(found, ["rebels obj killed"]);
}

#[test]
fn a_number_behind_a_participle_of_harm_is_harmed() {
    let tree = "bomb bomb NOUN NN 2 nsubj\nexploded explode VERB VBD 0 root\nkilling kill VERB VBG 2 advcl\n\
                3 3 NUM CD 3 obl:unmarked\nand and CCONJ CC 6 cc\ninjuring injure VERB VBG 3 conj\n\
                others other NOUN NNS 6 obj";
    assert_eq!(mended(tree, &["3"]), ["3 obj killing"]);
}

#[test]
fn who_is_taken_hostage() {
    let tree = "Four four NUM CD 2 nummod\npeople people NOUN NNS 4 nsubj:pass\nare be AUX VBP 4 aux:pass\n\
                taken take VERB VBN 0 root\nhostage hostage NOUN NN 4 obj";
    assert_eq!(mended(tree, &["hostage"]), ["hostage xcomp taken"]);
}

#[test]
fn who_is_found_guilty() {
    let tree = "It it PRON PRP 2 nsubj\nfinds find VERB VBZ 0 root\nartist artist NOUN NN 2 obj\nand and CCONJ CC 5 cc\n\
                guide guide NOUN NN 3 conj\nAda Ada PROPN NNP 8 compound\nLind Lind PROPN NNP 6 flat\n\
                guilty guilty NOUN NN 2 obl";
    assert_eq!(mended(tree, &["Ada", "guilty"]), ["Ada flat guide", "guilty xcomp finds"]);
}

#[test]
fn what_is_condemned_in_strong_terms() {
    let tree = "They they PRON PRP 2 nsubj\ncondemned condemn VERB VBD 0 root\nin in ADP IN 5 case\nstrong strong ADJ JJ 5 amod\n\
                terms term NOUN NNS 2 obl\nthe the DET DT 7 det\nraid raid NOUN NN 5 appos";
    assert_eq!(mended(tree, &["raid"]), ["raid obj condemned"]);
    // "condemned the visit in terms the envoy used"
    let clause = tree.replace("raid raid NOUN NN 5 appos", "used use VERB VBD 5 acl:relcl");
    assert_eq!(mended(&clause, &["used"]), ["used acl:relcl terms"]);
}

#[test]
fn a_name_behind_a_comma_is_the_objects() {
    let tree = "It it PRON PRP 2 nsubj\nthreatens threaten VERB VBZ 0 root\nits its PRON PRP$ 4 nmod:poss\n\
                enemy enemy NOUN NN 2 obj\n, , PUNCT , 6 punct\nChad Chad PROPN NNP 2 conj";
    assert_eq!(mended(tree, &["Chad"]), ["Chad appos enemy"]);
    // "its enemies, Chad and Mali": so many that each may be one.
    let several = format!("{tree}\nand and CCONJ CC 8 cc\nMali Mali PROPN NNP 6 conj");
    assert_eq!(mended(&several, &["Chad"]), ["Chad conj threatens"]);
}
