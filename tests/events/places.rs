//! Where the words around an event tell it to be.

use super::{engine, mention_of};
use chancery::article::Article;

/// The place of the first mention of each trigger, by its name; none where "" is expected.
#[track_caller]
fn check_places(text: &str, expected: &[(&str, &str)]) {
    let article = Article { text: text.to_string(), ..Article::default() };
    let found = engine().mine(&article);
    for (trigger, place) in expected {
        let mention = mention_of(&found, &article, trigger);
        let name = mention.place.as_ref().map_or("", |place| place.name.as_str());
        assert_eq!(name, *place, "place of \"{trigger}\" in: {text}");
    }
}

#[test]
fn all_mentions_of_a_happening_in_a_sentence_are_where_one_of_them_is() {
    check_places(
        "A bombing in Mosul kills four people and injures ten others.",
        &[("bombing", "Mosul"), ("injures", "Mosul")],
    );
    check_places(
        "Four people were killed and ten others injured when a bus overturned near Lahore.",
        &[("killed", "Lahore")],
    );
    check_places(
        "Militants throw a grenade at a bus carrying guards in southern Pakistan, wounding three people.",
        &[("wounding", "Pakistan")],
    );
}

#[test]
fn names_that_no_list_holds_are_places_by_the_words_around_them() {
    check_places("Rebels shelled the Syrian town of al-Qafra on Monday.", &[("shelled", "al-Qafra")]);
    check_places(
        "Six people were wounded in downtown Los Angeles, California.",
        &[("wounded", "Los Angeles")],
    );
}

#[test]
fn whoever_is_spoken_of_or_to_is_no_place() {
    check_places("North Korea issued an ultimatum to South Korea.", &[("issued", "")]);
    check_places("Brazil appealed for a halt to the fighting near Tripoli.", &[("appealed", "")]);
    check_places("Stones flew in Tunis, and the minister promised new elections.", &[("promised", "")]);
    check_places(
        "Egypt suspended Syria from the league and called on Bashar al-Assad to resign.",
        &[("called", "")],
    );
}

#[test]
fn whoever_acts_may_be_told_to_be_somewhere() {
    check_places("A court in Izmir released the pastor on Friday.", &[("released", "Izmir")]);
    check_places("Arab ministers meeting in Cairo condemned the raid.", &[("condemned", "Cairo")]);
    check_places("Violence that erupted in Port Said killed thirty people.", &[("killed", "Port Said")]);
}
