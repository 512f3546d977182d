//! How the lexicon is packed: its words are hashes, so we store the steps from one to the next.

/// Packs entries that stand in the order of their atoms: the classes, the most frequent first; then for each
/// entry the step from the last atom and the place of its class.
pub fn encode(entries: &[(u32, u16)]) -> Vec<u8> {
    let mut counts = std::collections::BTreeMap::new();
    for &(_, class) in entries {
        *counts.entry(class).or_insert(0usize) += 1;
    }
    let mut classes: Vec<(u16, usize)> = counts.into_iter().collect();
    classes.sort_by_key(|&(class, count)| (std::cmp::Reverse(count), class));
    let places: std::collections::HashMap<u16, u32> =
        classes.iter().zip(0..).map(|(&(class, _), place)| (class, place)).collect();
    let mut bytes = Vec::new();
    put(&mut bytes, classes.len() as u32);
    for (class, _) in classes {
        put(&mut bytes, u32::from(class));
    }
    put(&mut bytes, entries.len() as u32);
    let mut last = 0;
    for &(atom, class) in entries {
        put(&mut bytes, atom.wrapping_sub(last));
        put(&mut bytes, places[&class]);
        last = atom;
    }
    bytes
}

/// Takes what [`encode`] has packed from the front, where its length stands before it, and unpacks it.
pub fn next(bytes: &mut &[u8]) -> Option<Vec<(u32, u16)>> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (packed, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *bytes = rest;
    decode(packed)
}

/// Unpacks what [`encode`] has packed.
pub fn decode(mut bytes: &[u8]) -> Option<Vec<(u32, u16)>> {
    let count = take(&mut bytes)?;
    let classes: Vec<u16> =
        (0..count).map(|_| take(&mut bytes)?.try_into().ok()).collect::<Option<Vec<u16>>>()?;
    let count = take(&mut bytes)?;
    let mut atom = 0u32;
    let mut entries = Vec::new();
    for _ in 0..count {
        atom = atom.wrapping_add(take(&mut bytes)?);
        entries.push((atom, *classes.get(take(&mut bytes)? as usize)?));
    }
    Some(entries)
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 128 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0u32;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 127) << shift;
        if byte < 128 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back() {
        for entries in [vec![], vec![(0, 1)], vec![(3, 9), (4, 9), (70_000, 65_535), (u32::MAX, 2)]] {
            let bytes = encode(&entries);
            assert_eq!(decode(&bytes), Some(entries));
            for length in 0..bytes.len() {
                assert_eq!(decode(&bytes[..length]), None);
            }
        }
    }
}
