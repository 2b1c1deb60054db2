//! Values on their way through the border: sequences of tokens.

use std::vec::IntoIter;

use num_bigint::BigInt;
use tier_api::any::{DEPTH_MAX, NotText};
use tier_api::{Any, Float, Handle, HandleKind, Str};

use super::border::{self, Token};

/// Why a sequence of tokens is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NotAny {
    #[error("the value ends too early")]
    Short,
    #[error("something follows the value")]
    Long,
    #[error("the value is nested more than {DEPTH_MAX} deep")]
    Deep,
    #[error(transparent)]
    NotText(#[from] NotText),
}

/// Returns the tokens of `value`.
pub(super) fn tokens(value: &Any) -> Vec<Token> {
    let mut tokens = Vec::new();
    write(value, &mut tokens);
    tokens
}

fn write(value: &Any, tokens: &mut Vec<Token>) {
    tokens.push(token(value));
    let mut write_all = |items: &mut dyn Iterator<Item = &Any>| {
        for item in items {
            write(item, tokens);
        }
    };
    match value {
        Any::List(items) | Any::Tuple(items) => write_all(&mut items.iter()),
        Any::Set(items) | Any::FrozenSet(items) => write_all(&mut items.iter()),
        Any::Dict(entries) => {
            write_all(&mut entries.iter().flat_map(|(key, value)| [key, value]));
        }
        _ => {}
    }
}

fn token(value: &Any) -> Token {
    match value {
        Any::None => Token::None,
        Any::Bool(value) => Token::Boolean(*value),
        Any::Int(value) => Token::Integer(value.to_signed_bytes_le()),
        Any::Float(value) => Token::Floating(value.0.to_bits()),
        Any::Complex(real, imaginary) => Token::Complex((real.0.to_bits(), imaginary.0.to_bits())),
        Any::Str(value) => Token::Text(value.as_bytes().to_vec()),
        Any::Bytes(value) => Token::Bytes(value.clone()),
        Any::List(items) => Token::Sequence(items.len() as u64),
        Any::Tuple(items) => Token::Tuple(items.len() as u64),
        Any::Dict(entries) => Token::Dictionary(entries.len() as u64),
        Any::Set(items) => Token::Elements(items.len() as u64),
        Any::FrozenSet(items) => Token::FrozenElements(items.len() as u64),
        Any::Handle(handle) => Token::Handle(handle_inward(handle)),
    }
}

/// Returns the value of `tokens`.
pub(super) fn any(tokens: Vec<Token>) -> Result<Any, NotAny> {
    let mut tokens = tokens.into_iter();
    let value = value(&mut tokens, 0)?;
    match tokens.next() {
        None => Ok(value),
        Some(_) => Err(NotAny::Long),
    }
}

/// Reads one value that stands within `depth` containers. The recursion is bounded by [`DEPTH_MAX`].
fn value(tokens: &mut IntoIter<Token>, depth: usize) -> Result<Any, NotAny> {
    let float = |bits| Float(f64::from_bits(bits));
    Ok(match tokens.next().ok_or(NotAny::Short)? {
        Token::None => Any::None,
        Token::Boolean(value) => Any::Bool(value),
        Token::Integer(bytes) => Any::Int(BigInt::from_signed_bytes_le(&bytes)),
        Token::Floating(bits) => Any::Float(float(bits)),
        Token::Complex((real, imaginary)) => Any::Complex(float(real), float(imaginary)),
        Token::Text(bytes) => Any::Str(Str::try_from(bytes)?),
        Token::Bytes(value) => Any::Bytes(value),
        Token::Sequence(count) => Any::List(values(tokens, depth, count)?),
        Token::Tuple(count) => Any::Tuple(values(tokens, depth, count)?),
        Token::Elements(count) => Any::Set(values(tokens, depth, count)?.into_iter().collect()),
        Token::FrozenElements(count) => {
            Any::FrozenSet(values(tokens, depth, count)?.into_iter().collect())
        }
        Token::Dictionary(count) => {
            let mut items = values(tokens, depth, count.saturating_mul(2))?.into_iter();
            Any::Dict(std::iter::from_fn(|| items.next().zip(items.next())).collect())
        }
        Token::Handle(handle) => Any::Handle(handle_outward(handle)),
    })
}

/// Reads the `count` elements of a container that stands within `depth` others.
fn values(tokens: &mut IntoIter<Token>, depth: usize, count: u64) -> Result<Vec<Any>, NotAny> {
    if depth == DEPTH_MAX {
        return Err(NotAny::Deep);
    }
    // Nothing is reserved for what is merely announced.
    let mut items = Vec::new();
    for _ in 0..count {
        items.push(value(tokens, depth + 1)?);
    }
    Ok(items)
}

/// Returns the handle as the component knows it.
pub(super) fn handle_inward(handle: &Handle) -> border::Handle {
    border::Handle {
        isolate: handle.isolate,
        id: handle.id,
        kind: match handle.kind {
            HandleKind::Callable => border::HandleKind::Callable,
            HandleKind::Exception => border::HandleKind::Exception,
            HandleKind::Object => border::HandleKind::Object,
        },
        type_name: handle.type_name.clone(),
    }
}

/// Returns the component's handle.
pub(super) fn handle_outward(handle: border::Handle) -> Handle {
    Handle {
        isolate: handle.isolate,
        id: handle.id,
        kind: match handle.kind {
            border::HandleKind::Callable => HandleKind::Callable,
            border::HandleKind::Exception => HandleKind::Exception,
            border::HandleKind::Object => HandleKind::Object,
        },
        type_name: handle.type_name,
    }
}

#[cfg(test)]
mod tests;
