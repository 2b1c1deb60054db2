//! Where two outputs part.

use similar::{ChangeTag, TextDiff};

/// One place where two outputs part: lines on one side stand against lines on the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parting {
    /// What the oracle has there.
    pub oracle: Vec<String>,
    /// What the other has there.
    pub other: Vec<String>,
}

impl Parting {
    /// How many lines differ there: the longer side counts.
    pub fn lines(&self) -> usize {
        self.oracle.len().max(self.other.len())
    }
}

/// Returns the places where two outputs part, in order. Bytes that are not UTF-8 are compared as replaced.
pub fn partings(oracle: &[u8], other: &[u8]) -> Vec<Parting> {
    let (oracle, other) = (
        String::from_utf8_lossy(oracle),
        String::from_utf8_lossy(other),
    );
    let diff = TextDiff::from_lines(oracle.as_ref(), other.as_ref());
    let mut partings = Vec::new();
    let mut open: Option<Parting> = None;
    for change in diff.iter_all_changes() {
        let line = change.value().trim_end_matches('\n').to_owned();
        match change.tag() {
            ChangeTag::Equal => partings.extend(open.take()),
            ChangeTag::Delete => open.get_or_insert_default().oracle.push(line),
            ChangeTag::Insert => open.get_or_insert_default().other.push(line),
        }
    }
    partings.extend(open);
    partings
}

/// Counts the lines that differ.
pub fn lines(oracle: &[u8], other: &[u8]) -> usize {
    partings(oracle, other).iter().map(Parting::lines).sum()
}

/// Writes the difference to CPython's output as a unified diff; empty where the outputs are the same.
pub fn unified(oracle: &[u8], other: &[u8], other_name: &str) -> String {
    unified_named(oracle, other, ("CPython", other_name))
}

/// Writes the difference between two outputs under these names.
pub(crate) fn unified_named(oracle: &[u8], other: &[u8], names: (&str, &str)) -> String {
    let (oracle, other) = (
        String::from_utf8_lossy(oracle),
        String::from_utf8_lossy(other),
    );
    TextDiff::from_lines(oracle.as_ref(), other.as_ref())
        .unified_diff()
        .header(names.0, names.1)
        .to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_line_against_one_line_is_one_line() {
        let found = partings(b"a\nguard: True\n", b"a\nguard: False\n");
        assert_eq!(
            found,
            [Parting {
                oracle: vec!["guard: True".into()],
                other: vec!["guard: False".into()]
            }]
        );
        assert_eq!(lines(b"a\nguard: True\n", b"a\nguard: False\n"), 1);
    }

    #[test]
    fn lines_that_one_side_lacks_count() {
        assert_eq!(lines(b"a\nb\nc\n", b"a\n"), 2);
        assert_eq!(lines(b"", b"a\n"), 1);
        assert_eq!(
            lines(b"a", b"a\n"),
            1,
            "a missing line break is a difference"
        );
    }

    #[test]
    fn the_unified_diff_names_both_sides() {
        insta::assert_snapshot!(
            unified(b"Rect: 10\nabstract guard: True\n", b"Rect: 10\nabstract guard: False\n", "light"),
            @r"
        --- CPython
        +++ light
        @@ -1,2 +1,2 @@
         Rect: 10
        -abstract guard: True
        +abstract guard: False
        "
        );
        assert_eq!(unified(b"a\n", b"a\n", "light"), "");
    }

    proptest! {
        #[test]
        fn equal_outputs_and_only_they_have_no_partings(left in "[ab\n]{0,12}", right in "[ab\n]{0,12}") {
            prop_assert_eq!(partings(left.as_bytes(), left.as_bytes()), []);
            prop_assert_eq!(lines(left.as_bytes(), right.as_bytes()) == 0, left == right);
        }
    }
}
