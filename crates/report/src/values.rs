//! Do values come back as they were sent?

use record::{CellPrint, Metric};

use crate::evidence::Evidence;

/// The `PoC` that measures it.
pub const POC: &str = "1";

/// How the names of the table's values begin.
const PREFIX: &str = "values/";

/// The name under which the generated values stand.
const GENERATED: &str = "values/generated";

/// What came of sending values to one cell and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// The cell.
    pub cell: CellPrint,
    /// The values of the fixed table that were sent, and whether each came back as it was.
    pub table: Vec<(String, bool)>,
    /// How many generated values were sent; none where none were.
    pub checked: Option<u64>,
    /// How many of them came back as something else.
    pub changed: Option<u64>,
    /// The first of those, in words.
    pub first_changed: Option<String>,
}

impl Values {
    /// Counts the values of the table that came back as they were sent.
    pub fn unchanged(&self) -> usize {
        self.table
            .iter()
            .filter(|(_, unchanged)| *unchanged)
            .count()
    }

    fn is_empty(&self) -> bool {
        self.table.is_empty() && self.checked.is_none()
    }
}

/// Returns what came of it on each candidate, in the order of the matrix.
pub fn values(evidence: &Evidence) -> Vec<Values> {
    let candidates = evidence.candidates(POC).map(|cell| of(evidence, cell));
    candidates.filter(|values| !values.is_empty()).collect()
}

/// Returns what came of it on one cell.
pub fn of(evidence: &Evidence, cell: &CellPrint) -> Values {
    let places = evidence
        .places()
        .filter(|place| place.poc == POC && place.cell == cell.name);
    let table = places.filter_map(|place| {
        let name = place.sample.strip_prefix(PREFIX)?;
        let unchanged = evidence.number(place, Metric::Unchanged)?;
        Some((name.to_owned(), unchanged == 1))
    });
    let generated = |metric| evidence.observed(POC, &cell.name, GENERATED, metric);
    let first = generated(Metric::Detail).and_then(|record| record.text());
    Values {
        cell: cell.clone(),
        table: table.collect(),
        checked: generated(Metric::Checked).and_then(record::Record::number),
        changed: generated(Metric::Changed).and_then(record::Record::number),
        first_changed: first.filter(|words| !words.is_empty()).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{FULL, Run, STANDALONE};

    #[test]
    fn changed_values_are_counted_and_the_first_is_told() {
        let evidence = Run::as_told().evidence();
        let of = |cell| of(&evidence, evidence.cell(cell).unwrap());
        let full = of(FULL);
        assert_eq!((full.table.len(), full.unchanged()), (2, 2));
        assert_eq!((full.checked, full.changed), (Some(10_000), Some(0)));
        assert_eq!(full.first_changed, None);
        let light = of(STANDALONE);
        assert_eq!((light.unchanged(), light.changed), (1, Some(3)));
        assert_eq!(light.first_changed.as_deref(), Some("'\\ud800'"));
        assert_eq!(values(&Run::begun().evidence()), []);
    }
}
