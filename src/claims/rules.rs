//! The cues: words that say that somebody says something.

use super::stance::{Aspect, Stance};
use crate::actors::Sex;
use crate::rules::table::{Known, Table};
use crate::rules::{RuleError, RuleFile, RuleFiles};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The compiled files of `rules/claims/`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    /// Every cue, in the order of the files.
    pub(super) cues: Vec<Cue>,
    /// Cues whose first word has this lemma.
    pub(super) by_lemma: Table<CompactString, Vec<usize>>,
    /// The same by the regular inflected forms of verbs, for words that the lemmatiser never met.
    pub(super) by_form: Table<CompactString, Vec<usize>>,
    /// Nouns that speak though they name no actor ("statement", "report", "poll").
    pub(super) speaking_nouns: Known<CompactString>,
    /// Nouns that speak of things, and endings of such nouns, unless they are among those that speak.
    pub(super) mute_nouns: Known<CompactString>,
    pub(super) mute_endings: Vec<CompactString>,
    /// Verbs whose subject says what their object names ("made the claim that").
    pub(super) uttering_verbs: Known<CompactString>,
    /// Pronouns and words like them that can speak ("he", "many").
    pub(super) speaking_pronouns: Known<CompactString>,
    /// Pronouns by which speakers mean themselves, alone or with others, and whom they speak to.
    pub(super) first_person: Known<CompactString>,
    /// Pronouns of people who are spoken to or acted on.
    pub(super) addressed_pronouns: Known<CompactString>,
    /// Pronouns of the third person with the sex of whom they mean.
    pub(super) third_person: Table<CompactString, Sex>,
    /// Verbs whose participle goes on with what was being said ("adding that").
    pub(super) continuing_verbs: Known<CompactString>,
    /// Verbs over which a relative clause reaches ("the man who she said was there").
    pub(super) reaching_verbs: Known<CompactString>,
    /// Verbs by which talk goes about: "rumours swirled that".
    pub(super) spreading_verbs: Known<CompactString>,
    /// Words that stand for some or all of those who count or tell: "by most accounts".
    pub(super) quantifiers: Known<CompactString>,
    /// Papers and figures, which show what no mouth says.
    pub(super) papers: Known<CompactString>,
    /// Polls, and what they count.
    pub(super) polls: Known<CompactString>,
    pub(super) polled: Known<CompactString>,
    /// When and where something is said: days, media.
    pub(super) occasions: Known<CompactString>,
    /// Days: "voted Tuesday to end it".
    pub(super) days: Known<CompactString>,
    /// Participles that tell what came of a saying: "…, prompting a walkout".
    pub(super) reactions: Known<CompactString>,
    /// What is called so is rejected or doubted ("called it a lie").
    pub(super) verdicts: Vec<Verdict>,
    /// What of a happening is at issue, by words of the content.
    pub(super) aspects: Vec<AspectWords>,
    /// Words by which a content without a happening speaks of one that was told before.
    pub(super) referring: Known<CompactString>,
    /// Kinds of happenings that such words may speak of.
    pub(super) at_issue: Known<CompactString>,
    /// Nouns that name a happening again by its sort: "the raid" for an air strike, "the accord" for a deal.
    pub(super) names_again: Vec<NamesAgain>,
    /// Modes that tell of what an attack or a disaster did to people.
    pub(super) toll: Known<CompactString>,
    /// Kinds of happenings that are the toll of another one, and kinds that have one.
    pub(super) tolls: Known<CompactString>,
    pub(super) deadly: Known<CompactString>,
    examples: Vec<ClaimExample>,
}

/// A word or phrase that introduces what somebody says, and how its parts are arranged.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Cue {
    /// "denies/refute".
    pub id: String,
    /// Lemmas, the one that governs first; the others follow it closely.
    pub words: Vec<CompactString>,
    pub part: CuePart,
    pub stance: Stance,
    pub frames: Vec<Frame>,
    /// Whether the source must be somebody who can speak: the word has too many other uses.
    pub needs_speaker: bool,
    /// Whether an object that is a person makes it another word: "questioned two men".
    pub of_things: bool,
    /// Whether the source must be a known actor and outside of quotations: the word is mostly no cue.
    pub needs_actor: bool,
    /// Whether an infinitive of it says nothing: "to determine whether".
    pub finite: bool,
    /// Whether its object is the listener ("told reporters").
    pub listener: bool,
    /// Whether its object is who speaks ("quoted the minister as saying").
    pub object_speaks: bool,
    /// Objects with which it says nothing: "denied a permit".
    pub except_objects: Known<CompactString>,
    /// The only objects with which it says something, if it has any: "found no evidence that".
    pub only_objects: Known<CompactString>,
    /// The preposition of what its object is blamed for, without which it says nothing: "charged importers a fee".
    pub blaming: Option<CompactString>,
    /// Whether it says nothing where it is negated: "did not comment on".
    pub affirmed: bool,
    /// Whether a noun with "of" or "about" tells of what nobody in particular says: "fears of a coup".
    pub alone: bool,
    /// Whether it takes what is said for granted ("reminded him that").
    pub granting: bool,
    /// Whether only papers and figures say something by it ("the poll shows a lead").
    pub of_papers: bool,
    /// Whether only "as" tells that its object is called something ("presented it as").
    pub with_as: bool,
    /// Whether its clause must begin with a word that marks it: "held that", not "held the bridge".
    pub marked: bool,
}

/// What sort of word a cue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum CuePart {
    Verb,
    Noun,
    Adjective,
    Adverb,
    Preposition,
}

/// Where the content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Frame {
    /// A clause, with or without "that"; a question ("whether", "why").
    That,
    /// An infinitive.
    To,
    /// A gerund ("denied having").
    Gerund,
    /// The object; with a cue that ends in a preposition, the object of that.
    Object,
    /// The object and what it is blamed or praised for ("accused Norland of firing").
    ObjectOf,
    /// The object and what it shall do ("urged Norland to withdraw").
    ObjectTo,
    /// The object and what it is said to be ("called the plan a mistake", "described it as").
    As,
    /// A quotation.
    Quote,
    /// The subject of a passive and its infinitive ("is said to have left").
    Passive,
    /// What a noun says after "of", "about", "for", "against".
    Of,
    /// A noun behind "in" that a clause leans on ("in his view, …").
    In,
    /// The same behind "by" ("by his own account, …", "…, by one estimate").
    By,
    /// The noun that an adjective stands before ("the alleged ringleader").
    Attribute,
    /// The subject and the infinitive or predicate of a verb of seeming, said by nobody ("seems to have left").
    Raise,
}

/// Words that say what somebody thinks of a thing that he calls so.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Verdict {
    pub stance: Stance,
    pub lemmas: Known<CompactString>,
}

/// Nouns that name a happening of some kinds again.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamesAgain {
    pub kinds: Known<CompactString>,
    /// Modes that are meant before others of these kinds.
    #[serde(default)]
    pub modes: Known<CompactString>,
    pub nouns: Known<CompactString>,
}

/// Words that show what is at issue.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AspectWords {
    pub aspect: Aspect,
    pub lemmas: Known<CompactString>,
}

/// A sentence with its claim marked: `{source} <cue> [content]`; without marks, one that makes no claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimExample {
    /// The first cue of the rule it stands beside ("denies/deny").
    pub rule: String,
    /// The cues of that rule.
    pub cues: Vec<String>,
    /// The marked sentence.
    pub marked: String,
    /// Whether the claim must be found; else none by that rule may be.
    pub claims: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CueFile {
    #[allow(dead_code)] // read by people
    doc: String,
    stance: Stance,
    /// Cues that take what is said for granted, of whatever row.
    #[serde(default)]
    granting: Vec<String>,
    #[serde(default)]
    cue: Vec<CueRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CueRow {
    #[allow(dead_code)] // read by people
    #[serde(default)]
    doc: String,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    adverbs: Vec<String>,
    #[serde(default)]
    prepositions: Vec<String>,
    stance: Option<Stance>,
    frames: Vec<Frame>,
    #[serde(default)]
    needs_speaker: bool,
    #[serde(default)]
    of_things: bool,
    #[serde(default)]
    needs_actor: bool,
    #[serde(default)]
    finite: bool,
    #[serde(default)]
    listener: bool,
    #[serde(default)]
    object_speaks: bool,
    #[serde(default)]
    except_objects: Known<CompactString>,
    #[serde(default)]
    only_objects: Known<CompactString>,
    #[serde(default)]
    blaming: Option<CompactString>,
    #[serde(default)]
    affirmed: bool,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    of_papers: bool,
    #[serde(default)]
    with_as: bool,
    #[serde(default)]
    marked: bool,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum ThirdPerson {
    Male,
    Female,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    #[allow(dead_code)] // read by people
    doc: String,
    speaking_nouns: Known<CompactString>,
    mute_nouns: Known<CompactString>,
    mute_endings: Vec<CompactString>,
    uttering_verbs: Known<CompactString>,
    speaking_pronouns: Known<CompactString>,
    first_person: Known<CompactString>,
    addressed_pronouns: Known<CompactString>,
    third_person: Table<CompactString, ThirdPerson>,
    continuing_verbs: Known<CompactString>,
    reaching_verbs: Known<CompactString>,
    spreading_verbs: Known<CompactString>,
    quantifiers: Known<CompactString>,
    papers: Known<CompactString>,
    polls: Known<CompactString>,
    polled: Known<CompactString>,
    occasions: Known<CompactString>,
    days: Known<CompactString>,
    reactions: Known<CompactString>,
    verdict: Vec<Verdict>,
    aspect: Vec<AspectWords>,
    /// Words by which a content without a happening speaks of one that was told before.
    referring: Known<CompactString>,
    at_issue: Known<CompactString>,
    names_again: Vec<NamesAgain>,
    toll: Known<CompactString>,
    tolls: Known<CompactString>,
    deadly: Known<CompactString>,
}

impl Rules {
    /// Compiles `rules/claims/`: every file is a stance with its cues, but for `words.toml`.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let (mut rules, mut errors) = (Self::default(), Vec::new());
        for file in files.under("claims").filter(|file| file.path.ends_with(".toml")) {
            let result =
                if file.path == "claims/words.toml" { rules.add_words(file) } else { rules.add_cues(file) };
            if let Err(error) = result {
                errors.push(error);
            }
        }
        for (number, cue) in rules.cues.iter().enumerate() {
            rules.by_lemma.entry(cue.words[0].clone()).or_default().push(number);
            if cue.part == CuePart::Verb {
                for form in regular_forms(&cue.words[0]) {
                    rules.by_form.entry(form).or_default().push(number);
                }
            }
        }
        // Of two cues that begin alike, the longer phrase goes first.
        for numbers in rules.by_lemma.values_mut() {
            numbers.sort_by_key(|&number| std::cmp::Reverse(rules.cues[number].words.len()));
        }
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// The examples and counter-examples of the rule files, which `rules check` and the tests run.
    pub fn examples(&self) -> &[ClaimExample] {
        &self.examples
    }

    fn add_words(&mut self, file: &RuleFile) -> Result<(), RuleError> {
        let words: WordFile = file.toml()?;
        self.speaking_nouns.extend(words.speaking_nouns);
        self.mute_nouns.extend(words.mute_nouns);
        self.mute_endings.extend(words.mute_endings);
        self.uttering_verbs.extend(words.uttering_verbs);
        self.speaking_pronouns.extend(words.speaking_pronouns);
        self.first_person.extend(words.first_person);
        self.addressed_pronouns.extend(words.addressed_pronouns);
        self.third_person.extend(words.third_person.into_iter().map(|(word, sex)| {
            let sex = match sex {
                ThirdPerson::Male => Sex::Male,
                ThirdPerson::Female => Sex::Female,
            };
            (word, sex)
        }));
        self.continuing_verbs.extend(words.continuing_verbs);
        self.reaching_verbs.extend(words.reaching_verbs);
        self.spreading_verbs.extend(words.spreading_verbs);
        self.quantifiers.extend(words.quantifiers);
        self.papers.extend(words.papers);
        self.polls.extend(words.polls);
        self.polled.extend(words.polled);
        // The lemma of a name keeps its capital: "Monday".
        self.occasions.extend(words.occasions.iter().map(|word| capitalised(word)));
        self.occasions.extend(words.occasions);
        self.days.extend(words.days);
        self.reactions.extend(words.reactions);
        self.aspects.extend(words.aspect);
        self.verdicts.extend(words.verdict);
        self.referring.extend(words.referring);
        self.at_issue.extend(words.at_issue);
        self.names_again.extend(words.names_again);
        self.toll.extend(words.toll);
        self.tolls.extend(words.tolls);
        self.deadly.extend(words.deadly);
        Ok(())
    }

    fn add_cues(&mut self, file: &RuleFile) -> Result<(), RuleError> {
        let cues: CueFile = file.toml()?;
        let granting: HashSet<&str> = cues.granting.iter().map(String::as_str).collect();
        let stem = file.path.trim_start_matches("claims/").trim_end_matches(".toml");
        for row in cues.cue {
            let lists = [
                (CuePart::Verb, &row.verbs),
                (CuePart::Noun, &row.nouns),
                (CuePart::Adjective, &row.adjectives),
                (CuePart::Adverb, &row.adverbs),
                (CuePart::Preposition, &row.prepositions),
            ];
            let Some(first) = lists.iter().find_map(|(_, words)| words.first()) else {
                return Err(file.error_at(
                    0,
                    "a cue has no words",
                    "give verbs, nouns, adjectives, adverbs or prepositions",
                ));
            };
            let rule = format!("{stem}/{first}");
            let examples = row.examples.into_iter().map(|marked| (marked, true));
            let examples = examples.chain(row.counter_examples.into_iter().map(|marked| (marked, false)));
            let words = lists.iter().flat_map(|(_, words)| *words);
            let names: Vec<String> = words.map(|cue| format!("{stem}/{cue}")).collect();
            self.examples.extend(examples.map(|(marked, claims)| ClaimExample {
                rule: rule.clone(),
                cues: names.clone(),
                marked,
                claims,
            }));
            for (part, words) in lists {
                for phrase in words {
                    let words: Vec<CompactString> = phrase.split_whitespace().map(Into::into).collect();
                    if words.is_empty() {
                        return Err(file.error_at(0, "a cue is empty", "give its lemmas, parted by spaces"));
                    }
                    self.cues.push(Cue {
                        id: format!("{stem}/{phrase}"),
                        words,
                        part,
                        stance: row.stance.unwrap_or(cues.stance),
                        frames: row.frames.clone(),
                        needs_speaker: row.needs_speaker,
                        of_things: row.of_things,
                        needs_actor: row.needs_actor,
                        finite: row.finite,
                        listener: row.listener,
                        object_speaks: row.object_speaks,
                        except_objects: row.except_objects.clone(),
                        only_objects: row.only_objects.clone(),
                        affirmed: row.affirmed,
                        blaming: row.blaming.clone(),
                        alone: row.alone,
                        granting: granting.contains(phrase.as_str()),
                        of_papers: row.of_papers,
                        with_as: row.with_as,
                        marked: row.marked || row.needs_actor,
                    });
                }
            }
        }
        Ok(())
    }
}

fn capitalised(word: &str) -> CompactString {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The past and the participle in -ing of a regular verb.
fn regular_forms(verb: &str) -> [CompactString; 2] {
    let (past, ing) = if let Some(stem) = verb.strip_suffix("ie") {
        (format!("{verb}d"), format!("{stem}ying"))
    } else if let Some(stem) = verb.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        (format!("{verb}d"), format!("{stem}ing"))
    } else if verb.ends_with('e') {
        (format!("{verb}d"), format!("{verb}ing"))
    } else if let Some(stem) = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        (format!("{stem}ied"), format!("{verb}ing"))
    } else {
        (format!("{verb}ed"), format!("{verb}ing"))
    };
    [past.into(), ing.into()]
}

#[cfg(test)]
mod tests {
    use super::regular_forms;

    #[test]
    fn forms_of_regular_verbs() {
        let check = |verb, past: &str, ing: &str| {
            assert_eq!(regular_forms(verb).as_slice(), [past, ing]);
        };
        check("endorse", "endorsed", "endorsing");
        check("deny", "denied", "denying");
        check("demand", "demanded", "demanding");
        check("agree", "agreed", "agreeing");
        check("portray", "portrayed", "portraying");
    }
}
