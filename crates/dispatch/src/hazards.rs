//! Exceptions whose text may be the interpreter's own: what may be raised where, and what a handler may then see.

use std::sync::LazyLock;

/// A set of built-in exceptions, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hazards(u64);

/// Each built-in exception that may carry a text of the interpreter's, and the one it derives from.
const PARENTS: &[(&str, &str)] = &[
    ("BaseException", ""),
    ("Exception", "BaseException"),
    ("ArithmeticError", "Exception"),
    ("ZeroDivisionError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"),
    ("FloatingPointError", "ArithmeticError"),
    ("AssertionError", "Exception"),
    ("AttributeError", "Exception"),
    ("BufferError", "Exception"),
    ("EOFError", "Exception"),
    ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"),
    ("LookupError", "Exception"),
    ("IndexError", "LookupError"),
    ("KeyError", "LookupError"),
    ("MemoryError", "Exception"),
    ("NameError", "Exception"),
    ("UnboundLocalError", "NameError"),
    ("OSError", "Exception"),
    ("ReferenceError", "Exception"),
    ("RuntimeError", "Exception"),
    ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"),
    ("StopIteration", "Exception"),
    ("StopAsyncIteration", "Exception"),
    ("SyntaxError", "Exception"),
    ("SystemError", "Exception"),
    ("TypeError", "Exception"),
    ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"),
    ("UnicodeDecodeError", "UnicodeError"),
    ("UnicodeEncodeError", "UnicodeError"),
    ("KeyboardInterrupt", "BaseException"),
    ("SystemExit", "BaseException"),
    ("GeneratorExit", "BaseException"),
    ("ExceptionGroup", "Exception"),
    ("BaseExceptionGroup", "BaseException"),
    ("Warning", "Exception"),
    ("DeprecationWarning", "Warning"),
    ("UserWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
    ("FutureWarning", "Warning"),
    ("TimeoutError", "OSError"),
    ("ConnectionError", "OSError"),
    ("FileNotFoundError", "OSError"),
    ("FileExistsError", "OSError"),
    ("PermissionError", "OSError"),
];

impl Hazards {
    pub(crate) const NONE: Self = Self(0);
    /// Every exception there is.
    pub(crate) const ALL: Self = Self(u64::MAX);

    /// One exception. One that is no built-in may derive from any.
    pub(crate) fn of(name: &str) -> Self {
        Self::named(name).unwrap_or(Self::ALL)
    }

    /// One built-in exception, whose bit is found when the crate is built.
    pub(crate) const fn built_in(name: &str) -> Self {
        let mut bit = 0;
        while !are_equal(PARENTS[bit].0.as_bytes(), name.as_bytes()) {
            bit += 1;
        }
        Self(1 << bit)
    }

    /// One built-in exception.
    pub(crate) fn named(name: &str) -> Option<Self> {
        position(name).map(|bit| Self(1 << bit))
    }

    /// All exceptions but those whose texts were always the same. One that is not known by name may derive from any of the
    /// errors in a value, so that these count as seen only by their own name.
    pub(crate) fn all_but(agreed: Self) -> Self {
        Self(COMMON.0 & !agreed.0)
    }

    /// What a handler that names the exception is written for: these are raised by what no evidence is asked about.
    pub(crate) fn expected_by(name: &str) -> Self {
        const UNTRACKED: [&str; 10] = [
            "TypeError",
            "AttributeError",
            "NameError",
            "UnboundLocalError",
            "RecursionError",
            "SyntaxError",
            "OSError",
            "ImportError",
            "ModuleNotFoundError",
            "UnicodeError",
        ];
        if UNTRACKED.contains(&name) {
            Self::caught_by(name)
        } else {
            Self::NONE
        }
    }

    /// What a handler of the exception `name` catches.
    pub(crate) fn caught_by(name: &str) -> Self {
        position(name).map_or(Self::ALL, |handled| CAUGHT[handled])
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set whose bits are written so, as [`Hazards::bits`] gives them.
    pub(crate) const fn of_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }
}

impl std::ops::BitOr for Hazards {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Hazards {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Whether the name is that of a built-in exception.
pub(crate) fn is_exception(name: &str) -> bool {
    position(name).is_some()
}

/// `==`, which is not yet for constants.
const fn are_equal(left: &[u8], right: &[u8]) -> bool {
    let mut next = 0;
    while next < left.len() && next < right.len() && left[next] == right[next] {
        next += 1;
    }
    next == left.len() && next == right.len()
}

fn position(name: &str) -> Option<usize> {
    if !name.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    let name = match name {
        "IOError" | "EnvironmentError" => "OSError",
        name => name,
    };
    PARENTS.iter().position(|(known, _)| *known == name)
}

/// What a handler of each built-in exception catches: the exception and those that derive from it, however indirectly.
static CAUGHT: LazyLock<Vec<Hazards>> = LazyLock::new(|| {
    let mut caught: Vec<Hazards> = (0..PARENTS.len()).map(|bit| Hazards(1 << bit)).collect();
    for (bit, (_, parent)) in PARENTS.iter().enumerate() {
        let mut at = position(parent);
        while let Some(ancestor) = at {
            caught[ancestor] |= Hazards(1 << bit);
            at = position(PARENTS[ancestor].1);
        }
    }
    caught
});

/// What functions of modules raise for arguments that they do not take.
static COMMON: LazyLock<Hazards> = LazyLock::new(|| {
    [
        "ValueError",
        "TypeError",
        "IndexError",
        "KeyError",
        "ZeroDivisionError",
        "OverflowError",
    ]
    .into_iter()
    .map(Hazards::of)
    .fold(Hazards::NONE, |all, hazard| all | hazard)
});

#[cfg(test)]
mod tests {
    use super::Hazards;

    #[test]
    fn a_handler_catches_what_derives_from_what_it_names() {
        let raised = Hazards::of("KeyError");
        for (handler, catches) in [
            ("KeyError", true),
            ("LookupError", true),
            ("Exception", true),
            ("BaseException", true),
            ("ValueError", false),
            ("ArithmeticError", false),
            ("SomeoneElse", true),
        ] {
            assert_eq!(
                Hazards::caught_by(handler).meets(raised),
                catches,
                "{handler}"
            );
        }
        assert!(Hazards::caught_by("ValueError").meets(Hazards::of("json.JSONDecodeError")));
    }
}
