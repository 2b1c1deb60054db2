//! A value as a sequence of tokens, as it is written on the wire.
//!
//! The sequence is flat, and read token by token, so that what a broken guest sends costs neither stack nor memory: a few
//! bytes could announce millions of nested lists, a message of allowed length tens of millions of values.

use std::borrow::Cow;
use std::fmt;

use num_bigint::BigInt;
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Any, Float, Handle, Str};

/// How deep values may be nested. Containers within containers within … beyond this cross as handles.
pub const DEPTH_MAX: usize = 100;

/// How many values one value may be made of, itself and its keys included. The host's memory is at stake: each takes some
/// fifty bytes there, however few it took on the wire.
pub const VALUES_MAX: u64 = 1 << 22;

/// What every value counts for towards the length of a message, in bytes, where it is the number of values that is too
/// much for one.
pub const VALUE_BYTES: usize = 16;

/// One value, or the head of a container whose elements follow.
#[derive(Debug, Serialize, Deserialize)]
enum Token<'a> {
    None,
    Bool(bool),
    /// Two's complement, least byte first.
    #[serde(borrow)]
    Int(#[serde(with = "serde_bytes")] Cow<'a, [u8]>),
    Float(Float),
    Complex(Float, Float),
    Str(#[serde(with = "serde_bytes")] Cow<'a, [u8]>),
    Bytes(#[serde(with = "serde_bytes")] Cow<'a, [u8]>),
    List(u64),
    Tuple(u64),
    /// So many entries: each a key, then its value.
    Dict(u64),
    Set(u64),
    FrozenSet(u64),
    Handle(Cow<'a, Handle>),
}

/// Why a sequence of tokens is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum NotAny {
    #[error("the value ends too early")]
    Short,
    #[error("something follows the value")]
    Long,
    #[error("the value is nested more than {DEPTH_MAX} deep")]
    Deep,
    #[error("the value is made of more than {VALUES_MAX} values")]
    Many,
}

impl Any {
    /// Returns how many values this one is made of, itself included.
    pub fn values(&self) -> u64 {
        let all = |items: &mut dyn Iterator<Item = &Self>| items.map(Self::values).sum::<u64>();
        1 + match self {
            Self::List(items) | Self::Tuple(items) => all(&mut items.iter()),
            Self::Set(items) | Self::FrozenSet(items) => all(&mut items.iter()),
            Self::Dict(entries) => all(&mut entries.iter().flat_map(|(key, value)| [key, value])),
            _ => 0,
        }
    }

    fn token(&self) -> Token<'_> {
        match self {
            Self::None => Token::None,
            Self::Bool(value) => Token::Bool(*value),
            Self::Int(value) => Token::Int(value.to_signed_bytes_le().into()),
            Self::Float(value) => Token::Float(*value),
            Self::Complex(real, imaginary) => Token::Complex(*real, *imaginary),
            Self::Str(value) => Token::Str(value.as_bytes().into()),
            Self::Bytes(value) => Token::Bytes(value.into()),
            Self::List(items) => Token::List(items.len() as u64),
            Self::Tuple(items) => Token::Tuple(items.len() as u64),
            Self::Dict(entries) => Token::Dict(entries.len() as u64),
            Self::Set(items) => Token::Set(items.len() as u64),
            Self::FrozenSet(items) => Token::FrozenSet(items.len() as u64),
            Self::Handle(handle) => Token::Handle(Cow::Borrowed(handle)),
        }
    }
}

impl Serialize for Any {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let count = self.values();
        if count > VALUES_MAX {
            return Err(S::Error::custom(NotAny::Many));
        }
        let mut tokens = serializer.serialize_seq(usize::try_from(count).ok())?;
        write(self, &mut |value| tokens.serialize_element(&value.token()))?;
        tokens.end()
    }
}

/// Passes `value` to `put`, and after it what it holds.
fn write<E>(value: &Any, put: &mut impl FnMut(&Any) -> Result<(), E>) -> Result<(), E> {
    put(value)?;
    match value {
        Any::List(items) | Any::Tuple(items) => items.iter().try_for_each(|item| write(item, put)),
        Any::Set(items) | Any::FrozenSet(items) => {
            items.iter().try_for_each(|item| write(item, put))
        }
        Any::Dict(entries) => entries.iter().try_for_each(|(key, value)| {
            write(key, put)?;
            write(value, put)
        }),
        _ => Ok(()),
    }
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Tokens)
    }
}

struct Tokens;

impl<'de> Visitor<'de> for Tokens {
    type Value = Any;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the tokens of a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, tokens: A) -> Result<Any, A::Error> {
        let mut reader = Reader {
            tokens,
            left: VALUES_MAX,
        };
        let value = reader.value(0)?;
        match reader.tokens.next_element::<Token<'de>>()? {
            None => Ok(value),
            Some(_) => Err(A::Error::custom(NotAny::Long)),
        }
    }
}

struct Reader<A> {
    tokens: A,
    /// How many more values there may be.
    left: u64,
}

impl<'de, A: SeqAccess<'de>> Reader<A> {
    /// Reads one value that stands within `depth` containers. The recursion is bounded by [`DEPTH_MAX`].
    fn value(&mut self, depth: usize) -> Result<Any, A::Error> {
        let bytes = |bytes: Cow<'_, [u8]>| bytes.into_owned();
        Ok(match self.token()? {
            Token::None => Any::None,
            Token::Bool(value) => Any::Bool(value),
            Token::Int(bytes) => Any::Int(BigInt::from_signed_bytes_le(&bytes)),
            Token::Float(value) => Any::Float(value),
            Token::Complex(real, imaginary) => Any::Complex(real, imaginary),
            Token::Str(text) => Any::Str(Str::try_from(bytes(text)).map_err(A::Error::custom)?),
            Token::Bytes(value) => Any::Bytes(bytes(value)),
            Token::Handle(handle) => Any::Handle(handle.into_owned()),
            Token::List(count) => Any::List(self.values(depth, count)?),
            Token::Tuple(count) => Any::Tuple(self.values(depth, count)?),
            Token::Set(count) => Any::Set(self.values(depth, count)?.into_iter().collect()),
            Token::FrozenSet(count) => {
                Any::FrozenSet(self.values(depth, count)?.into_iter().collect())
            }
            Token::Dict(count) => {
                let mut items = self.values(depth, count.saturating_mul(2))?.into_iter();
                Any::Dict(std::iter::from_fn(|| items.next().zip(items.next())).collect())
            }
        })
    }

    fn token(&mut self) -> Result<Token<'de>, A::Error> {
        let left = self.left.checked_sub(1);
        self.left = left.ok_or_else(|| A::Error::custom(NotAny::Many))?;
        let token = self.tokens.next_element()?;
        token.ok_or_else(|| A::Error::custom(NotAny::Short))
    }

    /// Reads the `count` elements of a container that stands within `depth` others.
    fn values(&mut self, depth: usize, count: u64) -> Result<Vec<Any>, A::Error> {
        if depth == DEPTH_MAX {
            return Err(A::Error::custom(NotAny::Deep));
        }
        // Nothing is reserved for what is merely announced.
        let mut values = Vec::new();
        for _ in 0..count {
            values.push(self.value(depth + 1)?);
        }
        Ok(values)
    }
}

#[cfg(test)]
mod tests;
