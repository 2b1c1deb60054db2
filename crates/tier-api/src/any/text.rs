//! Python's strings, which may hold what no encoding can.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A Python `str`: a sequence of code points, surrogates among them.
///
/// Kept as UTF-8 in which a surrogate is encoded like any other code point of three bytes, as Python's
/// `surrogatepass` does. Two surrogates that would make a pair stay two code points, as in Python.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Str(Vec<u8>);

/// The bytes are not what [`Str`] is kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("byte {at} is part of no code point")]
pub struct NotText {
    /// Where the first wrong byte is, from 0.
    pub at: usize,
}

/// How many bytes a surrogate takes.
const SURROGATE_BYTES: usize = 3;

impl Str {
    /// Returns the string without its encoding's exception: none where it holds a surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// Returns the bytes: UTF-8 with surrogates encoded as well.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the code points.
    pub fn code_points(&self) -> Vec<u32> {
        let mut points = Vec::new();
        let mut rest = self.0.as_slice();
        loop {
            let (valid, invalid) = split(rest);
            points.extend(valid.chars().map(u32::from));
            let Some((surrogate, after)) = invalid.and_then(split_surrogate) else {
                return points;
            };
            points.push(surrogate);
            rest = after;
        }
    }

    /// Returns the string of these code points; none where one is above U+10FFFF.
    pub fn from_code_points(points: impl IntoIterator<Item = u32>) -> Option<Self> {
        let mut bytes = Vec::new();
        for point in points {
            match char::from_u32(point) {
                Some(char) => bytes.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
                None if (0xd800..0xe000).contains(&point) => bytes.extend(encode_surrogate(point)),
                None => return None,
            }
        }
        Some(Self(bytes))
    }
}

/// Returns the text up to the first byte that is no UTF-8, and the bytes from there on.
fn split(bytes: &[u8]) -> (&str, Option<&[u8]>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, invalid) = bytes.split_at(error.valid_up_to());
            (
                std::str::from_utf8(valid).unwrap_or_default(),
                Some(invalid),
            )
        }
    }
}

/// Returns the surrogate that `bytes` begin with, and what follows it.
fn split_surrogate(bytes: &[u8]) -> Option<(u32, &[u8])> {
    match bytes.split_first_chunk::<SURROGATE_BYTES>()? {
        ([0xed, second @ 0xa0..=0xbf, third @ 0x80..=0xbf], rest) => {
            let point = 0xd000 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
            Some((point, rest))
        }
        _ => None,
    }
}

fn encode_surrogate(point: u32) -> [u8; SURROGATE_BYTES] {
    let low = |bits: u32| 0x80 | (bits & 0x3f).to_le_bytes()[0];
    [0xed, low(point >> 6), low(point)]
}

impl TryFrom<Vec<u8>> for Str {
    type Error = NotText;

    fn try_from(bytes: Vec<u8>) -> Result<Self, NotText> {
        let mut rest = bytes.as_slice();
        while let (_, Some(invalid)) = split(rest) {
            let at = bytes.len() - invalid.len();
            (_, rest) = split_surrogate(invalid).ok_or(NotText { at })?;
        }
        Ok(Self(bytes))
    }
}

impl From<Str> for Vec<u8> {
    fn from(text: Str) -> Self {
        text.0
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

/// Surrogates are shown as the replacement character.
impl fmt::Display for Str {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = self.code_points().into_iter();
        let text: String = points
            .map(|point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        formatter.pad(&text)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Some(text) => write!(formatter, "{text:?}"),
            None => write!(formatter, "Str({:x?})", self.code_points()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_pair_of_surrogates_is_not_the_character() {
        let pair = Str::from_code_points([0xd83d, 0xdc0d]).unwrap();
        assert_eq!(pair.as_str(), None);
        assert_eq!(pair.code_points(), [0xd83d, 0xdc0d]);
        assert_ne!(pair, Str::from("\u{1f40d}"));
        assert_eq!(pair.to_string(), "\u{fffd}\u{fffd}");
    }

    #[test]
    fn what_is_no_text_is_refused_where_it_begins() {
        for (bytes, at) in [
            (&b"a\xff"[..], 1),
            (b"\xc0\x80", 0),
            (b"\xed\xa0", 0),
            (b"ab\xf8\x88\x80\x80", 2),
        ] {
            assert_eq!(
                Str::try_from(bytes.to_vec()),
                Err(NotText { at }),
                "{bytes:?}"
            );
        }
        assert_eq!(Str::from_code_points([0x11_0000]), None);
    }

    proptest! {
        #[test]
        fn code_points_come_back(points in prop::collection::vec(0..0x11_0000_u32, 0..40)) {
            let text = Str::from_code_points(points.iter().copied()).unwrap();
            prop_assert_eq!(text.code_points(), points);
            prop_assert_eq!(Str::try_from(text.as_bytes().to_vec()), Ok(text));
        }
    }
}
