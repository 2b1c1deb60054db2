//! Numbers in the tables that stand for something else than they count. Who writes the tables and who looks them up agree on
//! them here.

use crate::kinds::NAMED;

/// In place of an example: no case differed. Examples are counted from 1.
pub(crate) const SAME: u16 = 0;

/// In place of an example: a pattern that is none. The class of the error has another name.
pub(crate) const PATTERN_ERROR: u16 = u16::MAX;

/// In place of the number of a keyword: the argument has none.
pub(crate) const POSITIONAL: u16 = u16::MAX;

/// Whether it is a function of a module, rather than a builtin, an operator or a method.
pub(crate) fn is_of_module(callable: &str) -> bool {
    // No kind of value has such a name without a dot.
    const TYPES: [&str; 3] = ["bytearray", "range", "namedtuple"];
    let owner = callable.split('.').next().unwrap_or("");
    !callable.starts_with("op:")
        && !callable.starts_with('.')
        && owner != "builtins"
        && !NAMED.contains(&owner)
        && !TYPES.contains(&owner)
}

/// The bytes of a row.
pub(crate) const ROW_BYTES: usize = 14;

/// The bytes of an argument.
pub(crate) const ARGUMENT_BYTES: usize = 6;

/// The bytes of a spec that a kind was formatted by.
pub(crate) const FORM_BYTES: usize = 4;
