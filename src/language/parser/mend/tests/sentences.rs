//! Sentences whose verb was taken for part of something else.

use super::mended;

#[test]
fn a_bare_noun_tells_which_speakers() {
    let tree = "Airline airline NOUN NN 6 nsubj\nexecutives executive NOUN NNS 3 nsubj\nsay say VERB VBP 1 acl:relcl\n\
                fares fare NOUN NNS 3 obj\nwill will AUX MD 6 aux\nrise rise VERB VB 0 root\n. . PUNCT . 6 punct";
    let found = mended(tree, &["Airline", "say", "fares", "rise"]);
    assert_eq!(found, ["Airline compound executives", "say root -", "fares nsubj rise", "rise ccomp say"]);
    // "The book men say is good": with an article the noun has a clause of its own.
    let tree = "The the DET DT 2 det\nbook book NOUN NN 6 nsubj\nmen man NOUN NNS 4 nsubj\nsay say VERB VBP 2 acl:relcl\n\
                is be AUX VBZ 6 cop\ngood good ADJ JJ 0 root";
    assert_eq!(mended(tree, &["book", "say"]), ["book nsubj good", "say acl:relcl book"]);
}

#[test]
fn the_clause_that_begins_later_has_its_own_subject() {
    let tree = "Leaders leader NOUN NNS 7 nsubj\ncalled call VERB VBD 1 acl\nfor for ADP IN 4 case\n\
                protests protest NOUN NNS 2 obl\nafter after ADP IN 6 case\nofficials official NOUN NNS 4 nmod\n\
                won win VERB VBD 0 root\n. . PUNCT . 7 punct";
    let found = mended(tree, &["Leaders", "called", "after", "officials", "won", "."]);
    let wanted = [
        "Leaders nsubj called",
        "called root -",
        "after mark won",
        "officials nsubj won",
        "won advcl called",
        ". punct called",
    ];
    assert_eq!(found, wanted);
    // "Leaders called for protests after officials were jailed."
    let passive = tree.replace("7 nsubj", "8 nsubj:pass").replace(
        "won win VERB VBD 0 root\n. . PUNCT . 7 punct",
        "were be AUX VBD 8 aux:pass\njailed jail VERB VBN 0 root\n. . PUNCT . 8 punct",
    );
    let found = mended(&passive, &["called", "officials", "jailed"]);
    assert_eq!(found, ["called root -", "officials nsubj:pass jailed", "jailed advcl called"]);
    // "Leaders schooled in protests by officials won": without a conjunction the participle tells which.
    let tree = tree
        .replace("after after ADP IN", "by by ADP IN")
        .replace("called call VERB VBD", "called call VERB VBN");
    assert_eq!(mended(&tree, &["called", "won"]), ["called acl Leaders", "won root -"]);
}

#[test]
fn a_verb_stands_behind_what_commas_put_in() {
    let tree = "Lawyers lawyer NOUN NNS 0 root\n, , PUNCT , 4 punct\nonce once ADV RB 4 advmod\njudges judge NOUN NNS 1 appos\n\
                , , PUNCT , 4 punct\nsay say VERB VBP 1 parataxis\nit it PRON PRP 8 nsubj\nfell fall VERB VBD 6 ccomp\n\
                . . PUNCT . 1 punct";
    let found = mended(tree, &["Lawyers", "say", "judges", "."]);
    assert_eq!(found, ["Lawyers nsubj say", "say root -", "judges appos Lawyers", ". punct say"]);
    // A verb with a subject of its own says something else.
    let tree = tree.replace("once once ADV RB 4 advmod", "once they PRON PRP 6 nsubj");
    assert_eq!(mended(&tree, &["say"]), ["say parataxis Lawyers"]);
}

#[test]
fn a_past_tense_describes_no_object() {
    let tree = "Envoys envoy NOUN NNS 0 root\nfor for ADP IN 5 case\nNorland Norland PROPN NNP 5 nsubj\n\
                denied deny VERB VBD 5 amod\nreports report NOUN NNS 1 nmod\n. . PUNCT . 1 punct";
    let found = mended(tree, &["Envoys", "for", "Norland", "denied", "reports"]);
    let wanted = [
        "Envoys nsubj denied",
        "for case Norland",
        "Norland nmod Envoys",
        "denied root -",
        "reports obj denied",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn what_a_conjunction_opens_is_no_sentence_where_a_clause_follows() {
    let tree = |word: &str| {
        format!(
            "{word} SCONJ IN 3 mark\nrebels rebel NOUN NNS 3 nsubj\nkilled kill VERB VBD 0 root\ndogs dog NOUN NNS 3 obj\n\
             , , PUNCT , 7 punct\npolice police NOUN NNS 7 nsubj\nshot shoot VERB VBD 3 parataxis\nhim he PRON PRP 7 obj\n\
             . . PUNCT . 3 punct"
        )
    };
    let found = mended(&tree("After after"), &["killed", "shot", "."]);
    assert_eq!(found, ["killed advcl shot", "shot root -", ". punct shot"]);
    assert_eq!(mended(&tree("Here here"), &["shot"]), ["shot parataxis killed"]);
}
