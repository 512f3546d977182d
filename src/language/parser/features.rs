//! What the parser looks at before it acts: templates after Zhang and Nivre (2011), and some of our own for
//! prepositions, child labels and what lies between.

use super::configuration::Configuration;
use crate::language::atoms::mix;

/// The number of templates of the pass backwards, which is only a guide.
pub const BACKWARDS: usize = 132;
/// The number of templates of the pass forwards that do not look at the guide.
const UNGUIDED: usize = 148;
/// The number of templates of the pass forwards.
pub const FORWARDS: usize = UNGUIDED + 20;

/// Fills in the hash of every feature of a configuration of the pass backwards.
pub fn backwards(state: &Configuration, hashes: &mut [u64; BACKWARDS]) {
    let filled = fill::<false>(state, hashes);
    debug_assert_eq!(filled, BACKWARDS);
}

/// Fills in the features that both passes have, and those of the pass forwards alone; tells how many there are.
#[inline(always)]
fn fill<const FORWARDS: bool>(state: &Configuration, hashes: &mut [u64]) -> usize {
    let nothing = state.nothing();
    let (s0, s1, s2) = (state.stack(0), state.stack(1), state.stack(2));
    let b0 = state.next();
    let (b1, b2, b3) = (state.buffer(1), state.buffer(2), state.buffer(3));
    let w = |node: usize| state.atoms[node].word;
    let m = |node: usize| state.atoms[node].lemma;
    let t = |node: usize| u32::from(state.atoms[node].tag);
    let l = |node: usize| u32::from(state.labels[node]);
    let links = |node: usize| state.links[node];
    let (s0k, s1k, b0k) = (links(s0), links(s1), links(b0));
    let (s0l, s0l2, s0r, s0r2) =
        (s0k.left as usize, s0k.left2 as usize, s0k.right as usize, s0k.right2 as usize);
    let (s1l, s1r, s1r2) = (s1k.left as usize, s1k.right as usize, s1k.right2 as usize);
    let (b0l, b0l2) = (b0k.left as usize, b0k.left2 as usize);
    let s2r = links(s2).right as usize;
    let (tags0, tags1, tagb0, tagb1) = (t(s0), t(s1), t(b0), t(b1));
    let tags2 = t(s2);
    let near = distance(s0, b0, nothing);
    let far = distance(s1, s0, nothing);
    let between_stack = state.between(s1, s0);
    let between_next = state.between(s0, b0);
    // Two tags in one number, so that more fit into four atoms.
    let pair = |a: u32, b: u32| a << 8 | b;
    let triple = |a: u32, b: u32, c: u32| a << 16 | b << 8 | c;

    let mut at = 0;
    let mut add = |a: u32, b: u32, c: u32, d: u32| {
        hashes[at] = mix(at as u32, a, b, c, d);
        at += 1;
    };
    // Single nodes.
    for node in [s0, s1, b0] {
        add(w(node), 0, 0, 0);
        add(t(node), 0, 0, 0);
        add(w(node), t(node), 0, 0);
        add(m(node), t(node), 0, 0);
    }
    for node in [s2, b1, b2] {
        add(w(node), 0, 0, 0);
        add(t(node), 0, 0, 0);
        add(w(node), t(node), 0, 0);
    }
    add(t(b3), 0, 0, 0);
    add(w(b3), 0, 0, 0);
    // Pairs of the three that the next action is about.
    for (a, b) in [(s0, b0), (s1, s0), (s1, b0)] {
        add(w(a), t(a), t(b), 0);
        add(t(a), w(b), t(b), 0);
        add(w(a), w(b), 0, 0);
        add(t(a), t(b), 0, 0);
        add(m(a), m(b), 0, 0);
        add(m(a), t(b), 0, 0);
        add(t(a), m(b), 0, 0);
    }
    // Pairs further off.
    add(tagb0, tagb1, 0, 0);
    add(w(b0), tagb1, 0, 0);
    add(tagb0, w(b1), 0, 0);
    add(w(b0), w(b1), 0, 0);
    add(tags0, tagb1, 0, 0);
    add(w(s0), w(b1), 0, 0);
    add(tags2, tags0, 0, 0);
    add(tags2, tags1, 0, 0);
    add(tags2, tagb0, 0, 0);
    add(w(s2), tags0, 0, 0);
    // Tags in a row.
    add(triple(tagb0, tagb1, t(b2)), 0, 0, 0);
    add(triple(tags0, tagb0, tagb1), 0, 0, 0);
    add(triple(tags1, tags0, tagb0), 0, 0, 0);
    add(triple(tags2, tags1, tags0), 0, 0, 0);
    add(triple(tags1, tagb0, tagb1), 0, 0, 0);
    add(triple(tags1, tags0, tagb0), tagb1, 0, 0);
    add(triple(tags0, tagb0, tagb1), t(b2), 0, 0);
    add(triple(tags2, tags1, tags0), tagb0, 0, 0);
    add(triple(tagb0, tagb1, t(b2)), t(b3), tags0, 0);
    add(triple(tags2, tags1, tags0), pair(tagb0, tagb1), 0, 0);
    // A word among tags.
    if FORWARDS {
        add(w(s0), tagb0, tagb1, 0);
        add(tags0, w(b0), tagb1, 0);
        add(tags0, tagb0, w(b1), 0);
        add(w(s1), tags0, tagb0, 0);
        add(tags1, w(s0), tagb0, 0);
        add(tags1, tags0, w(b0), 0);
    }
    // Children by tag.
    add(triple(tags0, t(s0l), tagb0), 1, 0, 0);
    add(triple(tags0, t(s0r), tagb0), 2, 0, 0);
    add(triple(tags0, tagb0, t(b0l)), 3, 0, 0);
    add(triple(tags1, t(s1r), tags0), 4, 0, 0);
    add(triple(tags1, t(s1l), tags0), 5, 0, 0);
    add(triple(tags1, tags0, t(s0l)), 6, 0, 0);
    add(triple(tags1, tags0, t(s0r)), 7, 0, 0);
    add(triple(tags1, t(s1r), tagb0), 8, 0, 0);
    add(triple(tags1, t(s1r), tags0), tagb0, 0, 0);
    add(triple(tags0, t(s0l), t(s0l2)), 0, 0, 0);
    add(triple(tags0, t(s0r), t(s0r2)), 0, 0, 0);
    add(triple(tags1, t(s1r), t(s1r2)), 0, 0, 0);
    add(triple(tagb0, t(b0l), t(b0l2)), 0, 0, 0);
    // Children by word and label.
    for node in [s0l, s0r, s1l, s1r, b0l] {
        add(w(node), l(node), 0, 0);
        add(t(node), l(node), 0, 0);
        add(l(node), tags0, tagb0, 0);
    }
    for node in [s0l2, s0r2, s1r2, b0l2, s2r] {
        add(l(node), t(node), 0, 0);
    }
    // Prepositions, subordinators and determiners are the leftmost children of what they introduce.
    add(w(s1), w(s0l), 0, 0);
    add(tags1, w(s0l), tags0, 0);
    if FORWARDS {
        add(m(s1), w(s0l), m(s0), 0);
        add(m(s2), w(s0l), tags1, 0);
        add(pair(tags2, tags1), w(s0l), tags0, 0);
        add(m(s2), m(s1), w(s0l), 0);
    }
    add(w(s0), w(b0l), 0, 0);
    add(tags0, w(b0l), tagb0, 0);
    if FORWARDS {
        add(m(s1), w(b0l), tags0, 0);
        add(m(s1), w(s1r), w(s0l), 0);
        add(w(s1l), tags1, tags0, tagb0);
    }
    // Distances.
    add(w(s0), near, 0, 0);
    add(tags0, near, 0, 0);
    add(w(b0), near, 0, 0);
    add(tagb0, near, 0, 0);
    add(pair(tags0, tagb0), near, 0, 0);
    add(pair(tags1, tags0), far, 0, 0);
    add(pair(tags1, tags0), far, tagb0, near);
    add(m(s1), far, tags0, 0);
    // How many children.
    add(w(s0), s0k.left_count(), 1, 0);
    add(tags0, s0k.left_count(), 2, 0);
    add(w(s0), s0k.right_count(), 3, 0);
    add(tags0, s0k.right_count(), 4, 0);
    add(m(s1), s1k.right_count(), 5, 0);
    add(tags1, s1k.right_count(), 6, 0);
    add(tagb0, b0k.left_count(), 7, 0);
    // Which children.
    let (left0, right0) = (fold(s0k.left_labels), fold(s0k.right_labels));
    let (left1, right1) = (fold(s1k.left_labels), fold(s1k.right_labels));
    let left_next = fold(b0k.left_labels);
    add(w(s0), left0, 0, 0);
    add(tags0, left0, tagb0, 0);
    add(m(s0), right0, tagb0, 0);
    add(tags0, right0, tagb0, 0);
    if FORWARDS {
        add(m(s1), right1, tags0, 0);
        add(tags1, right1, tags0, tagb0);
    }
    add(tags1, left1, right1, 0);
    add(tags0, left0, right0, 0);
    add(w(b0), left_next, 0, 0);
    add(tagb0, left_next, tags0, 0);
    add(pair(tags1, tags0), left0, left1, 0);
    // What lies between.
    add(pair(tags1, tags0), between_stack, 0, 0);
    add(pair(tags0, tagb0), between_next, 0, 0);
    add(pair(tags1, tags0), between_stack, tagb0, between_next);
    add(between_next, between_stack, w(b0), 0);
    if FORWARDS {
        add(m(s1), m(s0), between_stack, 0);
    }
    add(left1, right1, left0, tagb0);
    add(u32::from(state.question), tags0, tagb0, 0);
    add(u32::from(state.question), w(s0), tags1, u32::from(b0 + 1 >= nothing));
    at
}

/// Where the guide saw the head of a node, and with which label.
fn guided_head(state: &Configuration, node: usize, others: [usize; 2], first_next: usize) -> u32 {
    let nothing = state.nothing();
    if node >= nothing {
        return 0;
    }
    let guide = state.guides[node];
    let head = guide.head as usize;
    let place = if head == others[0] {
        1
    } else if head == others[1] {
        2
    } else if head == state.length() {
        3
    } else if head >= first_next {
        4
    } else if head < node {
        5
    } else {
        6
    };
    place << 8 | u32::from(guide.label)
}

/// Fills in the features of a configuration whose sentence was read before, from the other end.
pub fn forwards(state: &Configuration, hashes: &mut [u64; FORWARDS]) {
    let filled = fill::<true>(state, hashes);
    debug_assert_eq!(filled, UNGUIDED);
    let (s0, s1, b0) = (state.stack(0), state.stack(1), state.next());
    let (g0, g1, gb) = (
        guided_head(state, s0, [s1, b0], b0),
        guided_head(state, s1, [s0, b0], b0),
        guided_head(state, b0, [s0, s1], b0),
    );
    let waits = |node: usize| u32::from(state.guides[node].last as usize >= b0 && node < b0);
    let (more0, more1) = (waits(s0), waits(s1));
    let first = state.guides[b0].first as usize;
    let reaches = u32::from(first < b0 && state.heads[first] as usize == state.nothing());
    let tag = |node: usize| u32::from(state.atoms[node].tag);
    let (tags0, tags1, tagb0) = (tag(s0), tag(s1), tag(b0));
    let near = distance(s0, b0, state.nothing());
    let far = distance(s1, s0, state.nothing());
    let (place0, place1, placeb) = (g0 >> 8, g1 >> 8, gb >> 8);
    let marks = more0 << 2 | more1 << 1 | reaches;
    let mut at = UNGUIDED;
    let mut add = |a: u32, b: u32, c: u32, d: u32| {
        hashes[at] = mix(at as u32, a, b, c, d);
        at += 1;
    };
    add(g0, 0, 0, 0);
    add(g0, marks, 0, 0);
    add(g0, gb, 0, 0);
    add(g0, g1, 0, 0);
    add(g0, g1, gb, marks);
    add(place0, placeb, place1, marks);
    add(g0, tags0, tagb0, more0);
    add(g0, tags1, tags0, more0);
    add(g0, tagb0, marks, 0);
    add(g0, state.atoms[s0].word, more0, 0);
    add(gb, tagb0, tags0, reaches);
    add(gb, state.atoms[b0].word, 0, 0);
    add(g0, state.atoms[s1].lemma, 0, 0);
    add(g0, state.atoms[b0].lemma, 0, 0);
    add(g0, near, far, more0);
    add(g0, state.between(s1, s0), marks, 0);
    add(g0, state.between(s0, b0), marks, 0);
    add(place0 << 8 | placeb, tags0 << 8 | tagb0, tags1, marks);
    add(g1, more1, tags1, tags0);
    add(u32::from(state.guides[s0].last as usize + 1 == b0), g0, gb, marks);
    debug_assert_eq!(at, FORWARDS);
}

/// How far apart two nodes stand, in steps that grow.
fn distance(left: usize, right: usize, nothing: usize) -> u32 {
    if left >= nothing || right >= nothing {
        return 0;
    }
    match right.abs_diff(left) {
        distance @ 0..=4 => distance as u32,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

/// A set of labels as one atom.
fn fold(set: u64) -> u32 {
    let mixed = set.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 32)) as u32
}
