"""guide.py MODEL IN OUT: spaCy's tags, heads and labels of sentences (a line each, words parted by tabs), hung as Universal
Dependencies would hang them as far as that is plain: a parser of ours learns the rest."""
import sys

import spacy
from spacy.tokens import Doc

BE = {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"}


def children(heads, top):
    return [i for i, head in enumerate(heads) if head == top and i != top]


def put_above(heads, inner, top):
    """What hangs on `top` takes its place; `top` and what else hangs on it hang on that."""
    for i in children(heads, top):
        if i != inner:
            heads[i] = inner
    heads[inner] = heads[top] if heads[top] != top else inner
    heads[top] = inner


def lift_prepositions(doc, heads, labels):
    """What stands behind a preposition takes its place."""
    for i in range(len(doc)):
        opens = doc[i].tag_ in ("IN", "TO") and labels[i] in ("advcl", "conj", "ROOT", "pcomp")
        if not (labels[i] in ("prep", "agent", "dative") or opens):
            continue
        objects = [j for j in children(heads, i) if labels[j] in ("pobj", "pcomp")]
        if objects:
            noun = objects[0]
            if labels[noun] == "pobj":
                labels[noun] = labels[i]
            labels[i] = "prep"
            put_above(heads, noun, i)


def lift_predicates(doc, heads, labels):
    """What somebody is takes the place of "be"."""
    for i in range(len(doc)):
        if doc[i].lower_ not in BE or labels[i] in ("aux", "auxpass"):
            continue
        inner = children(heads, i)
        predicates = [j for j in inner if labels[j] in ("attr", "acomp")]
        if predicates and not any(labels[j] == "expl" for j in inner):
            labels[predicates[0]], labels[i] = labels[i], "aux"
            put_above(heads, predicates[0], i)


def join(doc, heads, labels):
    """All conjuncts hang on the first, and each "and" on the one behind it."""
    for i in range(len(doc)):
        if labels[i] == "conj":
            first, steps = heads[i], 0
            while labels[first] == "conj" and heads[first] != first and steps < len(doc):
                first, steps = heads[first], steps + 1
            heads[i] = first
    for i in range(len(doc)):
        if labels[i] == "cc":
            behind = [j for j in range(i + 1, len(doc)) if labels[j] == "conj" and heads[j] == heads[i]]
            if behind:
                heads[i] = behind[0]


def is_tree(heads):
    for i in range(len(heads)):
        at, steps = i, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return True


def hang(doc):
    heads, labels = [token.head.i for token in doc], [token.dep_ for token in doc]
    for lift in (lift_prepositions, lift_predicates, join):
        lift(doc, heads, labels)
    if not is_tree(heads):
        return [token.head.i for token in doc], [token.dep_ for token in doc]
    return heads, labels


def main(model, source, target):
    nlp = spacy.load(model, exclude=["ner", "lemmatizer", "attribute_ruler"])
    numbers = {label: i + 1 for i, label in enumerate(sorted({*nlp.get_pipe("parser").labels, "ROOT"}))}

    def docs():
        for line in open(source, encoding="utf-8"):
            words = line.rstrip("\n").split("\t")
            yield Doc(nlp.vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1))

    with open(target, "w", encoding="utf-8") as out:
        for doc in nlp.pipe(docs(), batch_size=256):
            heads, labels = hang(doc)
            fields = (
                f"{token.tag_}\t{-1 if heads[i] == i else heads[i]}\t{numbers.get(labels[i], 0)}"
                for i, token in enumerate(doc)
            )
            out.write("\t".join(fields) + "\n")


main(*sys.argv[1:])
