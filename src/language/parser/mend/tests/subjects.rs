//! Subjects given to no verb or to the wrong one.

use super::mended;

#[test]
fn a_name_with_a_mark_owns_no_verb() {
    let tree = "Sotheby Sotheby PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nsued sue VERB VBN 0 root\n\
                the the DET DT 5 det\ngallery gallery NOUN NN 3 obj";
    assert_eq!(mended(tree, &["Sotheby", "'s"]), ["Sotheby nsubj sued", "'s flat Sotheby"]);
    // "Bern's hit by a storm"
    let hit = "Bern Bern PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nhit hit VERB VBN 0 root\nby by ADP IN 6 case\n\
               a a DET DT 6 det\nstorm storm NOUN NN 3 obl";
    assert_eq!(mended(hit, &["Bern"]), ["Bern nmod:poss hit"]);
    let owned = "Children child NOUN NNS 4 nmod:poss\n's 's PART POS 1 case\nAid Aid PROPN NNP 4 nsubj\nsued sue VERB VBD 0 root";
    assert_eq!(mended(owned, &["Children"]), ["Children nmod:poss Aid"]);
}

#[test]
fn a_heading_is_no_subject() {
    let tree = "Siege siege NOUN NN 5 nsubj\n: : PUNCT : 5 punct\nTroops troops NOUN NNS 5 nsubj\nare be AUX VBP 5 aux\n\
                shelling shell VERB VBG 0 root\nBor Bor PROPN NNP 5 obj";
    assert_eq!(mended(tree, &["Siege", "Troops"]), ["Siege dislocated shelling", "Troops nsubj shelling"]);
    let passive = "Death death NOUN NN 9 nsubj:pass\nof of ADP IN 4 case\nTom Tom PROPN NNP 4 compound\n\
                   Lund Lund PROPN NNP 1 nmod\n: : PUNCT : 9 punct\nTwo two NUM CD 7 nummod\n\
                   guards guard NOUN NNS 9 nsubj:pass\nare be AUX VBP 9 aux:pass\narrested arrest VERB VBN 0 root\n\
                   . . PUNCT . 9 punct";
    assert_eq!(
        mended(passive, &["Death", "guards"]),
        ["Death dislocated arrested", "guards nsubj:pass arrested"]
    );
    let year = "2013 2013 NUM CD 0 root\nBor Bor PROPN NNP 3 compound\nflood flood NOUN NN 6 nsubj\n: : PUNCT : 6 punct\n\
                People people NOUN NNS 6 nsubj\ndie die VERB VBP 1 parataxis\n. . PUNCT . 1 punct";
    let found = mended(year, &["2013", "flood", "die", "."]);
    assert_eq!(found, ["2013 nummod flood", "flood dislocated die", "die root -", ". punct die"]);
}

#[test]
fn the_verb_stands_behind_the_clause_of_a_name() {
    let tree = "Ann Ann PROPN NNP 3 nsubj\nwho who PRON WP 3 nsubj\nserved serve VERB VBD 0 root\n, , PUNCT , 3 punct\n\
                the the DET DT 6 det\nminister minister NOUN NN 7 nsubj\ndies die VERB VBZ 3 parataxis\n. . PUNCT . 3 punct";
    let found = mended(tree, &["Ann", "served", "minister", "dies", "."]);
    assert_eq!(
        found,
        ["Ann nsubj dies", "served acl:relcl Ann", "minister appos Ann", "dies root -", ". punct dies"]
    );
    let king = "Karim Karim PROPN NNP 4 nsubj\nwhose whose PRON WP$ 3 nmod:poss\nmen man NOUN NNS 1 nmod\n\
                fought fight VERB VBD 0 root\nto to PART TO 6 mark\ntopple topple VERB VB 4 xcomp\nOrm Orm PROPN NNP 8 nsubj\n\
                left leave VERB VBD 4 parataxis";
    let found = mended(king, &["Karim", "Orm", "left"]);
    assert_eq!(found, ["Karim nsubj left", "Orm obj topple", "left root -"]);
}

#[test]
fn a_gerund_is_what_the_sentence_is_about() {
    let tree = "Fighting fight VERB VBG 3 advcl\nhas have AUX VBZ 3 aux\nkilled kill VERB VBN 6 ccomp\nten ten NUM CD 3 obj\n\
                watchdogs watchdog NOUN NNS 6 nsubj\nsaid say VERB VBD 0 root";
    assert_eq!(mended(tree, &["Fighting"]), ["Fighting csubj killed"]);
    let comma = "Fighting fight VERB VBG 3 advcl\n, , PUNCT , 1 punct\nkilled kill VERB VBD 0 root\nten ten NUM CD 3 obj";
    assert_eq!(mended(comma, &["Fighting"]), ["Fighting advcl killed"]);
}

#[test]
fn a_preposition_governs_the_first_of_two_subjects() {
    let tree = "Since since SCONJ IN 6 mark\nthe the DET DT 3 det\ncoup coup NOUN NN 6 nsubj\narmies army NOUN NNS 6 nsubj\n\
                have have AUX VBP 6 aux\nheld hold VERB VBN 0 root\ndozens dozen NOUN NNS 6 obj";
    assert_eq!(
        mended(tree, &["Since", "coup", "armies"]),
        ["Since case coup", "coup obl held", "armies nsubj held"]
    );
}

#[test]
fn a_name_behind_what_somebody_is_suffers_what_nobody_else_does() {
    let tree = "including include VERB VBG 2 case\nsinger singer NOUN NN 0 root\nCarl Carl PROPN NNP 5 nsubj\n\
                Orm Orm PROPN NNP 3 flat\nkilled kill VERB VBD 2 acl:relcl\nin in ADP IN 7 case\nBern Bern PROPN NNP 5 obl";
    assert_eq!(mended(tree, &["Carl", "killed"]), ["Carl flat singer", "killed acl singer"]);
    let man = tree.replace("including include VERB VBG 2 case", "the the DET DT 2 det");
    assert_eq!(mended(&man, &["Carl"]), ["Carl nsubj killed"]);
}

#[test]
fn who_stands_behind_by_is_no_subject() {
    let tree = "Monks monk NOUN NNS 9 nsubj:pass\nwho who PRON WP 5 nsubj:pass\nhad have AUX VBD 5 aux\n\
                been be AUX VBN 5 aux:pass\nseized seize VERB VBN 1 acl:relcl\nby by ADP IN 7 case\n\
                rebels rebel NOUN NNS 9 nsubj:pass\nare be AUX VBP 9 aux:pass\nfreed free VERB VBN 0 root";
    assert_eq!(mended(tree, &["rebels"]), ["rebels obl:agent seized"]);
    // "Monks who had been seized beside rebels are freed"
    let beside = tree.replace("by by ADP", "like like ADP");
    assert_eq!(mended(&beside, &["rebels"]), ["rebels nsubj:pass freed"]);
}

#[test]
fn whose_war_it_was_is_told_beside() {
    let tree = "Fenn Fenn PROPN NNP 6 obl\n, , PUNCT , 1 punct\nwhose whose PRON WP$ 4 nmod:poss\nwar war NOUN NN 6 nsubj\n\
                has have AUX VBZ 6 aux\nended end VERB VBN 0 root\nlives life NOUN NNS 6 obj\n; , PUNCT , 9 punct\n\
                pledged pledge VERB VBN 7 acl\nto to PART TO 11 mark\nleave leave VERB VB 9 advcl\n. . PUNCT . 6 punct";
    let tree = tree.replace("; ,", ", ,");
    let found = mended(&tree, &["Fenn", "ended", "pledged", "."]);
    assert_eq!(found, ["Fenn nsubj pledged", "ended acl:relcl Fenn", "pledged root -", ". punct pledged"]);
}

#[test]
fn what_stands_right_before_the_subject_tells_whose_it_is() {
    let tree = "army army NOUN NN 4 obl:unmarked\nair air NOUN NN 3 compound\nstrikes strike NOUN NNS 4 nsubj\n\
                hit hit VERB VBD 0 root";
    assert_eq!(mended(tree, &["army"]), ["army compound strikes"]);
    let day = tree.replace("army army", "yesterday yesterday");
    assert_eq!(mended(&day, &["yesterday"]), ["yesterday obl:unmarked hit"]);
    let name =
        "trustee trustee NOUN NN 3 obl:unmarked\nAda Ada PROPN NNP 3 nsubj\nresigned resign VERB VBD 0 root";
    assert_eq!(mended(name, &["trustee"]), ["trustee nmod:desc Ada"]);
}

#[test]
fn a_relative_clause_holds_whom_it_names() {
    let tree = "Orm Orm PROPN NNP 13 nsubj\n, , PUNCT , 3 punct\nwho who PRON WP 4 nsubj\nnamed name VERB VBD 1 acl:relcl\n\
                Lind Lind PROPN NNP 4 obj\n, , PUNCT , 1 punct\nPoole Poole PROPN NNP 13 nsubj\n\
                as as ADP IN 13 mark\ntreasurer treasurer NOUN NN 13 nsubj\non on ADP IN 11 case\n\
                Monday Monday PROPN NNP 9 nmod\n, , PUNCT , 9 punct\nresigned resign VERB VBD 0 root";
    let found = mended(tree, &["Orm", "Poole", "as", "treasurer", "Monday"]);
    assert_eq!(
        found,
        [
            "Orm nsubj resigned",
            "Poole appos Lind",
            "as case treasurer",
            "treasurer obl named",
            "Monday nmod treasurer"
        ]
    );
    // "Orm, who fled, his wife and …": without a comma before the verb, the clause is over.
    let open = tree.replace(", , PUNCT , 9 punct\n", "later later ADV RB 13 advmod\n");
    assert_eq!(mended(&open, &["Poole"]), ["Poole nsubj resigned"]);
}
