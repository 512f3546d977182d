//! The small numbers that features are made of, and the hash that makes a row of weights out of them.

/// A word as features see it: a hash of the letters.
pub type Atom = u32;

/// The atom of nothing.
pub const NOTHING: Atom = 1;

/// Hashes a word; digits are all alike, so that one year is known from another.
pub fn word_atom(word: &str) -> Atom {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in word.bytes() {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (hash ^ (hash >> 29)) as u32
}

/// Hashes the bytes of a word as they are.
pub fn exact_atom(word: &str) -> Atom {
    let mut hash = 0x9e37_79b9_7f4a_7c15u64;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (hash ^ (hash >> 31)) as u32
}

/// One hash of a feature: the number of its template and up to four atoms.
#[inline(always)]
pub fn mix(template: u32, a: u32, b: u32, c: u32, d: u32) -> u64 {
    let first = (u64::from(template) << 32 | u64::from(a)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let second = (u64::from(b) << 32 | u64::from(c)).wrapping_add(0x632b_e59b_d9b4_e019);
    let hash = (first ^ (first >> 32)).wrapping_add(second).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (hash ^ (hash >> 29) ^ u64::from(d).wrapping_mul(0xa076_1d64_78bd_642f))
        .wrapping_mul(0xe703_7ed1_a0b4_28db)
}
