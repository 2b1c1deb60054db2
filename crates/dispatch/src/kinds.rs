//! Kinds of values: the types that evidence speaks of, as bits of a set.

use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};
use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashMap as HashMap;

/// A set of kinds. There is room for every kind that the table speaks of; a test holds that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Kinds([u128; 2]);

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
    "int>0",
    "float>0",
    "(edge)",
    "(untold)",
];

impl Kinds {
    pub(crate) const EMPTY: Self = Self([0, 0]);
    pub(crate) const NONE: Self = Self::bit(0);
    pub(crate) const BOOL: Self = Self::bit(1);
    pub(crate) const INT: Self = Self::bit(2);
    /// An int of 64 bits or more.
    pub(crate) const BIGINT: Self = Self::bit(3);
    pub(crate) const FLOAT: Self = Self::bit(4);
    /// A float that is no ordinary number: nan, an infinity, a negative zero, next to nothing, or 1e15 and more.
    pub(crate) const XFLOAT: Self = Self::bit(5);
    pub(crate) const COMPLEX: Self = Self::bit(6);
    /// A str of printable ASCII characters, tabs and newlines.
    pub(crate) const STR: Self = Self::bit(7);
    /// A str with other characters.
    pub(crate) const USTR: Self = Self::bit(8);
    pub(crate) const BYTES: Self = Self::bit(9);
    pub(crate) const LIST: Self = Self::bit(11);
    pub(crate) const TUPLE: Self = Self::bit(12);
    pub(crate) const DICT: Self = Self::bit(13);
    pub(crate) const SET: Self = Self::bit(14);
    pub(crate) const FROZENSET: Self = Self::bit(15);
    pub(crate) const BYTEARRAY: Self = Self::bit(10);
    pub(crate) const RANGE: Self = Self::bit(16);
    pub(crate) const SLICE: Self = Self::bit(17);
    pub(crate) const ITERATOR: Self = Self::bit(18);
    /// What `keys`, `values` and `items` of a dict give.
    pub(crate) const VIEWS: Self = Self::any(&[Self::bit(19), Self::bit(20), Self::bit(21)]);
    pub(crate) const FUNCTION: Self = Self::bit(22);
    pub(crate) const TYPE: Self = Self::bit(23);
    pub(crate) const MODULE: Self = Self::bit(24);
    /// An instance of a class of the program.
    pub(crate) const INSTANCE: Self = Self::bit(25);
    /// An exception whose text the interpreter may have written, in words of its own.
    pub(crate) const EXCEPTION: Self = Self::bit(26);
    /// An exception whose text is the program's own, or the same on both tiers.
    pub(crate) const ERROR: Self = Self::bit(27);
    pub(crate) const ELLIPSIS: Self = Self::bit(28);
    pub(crate) const NOT_IMPLEMENTED: Self = Self::bit(29);
    /// What a call of an async function gives; awaiting it gives what it holds.
    pub(crate) const COROUTINE: Self = Self::bit(30);
    /// A context manager made by `contextlib`; entering it gives what it holds.
    pub(crate) const MANAGER: Self = Self::bit(31);
    /// A member of an enumeration of the program.
    pub(crate) const MEMBER: Self = Self::bit(32);
    /// A subscripted type, as in annotations.
    pub(crate) const ALIAS: Self = Self::bit(33);
    pub(crate) const SUPER: Self = Self::bit(34);
    /// Something the table has no kind for. No evidence speaks of it.
    pub(crate) const OTHER: Self = Self::bit(35);

    /// In the table: a container that a container holds, of whatever kind.
    pub(crate) const NESTED: Self = Self::bit(36);
    /// A text stream, as those of `sys`.
    pub(crate) const STREAM: Self = Self::bit(37);

    /// In the table of divisions: an int that is not negative.
    pub(crate) const POSITIVE_INT: Self = Self::bit(38);
    /// In the table of divisions: a float that is not negative.
    pub(crate) const POSITIVE_FLOAT: Self = Self::bit(39);
    /// An argument that the table tells by words (`no pattern`, `'%Y'`): no value is known to be one.
    pub(crate) const EDGE: Self = Self::bit(40);
    /// A value of a class that there is no room for. No row speaks of it.
    pub(crate) const UNTOLD: Self = Self::bit(41);

    /// What programs are made of, rather than their data.
    pub(crate) const MACHINERY: Self = Self::any(&[
        Self::FUNCTION,
        Self::TYPE,
        Self::MODULE,
        Self::SUPER,
        Self::ALIAS,
        Self::SLICE,
        Self::ITERATOR,
        Self::COROUTINE,
        Self::MANAGER,
        Self::STREAM,
        Self::ELLIPSIS,
        Self::NOT_IMPLEMENTED,
        Self::OTHER,
        Self::ERROR,
        Self::NESTED,
    ]);

    /// What iterates in an order of the interpreter's own.
    pub(crate) const UNORDERED: Self = Self::any(&[Self::SET, Self::FROZENSET]);
    pub(crate) const STRINGS: Self = Self::any(&[Self::STR, Self::USTR]);
    pub(crate) const INTEGERS: Self = Self::any(&[Self::BOOL, Self::INT, Self::BIGINT]);
    pub(crate) const FLOATS: Self = Self::any(&[Self::FLOAT, Self::XFLOAT]);
    /// What has no items. Where a value may be one of these or a container, it is the container that is subscripted.
    pub(crate) const SCALARS: Self = Self::any(&[
        Self::NONE,
        Self::INTEGERS,
        Self::FLOATS,
        Self::COMPLEX,
        Self::FUNCTION,
    ]);
    /// Objects whose attributes the program itself defines.
    pub(crate) const OWN: Self = Self::any(&[
        Self::INSTANCE,
        Self::TYPE,
        Self::EXCEPTION,
        Self::ERROR,
        Self::MEMBER,
        Self::SUPER,
        Self::FUNCTION,
    ]);

    /// The kind with that number.
    const fn bit(number: usize) -> Self {
        let mut words = [0; 2];
        words[number / 128] = 1 << (number % 128);
        Self(words)
    }

    const fn any(all: &[Self]) -> Self {
        let mut words = [0; 2];
        let mut next = 0;
        while next < all.len() {
            words[0] |= all[next].0[0];
            words[1] |= all[next].0[1];
            next += 1;
        }
        Self(words)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0[0] == 0 && self.0[1] == 0
    }

    /// Whether there is a kind that both have.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0[0] & other.0[0] != 0 || self.0[1] & other.0[1] != 0
    }

    /// Whether `self` has all kinds that `other` has.
    pub(crate) const fn covers(self, other: Self) -> bool {
        self.0[0] & other.0[0] == other.0[0] && self.0[1] & other.0[1] == other.0[1]
    }

    /// The kinds one by one.
    pub(crate) fn each(self) -> impl Iterator<Item = Self> {
        let Self([low, high]) = self;
        bits(low)
            .chain(bits(high).map(|number| number + 128))
            .map(Self::bit)
    }

    /// Whether the kind with that number is among them.
    pub(crate) const fn has_number(self, number: u8) -> bool {
        let number = number as usize;
        self.0[number / 128] >> (number % 128) & 1 == 1
    }

    /// The number of the first of them.
    pub(crate) fn number(self) -> usize {
        let Self([low, high]) = self;
        let number = if low == 0 {
            128 + high.trailing_zeros()
        } else {
            low.trailing_zeros()
        };
        number as usize
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

/// The numbers of the bits that are set.
fn bits(word: u128) -> impl Iterator<Item = usize> {
    let mut left = word;
    std::iter::from_fn(move || {
        let lowest = (left != 0).then(|| left.trailing_zeros() as usize)?;
        left &= left - 1;
        Some(lowest)
    })
}

impl BitOr for Kinds {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

impl BitOrAssign for Kinds {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl BitAnd for Kinds {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }
}

impl BitAndAssign for Kinds {
    fn bitand_assign(&mut self, other: Self) {
        *self = *self & other;
    }
}

impl Not for Kinds {
    type Output = Self;
    fn not(self) -> Self {
        Self([!self.0[0], !self.0[1]])
    }
}

/// Names and bits: the named kinds, and further ones as the table brings them up.
#[derive(Debug)]
struct Register {
    bits: HashMap<&'static str, usize>,
    names: Vec<&'static str>,
}

/// As many kinds have numbers.
const ROOM: usize = 256;

/// The register is one for the process, as the table is: what was read once need not be read again.
static REGISTER: LazyLock<Mutex<Register>> = LazyLock::new(|| {
    let names = NAMED.to_vec();
    let bits = (0..).zip(&names).map(|(bit, name)| (*name, bit)).collect();
    Mutex::new(Register { bits, names })
});

/// The kind that the table means by a name. Exceptions are one kind; words that are no name of a type are an edge.
pub(crate) fn kind(name: &'static str) -> Kinds {
    if is_exception(name) {
        return Kinds::EXCEPTION;
    }
    let is_type = name
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || "._".contains(character));
    if !is_type && !NAMED.contains(&name) {
        return Kinds::EDGE;
    }
    numbered(name).unwrap_or(Kinds::EDGE)
}

/// Whether a type of that name is an exception's.
fn is_exception(name: &str) -> bool {
    const ENDINGS: [&str; 6] = [
        "Error",
        "Warning",
        "Exception",
        "Iteration",
        "Exit",
        "Group",
    ];
    ENDINGS.iter().any(|ending| name.ends_with(ending)) || name == "KeyboardInterrupt"
}

/// The kind with that name, which has a number from now on.
fn numbered(name: &'static str) -> Option<Kinds> {
    let mut register = REGISTER.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(number) = register.bits.get(name) {
        return Some(Kinds::bit(*number));
    }
    let number = register.names.len();
    if number == ROOM {
        return None;
    }
    register.names.push(name);
    register.bits.insert(name, number);
    Some(Kinds::bit(number))
}

/// The name of one kind.
pub(crate) fn name(kind: Kinds) -> &'static str {
    if let Some(name) = NAMED.get(kind.number()) {
        return name;
    }
    let register = REGISTER.lock().unwrap_or_else(PoisonError::into_inner);
    register
        .names
        .get(kind.number())
        .copied()
        .unwrap_or("other")
}

/// The kind of the instances of a class of the library. A new name is kept for good; there are as many as there are classes in
/// the table.
pub(crate) fn kind_named(name: &str) -> Kinds {
    let known = REGISTER
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .bits
        .get(name)
        .copied();
    match known {
        Some(number) => Kinds::bit(number),
        None => numbered(Box::leak(name.to_owned().into_boxed_str())).unwrap_or(Kinds::UNTOLD),
    }
}

/// Whether the owner of a callable is a module: no kind of value has such a name without a dot.
pub(crate) fn is_module(owner: &str) -> bool {
    const TYPES: [&str; 3] = ["bytearray", "range", "namedtuple"];
    !NAMED.contains(&owner) && !TYPES.contains(&owner)
}

#[cfg(test)]
mod tests {
    use super::{Kinds, kind, name, numbered};

    #[test]
    fn the_constants_are_the_bits_of_their_names() {
        for (text, expected) in [
            ("none", Kinds::NONE),
            ("xfloat", Kinds::XFLOAT),
            ("ustr", Kinds::USTR),
            ("list", Kinds::LIST),
            ("frozenset", Kinds::FROZENSET),
            ("bytearray", Kinds::BYTEARRAY),
            ("range", Kinds::RANGE),
            ("int>0", Kinds::POSITIVE_INT),
            ("float>0", Kinds::POSITIVE_FLOAT),
            ("slice", Kinds::SLICE),
            ("iterator", Kinds::ITERATOR),
            ("function", Kinds::FUNCTION),
            ("instance", Kinds::INSTANCE),
            ("error", Kinds::ERROR),
            ("member", Kinds::MEMBER),
            ("super", Kinds::SUPER),
            ("other", Kinds::OTHER),
            ("io.TextIOWrapper", Kinds::STREAM),
            ("(edge)", Kinds::EDGE),
            ("(untold)", Kinds::UNTOLD),
        ] {
            assert_eq!(numbered(text), Some(expected), "{text}");
            assert_eq!(name(expected), text);
        }
    }

    #[test]
    fn edges_and_exceptions_are_told_from_types() {
        assert_eq!(kind("no pattern"), Kinds::EDGE);
        assert_eq!(kind("'%Y'"), Kinds::EDGE);
        assert_eq!(kind("ZeroDivisionError"), Kinds::EXCEPTION);
        assert_ne!(kind("re.Match"), Kinds::EDGE);
    }
}
