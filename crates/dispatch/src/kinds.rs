//! Kinds of values: the types that evidence speaks of, as bits of a set.

use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};

/// As many words has a set. There is room for every kind that the table speaks of: build.rs holds that.
const WORDS: usize = 3;

/// As many kinds can have numbers.
pub(crate) const ROOM: usize = WORDS * 64;

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Kinds([u64; WORDS]);

/// The kinds that rules speak of by name, in the order of their bits. The names are the evidence table's.
pub(crate) const NAMED: &[&str] = &[
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
    "io.StringIO",
    "collections.defaultdict",
    "collections.OrderedDict",
    "collections.Counter",
];

impl Kinds {
    pub(crate) const EMPTY: Self = Self([0; WORDS]);
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
    /// A text stream in memory.
    pub(crate) const STRING_IO: Self = Self::bit(42);
    /// A dict, and those of the library's that derive from it.
    pub(crate) const MAPPINGS: Self =
        Self::any(&[Self::DICT, Self::bit(43), Self::bit(44), Self::bit(45)]);

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
    pub(crate) const fn bit(number: usize) -> Self {
        let mut words = [0; WORDS];
        words[number / 64] = 1 << (number % 64);
        Self(words)
    }

    /// The set whose bits are written so, as [`Kinds::words`] gives them.
    pub(crate) const fn of_words(words: [u64; WORDS]) -> Self {
        Self(words)
    }

    /// The bits.
    pub(crate) const fn words(self) -> [u64; WORDS] {
        self.0
    }

    const fn any(all: &[Self]) -> Self {
        let mut any = Self::EMPTY;
        let mut next = 0;
        while next < all.len() {
            any = any.or(all[next]);
            next += 1;
        }
        any
    }

    const fn or(self, other: Self) -> Self {
        let (Self(left), Self(right)) = (self, other);
        Self([left[0] | right[0], left[1] | right[1], left[2] | right[2]])
    }

    const fn and(self, other: Self) -> Self {
        let (Self(left), Self(right)) = (self, other);
        Self([left[0] & right[0], left[1] & right[1], left[2] & right[2]])
    }

    const fn not(self) -> Self {
        let Self([a, b, c]) = self;
        Self([!a, !b, !c])
    }

    pub(crate) const fn is_empty(self) -> bool {
        let Self([a, b, c]) = self;
        a | b | c == 0
    }

    /// Whether there is a kind that both have.
    pub(crate) const fn meets(self, other: Self) -> bool {
        !self.and(other).is_empty()
    }

    /// Whether `self` has all kinds that `other` has.
    pub(crate) const fn covers(self, other: Self) -> bool {
        other.and(self.not()).is_empty()
    }

    /// The kinds one by one.
    pub(crate) fn each(self) -> impl Iterator<Item = Self> {
        self.numbers().map(|number| Self::bit(number.into()))
    }

    /// The numbers of the kinds, in order.
    pub(crate) fn numbers(self) -> impl Iterator<Item = u8> {
        (0_u8..).step_by(64).zip(self.0).flat_map(|(first, word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let lowest = (left != 0)
                    .then(|| first | u8::try_from(left.trailing_zeros()).unwrap_or(0))?;
                left &= left - 1;
                Some(lowest)
            })
        })
    }

    /// Whether the kind with that number is among them.
    pub(crate) const fn has_number(self, number: u8) -> bool {
        let number = number as usize;
        self.0[number / 64] >> (number % 64) & 1 == 1
    }

    /// The number of the first of them.
    pub(crate) fn number(self) -> usize {
        self.numbers().next().map_or(ROOM, usize::from)
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
        self.or(other)
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
        self.and(other)
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
        Self::not(self)
    }
}
