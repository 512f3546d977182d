//! Which tags the treebanks give a word: the tagger's gazetteer.

use super::atoms::Atom;

/// From the atom of a word in lower case to its ambiguity class; 0 for a word never seen.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Open addressing; a class of 0 marks an empty place.
    slots: Vec<(Atom, u16)>,
    entries: usize,
}

impl Lexicon {
    /// The lexicon of these entries; a later entry for the same word is left out.
    pub fn new(entries: impl ExactSizeIterator<Item = (Atom, u16)>) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut slots = vec![(0, 0); size];
        let mut count = 0;
        for (atom, class) in entries.filter(|&(_, class)| class != 0) {
            let mut at = place(atom, size);
            while slots[at].1 != 0 && slots[at].0 != atom {
                at = (at + 1) & (size - 1);
            }
            if slots[at].1 == 0 {
                slots[at] = (atom, class);
                count += 1;
            }
        }
        Self { slots, entries: count }
    }

    /// The ambiguity class of a word.
    pub fn class(&self, atom: Atom) -> u16 {
        if self.slots.is_empty() {
            return 0;
        }
        let mut at = place(atom, self.slots.len());
        loop {
            let (known, class) = self.slots[at];
            if class == 0 || known == atom {
                return class;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.entries
    }

    /// Whether no word is known.
    pub fn is_empty(&self) -> bool {
        self.entries == 0
    }

    /// Every entry, in the order of atoms.
    pub fn entries(&self) -> Vec<(Atom, u16)> {
        let mut entries: Vec<_> = self.slots.iter().copied().filter(|&(_, class)| class != 0).collect();
        entries.sort_unstable();
        entries
    }
}

fn place(atom: Atom, size: usize) -> usize {
    (atom.wrapping_mul(0x9e37_79b1) >> 7) as usize & (size - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in() {
        let lexicon =
            Lexicon::new((0..1000u32).map(|i| (i * 7, (i % 50 + 1) as u16)).collect::<Vec<_>>().into_iter());
        assert_eq!((lexicon.class(7), lexicon.class(6993), lexicon.class(8)), (2, 50, 0));
        assert_eq!(lexicon.entries().len(), 1000);
        assert_eq!(Lexicon::default().class(3), 0);
    }
}
