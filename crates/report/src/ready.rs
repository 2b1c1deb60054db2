//! How soon is a clean interpreter up that was prepared before, and what does one more of them take?

use record::{CellPrint, Metric, Phase, Record, Role};

use crate::evidence::{Evidence, Place};
use crate::number::{NS_PER_MS, float};

/// The `PoC` that asks for them.
pub const POC: &str = "7";

/// The prepared interpreters of one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyRow<'a> {
    /// The cell.
    pub cell: &'a CellPrint,
    /// How many were asked for.
    pub runs: usize,
    /// From being asked for to being up, in milliseconds: the median.
    pub median_ms: f64,
    /// The time within which nine of ten were up, in milliseconds.
    pub p90_ms: f64,
    /// The memory that each shares with no other process, in bytes: the median.
    pub unshared_bytes: Option<f64>,
}

impl ReadyRow<'_> {
    /// What is to be added to the cell's name: where no interpreter is handed out, but one that is up answers.
    pub fn remark(&self) -> Option<&'static str> {
        (self.cell.role == Role::Oracle).then_some("asked for a line")
    }
}

/// Returns the row of each cell whose prepared interpreters were asked for, in the order of the matrix.
pub fn rows(evidence: &Evidence) -> Vec<ReadyRow<'_>> {
    let cells = evidence.cells_of(POC);
    cells.filter_map(|cell| row(evidence, cell)).collect()
}

fn row<'a>(evidence: &Evidence, cell: &'a CellPrint) -> Option<ReadyRow<'a>> {
    let place = Place {
        phase: Phase::Warm,
        ..Place::itself(POC, &cell.name)
    };
    let numbers = |metric| -> Vec<f64> {
        let records = evidence.at(&place, metric).into_iter();
        records.filter_map(Record::number).map(float).collect()
    };
    let times_ns = numbers(Metric::Ready);
    Some(ReadyRow {
        cell,
        runs: times_ns.len(),
        median_ms: stats::median(&times_ns)? / NS_PER_MS,
        p90_ms: stats::quantile(&times_ns, 0.9)? / NS_PER_MS,
        unshared_bytes: stats::median(&numbers(Metric::UnsharedMemory)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{FULL, Run};

    #[test]
    fn prepared_interpreters_have_a_row() {
        let evidence = Run::as_told().evidence();
        let rows = rows(&evidence);
        assert_eq!(rows.len(), 1);
        assert_eq!((&*rows[0].cell.name, rows[0].runs), (FULL, 3));
        assert!((rows[0].median_ms - 0.02).abs() < 1e-9, "{:?}", rows[0]);
        assert_eq!(rows[0].unshared_bytes, Some(3_000_000.0));
    }
}
