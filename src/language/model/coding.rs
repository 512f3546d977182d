//! Tables of weights as few bytes: most cells are 0 and most others small, so the gaps between the others
//! and their values are written in a Huffman code each, one bit after the other.

/// The longest code of a symbol. Short enough that a table of all codes stays in the nearest cache.
const LONGEST: u32 = 12;
/// A gap of this many zeros and no value behind it.
const NO_VALUE: usize = 255;

/// Cells that are coded in one piece.
const PIECE: usize = 1 << 20;

/// Writes cells; [`decode`] reads them again.
pub fn encode(cells: &[u8]) -> Vec<u8> {
    let pieces: Vec<Vec<(u8, u8)>> = cells.chunks(PIECE).map(symbols).collect();
    let (mut gaps, mut values) = ([0u64; 256], [0u64; 256]);
    for &(gap, value) in pieces.iter().flatten() {
        gaps[usize::from(gap)] += 1;
        if usize::from(gap) != NO_VALUE {
            values[usize::from(value)] += 1;
        }
    }
    let (gaps, values) = (Code::of(&gaps), Code::of(&values));
    let mut bytes = [gaps.lengths, values.lengths].concat();
    let (gap_codes, value_codes) = (gaps.codes(), values.codes());
    for piece in pieces {
        let mut writer = Writer { bytes: Vec::new(), waiting: 0, count: 0 };
        for &(gap, value) in &piece {
            writer.put(gap_codes[usize::from(gap)], gaps.lengths[usize::from(gap)]);
            if usize::from(gap) != NO_VALUE {
                let value = usize::from(value);
                writer.put(value_codes[value], values.lengths[value]);
            }
        }
        let coded = writer.finish();
        bytes.extend((piece.len() as u32).to_le_bytes());
        bytes.extend((coded.len() as u32).to_le_bytes());
        bytes.extend(coded);
    }
    bytes
}

/// Gaps and the values behind them.
fn symbols(cells: &[u8]) -> Vec<(u8, u8)> {
    let mut symbols = Vec::new();
    let mut gap = 0;
    for &cell in cells {
        if cell != 0 {
            symbols.push((gap as u8, cell));
            gap = 0;
        } else {
            gap += 1;
            if gap == NO_VALUE {
                symbols.push((NO_VALUE as u8, 0));
                gap = 0;
            }
        }
    }
    symbols
}

/// Takes the next table off `rest`: how many cells it has, and their code.
pub fn next<'a>(rest: &mut &'a [u8]) -> Option<(usize, &'a [u8])> {
    let (size, after) = rest.split_first_chunk::<4>()?;
    let (length, after) = after.split_first_chunk::<4>()?;
    let (coded, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after;
    Some((u32::from_le_bytes(*size) as usize, coded))
}

/// Reads `size` cells; nothing if the bytes are damaged.
pub fn decode(bytes: &[u8], size: usize) -> Option<Vec<u8>> {
    let (gaps, rest) = bytes.split_first_chunk::<256>()?;
    let (values, mut rest) = rest.split_first_chunk::<256>()?;
    let tables = Tables::of(Code { lengths: *gaps }.table()?, Code { lengths: *values }.table()?);
    let mut cells = vec![0; size];
    for cells in cells.chunks_mut(PIECE) {
        let (count, after) = rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let (coded, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        tables.read(cells, u32::from_le_bytes(*count), coded)?;
        rest = after;
    }
    Some(cells)
}

/// What the next `LONGEST` bits say.
struct Tables {
    gaps: Table,
    values: Table,
    /// A gap, the value behind it, and the length of both; a length of 0 where they need more bits.
    both: Vec<(u8, u8, u8)>,
}

impl Tables {
    fn of(gaps: Table, values: Table) -> Self {
        let both = gaps
            .iter()
            .enumerate()
            .map(|(bits, &(gap, length))| {
                let (value, more) = values[bits >> length];
                let whole = length > 0 && more > 0 && u32::from(length + more) <= LONGEST;
                if whole && usize::from(gap) != NO_VALUE { (gap, value, length + more) } else { (0, 0, 0) }
            })
            .collect();
        Self { gaps, values, both }
    }

    /// Fills in the cells of a piece.
    fn read(&self, cells: &mut [u8], count: u32, coded: &[u8]) -> Option<()> {
        let mut reader = Reader { bytes: coded, bits: 0, count: 0 };
        let mut at = 0;
        for _ in 0..count {
            reader.fill();
            let (gap, value, length) = self.both[reader.ahead()];
            if length > 0 && u32::from(length) <= reader.count {
                reader.skip(length);
                at += usize::from(gap);
                *cells.get_mut(at)? = value;
                at += 1;
                continue;
            }
            let gap = usize::from(reader.take(&self.gaps)?);
            at += gap;
            if gap != NO_VALUE {
                *cells.get_mut(at)? = reader.take(&self.values)?;
                at += 1;
            }
        }
        Some(())
    }
}

/// The lengths of the codes of all symbols; the codes follow from them in order.
struct Code {
    lengths: [u8; 256],
}

/// Symbol and length for every run of `LONGEST` bits.
type Table = Vec<(u8, u8)>;

impl Code {
    /// A Huffman code for symbols that occur so often.
    fn of(counts: &[u64; 256]) -> Self {
        let mut counts = *counts;
        loop {
            let lengths = huffman(&counts);
            if lengths.iter().all(|&length| u32::from(length) <= LONGEST) {
                return Self { lengths };
            }
            // Too long a code: make the rare symbols less rare.
            for count in counts.iter_mut().filter(|count| **count > 0) {
                *count = *count / 2 + 1;
            }
        }
    }

    /// The code of every symbol, the last bit first, in the order of lengths and symbols.
    fn codes(&self) -> [u32; 256] {
        let mut codes = [0; 256];
        let mut next = 0u32;
        for length in 1..=LONGEST {
            next <<= 1;
            for (symbol, _) in self.lengths.iter().enumerate().filter(|&(_, &own)| u32::from(own) == length) {
                codes[symbol] = next.reverse_bits() >> (32 - length);
                next += 1;
            }
        }
        codes
    }

    fn table(&self) -> Option<Table> {
        if self.lengths.iter().any(|&length| u32::from(length) > LONGEST) {
            return None;
        }
        let filled: u64 = self
            .lengths
            .iter()
            .filter(|&&length| length > 0)
            .map(|&length| 1 << (LONGEST - u32::from(length)))
            .sum();
        if filled > 1 << LONGEST {
            return None;
        }
        let codes = self.codes();
        let mut table = vec![(0, 0); 1 << LONGEST];
        for (symbol, &length) in self.lengths.iter().enumerate().filter(|&(_, &length)| length > 0) {
            for place in (codes[symbol] as usize..1 << LONGEST).step_by(1 << length) {
                table[place] = (symbol as u8, length);
            }
        }
        Some(table)
    }
}

/// The lengths of a Huffman code without a limit.
fn huffman(counts: &[u64; 256]) -> [u8; 256] {
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;
    let mut lengths = [0u8; 256];
    let mut heap: BinaryHeap<_> = (0..256usize)
        .filter(|&symbol| counts[symbol] > 0)
        .map(|symbol| Reverse((counts[symbol], vec![symbol])))
        .collect();
    if let (1, Some(Reverse((_, only)))) = (heap.len(), heap.peek()) {
        lengths[only[0]] = 1;
        return lengths;
    }
    while let (Some(Reverse((a, mut first))), Some(Reverse((b, second)))) = (heap.pop(), heap.pop()) {
        first.extend(second);
        for &symbol in &first {
            lengths[symbol] = lengths[symbol].saturating_add(1);
        }
        if heap.is_empty() {
            break;
        }
        heap.push(Reverse((a + b, first)));
    }
    lengths
}

struct Writer {
    bytes: Vec<u8>,
    waiting: u64,
    count: u32,
}

impl Writer {
    fn put(&mut self, code: u32, length: u8) {
        self.waiting |= u64::from(code) << self.count;
        self.count += u32::from(length);
        while self.count >= 8 {
            self.bytes.push(self.waiting as u8);
            self.waiting >>= 8;
            self.count -= 8;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.bytes.push(self.waiting as u8);
        self.bytes
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    bits: u64,
    count: u32,
}

impl Reader<'_> {
    /// Makes sure that a gap and a value can be taken, as long as there are bytes.
    fn fill(&mut self) {
        if self.count >= 2 * LONGEST {
            return;
        }
        if let Some((chunk, _)) = self.bytes.split_first_chunk::<4>() {
            self.bits |= u64::from(u32::from_le_bytes(*chunk)) << self.count;
            self.count += 32;
            self.bytes = &self.bytes[4..];
        } else {
            while let Some((&byte, rest)) = self.bytes.split_first() {
                self.bits |= u64::from(byte) << self.count;
                self.count += 8;
                self.bytes = rest;
            }
        }
    }

    /// The next bits, without taking them.
    fn ahead(&self) -> usize {
        self.bits as usize & ((1 << LONGEST) - 1)
    }

    fn skip(&mut self, length: u8) {
        self.bits >>= length;
        self.count -= u32::from(length);
    }

    fn take(&mut self, table: &Table) -> Option<u8> {
        let (symbol, length) = table[self.ahead()];
        if length == 0 || u32::from(length) > self.count {
            return None;
        }
        self.skip(length);
        Some(symbol)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: &[u8]) {
        let bytes = encode(cells);
        assert_eq!(decode(&bytes, cells.len()).as_deref(), Some(cells));
        for length in 0..bytes.len().min(600) {
            let _ = decode(&bytes[..length], cells.len());
        }
    }

    #[test]
    fn cells_come_back() {
        check(&[]);
        check(&[0; 1000]);
        check(&[1]);
        check(&[128, 127, 0, 3]);
        let mut seed = 7u32;
        let cells: Vec<u8> = (0..100_000)
            .map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if seed >> 30 == 0 { (((seed >> 20) as i8) >> (seed >> 16 & 7)) as u8 } else { 0 }
            })
            .collect();
        check(&cells);
    }

    #[test]
    fn a_skewed_code_keeps_its_limit() {
        let mut counts = [0u64; 256];
        for (i, count) in counts.iter_mut().enumerate().take(60) {
            *count = 1 << i;
        }
        assert!(Code::of(&counts).lengths.iter().all(|&length| u32::from(length) <= LONGEST));
    }

    #[test]
    fn damage_is_noticed() {
        let mut bytes = encode(&[1, 2, 3, 4]);
        bytes[..256].fill(13);
        assert_eq!(decode(&bytes, 4), None);
        assert_eq!(decode(&encode(&[0, 0, 5]), 2), None);
    }
}
