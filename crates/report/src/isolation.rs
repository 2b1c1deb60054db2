//! Does a program see what the one before it left?

use std::collections::{BTreeMap, BTreeSet};

use record::{CellPrint, Metric};

use crate::amortization::{POC, Way};
use crate::evidence::Evidence;

/// How the names of these programs begin.
const PREFIX: &str = "isolation/";

/// What crossed from program to program on one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Isolation {
    /// The cell.
    pub cell: CellPrint,
    /// For each kind of thing that a program may leave, and each way of running the next one: whether it was seen.
    pub crossed: BTreeMap<(String, Way), bool>,
}

impl Isolation {
    /// Returns the kinds, sorted.
    pub fn kinds(&self) -> BTreeSet<&str> {
        self.crossed.keys().map(|(kind, _)| kind.as_str()).collect()
    }

    /// Returns how many kinds were tried in a way, and how many of them crossed; none where none was tried.
    pub fn count(&self, way: Way) -> Option<(usize, usize)> {
        let tried = self.crossed.iter().filter(|((_, tried), _)| *tried == way);
        let tried: Vec<bool> = tried.map(|(_, crossed)| *crossed).collect();
        let crossed = tried.iter().filter(|crossed| **crossed).count();
        (!tried.is_empty()).then_some((tried.len(), crossed))
    }
}

/// Returns what was observed on each candidate, in the order of the matrix.
pub fn isolation(evidence: &Evidence) -> Vec<Isolation> {
    let candidates = evidence.candidates(POC).map(|cell| of(evidence, cell));
    candidates
        .filter(|isolation| !isolation.crossed.is_empty())
        .collect()
}

/// Returns what was observed on one cell.
pub fn of(evidence: &Evidence, cell: &CellPrint) -> Isolation {
    let places = evidence
        .places()
        .filter(|place| place.poc == POC && place.cell == cell.name);
    let crossed = places.filter_map(|place| {
        let (way, kind) = place.sample.strip_prefix(PREFIX)?.split_once('/')?;
        let crossed = evidence.number(place, Metric::Crossed)?;
        Some(((kind.to_owned(), Way::named(way)?), crossed == 1))
    });
    Isolation {
        cell: cell.clone(),
        crossed: crossed.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{FULL, Run};

    #[test]
    fn what_crossed_is_counted_way_by_way() {
        let evidence = Run::as_told().evidence();
        let full = of(&evidence, evidence.cell(FULL).unwrap());
        assert_eq!(
            full.kinds().into_iter().collect::<Vec<_>>(),
            ["environment", "modules"]
        );
        assert_eq!(full.count(Way::Process), Some((2, 0)));
        assert_eq!(full.count(Way::Shared), Some((2, 2)));
        assert_eq!(isolation(&Run::begun().evidence()), []);
    }
}
