//! Shapes of times and places that take what is not theirs.

use super::mended;

#[test]
fn a_day_comes_from_nowhere() {
    let day = |name: &str, preposition: &str| {
        format!(
            "Chad Chad PROPN NNP 2 nsubj\nwithdrew withdraw VERB VBD 0 root\non on ADP IN 4 case\n\
             {name} {name} PROPN NNP 2 obl\n{preposition} {preposition} ADP IN 6 case\ntalks talk NOUN NNS 4 nmod"
        )
    };
    assert_eq!(
        mended(&day("Friday", "from"), &["Friday", "talks"]),
        ["Friday obl withdrew", "talks obl withdrew"]
    );
    assert_eq!(mended(&day("Friday", "of"), &["talks"]), ["talks nmod Friday"]);
    assert_eq!(mended(&day("Bern", "from"), &["talks"]), ["talks nmod Bern"]);
}

#[test]
fn a_length_of_time_before_a_passive_clause_suffers_nothing() {
    let tree = "Chad Chad PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\ndays day NOUN NNS 7 nsubj:pass\n\
                after after ADP IN 5 case\njets jet NOUN NNS 3 nmod\nwere be AUX VBD 7 aux:pass\n\
                shot shoot VERB VBN 2 parataxis";
    let found = mended(tree, &["days", "after", "jets", "shot"]);
    let wanted = ["days obl:unmarked shot", "after mark shot", "jets nsubj:pass shot", "shot advcl left"];
    assert_eq!(found, wanted);
    // "A year after Bern, Lind was shot"
    let name = "year year NOUN NN 6 nsubj:pass\nafter after ADP IN 3 case\nBern Bern PROPN NNP 1 nmod\n\
                , , PUNCT , 6 punct\nwas be AUX VBD 6 aux:pass\nshot shoot VERB VBN 0 root";
    assert_eq!(mended(name, &["year", "Bern"]), ["year nsubj:pass shot", "Bern nmod year"]);
}

#[test]
fn hours_announce_nothing() {
    let tree = |last: &str| {
        format!(
            "After after SCONJ IN 9 mark\nhours hour NOUN NNS 9 nsubj\nof of ADP IN 4 case\n\
             talks talk NOUN NNS 2 nmod\non on ADP IN 6 case\nFriday Friday PROPN NNP 4 nmod\n\
             , , PUNCT , 6 punct\n{last}\nannounced announce VERB VBD 0 root\nplans plan NOUN NNS 9 obj"
        )
    };
    let found = mended(&tree("Lind Lind PROPN NNP 6 conj"), &["After", "hours", "Lind"]);
    assert_eq!(found, ["After case hours", "hours obl announced", "Lind nsubj announced"]);
    let found = mended(&tree("Lind Lind PROPN NNP 9 nsubj"), &["After", "hours", "Lind"]);
    assert_eq!(found, ["After case hours", "hours obl announced", "Lind nsubj announced"]);
    // Where nobody else is there to do it, nothing is known.
    let found = mended(&tree("then then ADV RB 9 advmod"), &["After", "hours"]);
    assert_eq!(found, ["After mark announced", "hours nsubj announced"]);
}

#[test]
fn a_title_begins_the_subject_behind_a_town() {
    let tree = |title: &str| {
        format!(
            "At at ADP IN 2 case\nrally rally NOUN NN 7 obl\nin in ADP IN 6 case\n\
             Bern Bern PROPN NNP 5 compound\nPresident President PROPN NNP 6 {title}\n\
             Lind Lind PROPN NNP 2 nmod\nspoke speak VERB VBD 0 root"
        )
    };
    let found = mended(&tree("nmod:desc"), &["in", "Bern", "President", "Lind"]);
    assert_eq!(found, ["in case Bern", "Bern nmod rally", "President nmod:desc Lind", "Lind nsubj spoke"]);
    let found = mended(&tree("compound"), &["in", "Bern", "Lind"]);
    assert_eq!(found, ["in case Lind", "Bern compound President", "Lind nmod rally"]);
}
