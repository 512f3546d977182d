//! What begins behind a semicolon.

use super::mended;

#[test]
fn a_noun_behind_a_semicolon_is_no_name_of_what_stands_before() {
    let tree = "Envoys envoy NOUN NNS 2 nsubj\nmet meet VERB VBD 0 root\nkings king NOUN NNS 2 obj\n; ; PUNCT , 5 punct\n\
                rebels rebel NOUN NNS 3 appos\n, , PUNCT , 8 punct\nwho who PRON WP 8 nsubj\nfled flee VERB VBD 5 acl:relcl\n\
                , , PUNCT , 10 punct\nkilled kill VERB VBD 2 conj\nguards guard NOUN NNS 10 obj\n. . PUNCT . 2 punct";
    assert_eq!(
        mended(tree, &["rebels", "fled", "killed", "guards"]),
        ["rebels nsubj killed", "fled acl:relcl rebels", "killed parataxis met", "guards obj killed"]
    );
    // "Envoys met kings; rebels, who fled": no verb behind the clause.
    let tree = "Envoys envoy NOUN NNS 2 nsubj\nmet meet VERB VBD 0 root\nkings king NOUN NNS 2 obj\n; ; PUNCT , 5 punct\n\
                rebels rebel NOUN NNS 3 appos\n, , PUNCT , 8 punct\nwho who PRON WP 8 nsubj\nfled flee VERB VBD 5 acl:relcl";
    assert_eq!(mended(tree, &["rebels"]), ["rebels appos kings"]);
    // "Envoys met kings, rebels, who fled, killed guards": without a semicolon they may be the kings.
    let tree = "Envoys envoy NOUN NNS 2 nsubj\nmet meet VERB VBD 0 root\nkings king NOUN NNS 2 obj\n, , PUNCT , 5 punct\n\
                rebels rebel NOUN NNS 3 appos\n, , PUNCT , 8 punct\nwho who PRON WP 8 nsubj\nfled flee VERB VBD 5 acl:relcl\n\
                , , PUNCT , 10 punct\nkilled kill VERB VBD 2 conj";
    assert_eq!(mended(tree, &["rebels"]), ["rebels appos kings"]);
}
