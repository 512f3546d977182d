//! Profiles as bytes: little-endian, lists with their length before them.

use super::figure::Figure;
use super::happening::{Happening, Party};
use super::story::Story;
use super::telling::Count;
use super::wording::Fingerprint;
use super::{Days, Profile};

pub(super) fn encode(profile: &Profile) -> Vec<u8> {
    let mut out = Vec::with_capacity(2048);
    out.extend(profile.text.to_le_bytes());
    optional(&mut out, profile.published);
    out.push(u8::from(profile.reworded));
    list(&mut out, &profile.story.terms, |out, (term, weight)| {
        out.extend(term.to_le_bytes());
        out.extend(weight.to_le_bytes());
    });
    list(&mut out, &profile.story.names, |out, (term, weight)| {
        out.extend(term.to_le_bytes());
        out.extend(weight.to_le_bytes());
    });
    list(&mut out, &profile.story.counts, count);
    list(&mut out, &profile.wording.sequences, |out, value| out.extend(value.to_le_bytes()));
    list(&mut out, &profile.wording.anchors, |out, value| out.extend(value.to_le_bytes()));
    list(&mut out, &profile.wording.gaps, |out, value| out.extend(value.to_le_bytes()));
    out.extend(profile.wording.words.to_le_bytes());
    list(&mut out, &profile.happenings, happening);
    out
}

fn happening(out: &mut Vec<u8>, happening: &Happening) {
    out.extend(happening.number.to_le_bytes());
    out.extend(happening.name.to_le_bytes());
    out.extend(happening.mentions.to_le_bytes());
    list(out, &happening.kinds, |out, &kind| out.push(kind));
    list(out, &happening.modes, |out, mode| out.extend(mode.to_le_bytes()));
    list(out, &happening.ways, |out, &way| out.push(way));
    list(out, &happening.seldom, |out, act| out.extend(act.to_le_bytes()));
    list(out, &happening.roots, |out, root| out.extend(root.to_le_bytes()));
    list(out, &happening.parties, |out, party| {
        out.extend(party.actor.to_le_bytes());
        out.extend(party.country.to_le_bytes());
        out.push(
            u8::from(party.single)
                | u8::from(party.source) << 1
                | u8::from(party.target) << 2
                | u8::from(party.person) << 3,
        );
    });
    optional(out, happening.place.map(|value| value as i32));
    optional(out, happening.country.map(|value| value as i32));
    out.push(u8::from(happening.point.is_some()));
    if let Some((latitude, longitude)) = happening.point {
        out.extend(latitude.to_le_bytes());
        out.extend(longitude.to_le_bytes());
    }
    optional(out, happening.days.map(|days| days.earliest));
    if let Some(days) = happening.days {
        out.extend(days.latest.to_le_bytes());
        out.push(u8::from(days.told));
    }
    list(out, &happening.figures, |out, figure| {
        out.extend(figure.what.to_le_bytes());
        out.extend(figure.low.to_le_bytes());
        out.extend(figure.high.to_le_bytes());
    });
    out.push(
        u8::from(happening.happened)
            | u8::from(happening.hypothetical) << 1
            | u8::from(happening.lead) << 2
            | u8::from(happening.mutual) << 3
            | u8::from(happening.another) << 4
            | u8::from(happening.planned) << 5
            | u8::from(happening.once) << 6
            | u8::from(happening.seasonal) << 7,
    );
    out.push(u8::from(happening.denied));
    out.push(happening.weekdays);
    list(out, &happening.counts, count);
    for words in [&happening.words, &happening.doers, &happening.done_to, &happening.sorts] {
        list(out, words, |out, (word, weight)| {
            out.extend(word.to_le_bytes());
            out.push(*weight);
        });
    }
}

fn count(out: &mut Vec<u8>, count: &Count) {
    out.extend(count.what.to_le_bytes());
    out.extend(count.number.to_le_bytes());
}

fn list<T>(out: &mut Vec<u8>, items: &[T], mut write: impl FnMut(&mut Vec<u8>, &T)) {
    out.extend((items.len() as u32).to_le_bytes());
    items.iter().for_each(|item| write(out, item));
}

fn optional(out: &mut Vec<u8>, value: Option<i32>) {
    out.push(u8::from(value.is_some()));
    out.extend(value.map(i32::to_le_bytes).into_iter().flatten());
}

/// None where the bytes are no profile.
pub(super) fn decode(bytes: &[u8]) -> Option<Profile> {
    let mut reader = Reader { bytes };
    let profile = Profile {
        text: reader.u64()?,
        published: reader.optional()?,
        reworded: reader.byte()? == 1,
        story: Story {
            terms: reader.list(|reader| Some((reader.u32()?, reader.f32()?)))?,
            names: reader.list(|reader| Some((reader.u32()?, reader.f32()?)))?,
            counts: reader.list(Reader::count)?,
        },
        wording: Fingerprint {
            sequences: reader.list(Reader::u32)?,
            anchors: reader.list(Reader::u32)?,
            gaps: reader.list(Reader::u32)?,
            words: reader.u32()?,
        },
        happenings: reader.list(Reader::happening)?,
    };
    reader.bytes.is_empty().then_some(profile)
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn i32(&mut self) -> Option<i32> {
        self.take().map(i32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.take().map(f32::from_le_bytes)
    }

    fn optional(&mut self) -> Option<Option<i32>> {
        Some(if self.byte()? == 1 { Some(self.i32()?) } else { None })
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.u32()? as usize;
        // A damaged length must not ask for memory that the bytes cannot fill.
        if length > self.bytes.len() {
            return None;
        }
        (0..length).map(|_| read(self)).collect()
    }

    /// One of the flags of the byte that is read next.
    fn flag(&self, bit: u8) -> Option<bool> {
        Some(self.bytes.first()? >> bit & 1 == 1)
    }

    fn happening(&mut self) -> Option<Happening> {
        Some(Happening {
            number: self.u32()?,
            name: self.u64()?,
            mentions: self.u16()?,
            kinds: self.list(Self::byte)?,
            modes: self.list(Self::u32)?,
            ways: self.list(Self::byte)?,
            seldom: self.list(Self::u32)?,
            roots: self.list(Self::u32)?,
            parties: self.list(Self::party)?,
            place: self.optional()?.map(|value| value as u32),
            country: self.optional()?.map(|value| value as u32),
            point: if self.byte()? == 1 { Some((self.f32()?, self.f32()?)) } else { None },
            days: match self.optional()? {
                Some(earliest) => Some(Days { earliest, latest: self.i32()?, told: self.byte()? == 1 }),
                None => None,
            },
            figures: self.list(Self::figure)?,
            happened: self.flag(0)?,
            hypothetical: self.flag(1)?,
            mutual: self.flag(3)?,
            another: self.flag(4)?,
            planned: self.flag(5)?,
            once: self.flag(6)?,
            seasonal: self.flag(7)?,
            lead: self.byte()? & 4 == 4,
            denied: self.byte()? == 1,
            weekdays: self.byte()?,
            counts: self.list(Self::count)?,
            words: self.list(Self::weighty)?,
            doers: self.list(Self::weighty)?,
            done_to: self.list(Self::weighty)?,
            sorts: self.list(Self::weighty)?,
        })
    }

    fn weighty(&mut self) -> Option<(u32, u8)> {
        Some((self.u32()?, self.byte()?))
    }

    fn count(&mut self) -> Option<Count> {
        Some(Count { what: self.u32()?, number: self.f32()? })
    }

    fn figure(&mut self) -> Option<Figure> {
        Some(Figure { what: self.u32()?, low: self.f32()?, high: self.f32()? })
    }

    fn party(&mut self) -> Option<Party> {
        let (actor, country, flags) = (self.u32()?, self.u32()?, self.byte()?);
        Some(Party {
            actor,
            country,
            single: flags & 1 == 1,
            source: flags & 2 == 2,
            target: flags & 4 == 4,
            person: flags & 8 == 8,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Profile {
        let happening = Happening {
            number: 7,
            name: u64::MAX,
            mentions: 2,
            kinds: vec![14],
            modes: vec![1],
            ways: vec![2],
            seldom: vec![8],
            mutual: true,
            another: true,
            planned: true,
            denied: true,
            once: true,
            seasonal: true,
            roots: vec![5, u32::MAX],
            parties: vec![Party {
                actor: 9,
                country: 3,
                single: true,
                person: true,
                source: false,
                target: true,
            }],
            place: Some(u32::MAX),
            country: None,
            point: Some((35.5, -36.25)),
            days: Some(Days { earliest: -5, latest: 7, told: true }),
            figures: vec![Figure { what: 1, low: 50.0, high: f32::INFINITY }],
            happened: true,
            hypothetical: false,
            words: vec![(1, 9), (2, 255)],
            weekdays: 3,
            counts: vec![Count { what: 4, number: 23.0 }],
            doers: vec![(5, 7)],
            done_to: vec![(6, 8)],
            sorts: vec![(7, 120)],
            lead: true,
        };
        Profile {
            text: 77,
            published: Some(736_000),
            reworded: true,
            happenings: vec![happening],
            story: Story {
                terms: vec![(4, 0.5)],
                names: vec![(5, 0.25)],
                counts: vec![Count { what: 3, number: 16.0 }],
            },
            wording: Fingerprint { sequences: vec![1], anchors: vec![], gaps: vec![8, 9], words: 10 },
        }
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(decode(&encode(&sample())), Some(sample()));
    }

    #[test]
    fn broken_bytes_are_no_profile() {
        let bytes = encode(&sample());
        for length in 0..bytes.len() {
            assert_eq!(decode(&bytes[..length]), None);
        }
    }
}
