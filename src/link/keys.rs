//! By what texts are looked up: two texts are compared only if one keeps what the other seeks.

use super::happening::Happening;
use super::hash::hash;
use super::possible::looks_back;
use super::story::Story;

/// What a text keeps in the index, and what it seeks there. One text finds another if and only if it is found by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    /// Under these the text is found.
    pub kept: Vec<i64>,
    /// Under these it finds others.
    pub sought: Vec<i64>,
}

/// How many of a text's weightiest words are paired to find texts of one story.
const FOREMOST: usize = 10;
/// How many where one of the two texts has no date of publication, and so meets those of all times.
const FOREMOST_ANY_TIME: usize = 6;
/// How many of a text's weightiest names are paired with the acts it tells of.
const NAMES: usize = 4;
/// And how many of its acts, those of its opening first.
const ACTS: usize = 5;
/// Days in a period within which, or in neighbouring ones, texts of one story are published.
const STORY_PERIOD: i32 = 14;
/// The same for copies.
const COPY_PERIOD: i32 = 28;
/// Who and what anchors a happening: no more than so many.
const ANCHORS: usize = 6;
/// Days from which on a date says too little to look anything up by it.
const PRECISE: i32 = 3;
/// Days in a block: spans of no more days that overlap share one.
const MONTH: i32 = 31;
/// Days in a block of years.
const YEAR: i32 = 366;
/// Bits for a hash beside a day; the days of some thousand years need the rest.
const HASHED: u32 = 42;

/// A key of something on a day, or from it on. Keys of one time stand together in the index, since what is looked up
/// and written together is: it then takes few of its pages.
fn on(day: i32, what: &[&[u8]]) -> i64 {
    (i64::from(day) << HASHED) | (hash(what) >> (u64::BITS - HASHED)) as i64
}

impl Keys {
    /// The keys of a text: of its sequences of words, its story, and its happenings.
    pub(super) fn new(
        published: Option<i32>,
        sequences: &[i64],
        story: Option<&Story>,
        happenings: &[Happening],
    ) -> Self {
        let mut keys = Self::default();
        for &sequence in sequences {
            keys.dated(b"copy", &sequence.to_le_bytes(), published, COPY_PERIOD, true);
        }
        let foremost = story.map(|story| story.foremost(FOREMOST)).unwrap_or_default();
        for (index, a) in foremost.iter().enumerate() {
            for (rank, b) in foremost.iter().enumerate().skip(index + 1) {
                let pair = (u64::from(*a.min(b)) << 32 | u64::from(*a.max(b))).to_le_bytes();
                keys.dated(b"story", &pair, published, STORY_PERIOD, rank < FOREMOST_ANY_TIME);
            }
        }
        if let Some(story) = story {
            keys.named(published, story, happenings);
        }
        for happening in happenings {
            keys.happening(happening);
            if looks_back(happening, published) {
                keys.past(happening);
            }
        }
        for list in [&mut keys.kept, &mut keys.sought] {
            list.sort_unstable();
            list.dedup();
        }
        keys
    }

    /// Whether the two are to be compared.
    pub fn meet(&self, other: &Self) -> bool {
        self.kept.iter().any(|key| other.sought.binary_search(key).is_ok())
    }

    /// Keys of what is published at much the same time. A text without a date of publication can be of any; what has
    /// one meets it only by what matters most to it.
    fn dated(&mut self, sort: &[u8], what: &[u8], published: Option<i32>, period: i32, any_time: bool) {
        let within = |present: i32| on(present * period, &[sort, what, b"in"]);
        let [dated, undated] = [b"dated".as_slice(), b"undated"].map(|when| hash(&[sort, what, when]) as i64);
        match published.map(|day| day.div_euclid(period)) {
            Some(present) => {
                self.kept.push(within(present));
                self.sought.extend((present - 1..=present + 1).map(within));
                if any_time {
                    self.kept.push(dated);
                    self.sought.push(undated);
                }
            }
            None => {
                self.kept.push(undated);
                self.sought.extend([dated, undated]);
            }
        }
    }

    /// Keys of a name that matters to a text, with an act told in it: short texts of one story share few of their
    /// foremost words.
    fn named(&mut self, published: Option<i32>, story: &Story, happenings: &[Happening]) {
        let mut acts: Vec<u32> = happenings
            .iter()
            .filter(|happening| happening.lead)
            .chain(happenings.iter().filter(|happening| !happening.lead))
            .flat_map(
                |happening| if happening.modes.is_empty() { &happening.roots } else { &happening.modes },
            )
            .copied()
            .take(ACTS)
            .collect();
        acts.sort_unstable();
        acts.dedup();
        for name in story.foremost_names(NAMES) {
            for act in &acts {
                let pair = (u64::from(name) << 32 | u64::from(*act)).to_le_bytes();
                self.dated(b"name", &pair, published, STORY_PERIOD, false);
            }
        }
    }

    /// Keys of a happening: its day, the family of its kinds, and somebody or some place that takes part. A day's
    /// difference is bridged, since midnight is not the same everywhere. What is told of a month alone meets what
    /// has a day in it.
    fn happening(&mut self, happening: &Happening) {
        let Some(days) = happening.days.filter(|days| days.length() <= 31) else { return };
        let precise = days.length() <= PRECISE;
        let anchors = anchors(happening);
        let mut families: Vec<u8> =
            happening.kinds.iter().flat_map(|&kind| super::kinds::families(kind)).collect();
        families.sort_unstable();
        families.dedup();
        for &anchor in &anchors {
            if precise {
                for &family in &families {
                    let key = |day: i32| on(day, &[b"day", &[family], &anchor.to_le_bytes()]);
                    self.kept.extend((days.earliest..=days.latest).map(key));
                    self.sought.extend((days.earliest - 2..=days.latest + 2).map(key));
                }
            }
            // What a text opens with is remembered by a plainer word: "the attack" for a missile strike.
            let plain: &[u32] = if happening.lead || !precise { &happening.roots } else { &[] };
            for &act in happening.modes.iter().chain(plain) {
                let key = |sort: &[u8], month: i32| {
                    on(month * MONTH, &[sort, &act.to_le_bytes(), &anchor.to_le_bytes()])
                };
                let months = days.earliest.div_euclid(MONTH)..=days.latest.div_euclid(MONTH);
                for month in months {
                    if precise {
                        self.kept.push(key(b"within month", month));
                    } else {
                        self.kept.push(key(b"month", month));
                        self.sought.push(key(b"within month", month));
                    }
                    self.sought.push(key(b"month", month));
                }
            }
        }
    }

    /// Keys of what a text looks back on. People remember few acts of a sort in one month, so that these meet without
    /// anybody's name; and one tells the day where another has the year alone.
    fn past(&mut self, happening: &Happening) {
        let Some(days) = happening.days.filter(|days| days.length() <= YEAR) else { return };
        let blocks = |length: i32| days.earliest.div_euclid(length)..=days.latest.div_euclid(length);
        let anchors = anchors(happening);
        for mode in &happening.modes {
            let mode = mode.to_le_bytes();
            let mut keys: Vec<i64> = Vec::new();
            if days.length() <= MONTH {
                keys.extend(blocks(MONTH).map(|month| on(month * MONTH, &[b"past month", &mode])));
            }
            if !happening.seldom.is_empty() {
                keys.extend(blocks(YEAR).map(|year| on(year * YEAR, &[b"past year", &mode])));
            }
            for anchor in &anchors {
                let what = [b"past year".as_slice(), &mode, &anchor.to_le_bytes()];
                keys.extend(blocks(YEAR).map(|year| on(year * YEAR, &what)));
            }
            self.kept.extend(&keys);
            self.sought.extend(&keys);
        }
    }

    /// The bytes that are stored.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(4 + 8 * (self.kept.len() + self.sought.len()));
        out.extend((self.kept.len() as u32).to_le_bytes());
        for key in self.kept.iter().chain(&self.sought) {
            out.extend(key.to_le_bytes());
        }
        out
    }

    /// Reads stored bytes; none where they are no keys.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (keys, over) = rest.as_chunks::<8>();
        let mut kept: Vec<i64> = keys.iter().map(|bytes| i64::from_le_bytes(*bytes)).collect();
        let length = u32::from_le_bytes(*length) as usize;
        if !over.is_empty() || length > kept.len() {
            return None;
        }
        let sought = kept.split_off(length);
        Some(Self { kept, sought })
    }
}

/// By whom and what a happening is looked up beside its day: the countries or bodies that take part, and its place;
/// where it has none, the words for it.
fn anchors(happening: &Happening) -> Vec<u32> {
    let mut anchors: Vec<u32> = happening
        .parties
        .iter()
        .map(|party| if party.country != 0 { party.country } else { party.actor })
        .chain(happening.country)
        .chain(happening.place)
        .collect();
    if anchors.is_empty() {
        anchors.extend(&happening.roots);
    }
    anchors.sort_unstable();
    anchors.dedup();
    anchors.truncate(ANCHORS);
    anchors
}

#[cfg(test)]
mod tests {
    use super::super::Days;
    use super::*;

    fn on(earliest: i32, latest: i32) -> Happening {
        Happening {
            kinds: vec![14],
            modes: vec![5],
            country: Some(7),
            days: Some(Days { earliest, latest, told: true }),
            ..Happening::default()
        }
    }

    fn check(a: (Option<i32>, Vec<Happening>), b: (Option<i32>, Vec<Happening>), expected: bool) {
        let keys = |(published, happenings): &(Option<i32>, Vec<Happening>), sequences: &[i64]| {
            Keys::new(*published, sequences, None, happenings)
        };
        let sequences: &[i64] = if a.1.is_empty() { &[3] } else { &[] };
        let (x, y) = (keys(&a, sequences), keys(&b, sequences));
        assert_eq!(x.meet(&y), expected, "{a:?} {b:?}");
        assert_eq!(y.meet(&x), expected, "one finds the other, which does not find it");
    }

    #[test]
    fn days_and_months() {
        check((None, vec![on(1000, 1000)]), (None, vec![on(1001, 1001)]), true);
        check((None, vec![on(1000, 1000)]), (None, vec![on(1009, 1009)]), false);
        check((None, vec![on(1000, 1000)]), (None, vec![on(990, 1010)]), true);
        check((None, vec![on(980, 1005)]), (None, vec![on(990, 1010)]), true);
        check((None, vec![on(1000, 1000)]), (None, vec![on(2000, 2020)]), false);
    }

    #[test]
    fn what_is_looked_back_on() {
        let act = |earliest, latest, country: Option<u32>, seldom: bool| Happening {
            country,
            seldom: if seldom { vec![5] } else { Vec::new() },
            ..on(earliest, latest)
        };
        let told = |published, happening| (Some(published), vec![happening]);
        // Of a month, without anybody's name; not where both are news.
        check(told(2000, act(1000, 1000, Some(7), false)), told(3000, act(990, 1010, None, false)), true);
        check(told(1001, act(1000, 1000, Some(7), false)), told(1002, act(990, 1010, None, false)), false);
        // Of a year, by who takes part, or by the act if there are few.
        check(told(2000, act(1000, 1000, Some(7), false)), told(3000, act(800, 1160, Some(7), false)), true);
        check(told(2000, act(1000, 1000, Some(7), false)), told(3000, act(800, 1160, None, false)), false);
        check(told(2000, act(1000, 1000, Some(7), true)), told(3000, act(800, 1160, None, true)), true);
    }

    #[test]
    fn copies_of_one_time() {
        check((Some(1000), vec![]), (Some(1020), vec![]), true);
        check((Some(1000), vec![]), (Some(3000), vec![]), false);
        check((Some(1000), vec![]), (None, vec![]), true);
        check((None, vec![]), (None, vec![]), true);
    }

    #[test]
    fn what_is_written_is_read() {
        let keys = Keys::new(Some(1000), &[1, 2], None, &[on(1, 2)]);
        assert_eq!(Keys::decode(&keys.encode()), Some(keys));
        assert_eq!(Keys::decode(&[9, 0, 0, 0]), None);
    }
}
