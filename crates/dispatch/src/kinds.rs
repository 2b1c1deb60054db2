//! Kinds of values: the types that evidence speaks of, as bits of a set.

use std::collections::HashMap;
use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};
use std::sync::{LazyLock, Mutex, PoisonError};

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Kinds(u128);

/// The kinds that rules speak of by name, in the order of their bits. The names are the evidence table's.
const NAMED: &[&str] = &[
    "none",
    "bool",
    "int",
    "bigint",
    "float",
    "xfloat",
    "complex",
    "str",
    "ustr",
    "bytes",
    "bytearray",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "range",
    "slice",
    "iterator",
    "dict_keys",
    "dict_values",
    "dict_items",
    "function",
    "type",
    "module",
    "instance",
    "exception",
    "error",
    "ellipsis",
    "notimplemented",
    "coroutine",
    "manager",
    "member",
    "alias",
    "super",
    "other",
    "nested",
    "io.TextIOWrapper",
];

impl Kinds {
    pub(crate) const EMPTY: Self = Self(0);
    pub(crate) const NONE: Self = Self(1);
    pub(crate) const BOOL: Self = Self(1 << 1);
    pub(crate) const INT: Self = Self(1 << 2);
    /// An int of 64 bits or more.
    pub(crate) const BIGINT: Self = Self(1 << 3);
    pub(crate) const FLOAT: Self = Self(1 << 4);
    /// A float that is no ordinary number: nan, an infinity, a negative zero, next to nothing, or 1e15 and more.
    pub(crate) const XFLOAT: Self = Self(1 << 5);
    pub(crate) const COMPLEX: Self = Self(1 << 6);
    /// A str of printable ASCII characters, tabs and newlines.
    pub(crate) const STR: Self = Self(1 << 7);
    /// A str with other characters.
    pub(crate) const USTR: Self = Self(1 << 8);
    pub(crate) const BYTES: Self = Self(1 << 9);
    pub(crate) const LIST: Self = Self(1 << 11);
    pub(crate) const TUPLE: Self = Self(1 << 12);
    pub(crate) const DICT: Self = Self(1 << 13);
    pub(crate) const SET: Self = Self(1 << 14);
    pub(crate) const FROZENSET: Self = Self(1 << 15);
    pub(crate) const SLICE: Self = Self(1 << 17);
    pub(crate) const ITERATOR: Self = Self(1 << 18);
    pub(crate) const FUNCTION: Self = Self(1 << 22);
    pub(crate) const TYPE: Self = Self(1 << 23);
    pub(crate) const MODULE: Self = Self(1 << 24);
    /// An instance of a class of the program.
    pub(crate) const INSTANCE: Self = Self(1 << 25);
    /// An exception whose text the interpreter may have written, in words of its own.
    pub(crate) const EXCEPTION: Self = Self(1 << 26);
    /// An exception whose text is the program's own, or the same on both tiers.
    pub(crate) const ERROR: Self = Self(1 << 27);
    pub(crate) const ELLIPSIS: Self = Self(1 << 28);
    pub(crate) const NOT_IMPLEMENTED: Self = Self(1 << 29);
    /// What a call of an async function gives; awaiting it gives what it holds.
    pub(crate) const COROUTINE: Self = Self(1 << 30);
    /// A context manager made by `contextlib`; entering it gives what it holds.
    pub(crate) const MANAGER: Self = Self(1 << 31);
    /// A member of an enumeration of the program.
    pub(crate) const MEMBER: Self = Self(1 << 32);
    /// A subscripted type, as in annotations.
    pub(crate) const ALIAS: Self = Self(1 << 33);
    pub(crate) const SUPER: Self = Self(1 << 34);
    /// Something the table has no kind for. No evidence speaks of it.
    pub(crate) const OTHER: Self = Self(1 << 35);

    /// In the table: a container that a container holds, of whatever kind.
    pub(crate) const NESTED: Self = Self(1 << 36);
    /// A text stream, as those of `sys`.
    pub(crate) const STREAM: Self = Self(1 << 37);

    /// What programs are made of, rather than their data.
    pub(crate) const MACHINERY: Self = Self(
        Self::FUNCTION.0
            | Self::TYPE.0
            | Self::MODULE.0
            | Self::SUPER.0
            | Self::ALIAS.0
            | Self::SLICE.0
            | Self::ITERATOR.0
            | Self::COROUTINE.0
            | Self::MANAGER.0
            | Self::STREAM.0
            | Self::ELLIPSIS.0
            | Self::NOT_IMPLEMENTED.0
            | Self::OTHER.0
            | Self::ERROR.0
            | Self::NESTED.0,
    );

    /// What iterates in an order of the interpreter's own.
    pub(crate) const UNORDERED: Self = Self(Self::SET.0 | Self::FROZENSET.0);
    pub(crate) const STRINGS: Self = Self(Self::STR.0 | Self::USTR.0);
    pub(crate) const INTEGERS: Self = Self(Self::BOOL.0 | Self::INT.0 | Self::BIGINT.0);
    pub(crate) const FLOATS: Self = Self(Self::FLOAT.0 | Self::XFLOAT.0);
    /// What has no items. Where a value may be one of these or a container, it is the container that is subscripted.
    pub(crate) const SCALARS: Self =
        Self(Self::NONE.0 | Self::INTEGERS.0 | Self::FLOATS.0 | Self::COMPLEX.0 | Self::FUNCTION.0);
    /// Objects whose attributes the program itself defines.
    pub(crate) const OWN: Self = Self(
        Self::INSTANCE.0
            | Self::TYPE.0
            | Self::EXCEPTION.0
            | Self::ERROR.0
            | Self::MEMBER.0
            | Self::SUPER.0
            | Self::FUNCTION.0,
    );

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether there is a kind that both have.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether `self` has all kinds that `other` has.
    pub(crate) const fn covers(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The kinds one by one.
    pub(crate) fn each(self) -> impl Iterator<Item = Self> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            if left == 0 {
                return None;
            }
            let lowest = left & left.wrapping_neg();
            left &= !lowest;
            Some(Self(lowest))
        })
    }

    /// As the kinds that a container holds: whether a container is among them.
    pub(crate) fn with_nested(self) -> Self {
        let containers = Self::LIST | Self::TUPLE | Self::DICT | Self::UNORDERED;
        if self.meets(containers) {
            self | Self::NESTED
        } else {
            self
        }
    }

    /// Kinds that differ only in magnitude or alphabet count as one.
    pub(crate) fn coarse(self) -> Self {
        let mut coarse = self;
        for group in [Self::STRINGS, Self::INTEGERS, Self::FLOATS] {
            if self.meets(group) {
                coarse |= group;
            }
        }
        coarse
    }
}

impl BitOr for Kinds {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Kinds {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl BitAnd for Kinds {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitAndAssign for Kinds {
    fn bitand_assign(&mut self, other: Self) {
        self.0 &= other.0;
    }
}

impl Not for Kinds {
    type Output = Self;
    fn not(self) -> Self {
        Self(!self.0)
    }
}

/// Names and bits: the named kinds, and further ones as the table brings them up.
#[derive(Debug)]
struct Register {
    bits: HashMap<&'static str, u32>,
    names: Vec<&'static str>,
}

/// The register is one for the process, as the table is: what was read once need not be read again.
static REGISTER: LazyLock<Mutex<Register>> = LazyLock::new(|| {
    let names = NAMED.to_vec();
    let bits = (0..).zip(&names).map(|(bit, name)| (*name, bit)).collect();
    Mutex::new(Register { bits, names })
});

/// The kind of that name. Where all bits are taken it is [`Kinds::OTHER`], of which no evidence speaks.
pub(crate) fn kind(name: &'static str) -> Kinds {
    let mut register = REGISTER.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bit) = register.bits.get(name) {
        return Kinds(1 << bit);
    }
    let Ok(bit @ ..128) = u32::try_from(register.names.len()) else {
        return Kinds::OTHER;
    };
    register.names.push(name);
    register.bits.insert(name, bit);
    Kinds(1 << bit)
}

/// The kind of that name, which need not be one of the table's. A new name is kept for good; there are as many as there are
/// classes in the table.
pub(crate) fn kind_named(name: &str) -> Kinds {
    let known = REGISTER
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .bits
        .get(name)
        .copied();
    match known {
        Some(bit) => Kinds(1 << bit),
        None => kind(Box::leak(name.to_owned().into_boxed_str())),
    }
}

/// Whether the owner of a callable is a module: no kind of value has such a name without a dot.
pub(crate) fn is_module(owner: &str) -> bool {
    const TYPES: [&str; 3] = ["bytearray", "range", "namedtuple"];
    !NAMED.contains(&owner) && !TYPES.contains(&owner)
}

/// The name of one kind.
pub(crate) fn name(kind: Kinds) -> &'static str {
    let register = REGISTER.lock().unwrap_or_else(PoisonError::into_inner);
    let bit = kind.0.trailing_zeros() as usize;
    register.names.get(bit).copied().unwrap_or("other")
}

#[cfg(test)]
mod tests {
    use super::{Kinds, kind, name};

    #[test]
    fn the_constants_are_the_bits_of_their_names() {
        for (text, expected) in [
            ("none", Kinds::NONE),
            ("xfloat", Kinds::XFLOAT),
            ("ustr", Kinds::USTR),
            ("list", Kinds::LIST),
            ("frozenset", Kinds::FROZENSET),
            ("slice", Kinds::SLICE),
            ("iterator", Kinds::ITERATOR),
            ("function", Kinds::FUNCTION),
            ("instance", Kinds::INSTANCE),
            ("error", Kinds::ERROR),
            ("member", Kinds::MEMBER),
            ("super", Kinds::SUPER),
            ("other", Kinds::OTHER),
        ] {
            assert_eq!(kind(text), expected, "{text}");
            assert_eq!(name(expected), text);
        }
    }
}
