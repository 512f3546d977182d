//! Which tags the treebanks give a word: the tagger's gazetteer.

use super::atoms::Atom;
use std::borrow::Cow;

/// From the atom of a word in lower case to its ambiguity class; 0 for a word never seen.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Open addressing, atom and class in each slot; a class of 0 marks an empty one. Kept as the bytes that a table
    /// compiled into the program consists of.
    slots: Cow<'static, [u8]>,
}

/// The bytes of a slot: four of the atom, two of its class, the lowest first.
const SLOT: usize = 6;

impl Lexicon {
    /// The lexicon of these entries; a later entry for the same word is left out.
    pub fn new(entries: impl ExactSizeIterator<Item = (Atom, u16)>) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut slots = vec![0; size * SLOT];
        for (atom, class) in entries.filter(|&(_, class)| class != 0) {
            let at = place_of(atom, &slots);
            if let Some(bytes) =
                slots.get_mut(at * SLOT..(at + 1) * SLOT).filter(|bytes| class_in(bytes) == 0)
            {
                bytes[..4].copy_from_slice(&atom.to_le_bytes());
                bytes[4..].copy_from_slice(&class.to_le_bytes());
            }
        }
        Self { slots: slots.into() }
    }

    /// The lexicon of slots that [`Lexicon::slots`] gave; none if they cannot be that.
    pub fn of_slots(slots: &'static [u8]) -> Option<Self> {
        let sound = slots.len().is_multiple_of(SLOT) && (slots.len() / SLOT).is_power_of_two();
        sound.then_some(Self { slots: Cow::Borrowed(slots) })
    }

    /// The bytes of all slots.
    pub fn slots(&self) -> &[u8] {
        &self.slots
    }

    /// The ambiguity class of a word.
    pub fn class(&self, atom: Atom) -> u16 {
        if self.slots.is_empty() {
            return 0;
        }
        let at = place_of(atom, &self.slots) * SLOT;
        self.slots.get(at..at + SLOT).filter(|slot| atom_in(slot) == atom).map_or(0, class_in)
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.filled().count()
    }

    /// Whether no word is known.
    pub fn is_empty(&self) -> bool {
        self.filled().next().is_none()
    }

    /// Every entry, in the order of atoms.
    pub fn entries(&self) -> Vec<(Atom, u16)> {
        let mut entries: Vec<_> = self.filled().collect();
        entries.sort_unstable();
        entries
    }

    fn filled(&self) -> impl Iterator<Item = (Atom, u16)> {
        self.slots
            .chunks_exact(SLOT)
            .map(|slot| (atom_in(slot), class_in(slot)))
            .filter(|&(_, class)| class != 0)
    }
}

/// The slot of an atom, or the empty one where it would stand; `slots` has empty ones.
fn place_of(atom: Atom, slots: &[u8]) -> usize {
    let last = slots.len() / SLOT - 1;
    let mut at = (atom.wrapping_mul(0x9e37_79b1) >> 7) as usize & last;
    for _ in 0..=last {
        let slot = &slots[at * SLOT..(at + 1) * SLOT];
        if class_in(slot) == 0 || atom_in(slot) == atom {
            break;
        }
        at = (at + 1) & last;
    }
    at
}

fn atom_in(slot: &[u8]) -> Atom {
    slot.first_chunk().map_or(0, |&bytes| u32::from_le_bytes(bytes))
}

fn class_in(slot: &[u8]) -> u16 {
    slot.last_chunk().map_or(0, |&bytes| u16::from_le_bytes(bytes))
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
        assert!(Lexicon::of_slots(&[0; 18]).is_none());
    }
}
