//! Who says a sentence, told behind it.

use super::mended;

const HOLD: &str = "Six six NUM CD 2 nsubj\ndied die VERB VBD 0 root\nin in ADP IN 5 case\na a DET DT 5 det\n\
                    district district NOUN NN 2 obl\nthat that PRON WDT 8 obj\nrebels rebel NOUN NNS 8 nsubj\n\
                    hold hold VERB VBP 5 acl:relcl\nactivists activist NOUN NNS 10 nsubj\n";

#[test]
fn who_says_the_sentence_stands_behind_it() {
    let tree = format!("{HOLD}said say VERB VBD 8 advcl\n. . PUNCT . 8 punct");
    assert_eq!(
        mended(&tree, &["activists", "said", "."]),
        ["activists nsubj said", "said parataxis died", ". punct died"]
    );
    let day =
        format!("{HOLD}said say VERB VBD 5 acl:relcl\nMonday Monday PROPN NNP 10 obl\n. . PUNCT . 2 punct");
    assert_eq!(mended(&day, &["said", "Monday"]), ["said parataxis died", "Monday obl said"]);
}

#[test]
fn what_is_said_or_done_otherwise_stays() {
    for rest in [
        // "… activists fled", "… activists said that he left"
        "fled flee VERB VBD 8 advcl\n. . PUNCT . 2 punct",
        "said say VERB VBD 8 advcl\nthat that SCONJ IN 13 mark\nhe he PRON PRP 13 nsubj\nleft leave VERB VBD 10 ccomp",
    ] {
        let tree = format!("{HOLD}{rest}");
        let verb = rest.split(' ').next().unwrap();
        assert_eq!(mended(&tree, &[verb]), [format!("{verb} advcl hold")]);
    }
    let words = "He he PRON PRP 2 nsubj\nrepeated repeat VERB VBD 0 root\nthe the DET DT 4 det\nwords word NOUN NNS 2 obj\n\
                 she she PRON PRP 6 nsubj\nsaid say VERB VBD 4 acl:relcl\n. . PUNCT . 2 punct";
    assert_eq!(mended(words, &["said"]), ["said acl:relcl words"]);
    let marked = "Six six NUM CD 2 nsubj\ndied die VERB VBD 0 root\nas as SCONJ IN 5 mark\nactivists activist NOUN NNS 5 nsubj\n\
                  said say VERB VBD 2 advcl\n. . PUNCT . 2 punct";
    assert_eq!(mended(marked, &["said"]), ["said advcl died"]);
}

#[test]
fn what_is_done_to_somebody_has_no_object_besides() {
    let tree = "Clashes clash NOUN NNS 2 nsubj\nerupted erupt VERB VBD 0 root\nwhere where ADV WRB 6 advmod\nten ten NUM CD 6 nsubj:pass\n\
                were be AUX VBD 6 aux:pass\nkilled kill VERB VBN 2 advcl\nmonitors monitor NOUN NNS 6 obj\nsaid say VERB VBD 2 advcl";
    assert_eq!(mended(tree, &["monitors", "said"]), ["monitors nsubj said", "said parataxis erupted"]);
}

#[test]
fn what_the_sentence_sparks_is_not_said_with_it() {
    let tree = "Rebels rebel NOUN NNS 2 nsubj\nstormed storm VERB VBD 0 root\nBern Bern PROPN NNP 2 obj\nsparking spark VERB VBG 7 nmod\n\
                fighting fight VERB VBG 7 advcl\nmonitors monitor NOUN NNS 7 nsubj\nsaid say VERB VBD 2 advcl";
    let found = mended(tree, &["sparking", "fighting", "said"]);
    assert_eq!(found, ["sparking advcl stormed", "fighting obj sparking", "said parataxis stormed"]);
}

#[test]
fn a_day_describes_nobody_who_says_something() {
    let tree = "Six six NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nin in ADP IN 5 case\n\
                Bern Bern PROPN NNP 3 obl\non on ADP IN 9 case\nMonday Monday PROPN NNP 9 compound\n\
                state state NOUN NN 9 compound\nmedia media NOUN NN 5 nmod\nreported report VERB VBD 3 advcl\n. . PUNCT . 3 punct";
    assert_eq!(
        mended(tree, &["on", "Monday", "media", "reported"]),
        ["on case Monday", "Monday nmod Bern", "media nsubj reported", "reported parataxis killed"]
    );
}
