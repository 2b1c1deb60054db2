//! What was changed for speed, and what each change brought.

use serde::Deserialize;

/// One change, measured by itself when it was made.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Change {
    /// What was changed.
    pub name: String,
    /// What was measured.
    pub of: String,
    /// The time before, in milliseconds.
    pub before_ms: f64,
    /// The time after, in milliseconds.
    pub after_ms: f64,
    /// The commit whose message tells both.
    pub commit: String,
}

/// The file they stand in; it says where its figures come from.
#[derive(Debug, Deserialize)]
struct ChangesDocument {
    rows: Vec<Change>,
}

/// Returns the changes, in the order in which they were made.
pub fn changes() -> Vec<Change> {
    let document = serde_json::from_str(include_str!("changes.json"));
    document.map_or_else(|_| Vec::new(), |document: ChangesDocument| document.rows)
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn every_change_was_one_for_the_better() {
        assert!(!changes().is_empty());
        for row in changes() {
            assert!(row.after_ms < row.before_ms, "{}", row.name);
        }
    }
}
