//! What goes with the object of a cue: what it is blamed for, what it is said to be, the phrases that hang on it.

use super::phrase::Phrase;
use super::rules::{Cue, Rules};
use crate::language::{Relation, Sentence, Upos, Xpos};

/// What an object is blamed or praised for: "of firing first", "for the deaths", "over the sale".
pub(super) fn blame(
    sentence: &Sentence,
    verb: usize,
    object: usize,
    cue: &Cue,
    rules: &Rules,
) -> Option<usize> {
    let preposition = |child: usize| {
        sentence.children(child).any(|mark| {
            let word = sentence.tokens[mark].lower.as_str();
            let blames = match &cue.blaming {
                Some(only) => word == *only,
                None => matches!(word, "of" | "for" | "over" | "with" | "as" | "on"),
            };
            blames && mark < child
        })
    };
    sentence.children(verb).find(|&child| {
        matches!(sentence.tokens[child].relation, Relation::Obl | Relation::Advcl | Relation::Xcomp)
            && child > object
            && preposition(child)
            && !rules.days.contains(sentence.tokens[child].lower.as_str())
    })
}

/// What somebody is charged with, up to the day on which he was: "with murder | on Thursday after a shooting".
pub(super) fn up_to_day(sentence: &Sentence, blame: usize, rules: &Rules) -> Phrase {
    let range = sentence.subtree(blame);
    let day = (blame + 1..range.end.saturating_sub(1)).find(|&at| {
        sentence.tokens[at].lower == "on" && rules.days.contains(sentence.tokens[at + 1].lower.as_str())
    });
    Phrase::of(range.start..day.unwrap_or(range.end))
}

/// An object with the prepositional phrases behind it that the parser may have hung on the verb ("demanded
/// an inquiry into the sale"), but not those that tell when or where.
pub(super) fn with_complements(sentence: &Sentence, verb: usize, object: usize, rules: &Rules) -> Phrase {
    const OF_NOUNS: [&str; 19] = [
        "of", "into", "on", "over", "against", "between", "for", "from", "about", "with", "as", "to", "by",
        "in", "at", "along", "under", "without", "across",
    ];
    let mut phrase = Phrase::of(sentence.subtree(object));
    for child in sentence.children(verb).filter(|&child| child > object) {
        let range = sentence.subtree(child);
        let next = phrase.tokens().last().is_some_and(|last| {
            // A closing mark may stand between: "“shortcomings” at two depots".
            last + 1 == range.start || last + 2 == range.start && sentence.tokens[last + 1].lower == "\""
        });
        let noun = &sentence.tokens[child];
        let first = sentence.tokens[range.start].lower.as_str();
        let of_noun = matches!(noun.relation, Relation::Obl | Relation::OblAgent | Relation::Nmod)
            && matches!(noun.upos, Upos::Noun | Upos::Propn)
            && OF_NOUNS.contains(&first)
            && !rules.occasions.contains(noun.lemma.as_str());
        // "Expressed doubts about whether it would".
        let of_noun = of_noun
            || (noun.relation == Relation::Advcl
                && matches!(first, "about" | "of" | "over" | "on" | "for" | "against"));
        // "Threatened a walkout unless the rosters were withdrawn".
        let condition = noun.relation == Relation::Advcl && matches!(first, "unless" | "if");
        let purpose = condition || noun.relation == Relation::Advcl && first == "to";
        // "Denied reports that she would resign": what the reports say, wherever it hangs.
        let told = matches!(noun.relation, Relation::Ccomp | Relation::Advcl) && first == "that";
        // "Found the premier leading by six points".
        let told = told
            || (matches!(noun.relation, Relation::Xcomp | Relation::Advcl | Relation::Acl)
                && matches!(noun.xpos, Xpos::Vbg | Xpos::Vbn)
                && range.start == child);
        if !(next && (of_noun || purpose || told)) {
            break;
        }
        phrase = phrase.with(range);
    }
    phrase
}

/// The second half of "called the plan a mistake", "described it as a mistake".
pub(super) fn complement(sentence: &Sentence, verb: usize, object: usize) -> Option<usize> {
    sentence.children(verb).find(|&child| {
        let as_phrase = || {
            sentence
                .children_in(child, &[Relation::Case, Relation::Mark])
                .any(|case| matches!(sentence.tokens[case].lower.as_str(), "as" | "to"))
        };
        child > object
            && match sentence.tokens[child].relation {
                // Parsers know only so much of small clauses: "called him a liar" may have two objects.
                Relation::Xcomp | Relation::Obj | Relation::OblUnmarked => true,
                Relation::Obl | Relation::Advcl => as_phrase(),
                _ => false,
            }
    })
}
