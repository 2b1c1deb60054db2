//! Values that cross between a host and an interpreter.

mod flat;
mod float;
#[cfg(feature = "proptest")]
pub mod strategy;
mod text;

use std::collections::BTreeSet;

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

pub use flat::{DEPTH_MAX, VALUE_BYTES, VALUES_MAX};
pub use float::Float;
pub use text::{NotText, Str};

/// A Python value outside of its interpreter.
///
/// What is plain data crosses as a copy: exactly the types `NoneType`, `bool`, `int`, `float`, `complex`, `str`, `bytes`,
/// `list`, `tuple`, `dict`, `set` and `frozenset`, to any size, nested up to [`DEPTH_MAX`] deep, up to
/// [`VALUES_MAX`] of them at once. Everything else stays
/// where it is, and a [`Handle`] crosses in its stead: instances of other types (of subclasses of the above, too),
/// and containers that are nested deeper, that hold themselves, or that are sets of elements which only their identities
/// tell apart (two NaNs), as a whole.
///
/// Two values are equal if Python could not tell them apart by their types, their contents and the order of a dict's
/// keys: `1`, `1.0` and `True` differ here, and so do `0.0` and `-0.0`. A NaN equals a NaN with the same bits; its sign
/// and payload are kept.
///
/// ```
/// use tier_api::Any;
///
/// let order = Any::from([("item", Any::from("tea")), ("cups", Any::from(2))]);
/// assert_ne!(Any::from(1), Any::from(1.0));
/// assert_eq!(order.clone(), order);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Any {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// An `int` of any size.
    Int(BigInt),
    /// A `float`.
    Float(Float),
    /// A `complex`: its real and its imaginary part.
    Complex(Float, Float),
    /// A `str`, lone surrogates included.
    Str(Str),
    /// A `bytes`.
    Bytes(Vec<u8>),
    /// A `list`.
    List(Vec<Self>),
    /// A `tuple`.
    Tuple(Vec<Self>),
    /// A `dict`, in its order. Of two entries with keys that Python calls equal, the later gives the value.
    Dict(Vec<(Self, Self)>),
    /// A `set`. Of elements that Python calls equal (`1` and `True`), one is kept on the other side.
    Set(BTreeSet<Self>),
    /// A `frozenset`.
    FrozenSet(BTreeSet<Self>),
    /// Something that stays in its isolate.
    Handle(Handle),
}

/// Stands for an object in an isolate: it can be passed back in, called, and asked for its attributes.
///
/// The same object has the same handle for as long as it is held. A handle dies with its isolate; used afterwards, or in
/// another isolate, it is refused ([`Failure::DeadHandle`](crate::Failure::DeadHandle)).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Handle {
    /// The isolate that the object lives in.
    pub isolate: u64,
    /// The object's number there.
    pub id: u64,
    /// What can be done with it.
    pub kind: HandleKind,
    /// The name of its type, for instance `OrderedDict`.
    pub type_name: String,
}

/// What an object that stays in its isolate is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HandleKind {
    /// It can be called.
    Callable,
    /// It is an instance of an exception.
    Exception,
    /// Anything else.
    Object,
}

impl From<()> for Any {
    fn from((): ()) -> Self {
        Self::None
    }
}

impl From<bool> for Any {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<BigInt> for Any {
    fn from(value: BigInt) -> Self {
        Self::Int(value)
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Any {
            fn from(value: $integer) -> Self {
                Self::Int(value.into())
            }
        }
    )*};
}

from_integers!(i8, i16, i32, i64, i128, u8, u16, u32, u64, u128, usize);

impl From<f64> for Any {
    fn from(value: f64) -> Self {
        Self::Float(Float(value))
    }
}

impl From<&str> for Any {
    fn from(value: &str) -> Self {
        Self::Str(value.into())
    }
}

impl From<String> for Any {
    fn from(value: String) -> Self {
        Self::Str(value.into())
    }
}

impl From<Handle> for Any {
    fn from(value: Handle) -> Self {
        Self::Handle(value)
    }
}

impl From<Vec<Self>> for Any {
    fn from(items: Vec<Self>) -> Self {
        Self::List(items)
    }
}

/// A `dict` with these keys.
impl<const N: usize> From<[(&str, Self); N]> for Any {
    fn from(entries: [(&str, Self); N]) -> Self {
        let entries = entries.into_iter();
        Self::Dict(entries.map(|(key, value)| (key.into(), value)).collect())
    }
}

impl Any {
    /// Returns the number, where this is an `int` that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Int(number) => number.try_into().ok(),
            _ => None,
        }
    }

    /// Returns the number, where this is a `float`.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Float(number) => Some(number.0),
            _ => None,
        }
    }

    /// Returns the text, where this is a `str` without surrogates.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => text.as_str(),
            _ => None,
        }
    }

    /// Returns the handle, where this is one.
    pub fn as_handle(&self) -> Option<&Handle> {
        match self {
            Self::Handle(handle) => Some(handle),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
