//! Participles that looked like verbs.

use super::mended;

#[test]
fn who_carried_it_out_tells_which_strikes() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nin in ADP IN 5 case\n\
                strikes strike NOUN NNS 3 obl\nallegedly allegedly ADV RB 7 advmod\nlaunched launch VERB VBD 3 advcl\n\
                by by ADP IN 9 case\ntroops troop NOUN NNS 7 obl:agent\n. . PUNCT . 3 punct";
    assert_eq!(mended(tree, &["launched", "troops"]), ["launched acl strikes", "troops obl:agent launched"]);
    // "They saw a bridge bombed by rebels" says what they saw.
    let tree = "They they PRON PRP 2 nsubj\nsaw see VERB VBD 0 root\na a DET DT 4 det\nbridge bridge NOUN NN 2 obj\n\
                bombed bomb VERB VBN 2 xcomp\nby by ADP IN 7 case\nrebels rebel NOUN NNS 5 obl:agent";
    assert_eq!(mended(tree, &["bombed"]), ["bombed xcomp saw"]);
    // "He died at home, mourned by many": the comma keeps apart.
    let tree = "He he PRON PRP 2 nsubj\ndied die VERB VBD 0 root\nat at ADP IN 4 case\nhome home NOUN NN 2 obl\n\
                , , PUNCT , 6 punct\nmourned mourn VERB VBN 2 advcl\nby by ADP IN 8 case\nfriends friend NOUN NNS 6 obl:agent";
    assert_eq!(mended(tree, &["mourned"]), ["mourned advcl died"]);
}

#[test]
fn no_verb_asks_for_a_finite_one() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nin in ADP IN 5 case\n\
                raids raid NOUN NNS 3 obl\naimed aim VERB VBD 3 xcomp\nat at ADP IN 8 case\nports port NOUN NNS 6 obl";
    assert_eq!(mended(tree, &["aimed", "ports"]), ["aimed acl raids", "ports obl aimed"]);
    // "They saw the bridge bombed": whether the tagger takes it for a participle or not.
    let tree = "They they PRON PRP 2 nsubj\nsaw see VERB VBD 0 root\nthe the DET DT 4 det\nbridge bridge NOUN NN 2 obj\n\
                bombed bomb VERB VBD 2 xcomp";
    assert_eq!(mended(tree, &["bombed"]), ["bombed xcomp saw"]);
}

#[test]
fn between_commas_stands_no_verb_of_the_sentence() {
    let tree = "The the DET DT 2 det\nraid raid NOUN NN 0 root\n, , PUNCT , 5 punct\n\
                reportedly reportedly ADV RB 5 advmod\nled lead VERB VBD 2 parataxis\nby by ADP IN 7 case\n\
                rebels rebel NOUN NNS 5 obl:agent\n; , PUNCT , 9 punct\nkilled kill VERB VBD 5 conj\n\
                ten ten NUM CD 9 obj\n. . PUNCT . 2 punct";
    let tree = tree.replace("; , PUNCT", ", , PUNCT");
    let found = mended(&tree, &["raid", "led", "killed", "ten", "."]);
    assert_eq!(
        found,
        ["raid nsubj killed", "led acl raid", "killed root -", "ten obj killed", ". punct killed"]
    );
    // "The raid, it was led by rebels, and killed ten": two verbs that are joined.
    let tree = tree.replace("; , PUNCT", "and and CCONJ CC").replacen(
        ", , PUNCT , 9 punct",
        "and and CCONJ CC 9 cc",
        1,
    );
    assert_eq!(mended(&tree, &["raid"]), ["raid root -"]);
}

#[test]
fn what_the_rebels_planted_exploded() {
    let tree = "A a DET DT 2 det\nbomb bomb NOUN NN 0 root\nplanted plant VERB VBN 2 acl\nby by ADP IN 5 case\n\
                rebels rebel NOUN NNS 3 obl:agent\nexploded explode VERB VBD 5 acl\nin in ADP IN 8 case\n\
                Bern Bern PROPN NNP 6 obl\n. . PUNCT . 2 punct";
    let found = mended(tree, &["bomb", "planted", "exploded", "."]);
    assert_eq!(found, ["bomb nsubj exploded", "planted acl bomb", "exploded root -", ". punct exploded"]);
    // "a bomb planted by rebels trained by officers": a second agent tells of the rebels.
    let tree = "A a DET DT 2 det\nbomb bomb NOUN NN 0 root\nplanted plant VERB VBN 2 acl\nby by ADP IN 5 case\n\
                rebels rebel NOUN NNS 3 obl:agent\ntrained train VERB VBD 5 acl\nby by ADP IN 8 case\n\
                officers officer NOUN NNS 6 obl:agent";
    assert_eq!(mended(tree, &["bomb", "trained"]), ["bomb root -", "trained acl rebels"]);
}

#[test]
fn a_number_acts() {
    let tree = "Two two NUM CD 2 nummod\ndie die VERB VBP 0 root\nin in ADP IN 5 case\na a DET DT 5 det\n\
                crash crash NOUN NN 2 obl";
    assert_eq!(mended(tree, &["Two"]), ["Two nsubj die"]);
    // "Police two arrived": who arrived is told already.
    let tree = "Police police NOUN NNS 3 nsubj\nTwo two NUM CD 3 nummod\narrived arrive VERB VBD 0 root";
    assert_eq!(mended(tree, &["Two"]), ["Two nummod arrived"]);
    // "Two killed in a blast" have killed nobody.
    let tree = "Two two NUM CD 2 nummod\nkilled kill VERB VBD 0 root\nin in ADP IN 5 case\na a DET DT 5 det\n\
                blast blast NOUN NN 2 obl";
    assert_eq!(mended(tree, &["Two"]), ["Two nummod killed"]);
}

#[test]
fn others_fare_otherwise() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nare be AUX VBP 3 aux:pass\nkilled kill VERB VBN 0 root\n\
                and and CCONJ CC 3 advmod\n120 120 NUM CD 4 nummod\ninjured injure VERB VBN 5 acl\nin in ADP IN 9 case\n\
                a a DET DT 9 det\ncrash crash NOUN NN 6 obl\n. . PUNCT . 4 punct";
    let found = mended(tree, &["and", "120", "injured", "crash", "."]);
    let wanted = [
        "and cc injured",
        "120 nsubj:pass injured",
        "injured conj killed",
        "crash obl killed",
        ". punct killed",
    ];
    assert_eq!(found, wanted);
    // "Ten are killed and wounded men hide" counts nobody.
    let tree = "Ten ten NUM CD 3 nsubj:pass\nare be AUX VBP 3 aux:pass\nkilled kill VERB VBN 0 root\n\
                and and CCONJ CC 6 cc\nwounded wound VERB VBN 6 amod\nmen man NOUN NNS 3 conj";
    assert_eq!(mended(tree, &["wounded", "men"]), ["wounded amod men", "men conj killed"]);
    // "injured by rebels": these did nothing to the ten.
    let tree = "Ten ten NUM CD 3 nsubj:pass\nare be AUX VBP 3 aux:pass\nkilled kill VERB VBN 0 root\n\
                and and CCONJ CC 6 cc\n120 120 NUM CD 6 nsubj:pass\ninjured injure VERB VBN 3 conj\n\
                by by ADP IN 8 case\nrebels rebel NOUN NNS 6 obl:agent";
    assert_eq!(mended(tree, &["rebels"]), ["rebels obl:agent injured"]);
}

#[test]
fn what_goes_on_behind_a_comma_goes_on_with_the_verb() {
    let tree = "He he PRON PRP 2 nsubj\nfired fire VERB VBD 0 root\nin in ADP IN 4 case\nPeru Peru PROPN NNP 2 obl\n\
                , , PUNCT , 6 punct\ninjuring injure VERB VBG 4 advcl\ntwo two NUM CD 6 obj\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["Peru", "injuring"]), ["Peru obl fired", "injuring advcl fired"]);
    // "They bombed a bus carrying troops, injuring two"
    let tree = "They they PRON PRP 2 nsubj\nbombed bomb VERB VBD 0 root\na a DET DT 4 det\nbus bus NOUN NN 2 obj\n\
                carrying carry VERB VBG 4 acl\ntroops troop NOUN NNS 5 obj\n, , PUNCT , 8 punct\n\
                injuring injure VERB VBG 5 advcl\ntwo two NUM CD 8 obj\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["carrying", "injuring"]), ["carrying acl bus", "injuring advcl bombed"]);
    // Without a comma it may be of the noun.
    let tree = "He he PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nmen man NOUN NNS 2 obj\n\
                selling sell VERB VBG 3 advcl\narms arms NOUN NNS 4 obj\n. . PUNCT . 2 punct";
    assert_eq!(mended(tree, &["selling"]), ["selling advcl men"]);
}

#[test]
fn what_commas_set_off_tells_of_the_subject() {
    let tree = "Chad Chad PROPN NNP 3 nsubj\n, , PUNCT , 1 punct\nsuspended suspend VERB VBD 0 root\nin in ADP IN 5 case\n\
                May May PROPN NNP 3 obl\n, , PUNCT , 3 punct\nhas have AUX VBZ 8 aux\nasked ask VERB VBN 3 parataxis\n\
                for for ADP IN 10 case\ntalks talk NOUN NNS 8 obl\n. . PUNCT . 3 punct";
    let found = mended(tree, &["Chad", "suspended", "asked", "."]);
    assert_eq!(found, ["Chad nsubj asked", "suspended acl Chad", "asked root -", ". punct asked"]);
    // "Chad suspended talks in May, has asked": a verb with an object is no participle.
    let tree = tree.replace("in in ADP IN 5 case", "talks talk NOUN NNS 3 obj");
    assert_eq!(mended(&tree, &["suspended"]), ["suspended root -"]);
}

#[test]
fn who_is_named_president() {
    let tree = "Generals general NOUN NNS 0 root\nnamed name VERB VBN 1 acl\nMyint Myint PROPN NNP 2 xcomp\n\
                Swe Swe PROPN NNP 3 flat\npresident president NOUN NN 1 obj\n. . PUNCT . 1 punct";
    let found = mended(tree, &["Generals", "named", "Myint", "president"]);
    assert_eq!(found, ["Generals nsubj named", "named root -", "Myint obj named", "president xcomp named"]);
    // "a man named Myint Swe"
    let tree = tree.replace("president president NOUN NN 1 obj\n. . PUNCT . 1 punct", ". . PUNCT . 1 punct");
    assert_eq!(mended(&tree, &["named", "Myint"]), ["named acl Generals", "Myint xcomp named"]);
}

#[test]
fn a_number_before_a_passive_is_its_subject() {
    let tree = "Ten ten NUM CD 3 nsubj\nare be AUX VBP 3 cop\ndead dead ADJ JJ 0 root\nand and CCONJ CC 5 cc\n\
                12 12 NUM CD 3 conj\nare be AUX VBP 7 aux:pass\nhurt hurt VERB VBN 3 conj";
    assert_eq!(mended(tree, &["and", "12"]), ["and cc hurt", "12 nsubj:pass hurt"]);
}

#[test]
fn the_second_fate_has_a_doer() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nare be AUX VBP 3 aux:pass\nkilled kill VERB VBN 0 root\nand and CCONJ CC 6 cc\n\
                a a DET DT 6 det\nboy boy NOUN NN 3 conj\nwounded wound VERB VBN 6 acl\nby by ADP IN 9 case\n\
                gunmen gunman NOUN NNS 7 obl:agent\n. . PUNCT . 3 punct";
    let found = mended(tree, &["and", "boy", "wounded", "gunmen"]);
    assert_eq!(
        found,
        ["and cc wounded", "boy nsubj:pass wounded", "wounded conj killed", "gunmen obl:agent wounded"]
    );
    // "… and a boy wounded by gunmen was freed"
    let freed = tree
        .replace("boy boy NOUN NN 3 conj", "boy boy NOUN NN 10 nsubj:pass")
        .replace(". . PUNCT . 3 punct", "freed free VERB VBN 3 conj");
    assert_eq!(mended(&freed, &["wounded"]), ["wounded acl boy"]);
}

#[test]
fn whom_a_bomb_harms_is_no_part_of_the_name_of_the_place() {
    let tree = "Bombs bomb NOUN NNS 2 nsubj\nexplode explode VERB VBP 0 root\nnear near ADP IN 9 case\n\
                Court Court PROPN NNP 9 compound\nkilling kill VERB VBG 9 compound\nmen man NOUN NNS 5 obj\n\
                and and CCONJ CC 8 cc\nwounding wound VERB VBG 5 conj\ndozens dozen NOUN NNS 2 obl";
    assert_eq!(
        mended(tree, &["near", "Court", "killing", "dozens"]),
        ["near case Court", "Court obl explode", "killing advcl explode", "dozens obj wounding"]
    );
}

#[test]
fn nobody_strikes_those_who_strike() {
    let tree = "Guards guard NOUN NNS 2 nsubj\nevicted evict VERB VBD 0 root\nstriking strike VERB VBG 2 xcomp\n\
                miners miner NOUN NNS 3 obj\nfrom from ADP IN 6 case\npits pit NOUN NNS 3 obl";
    assert_eq!(
        mended(tree, &["striking", "miners", "pits"]),
        ["striking amod miners", "miners obj evicted", "pits obl evicted"]
    );
    // "Rebels began striking bases": they are struck.
    let tree = "Rebels rebel NOUN NNS 2 nsubj\nbegan begin VERB VBD 0 root\nstriking strike VERB VBG 2 xcomp\n\
                bases base NOUN NNS 3 obj";
    assert_eq!(mended(tree, &["bases"]), ["bases obj striking"]);
}
