//! Values as Python writes them, so that an analysis sees what a program is given.

use std::fmt::Write as _;

use tier_api::{Any, Float, Str};

/// Returns a line that binds the names to the values; none where a name is none, or a value cannot be written down.
///
/// It is read by the analysis alone. The values themselves cross as values.
pub(super) fn bindings(inputs: &[(String, Any)]) -> Option<String> {
    let mut line = String::new();
    for (name, value) in inputs {
        if !is_identifier(name) {
            return None;
        }
        let _ = write!(line, "{name} = ");
        literal(value, &mut line)?;
        line.push_str("; ");
    }
    Some(line)
}

/// Says whether `name` is a name and nothing else. A keyword is one, too: the analysis finds that it is no program then.
fn is_identifier(name: &str) -> bool {
    let mut letters = name.bytes();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
}

fn literal(value: &Any, to: &mut String) -> Option<()> {
    match value {
        Any::None => to.push_str("None"),
        Any::Bool(true) => to.push_str("True"),
        Any::Bool(false) => to.push_str("False"),
        Any::Int(number) => integer(&number.to_str_radix(16), to),
        Any::Float(number) => float(*number, to),
        Any::Complex(real, imaginary) => {
            to.push_str("complex(");
            float(*real, to);
            to.push_str(", ");
            float(*imaginary, to);
            to.push(')');
        }
        Any::Str(text) => string(text, to),
        Any::Bytes(bytes) => byte_string(bytes, to),
        Any::List(items) => items_between("[", items, "]", to)?,
        Any::Tuple(items) => items_between("(", items, ")", to)?,
        Any::Dict(entries) => dict(entries, to)?,
        Any::Set(items) if items.is_empty() => to.push_str("set()"),
        Any::Set(items) => items_between("{", items, "}", to)?,
        Any::FrozenSet(items) => items_between("frozenset([", items, "])", to)?,
        Any::Handle(_) => return None,
    }
    Some(())
}

/// In hexadecimal, which has no limit of digits.
fn integer(digits: &str, to: &mut String) {
    let (sign, digits) = digits
        .strip_prefix('-')
        .map_or(("", digits), |digits| ("-", digits));
    let _ = write!(to, "{sign}0x{digits}");
}

fn float(Float(number): Float, to: &mut String) {
    let _ = if number.is_finite() {
        write!(to, "{number:?}")
    } else {
        // Rust's words for them are such that Python's `float` reads them.
        write!(to, "float('{number}')")
    };
}

fn string(text: &Str, to: &mut String) {
    to.push('\'');
    for point in text.code_points() {
        let _ = match u8::try_from(point) {
            Ok(b'\'' | b'\\') | Err(_) => write!(to, "\\U{point:08x}"),
            Ok(letter @ b' '..=b'~') => write!(to, "{}", char::from(letter)),
            Ok(letter) => write!(to, "\\x{letter:02x}"),
        };
    }
    to.push('\'');
}

fn byte_string(bytes: &[u8], to: &mut String) {
    to.push_str("b'");
    for byte in bytes {
        let _ = write!(to, "\\x{byte:02x}");
    }
    to.push('\'');
}

/// Writes the items with a comma after each, which is what makes a tuple of one.
fn items_between<'a>(
    open: &str,
    items: impl IntoIterator<Item = &'a Any>,
    close: &str,
    to: &mut String,
) -> Option<()> {
    to.push_str(open);
    for item in items {
        literal(item, to)?;
        to.push_str(", ");
    }
    to.push_str(close);
    Some(())
}

fn dict(entries: &[(Any, Any)], to: &mut String) -> Option<()> {
    to.push('{');
    for (key, value) in entries {
        literal(key, to)?;
        to.push_str(": ");
        literal(value, to)?;
        to.push_str(", ");
    }
    to.push('}');
    Some(())
}

#[cfg(test)]
mod tests;
