//! The fingerprint: the beginning of a hash as it is printed and typed.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Hash;

/// Digits on paper: 16 bytes. Nobody can make a second record with the same 128 bits, and a person can still copy them.
const PRINTED: usize = 32;
/// Digits that a typed fingerprint needs at least: the two groups that [`Fingerprint::short`] prints.
const LEAST: usize = 8;
const MOST: usize = 64;

/// The beginning of an entry's hash, as it is printed on paper and typed back in.
///
/// Printed as groups of four: `7F3A 91C2 …`, eight groups for a whole one. A typed one may be shorter (a prefix, at least two
/// groups) or longer (up to the whole hash), with or without spaces and hyphens, in either case, and in the full-width forms
/// that a Chinese input method produces.
///
/// ```
/// use ledger::{Fingerprint, Head};
/// let hash = Head::genesis().hash;
/// let printed = Fingerprint::of(&hash).to_string();
/// let typed: Fingerprint = printed.to_lowercase().replace(' ', "-").parse().unwrap();
/// assert!(typed.matches(&hash));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Fingerprint {
    /// The digits, two to a byte; zero after `digits`.
    bytes: [u8; 32],
    digits: usize,
}

/// Why a typed text is no fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FingerprintFault {
    /// A character that is no hex digit (0–9, A–F), space or hyphen. O is not 0 and l is not 1: guessing would turn a typing
    /// error into a false answer.
    #[error("{found:?} (character {position}) is not one of 0-9 and A-F")]
    NotADigit {
        /// The character.
        found: char,
        /// Its place in the typed text, from 1, counted in characters.
        position: usize,
    },
    /// Too few digits to tell entries apart.
    #[error("{digits} digits are too few, {least} are needed", least = LEAST)]
    TooShort {
        /// How many were typed.
        digits: usize,
    },
    /// More digits than a hash has.
    #[error("{digits} digits are too many, a whole hash has {most}", most = MOST)]
    TooLong {
        /// How many were typed.
        digits: usize,
    },
}

impl Fingerprint {
    /// The fingerprint that is printed for a hash: its first 16 bytes.
    #[must_use]
    pub fn of(hash: &Hash) -> Self {
        let mut bytes = [0; 32];
        bytes[..PRINTED / 2].copy_from_slice(&hash.as_bytes()[..PRINTED / 2]);
        Self { bytes, digits: PRINTED }
    }

    /// The first two groups, for a corner of the screen. Enough to notice a difference, not enough to prove sameness.
    #[must_use]
    pub fn short(&self) -> String {
        self.first(LEAST)
    }

    /// Whether the hash begins with these digits.
    #[must_use]
    pub fn matches(&self, hash: &Hash) -> bool {
        self.range().contains(hash)
    }

    /// All hashes that begin with these digits: from the smallest to the largest. Lets an ordered index find them.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<Hash> {
        let mut last = self.bytes;
        for place in self.digits..MOST {
            last[place / 2] |= nibble_at(place, 0xF);
        }
        Hash::from(self.bytes)..=Hash::from(last)
    }

    /// The groups, from 1, in which a typed text is unlike the fingerprint that is printed for `hash`: where to look again.
    /// A text with spaces or hyphens is taken in its own groups, so that a digit left out shifts nothing; one without is
    /// cut into fours. Groups that are missing or too many count.
    #[must_use]
    pub fn groups_unlike(typed: &str, hash: &Hash) -> Vec<u32> {
        let printed = Self::of(hash).to_string();
        let printed: Vec<&str> = printed.split(' ').collect();
        let mut groups: Vec<String> = typed.split(separates).filter(|group| !group.is_empty()).map(plain).collect();
        if let [whole] = groups.as_slice() {
            let digits: Vec<char> = whole.chars().collect();
            groups = digits.chunks(4).map(|group| group.iter().collect()).collect();
        }
        let unlike = |place: &usize| printed.get(*place).copied() != groups.get(*place).map(String::as_str);
        (0..printed.len().max(groups.len())).filter(unlike).filter_map(|place| u32::try_from(place + 1).ok()).collect()
    }

    fn first(&self, digits: usize) -> String {
        let mut text = String::new();
        for place in 0..digits.min(self.digits) {
            if place > 0 && place % 4 == 0 {
                text.push(' ');
            }
            let byte = self.bytes[place / 2];
            let digit = if place % 2 == 0 { byte >> 4 } else { byte & 0xF };
            text.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
        }
        text
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.first(self.digits))
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintFault;

    fn from_str(text: &str) -> Result<Self, FingerprintFault> {
        let mut bytes = [0; 32];
        let mut digits = 0;
        for (index, found) in text.chars().enumerate() {
            if separates(found) {
                continue;
            }
            let digit = hex_digit(found).ok_or(FingerprintFault::NotADigit { found, position: index + 1 })?;
            if digits < MOST {
                bytes[digits / 2] |= nibble_at(digits, digit);
            }
            digits += 1;
        }
        match digits {
            ..LEAST => Err(FingerprintFault::TooShort { digits }),
            LEAST..=MOST => Ok(Self { bytes, digits }),
            _ => Err(FingerprintFault::TooLong { digits }),
        }
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = FingerprintFault;

    fn try_from(text: String) -> Result<Self, FingerprintFault> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

const fn nibble_at(place: usize, digit: u8) -> u8 {
    if place.is_multiple_of(2) { digit << 4 } else { digit }
}

/// Spaces of every width, hyphens and dashes, and the invisible characters that copying out of a PDF brings along.
fn separates(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
        || matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

fn hex_digit(c: char) -> Option<u8> {
    u8::try_from(half_width(c).to_digit(16)?).ok()
}

/// Full-width forms lie at a fixed distance from ASCII.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// As printed: half width, capitals.
fn plain(group: &str) -> String {
    group.chars().map(half_width).flat_map(char::to_uppercase).collect()
}
