//! What begins behind a semicolon.

use super::{Relation, SUBJECTS, Token, Upos, Xpos, as_subject, depends, has, is_below, root_of};

/// "The envoys met the king; the rebels, who hold the north, killed two": a noun behind a semicolon, of which a clause in commas tells
/// more, is the subject of the verb behind that clause, and nothing that the words before are called.
pub(super) fn begin_behind_semicolon(tokens: &mut [Token], noun: usize) {
    let Some(root) = root_of(tokens) else { return };
    let apart = matches!(tokens[noun].relation, Relation::Appos | Relation::Conj | Relation::Parataxis)
        && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && !has(tokens, noun, &[Relation::Cc, Relation::Case]);
    let begin =
        (0..noun).rev().take_while(|&at| is_below(tokens, at, noun) && tokens[at].lower != ";").last();
    let begin = begin.unwrap_or(noun);
    let semicolon = begin.checked_sub(1).filter(|&at| apart && root < at && tokens[at].lower == ";");
    let Some(semicolon) = semicolon else { return };
    let Some(clause) = (noun + 1..tokens.len()).find(|&at| depends(&tokens[at], noun, &[Relation::AclRelcl]))
    else {
        return;
    };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Cc, Relation::Aux];
    let begins = |&verb: &usize| {
        tokens[verb].upos == Upos::Verb
            && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbn | Xpos::Vbz | Xpos::Vbp)
            && tokens[verb - 1].lower == ","
            && matches!(
                tokens[verb].relation,
                Relation::Acl | Relation::Advcl | Relation::Conj | Relation::Parataxis
            )
            && !has(tokens, verb, &own)
    };
    let Some(verb) = (clause + 1..tokens.len()).find(begins) else { return };
    // What hangs over the semicolon or the verb would cross it.
    let crossed = tokens[..semicolon].iter().any(|token| token.head.is_some_and(|head| head > semicolon))
        || tokens[semicolon..verb].iter().any(|token| token.head.is_some_and(|head| head > verb));
    if crossed {
        return;
    }
    let last = tokens.len() - 1;
    for at in verb + 1..tokens.len() {
        let stray = tokens[at].head.is_some_and(|head| head < verb);
        let stop = at == last && tokens[at].upos == Upos::Punct;
        if stray && !stop {
            tokens[at].head = Some(verb);
        }
    }
    (tokens[verb].head, tokens[verb].relation) = (Some(root), Relation::Parataxis);
    if tokens[verb].xpos == Xpos::Vbn {
        tokens[verb].xpos = Xpos::Vbd;
    }
    for at in [semicolon, verb - 1] {
        tokens[at].head = Some(verb);
    }
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), as_subject(tokens, verb));
    // Nothing between hangs on the words before.
    for at in begin..verb {
        let outside = tokens[at].head.is_some_and(|head| head < semicolon);
        if outside {
            tokens[at].head = Some(if SUBJECTS.contains(&tokens[at].relation) { verb } else { noun });
        }
    }
}
