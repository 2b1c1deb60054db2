//! What was changed for speed, and what each change brought.

use serde::Deserialize;

use crate::html::{Html, Table, code};
use crate::number;

/// One change.
#[derive(Debug, Deserialize)]
struct Change {
    name: String,
    of: String,
    before_ms: f64,
    after_ms: f64,
    commit: String,
}

/// The file they stand in; it says where its figures come from.
#[derive(Debug, Deserialize)]
struct Document {
    rows: Vec<Change>,
}

/// Each change with its share.
pub(super) fn table() -> Html {
    let headers = [
        ("text", "change"),
        ("text", "of what"),
        ("number", "before"),
        ("number", "after"),
        ("text", "commit"),
    ];
    let mut table = Table::new("Changes that were measured by themselves", &headers);
    for row in changes() {
        table.row(vec![
            Html::text(&row.name),
            Html::text(&row.of),
            Html::text(&number::milliseconds(row.before_ms)),
            Html::text(&number::milliseconds(row.after_ms)),
            code(&row.commit),
        ]);
    }
    table.html()
}

fn changes() -> Vec<Change> {
    let document = serde_json::from_str(include_str!("../goals/changes.json"));
    document.map_or_else(|_| Vec::new(), |document: Document| document.rows)
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
