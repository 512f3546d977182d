//! What is found in sentences, and what is not.

use super::{Actors, MentionForm, Rules, find, hold_offices};
use crate::article::{Article, Part, Published, PublishedBasis, Span};
use crate::language::{Model, segment};
use crate::rules::RuleFiles;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::compile(&RuleFiles::embedded()).unwrap());
static MODEL: LazyLock<Model> = LazyLock::new(|| Model::embedded().unwrap());

fn read(text: &str, published: &str) -> (Article, Actors) {
    let published = Published { date: published.parse().ok(), basis: PublishedBasis::Given };
    let article = Article { text: text.to_owned(), published, ..Article::default() };
    let document = MODEL.analyse(segment(text, Part::Text, Span::new(0, text.len())));
    let mut actors = find(&article, &document, &RULES);
    hold_offices(&mut actors, &RULES, article.published.date);
    (article, actors)
}

/// Expects these mentions, as "words = id CODE", in reading order; `*` before it asks for that one among others.
#[track_caller]
fn check_on(published: &str, text: &str, expected: &[&str]) {
    let (article, actors) = read(text, published);
    let shown: Vec<String> = actors
        .mentions
        .iter()
        .map(|mention| {
            let actor = &actors.actors[mention.actor];
            format!("{} = {} {}", article.quote(mention.location), actor.id, actor.code).trim_end().to_owned()
        })
        .collect();
    for expected in expected {
        assert!(shown.iter().any(|shown| shown == expected), "{expected}\nis not among {shown:#?}");
    }
    if expected.is_empty() {
        assert!(shown.is_empty(), "{shown:#?}");
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_on("2017-04-12", text, expected);
}

#[test]
fn one_of_a_people_is_no_state() {
    check("A young Iraqi was arrested in Leeds.", &["Iraqi = IRQ/citizen IRQ.CVL"]);
    check("Police arrested an Iraqi on Monday.", &["Iraqi = IRQ/citizen IRQ.CVL"]);
    check("Two Iraqis were arrested.", &["Iraqis = IRQ/citizens IRQ.CVL"]);
}

#[test]
fn a_minister_tells_which_country_is_meant() {
    check("Japanese Defence Minister Taro Mori says that the country will protest.", &["country = JPN JPN"]);
}

#[test]
fn states_that_share_a_word_are_two() {
    check(
        "North and South Korea met.",
        &["North and South Korea = PRK PRK", "North and South Korea = KOR KOR"],
    );
    check("The two Koreas met.", &["Koreas = PRK PRK", "Koreas = KOR KOR"]);
    check("North and South Korean troops met.", &["North and South Korean troops = PRK/troops PRK.MIL"]);
    // No state is called "Chad Korea".
    check("Chad and South Korea met.", &["Chad = TCD TCD", "South Korea = KOR KOR"]);
}

#[test]
fn a_surname_behind_another_given_name_is_a_strangers() {
    check(
        "Texas Governor Jay Mugabe declared an emergency.",
        &["Governor Jay Mugabe = person:jay-mugabe GOV"],
    );
}

#[test]
fn names_with_titles_and_short_names() {
    check(
        "Secretary of State Rex Tillerson met Sergey Lavrov in Moscow. Mr. Tillerson left.",
        &[
            "Secretary of State Rex Tillerson = rex-tillerson USA.GOV",
            "Sergey Lavrov = sergei-lavrov RUS.GOV",
            "Mr. Tillerson = rex-tillerson USA.GOV",
        ],
    );
    check_on("2003-03-01", "President Bush warned Iraq.", &["President Bush = george-w-bush USA.GOV"]);
    check_on("1991-01-10", "President Bush warned Iraq.", &["President Bush = george-h-w-bush USA.GOV"]);
}

#[test]
fn the_code_of_a_person_is_that_of_the_day() {
    check_on("2012-05-01", "Rex Tillerson spoke.", &["Rex Tillerson = rex-tillerson USA.BUS"]);
    check_on("2020-05-01", "Rex Tillerson spoke.", &["Rex Tillerson = rex-tillerson USA.ELI"]);
}

#[test]
fn unknown_people_get_a_code_from_their_description() {
    check(
        "Juan Perez, the Peruvian deputy foreign minister, arrived. Perez smiled.",
        &["Juan Perez = person:juan-perez PER.GOV", "Perez = person:juan-perez PER.GOV"],
    );
    check("Gen. Smith spoke.", &["Gen. Smith = person:smith MIL"]);
}

#[test]
fn offices_without_a_name_are_their_holders_on_the_day() {
    check("Russia's president spoke.", &["Russia's president = vladimir-putin RUS.GOV"]);
    check_on("2010-06-01", "The Russian president spoke.", &["Russian president = dmitry-medvedev RUS.GOV"]);
    check(
        "The foreign ministers of Russia and Turkey met.",
        &[
            "foreign ministers of Russia and Turkey = sergei-lavrov RUS.GOV",
            "foreign ministers of Russia and Turkey = mevlut-cavusoglu TUR.GOV",
        ],
    );
}

#[test]
fn people_by_kind_and_bodies() {
    check("Russian troops fled.", &["Russian troops = RUS/troops RUS.MIL"]);
    check("Syrian regime forces fled.", &["Syrian regime forces = SYR/forces SYR.MIL"]);
    check("The government of Sudan fell.", &["government of Sudan = SDN/government SDN.GOV"]);
    check(
        "Syrian and Russian warplanes came.",
        &[
            "Syrian and Russian warplanes = SYR/warplanes SYR.MIL",
            "Syrian and Russian warplanes = RUS/warplanes RUS.MIL",
        ],
    );
    check("Pro-Russian separatists fled.", &["separatists = /separatists REB"]);
}

#[test]
fn capitals_speak_only_where_governments_do() {
    check("Moscow rejected the demand.", &["Moscow = RUS RUS"]);
    check("He lives in Moscow.", &[]);
    check("The Kremlin denied it.", &["Kremlin = KREMLIN RUS.GOV"]);
}

#[test]
fn adjectives_are_marked() {
    let (_, actors) = read("The Russian veto came late.", "2017-04-12");
    assert_eq!(actors.mentions[0].form, MentionForm::Adjective);
}

#[test]
fn pronouns_go_to_the_subject_that_agrees() {
    check(
        "Hillary Clinton met David Cameron. She said he was right.",
        &["She = hillary-clinton USA.ELI", "he = david-cameron GBR.ELI"],
    );
    check(
        "Tillerson and Lavrov met. They agreed on little.",
        &["They = rex-tillerson USA.GOV", "They = sergei-lavrov RUS.GOV"],
    );
    check("Russia said that it would not yield.", &["it = RUS RUS"]);
}

#[test]
fn nobody_is_the_object_of_what_he_does_next() {
    check(
        "David Cameron met Angela Merkel and Vladimir Putin and thanked him.",
        &["him = vladimir-putin RUS.GOV"],
    );
    check("David Cameron met Vladimir Putin, thanking him.", &["him = vladimir-putin RUS.GOV"]);
    check("Vladimir Putin came. David Cameron praised his work.", &["his = david-cameron GBR.ELI"]);
}

#[test]
fn whoever_is_quoted_speaks_of_himself() {
    check("\"I urge both sides to stop,\" Angela Merkel said.", &["I = angela-merkel DEU.GOV"]);
    check("We reject the plan, Sergei Lavrov said.", &["We = sergei-lavrov RUS.GOV"]);
    for text in ["Angela Merkel left. We liked the US plan.", "We ended it, spokeswoman Sandy Berg said."] {
        let (article, actors) = read(text, "2017-04-12");
        assert!(actors.mentions.iter().all(|mention| article.quote(mention.location) != "We"));
    }
}

#[test]
fn a_subject_of_either_sex_goes_on() {
    check("A gunman killed two guards; he fled.", &["he = /gunman UAF"]);
    let (_, actors) = read("A judge said that Lind claims that he fled.", "2017-04-12");
    assert!(actors.mentions.iter().all(|mention| mention.form != MentionForm::Pronoun));
}

#[test]
fn family_names_before_tied_given_names() {
    let texts =
        ["Wong Yeung-tat was defeated. Wong left.", "Paul Wong won. Wong Yeung-tat was defeated. Wong left."];
    for text in texts {
        check(text, &["Wong Yeung-tat = person:wong-yeung-tat", "Wong = person:wong-yeung-tat"]);
    }
    check("Lund Merkel-led talks failed.", &["Merkel = angela-merkel DEU.GOV"]);
}

#[test]
fn a_pronoun_that_several_fit_stays_open() {
    let (_, actors) = read("A man and a woman left. He said so.", "2017-04-12");
    assert!(actors.mentions.iter().all(|mention| mention.form != MentionForm::Pronoun));
    let (_, actors) = read("The plan failed. It was bad.", "2017-04-12");
    assert!(actors.mentions.is_empty());
}

#[test]
fn descriptions_go_to_what_was_named() {
    check("Islamic State shot down a plane. The group said so.", &["group = ISIS REB"]);
    check(
        "Russia and the United States held talks. Both sides were content.",
        &["Both sides = RUS RUS", "Both sides = USA USA"],
    );
    check(
        "Sergei Lavrov called his Turkish counterpart.",
        &["his = sergei-lavrov RUS.GOV", "Turkish counterpart = mevlut-cavusoglu TUR.GOV"],
    );
}

#[test]
fn names_beside_their_context_hold_their_examples() {
    for row in &RULES.exceptions.rows {
        let names: Vec<&str> =
            row.names.iter().filter(|name| !name.starts_with('*')).map(String::as_str).collect();
        let states = |text: &str| {
            let (article, actors) = read(text, "2017-04-12");
            let found = actors.mentions.iter().filter(|mention| {
                let words = article.quote(mention.location);
                let named = names.is_empty() || names.iter().any(|name| words.starts_with(name));
                let code = &actors.actors[mention.actor].code;
                named && RULES.states.iter().any(|state| code.starts_with(&state.code))
            });
            found.count()
        };
        for text in &row.examples {
            assert!(states(text) > 0, "{}: no actor in “{text}”", row.id);
        }
        for text in &row.counter_examples {
            assert_eq!(states(text), 0, "{}: an actor in “{text}”", row.id);
        }
    }
}

#[test]
fn anything_can_be_read() {
    for text in [
        "",
        " ",
        "’s",
        "President",
        "of of of",
        "The",
        "A.",
        "U.S.",
        "—",
        "President of the of",
        "Mr. ",
        "the two leaders",
    ] {
        read(text, "2017-04-12");
    }
}

#[test]
fn organisations_are_known_by_their_last_word() {
    check(
        "The Peruvian Rural Teachers Union (SUTER) struck. On Monday SUTER marched.",
        &[
            "Peruvian Rural Teachers Union = PER/rural-teachers-union PER.LAB",
            "SUTER = PER/rural-teachers-union PER.LAB",
        ],
    );
    check(
        "He joined the Party for Hope and Renewal.",
        &["Party for Hope and Renewal = group:party-for-hope-and-renewal PTY"],
    );
    // A headline has capitals everywhere, and "the Union" alone is no name.
    check("Angry Villagers Join Local Party Against Mine", &[]);
    check("They left the Union.", &[]);
}

#[test]
fn whose_a_thing_is() {
    check("They shelled a Syrian army outpost.", &["Syrian army = SYR/army SYR.MIL"]);
    check("They blew up an Iraqi police station.", &["Iraqi police = IRQ/police IRQ.COP"]);
    check("Criminal and civil proceedings began.", &[]);
    check("The rebel Kurdistan Workers' Party agreed.", &["Kurdistan Workers' Party = PKK TUR.REB"]);
}

#[test]
fn one_of_several_leaders_is_not_the_leader() {
    check(
        "They killed Abu Hassan, a Hezbollah leader, in May.",
        &["Abu Hassan = person:abu-hassan LBN.REB", "Hezbollah leader = person:abu-hassan LBN.REB"],
    );
    check("In New York, a Syrian official spoke.", &["Syrian official = SYR/official SYR.GOV"]);
}

#[test]
fn professions_before_names() {
    check(
        "They shot the Dutch filmmaker Theo van Gogh.",
        &["Dutch filmmaker Theo van Gogh = person:theo-van-gogh NLD.CVL"],
    );
    check("Chief Constable Hugh Orde spoke.", &["Chief Constable Hugh Orde = person:hugh-orde COP"]);
    check("An Afghan border guard fled.", &["Afghan border guard = AFG/border-guard AFG.COP"]);
}

#[test]
fn names_behind_the_country_of_their_office() {
    check(
        "Former foreign minister of Kenya Kipchirchir Obare died.",
        &["foreign minister of Kenya Kipchirchir Obare = person:kipchirchir-obare KEN.ELI"],
    );
    check(
        "The President of Syria Bashar al-Assad spoke.",
        &["President of Syria Bashar al-Assad = bashar-al-assad SYR.GOV"],
    );
    check(
        "The foreign minister of Kenya Monday left.",
        &["foreign minister of Kenya = amina-mohamed KEN.GOV"],
    );
}

#[test]
fn namesakes_in_another_country() {
    check(
        "The National Transitional Council of the Central African Republic met.",
        &[
            "National Transitional Council of the Central African Republic = CAF/national-transitional-council CAF",
        ],
    );
    check(
        "Libya's National Transitional Council met.",
        &["National Transitional Council = NTC-LIBYA LBY.REB"],
    );
}

#[test]
fn possessives_look_to_the_first_of_two() {
    check("The monitors say Washington and its allies bombed the town.", &["its = USA USA"]);
    check("Forty states wrote to the Security Council, calling on it to act.", &["it = UNSC UNO.IGO"]);
}

#[test]
fn countries_misspelt() {
    check("Ethopia and Quatar agreed.", &["Ethopia = ETH ETH", "Quatar = QAT QAT"]);
}

#[test]
fn an_apposition_ends_where_its_comma_is() {
    check("The British ambassador, Rob Macaire, left.", &["Rob Macaire = person:rob-macaire GBR.GOV"]);
    check(
        "According to Sergei Lavrov, the Turkish president demanded a deal.",
        &["Turkish president = recep-tayyip-erdogan TUR.GOV"],
    );
    check(
        "Sergei Lavrov, the Russian foreign minister, demanded a deal.",
        &["Russian foreign minister = sergei-lavrov RUS.GOV"],
    );
}

#[test]
fn a_government_before_a_noun_is_whose_the_thing_is() {
    check_on(
        "2013-05-05",
        "The Syrian government denied it. A government siege of the town began.",
        &["government = SYR/government SYR.GOV"],
    );
    check("The Bush administration left.", &["Bush administration = USA/government USA.GOV"]);
    // A court order is no court's.
    check("A court order closed the shop.", &[]);
}

#[test]
fn two_men_and_the_north_are_whom_the_article_named() {
    check(
        "Kim Jong-un and Donald Trump met in Hanoi. The two men shook hands.",
        &["The two men = kim-jong-un PRK.GOV", "The two men = donald-trump USA.GOV"],
    );
    check("North Korea fired a missile. Agents of the North left.", &["North = PRK PRK"]);
    check("Mali asked for help. Its army left the North.", &["Mali = MLI MLI"]);
}

#[test]
fn a_capital_before_people_makes_no_name_of_them() {
    check_on(
        "2013-01-21",
        "The town fell as Islamist forces retreated.",
        &["Islamist forces = /islamist-forces REB"],
    );
}

#[test]
fn presidents_of_what_is_no_state_are_no_government() {
    check_on(
        "2013-01-21",
        "FC Lund President Ole Berg was fined.",
        &["President Ole Berg = person:ole-berg"],
    );
}

#[test]
fn villages_are_named_after_people_and_are_none() {
    check_on("2015-01-19", "The village of Sheikh Said burned.", &[]);
}

#[test]
fn a_parliament_of_a_part_of_a_state_is_not_that_of_the_state() {
    let senate = "The Senate in the U.S. state of Ohio met.";
    check_on("2013-05-13", senate, &["Senate = /parliament LEG", "U.S. = USA USA"]);
    check_on(
        "2013-05-13",
        "The parliament of Norway met.",
        &["parliament of Norway = NOR/parliament NOR.LEG"],
    );
}

#[test]
fn whoever_was_called_so_is_meant_again() {
    let text = "British singer Ann Lind is found dead. The singer was 27.";
    check_on("2013-05-13", text, &["British singer Ann Lind = person:ann-lind GBR.CVL"]);
    check_on("2013-05-13", text, &["singer = person:ann-lind GBR.CVL"]);
    let text = "The activist Jan Kowal was arrested. The activist accused police of torture.";
    check_on("2013-05-13", text, &["activist = person:jan-kowal CVL"]);
    // Two of them leave it open.
    let two = "The painters met: painter Ann Lind and painter Olga Berg. The painter left.";
    let (article, actors) = read(two, "2013-05-13");
    let last = actors.mentions.last().map(|mention| article.quote(mention.location));
    assert_ne!(last, Some("painter"));
}

#[test]
fn who_is_quoted_says_it() {
    check_on(
        "2013-05-13",
        "Reuters quoted the White House as saying that it was ready.",
        &["it = WHITE-HOUSE USA.GOV"],
    );
}

#[test]
fn gunmen_and_militias_belong_to_nobody_known() {
    check_on("2013-05-13", "Gunmen shot a militiaman.", &["Gunmen = /gunmen UAF"]);
    check_on("2013-05-13", "Rebels fled.", &["Rebels = /rebels REB"]);
    check_on("2013-05-13", "A sheriff's deputy fled.", &["sheriff's deputy = /sheriff-s-deputy COP"]);
}

#[test]
fn a_number_without_a_noun_counts_people() {
    check("The blast killed 19.", &["19 = /people CVL"]);
    check(
        "A bus overturned near Lund, leaving 3 dead and 15 injured.",
        &["3 = /people CVL", "15 = /people CVL"],
    );
    check("The gale hurt nine others.", &["nine others = /people CVL"]);
    check("Two hundred were killed.", &["Two hundred = /people CVL"]);
    check("21-11-2013 16 killed in Rome.", &["16 = /people CVL"]);
    check("Forty-two were killed.", &["Forty-two = /people CVL"]);
    check("Inflation hit 19 per cent.", &[]);
}
