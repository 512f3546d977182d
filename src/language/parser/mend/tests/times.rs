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

#[test]
fn hours_are_with_nobody() {
    let tree = "He he PRON PRP 2 nsubj\ntalked talk VERB VBD 0 root\nfor for ADP IN 4 case\n\
                hours hour NOUN NNS 2 obl\nwith with ADP IN 6 case\nEllen Ellen PROPN NNP 4 nmod";
    assert_eq!(mended(tree, &["Ellen"]), ["Ellen obl talked"]);
}

#[test]
fn a_weekday_is_told_of_by_no_clause() {
    let tree = "said say VERB VBD 0 root\non on ADP IN 3 case\nFriday Friday PROPN NNP 1 obl\n\
                that that PRON WDT 5 nsubj\ntalks talk NOUN NNS 3 acl:relcl\nhad have AUX VBD 7 aux\n\
                failed fail VERB VBN 1 ccomp";
    let found = mended(tree, &["that", "talks", "failed"]);
    assert_eq!(found, ["that mark failed", "talks nsubj failed", "failed ccomp said"]);
    let tree = "said say VERB VBD 0 root\nFriday Friday PROPN NNP 1 obl:unmarked\nthat that SCONJ IN 5 mark\n\
                rebels rebel NOUN NNS 5 nsubj\nfled flee VERB VBD 2 acl:relcl";
    assert_eq!(mended(tree, &["fled"]), ["fled ccomp said"]);
    let tree = "chose choose VERB VBD 0 root\nFriday Friday PROPN NNP 1 obj\nthat that PRON WDT 4 nsubj\n\
                follows follow VERB VBZ 2 acl:relcl";
    assert_eq!(mended(tree, &["follows"]), ["follows acl:relcl Friday"]);
}

#[test]
fn a_day_or_a_place_before_the_subject_is_no_part_of_it() {
    let flat = "On on ADP IN 2 case\nMonday Monday PROPN NNP 5 obl\nAnn Ann PROPN NNP 2 flat\nLind Lind PROPN NNP 2 flat\n\
                met meet VERB VBD 0 root\nBrown Brown PROPN NNP 5 obj";
    let found = mended(flat, &["Monday", "Ann", "Lind", "Brown"]);
    assert_eq!(found, ["Monday obl met", "Ann nsubj met", "Lind flat Ann", "Brown obj met"]);
    let compound = "In in ADP IN 3 case\nMay May PROPN NNP 3 compound\nChad Chad PROPN NNP 4 obl\n\
                    met meet VERB VBD 0 root\nMali Mali PROPN NNP 4 obj";
    let found = mended(compound, &["In", "May", "Chad"]);
    assert_eq!(found, ["In case May", "May obl met", "Chad nsubj met"]);
    let planes = "On on ADP IN 4 case\nFriday Friday PROPN NNP 4 compound\nTurkish Turkish ADJ JJ 4 amod\n\
                  planes plane NOUN NNS 5 obl\nstruck strike VERB VBD 0 root\nHoms Homs PROPN NNP 5 obj";
    let found = mended(planes, &["On", "Friday", "Turkish", "planes"]);
    assert_eq!(found, ["On case Friday", "Friday obl struck", "Turkish amod planes", "planes nsubj struck"]);
    let owned = "In in ADP IN 5 case\nJune June PROPN NNP 5 nmod:poss\nChad Chad PROPN NNP 2 flat\n\
                 's 's PART POS 2 case\nchief chief NOUN NN 6 obl\nmet meet VERB VBD 0 root\n\
                 Mali Mali PROPN NNP 6 obj";
    let found = mended(owned, &["In", "June", "Chad", "'s", "chief"]);
    let wanted = ["In case June", "June obl met", "Chad nmod:poss chief", "'s case Chad", "chief nsubj met"];
    assert_eq!(found, wanted);
    let town = "In in ADP IN 4 case\nNew New PROPN NNP 3 compound\nYork York PROPN NNP 4 compound\n\
                students student NOUN NNS 5 obl\nmet meet VERB VBD 0 root";
    let found = mended(town, &["In", "New", "York", "students"]);
    assert_eq!(found, ["In case York", "New compound York", "York obl met", "students nsubj met"]);
    // "In Hong Kong died a king", "In Tehran streets students met"
    let name = "In in ADP IN 3 case\nHong Hong PROPN NNP 3 compound\nKong Kong PROPN NNP 4 obl\n\
                died die VERB VBD 0 root";
    assert_eq!(mended(name, &["Hong", "Kong"]), ["Hong compound Kong", "Kong obl died"]);
    let streets = "In in ADP IN 3 case\nBern Bern PROPN NNP 3 compound\nstreets street NOUN NNS 5 obl\n\
                   students student NOUN NNS 5 nsubj\nmet meet VERB VBD 0 root";
    assert_eq!(mended(streets, &["Bern", "streets"]), ["Bern compound streets", "streets obl met"]);
    // Without a preposition it may be a name: "May Brown met".
    let name = "May May PROPN NNP 3 nsubj\nBrown Brown PROPN NNP 1 flat\nmet meet VERB VBD 0 root";
    assert_eq!(mended(name, &["May", "Brown"]), ["May nsubj met", "Brown flat May"]);
}

#[test]
fn a_month_is_no_object_beside_another() {
    let month = "He he PRON PRP 2 nsubj\nsaw see VERB VBD 0 root\nBern Bern PROPN NNP 2 iobj\n\
                 last last ADJ JJ 5 amod\nMay May PROPN NNP 2 obj";
    assert_eq!(mended(month, &["Bern", "May"]), ["Bern obj saw", "May obl:unmarked saw"]);
    let prize = "He he PRON PRP 2 nsubj\ngave give VERB VBD 0 root\nher she PRON PRP 2 iobj\n\
                 last last ADJ JJ 5 amod\nhope hope NOUN NN 2 obj";
    assert_eq!(mended(prize, &["her", "hope"]), ["her iobj gave", "hope obj gave"]);
}

#[test]
fn a_length_of_time_before_a_clause_does_nothing() {
    let subject = "He he PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\nmonths month NOUN NNS 6 nsubj\n\
                   before before ADP IN 5 case\nChad Chad PROPN NNP 3 nmod\ntook take VERB VBD 2 parataxis\n\
                   Bern Bern PROPN NNP 6 obj";
    let found = mended(subject, &["months", "before", "Chad", "took"]);
    let wanted = ["months obl:unmarked took", "before mark took", "Chad nsubj took", "took advcl left"];
    assert_eq!(found, wanted);
    let object = |verb: &str| {
        format!(
            "He he PRON PRP 2 nsubj\n{verb} VERB VBD 0 root\nmonths month NOUN NNS 2 obj\n\
             before before ADP IN 6 mark\nit it PRON PRP 6 nsubj\nfell fall VERB VBD 2 advcl"
        )
    };
    assert_eq!(mended(&object("left leave"), &["months"]), ["months obl:unmarked left"]);
    assert_eq!(mended(&object("spent spend"), &["months"]), ["months obj spent"]);
}

#[test]
fn a_day_begins_no_sentence() {
    let tree = |word: &str| {
        format!(
            "{word} {word} NOUN NN 0 root\nthe the DET DT 3 det\nking king NOUN NN 5 nsubj\nwill will AUX MD 5 aux\n\
             speak speak VERB VB 1 acl:relcl\n. . PUNCT . 1 punct"
        )
    };
    let found = mended(&tree("Tonight"), &["Tonight", "speak", "."]);
    assert_eq!(found, ["Tonight obl:unmarked speak", "speak root -", ". punct speak"]);
    assert_eq!(mended(&tree("News"), &["speak"]), ["speak acl:relcl News"]);
}

#[test]
fn a_preposition_before_a_subject_opens_a_clause() {
    let tree = |word: &str| {
        format!(
            "It it PRON PRP 2 nsubj\ncame come VERB VBD 0 root\nhours hour NOUN NNS 2 obj\n{word} {word} ADP IN 5 case\n\
             rebels rebel NOUN NNS 6 nsubj\nkilled kill VERB VBD 2 parataxis\nfive five NUM CD 6 obj"
        )
    };
    assert_eq!(mended(&tree("after"), &["after", "killed"]), ["after mark killed", "killed advcl came"]);
    assert_eq!(mended(&tree("like"), &["killed"]), ["killed parataxis came"]);
}

#[test]
fn a_place_is_no_sort_of_a_time() {
    let tree = |word: &str| {
        format!(
            "Chad Chad PROPN NNP 5 nsubj\nwas be AUX VBD 5 cop\nin in ADP IN 5 case\nBern Bern PROPN NNP 6 compound\n\
             {word} {word} ADJ JJ 6 amod\nweek week NOUN NN 0 root"
        )
        .replace(" 5 ", " 6 ")
    };
    let found = mended(&tree("last"), &["Chad", "Bern", "week"]);
    assert_eq!(found, ["Chad nsubj Bern", "Bern root -", "week obl:unmarked Bern"]);
    assert_eq!(mended(&tree("fashion"), &["Bern"]), ["Bern compound week"]);
}

#[test]
fn where_somebody_does_it_no_time_does() {
    let tree = |word: &str| {
        format!(
            "The the DET DT 2 det\nking king NOUN NN 3 nsubj\nspoke speak VERB VBD 0 root\n{word} {word} PROPN NNP 3 nsubj"
        )
    };
    assert_eq!(
        mended(&tree("Saturday"), &["king", "Saturday"]),
        ["king nsubj spoke", "Saturday obl:unmarked spoke"]
    );
    assert_eq!(mended(&tree("Lind"), &["Lind"]), ["Lind nsubj spoke"]);
    let alone = "Saturday Saturday PROPN NNP 2 nsubj\nbrought bring VERB VBD 0 root\nrain rain NOUN NN 2 obj";
    assert_eq!(mended(alone, &["Saturday"]), ["Saturday nsubj brought"]);
}

#[test]
fn nobody_is_a_measure_of_how_much_later() {
    let tree = |word: &str| {
        format!("{word} NOUN NNS 2 obl:unmarked\nlater late ADV RBR 3 advmod\nfled flee VERB VBD 0 root")
    };
    assert_eq!(mended(&tree("rebels rebel"), &["rebels"]), ["rebels nsubj fled"]);
    assert_eq!(mended(&tree("hours hour"), &["hours"]), ["hours obl:unmarked later"]);
}

#[test]
fn what_a_comma_parts_is_during_the_deed() {
    let tree = "They they PRON PRP 2 nsubj\nsigned sign VERB VBD 0 root\na a DET DT 4 det\npact pact NOUN NN 2 obj\n\
                on on ADP IN 6 case\nrivers river NOUN NNS 4 nmod\n, , PUNCT , 10 punct\nduring during ADP IN 10 case\n\
                a a DET DT 10 det\nvisit visit NOUN NN 6 nmod";
    assert_eq!(mended(tree, &["visit"]), ["visit obl signed"]);
    let close = tree.replace(", , PUNCT , 10 punct", "far far ADV RB 10 advmod");
    assert_eq!(mended(&close, &["visit"]), ["visit nmod rivers"]);
}

#[test]
fn a_length_of_time_behind_a_comma_is_no_second() {
    let tree = |relation: &str, comma: &str| {
        format!(
            "Chad Chad PROPN NNP 2 nsubj\nvoted vote VERB VBD 0 root\nto to PART TO 4 mark\n\
             send send VERB VB 2 xcomp\ntroops troops NOUN NNS 4 obj\n{comma}\ndays day NOUN NNS {relation}\n\
             after after SCONJ IN 10 mark\nrebels rebel NOUN NNS 10 nsubj\nattacked attack VERB VBD 7 advcl"
        )
    };
    let wanted = ["days obl:unmarked voted", "attacked advcl voted"];
    assert_eq!(mended(&tree("4 conj", ", , PUNCT , 7 punct"), &["days", "attacked"]), wanted);
    assert_eq!(mended(&tree("5 appos", ", , PUNCT , 7 punct"), &["days", "attacked"]), wanted);
    // "troops and days after"
    let joined = tree("5 conj", "and and CCONJ CC 7 cc");
    assert_eq!(mended(&joined, &["days"]), ["days conj troops"]);
}

#[test]
fn what_is_counted_behind_a_comma_tells_of_the_main_thing() {
    let tree = |comma: &str| {
        format!(
            "Chad Chad PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\na a DET DT 4 det\npact pact NOUN NN 2 obj\n\
             that that PRON WDT 6 nsubj\nprevents prevent VERB VBZ 4 acl:relcl\nraids raid NOUN NNS 6 obj\n{comma}\n\
             hours hour NOUN NNS 6 obl:unmarked\nafter after SCONJ IN 12 mark\nbombs bomb NOUN NNS 12 nsubj\n\
             fell fall VERB VBD 9 advcl"
        )
    };
    assert_eq!(mended(&tree(", , PUNCT , 9 punct"), &["hours"]), ["hours obl:unmarked left"]);
    assert_eq!(mended(&tree("some some DET DT 9 det"), &["hours"]), ["hours obl:unmarked prevents"]);
}
