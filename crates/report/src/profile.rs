//! How many instructions does one turn of a loop take, and in which functions?

use record::{CellPrint, Metric, Phase};

use crate::evidence::{Evidence, Place};
use crate::number::float;

/// The `PoC` that counts them.
pub const POC: &str = "7";

/// The loop of one speed program on one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct LoopProfile<'a> {
    /// The cell.
    pub cell: &'a CellPrint,
    /// The instructions of one turn.
    pub per_turn: f64,
    /// The same over python3's.
    pub ratio: Option<f64>,
    /// The functions with most of them, and their shares; none where functions have no names.
    pub functions: Vec<Function>,
}

/// A function in a loop.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// Its name, or what those are called together that have no line of their own.
    pub name: String,
    /// Which share of the loop's instructions it executes itself.
    pub share: f64,
}

/// Returns the loop of `work` on each cell on which it was counted, in the order of the matrix.
pub fn profiles<'a>(evidence: &'a Evidence, work: &str) -> Vec<LoopProfile<'a>> {
    let counted = |place: &&Place| {
        (place.poc.as_str(), place.sample.as_str(), place.phase) == (POC, work, Phase::Still)
    };
    let places: Vec<&Place> = evidence.places().filter(counted).collect();
    let of = |cell: &str| places.iter().copied().find(|place| place.cell == cell);
    let oracle = evidence.oracle().and_then(|oracle| of(&oracle.name));
    let oracle = oracle.and_then(|place| per_turn(evidence, place));
    let cells = evidence.cells_of(POC);
    cells
        .filter_map(|cell| {
            let place = of(&cell.name)?;
            let per_turn = per_turn(evidence, place)?;
            Some(LoopProfile {
                cell,
                per_turn,
                ratio: oracle.map(|oracle| per_turn / oracle),
                functions: functions(evidence, place),
            })
        })
        .collect()
}

fn per_turn(evidence: &Evidence, place: &Place) -> Option<f64> {
    let counts = evidence.at(place, Metric::Instructions);
    let count = counts.first()?.number()?;
    Some(float(count) / float(place.m?))
}

fn functions(evidence: &Evidence, place: &Place) -> Vec<Function> {
    let table = evidence.output(place, Metric::Profile);
    let table = String::from_utf8_lossy(table.unwrap_or_default());
    let lines = table.lines().filter_map(|line| {
        let (count, name) = line.split_once('\t')?;
        Some((float(count.parse().ok()?), name))
    });
    let lines: Vec<(f64, &str)> = lines.collect();
    let total: f64 = lines.iter().map(|(count, _)| count).sum();
    let function = |(count, name): &(f64, &str)| Function {
        name: (*name).to_owned(),
        share: count / total,
    };
    lines.iter().map(function).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{LIGHT, ORACLE, Run};

    #[test]
    fn a_loop_has_what_the_longer_run_executed_beyond_the_other() {
        let evidence = Run::as_told().evidence();
        let profiles = profiles(&evidence, "dynamic");
        let turns: Vec<(&str, f64, Option<f64>)> = profiles
            .iter()
            .map(|profile| (&*profile.cell.name, profile.per_turn, profile.ratio))
            .collect();
        assert_eq!(turns, [(ORACLE, 10.0, Some(1.0)), (LIGHT, 80.0, Some(8.0))]);
        let functions = &profiles[1].functions;
        let named: Vec<(&str, f64)> = functions
            .iter()
            .map(|function| (&*function.name, function.share))
            .collect();
        assert_eq!(named, [("vm::run", 0.75), ("others", 0.25)]);
        assert!(profiles[0].functions.is_empty());
    }
}
