//! Agents that a greedy parser hangs on what stands between.

use super::mended;

#[test]
fn nobody_does_a_day() {
    let day = |noun: &str, agent: &str| {
        format!(
            "It it PRON PRP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nseized seize VERB VBN 0 root\n\
             last last ADJ JJ 5 amod\n{noun} {noun} NOUN NN 3 obj\nby by ADP IN 7 case\n{agent} 5 nmod"
        )
    };
    let soldiers = "soldiers soldier NOUN NNS";
    assert_eq!(
        mended(&day("week", soldiers), &["week", "soldiers"]),
        ["week obl:unmarked seized", "soldiers obl:agent seized"]
    );
    assert_eq!(mended(&day("ship", soldiers), &["soldiers"]), ["soldiers nmod ship"]);
    assert_eq!(mended(&day("week", "noon noon ADV RB"), &["noon"]), ["noon nmod week"]);
}

#[test]
fn nobody_does_what_somebody_is_made() {
    let tree = "He he PRON PRP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nelected elect VERB VBN 0 root\n\
                chairman chairman NOUN NN 3 xcomp\nby by ADP IN 6 case\ndeputies deputy NOUN NNS 4 nmod";
    assert_eq!(mended(tree, &["deputies"]), ["deputies obl:agent elected"]);
    let asked = tree.replace("chairman chairman NOUN NN 3 xcomp", "friends friend NOUN NNS 3 obl");
    assert_eq!(mended(&asked, &["deputies"]), ["deputies nmod friends"]);
}
