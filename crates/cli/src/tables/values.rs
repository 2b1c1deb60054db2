//! How values fared that crossed.

use report::Evidence;

use super::{printed, table};

pub(super) fn values(evidence: &Evidence, poc: &str) -> Option<String> {
    let mut table = table(&["cell", "of the table", "unchanged", "generated", "changed"]);
    let number = |number: Option<u64>| number.map_or("-".into(), |number| number.to_string());
    for cell in evidence.candidates(poc) {
        let values = report::values::of(evidence, cell);
        if poc == report::values::POC && !values.table.is_empty() {
            table.add_row([
                cell.name.clone(),
                values.table.len().to_string(),
                values.unchanged().to_string(),
                number(values.checked),
                number(values.changed),
            ]);
        }
    }
    printed(&table)
}
