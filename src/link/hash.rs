//! Hashes that are the same on every machine and in every version.

/// 64 bits of FNV-1a.
pub(super) fn hash(parts: &[&[u8]]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for &byte in *part {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        // A byte that UTF-8 never uses keeps ("ab", "c") and ("a", "bc") apart.
        state = (state ^ 0xff).wrapping_mul(0x0000_0100_0000_01b3);
    }
    mix(state)
}

/// Spreads the bits, since FNV's high ones are poor for short words.
pub(super) fn mix(mut value: u64) -> u64 {
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// A word as 32 bits.
pub(super) fn word(word: &str) -> u32 {
    (hash(&[word.as_bytes()]) >> 32) as u32
}
