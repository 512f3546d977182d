//! Whom people are loyal to, and what those people do.

use super::{Relation, SUBJECTS, Token, Upos, Xpos, as_subject, depends, rehang};

/// "Fighters loyal to the warlord Tom Hale shelled the town": the name right behind what he is called is his to whom they are loyal,
/// and it is they who shelled it.
pub(super) fn name_whom_they_follow(tokens: &mut [Token], loyal: usize) {
    let Some(people) = tokens[loyal].head.filter(|&people| people + 1 == loyal) else { return };
    let follow = matches!(tokens[loyal].lower.as_str(), "loyal" | "faithful" | "hostile" | "close")
        && matches!(tokens[people].upos, Upos::Noun | Upos::Propn)
        && tokens.get(loyal + 1).is_some_and(|to| to.lower == "to");
    if !follow {
        return;
    }
    let is_name = |at: usize| tokens[at].xpos == Xpos::Nnp && SUBJECTS.contains(&tokens[at].relation);
    let describes = |at: usize| matches!(tokens[at].upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
    let Some(name) = (loyal + 3..tokens.len()).take_while(|&at| describes(at - 1)).find(|&at| is_name(at))
    else {
        return;
    };
    let title = name - 1;
    let called = tokens[title].xpos == Xpos::Nn
        && matches!(tokens[title].relation, Relation::Obl | Relation::Nmod)
        && depends(&tokens[loyal + 1], title, &[Relation::Case]);
    let Some(verb) = tokens[name].head.filter(|&verb| called && verb > name) else { return };
    let acts = depends(&tokens[people], verb, &SUBJECTS);
    if !acts && tokens[verb].head != Some(people) {
        return;
    }
    let count = tokens.len();
    rehang(tokens, loyal + 1..title, title, name);
    (tokens[name].head, tokens[name].relation) = (Some(loyal), Relation::Obl);
    (tokens[title].head, tokens[title].relation) = (Some(name), Relation::NmodDesc);
    if !acts {
        (tokens[verb].head, tokens[verb].relation) = (tokens[people].head, tokens[people].relation);
        rehang(tokens, verb + 1..count, people, verb);
        (tokens[people].head, tokens[people].relation) = (Some(verb), as_subject(tokens, verb));
    }
}
