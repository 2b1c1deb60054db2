//! What changes for speed brought, as the book shows it.

use crate::goals::changes;
use crate::html::{Html, Table, code};
use crate::number;

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
