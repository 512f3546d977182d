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
    // "days of fighting between the clans"
    let tree = "Days day NOUN NNS 0 root\nof of SCONJ IN 3 mark\nfighting fight VERB VBG 1 acl\n\
                between between ADP IN 5 case\nclans clan NOUN NNS 3 obl";
    assert_eq!(mended(tree, &["fighting", "clans"]), ["fighting nmod Days", "clans nmod fighting"]);
    // "an outbreak of fighting", whoever fights
    let tree = "An an DET DT 2 det\noutbreak outbreak NOUN NN 5 nsubj\nof of ADP IN 4 mark\nfighting fight VERB VBG 2 acl\n\
                shut shut VERB VBD 0 root\nit it PRON PRP 5 obj";
    assert_eq!(mended(tree, &["of", "fighting"]), ["of case fighting", "fighting nmod outbreak"]);
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

#[test]
fn a_relative_clause_tells_of_a_noun() {
    let tree = "They they PRON PRP 2 nsubj\nfollowed follow VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\n\
                , , PUNCT , 6 punct\nwhich which PRON WDT 6 nsubj\nexpelled expel VERB VBD 2 acl:relcl\n\
                envoys envoy NOUN NNS 6 obj";
    assert_eq!(mended(tree, &["expelled"]), ["expelled acl:relcl Peru"]);
    // "They met the founder of the party, who fled": a party is nobody who flees.
    let tree = "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nfounders founder NOUN NNS 2 obj\n\
                of of ADP IN 5 case\nparties party NOUN NNS 3 nmod\n, , PUNCT , 8 punct\nwho who PRON WP 8 nsubj\n\
                fled flee VERB VBD 2 acl:relcl";
    assert_eq!(mended(tree, &["fled"]), ["fled acl:relcl founders"]);
    // "They left, which angered Peru": there is no noun.
    let tree = "They they PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\n, , PUNCT , 5 punct\n\
                which which PRON WDT 5 nsubj\nangered anger VERB VBD 2 acl:relcl\nPeru Peru PROPN NNP 5 obj";
    assert_eq!(mended(tree, &["angered"]), ["angered acl:relcl left"]);
}

#[test]
fn who_stands_alone_is_the_object() {
    let tree = "They they PRON PRP 2 nsubj\nsuspended suspend VERB VBD 0 root\nChad Chad PROPN NNP 2 iobj";
    assert_eq!(mended(tree, &["Chad"]), ["Chad obj suspended"]);
    // "They told Chad that they would leave."
    let tree = "They they PRON PRP 2 nsubj\ntold tell VERB VBD 0 root\nChad Chad PROPN NNP 2 iobj\n\
                that that SCONJ IN 6 mark\nthey they PRON PRP 6 nsubj\nleft leave VERB VBD 2 ccomp";
    assert_eq!(mended(tree, &["Chad"]), ["Chad iobj told"]);
}

#[test]
fn who_proclaims_himself_head_becomes_it() {
    let tree = "Lund Lund PROPN NNP 2 nsubj\nproclaimed proclaim VERB VBD 0 root\n\
                himself himself PRON PRP 4 nmod:poss\nhead head NOUN NN 2 obj";
    let found = mended(tree, &["himself", "head"]);
    assert_eq!(found, ["himself obj proclaimed", "head xcomp proclaimed"]);
}

#[test]
fn some_of_them_are_joined_to_the_object() {
    let tree = "Guards guard NOUN NNS 2 nsubj\nkilled kill VERB VBD 0 root\nthe the DET DT 4 det\nmayor mayor NOUN NN 2 obj\n\
                , , PUNCT , 7 punct\nand and CCONJ CC 7 cc\ntwo two NUM CD 2 conj\nof of ADP IN 9 case\n\
                aides aide NOUN NNS 7 nmod";
    assert_eq!(mended(tree, &["two"]), ["two conj mayor"]);
    // "killed the mayor, and two fled"
    let tree = tree.replace("of of ADP IN 9 case\naides aide NOUN NNS 7 nmod", "fled flee VERB VBD 7 acl");
    assert_eq!(mended(&tree, &["two"]), ["two conj killed"]);
}

#[test]
fn a_name_behind_a_row_of_trades() {
    let tree = "author author NOUN NN 6 nsubj:pass\nand and CCONJ CC 3 cc\ncritic critic NOUN NN 1 conj\n\
                Ann Ann PROPN NNP 5 compound\nLind Lind PROPN NNP 6 nsubj:pass\nheld hold VERB VBN 0 root";
    assert_eq!(mended(tree, &["Ann", "Lind"]), ["Ann flat critic", "Lind flat critic"]);
    // "an author and a critic Lind held": an article begins another.
    let tree = tree.replace("critic critic NOUN NN 1 conj", "critics critic NOUN NNS 1 conj");
    assert_eq!(mended(&tree, &["Lind"]), ["Lind nsubj:pass held"]);
}

#[test]
fn fighting_in_which_people_die_happens() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nin in SCONJ IN 5 mark\n\
                fighting fight VERB VBG 3 advcl\nnear near ADP IN 7 case\nBor Bor PROPN NNP 5 obl";
    assert_eq!(
        mended(tree, &["in", "fighting", "Bor"]),
        ["in case fighting", "fighting obl killed", "Bor nmod fighting"]
    );
    // "were killed in fighting rebels": whom they fought.
    let active =
        tree.replace("near near ADP IN 7 case\nBor Bor PROPN NNP 5 obl", "rebels rebel NOUN NNS 5 obj");
    assert_eq!(mended(&active, &["fighting"]), ["fighting advcl killed"]);
}

#[test]
fn an_attack_behind_what_it_is_done_with() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nin in ADP IN 5 case\n\
                tank tank NOUN NN 3 obl\nshelling shell VERB VBG 3 advcl\non on ADP IN 8 case\nMay May PROPN NNP 6 obl";
    assert_eq!(
        mended(tree, &["in", "tank", "shelling", "May"]),
        ["in case shelling", "tank compound shelling", "shelling obl killed", "May nmod shelling"]
    );
    // "killed in Bern shelling the palace"
    let object =
        tree.replace("on on ADP IN 8 case", "the the DET DT 8 det").replace("NNP 6 obl", "NNP 6 obj");
    assert_eq!(mended(&object, &["tank", "shelling"]), ["tank obl killed", "shelling advcl killed"]);
}

#[test]
fn what_somebody_is_blamed_for_is_the_noun_before_the_time() {
    let tree = "It it PRON PRP 2 nsubj\nfollows follow VERB VBZ 0 root\na a DET DT 4 det\npoisoning poisoning NOUN NN 2 obj\n\
                weeks week NOUN NNS 6 obl:unmarked\nago ago ADV RB 4 advmod\n, , PUNCT , 11 punct\nfor for ADP IN 9 case\n\
                which which PRON WDT 11 obl\nChad Chad PROPN NNP 11 nsubj\nblames blame VERB VBZ 2 acl:relcl\n\
                Togo Togo PROPN NNP 11 obj";
    assert_eq!(mended(tree, &["blames"]), ["blames acl:relcl poisoning"]);
}
