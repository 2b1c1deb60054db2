//! What is it that one would carry to another machine?

use record::{CellPrint, Metric, Role};

use crate::evidence::{Evidence, Place};

/// One cell's program, as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortabilityRow {
    /// The cell.
    pub cell: CellPrint,
    /// The file's size.
    pub size_bytes: Option<u64>,
    /// The dynamic libraries that it names, sorted.
    pub needed: Option<Vec<String>>,
    /// Whether it printed the right bytes where nothing else was there.
    pub self_contained: Option<bool>,
    /// What it wrote to stderr there.
    pub complaint: Option<String>,
    /// What its interpreter says of itself.
    pub version: Option<String>,
}

/// Returns the row of each cell that has a program, in the order of the matrix.
pub fn rows(evidence: &Evidence, poc: &str) -> Vec<PortabilityRow> {
    evidence
        .cells_of(poc)
        .filter(|cell| cell.role != Role::Attempt)
        .map(|cell| row(evidence, poc, cell))
        .collect()
}

/// Returns the row of one cell.
pub fn row(evidence: &Evidence, poc: &str, cell: &CellPrint) -> PortabilityRow {
    let place = Place::still(poc, &cell.name);
    let needed = evidence.text(&place, Metric::Needed);
    let complaint = evidence.output(&place, Metric::Stderr);
    PortabilityRow {
        cell: cell.clone(),
        size_bytes: evidence.number(&place, Metric::Size),
        needed: needed.map(|names| names.lines().map(str::to_owned).collect()),
        self_contained: evidence
            .number(&place, Metric::SelfContained)
            .map(|flag| flag == 1),
        complaint: complaint.map(|bytes| String::from_utf8_lossy(bytes).into_owned()),
        version: evidence.version(poc, &cell.name).map(str::to_owned),
    }
}
