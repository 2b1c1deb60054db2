//! How long do the programs of a suite that others wrote take on each tier, compared with python3 in the same rounds?
//!
//! It is a run of its own, and so its evidence is: [`Evidence::suite`] of a run that has one.

use record::{CellPrint, Metric, Phase, Role};
use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::{Evidence, Place};
use crate::poc::SUITE;
use crate::speed::{Estimate, SpeedRow};

/// A program of the suite.
#[derive(Clone, Debug)]
pub struct SuiteRow<'a> {
    /// Its name.
    pub program: &'a str,
    /// The median on python3, in milliseconds; none where it does not end well there.
    pub python3_ms: Option<f64>,
    /// What it comes to on each of [`cells`].
    pub on: Vec<Result<Compared, String>>,
}

/// A program's time over python3's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The ratio.
    pub ratio: Estimate,
    /// Of how many runs. One has no interval.
    pub runs: usize,
}

/// What all programs together come to on a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean<'a> {
    /// The cell.
    pub cell: &'a CellPrint,
    /// How many programs come to the same as on python3.
    pub same: usize,
    /// How many there are.
    pub of: usize,
    /// The ratios of those; none where there are none.
    pub ratios: Option<Ratios>,
}

/// Several ratios in short.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Ratios {
    /// Their geometric mean.
    pub geometric_mean: f64,
    /// The least.
    pub least: f64,
    /// The largest.
    pub most: f64,
}

/// Returns the cells that are compared with python3, python3 itself once more among them.
pub fn cells(evidence: &Evidence) -> Vec<&CellPrint> {
    let cells = evidence.cells_of(SUITE.id);
    cells.filter(|cell| cell.role != Role::Oracle).collect()
}

/// Returns the programs by their names.
pub fn rows(evidence: &Evidence) -> Vec<SuiteRow<'_>> {
    let of_suite = evidence.speed().iter().filter(|row| row.poc == SUITE.id);
    let oracle = of_suite.filter(|row| row.cell.role == Role::Oracle);
    let mut rows: Vec<SuiteRow<'_>> = oracle.map(|oracle| row(evidence, oracle)).collect();
    rows.sort_by_key(|row| row.program);
    rows
}

fn row<'a>(evidence: &'a Evidence, oracle: &'a SpeedRow) -> SuiteRow<'a> {
    let on = cells(evidence).into_iter().map(|cell| {
        let mut rows = evidence.speed().iter();
        let row = rows.find(|row| {
            row.poc == SUITE.id && row.work == oracle.work && row.cell.name == cell.name
        });
        match row.map(|row| (row, row.ratio)) {
            Some((row, Some(ratio))) => Ok(Compared {
                ratio,
                runs: row.runs,
            }),
            Some((row, None)) => Err(complaint(evidence, row)),
            None => Err("not run".to_owned()),
        }
    });
    SuiteRow {
        program: &oracle.work,
        python3_ms: oracle.median_ms,
        on: on.collect(),
    }
}

/// Returns what a run says that came to something else: the last line on stderr, where it failed.
fn complaint(evidence: &Evidence, row: &SpeedRow) -> String {
    let place = Place {
        m: Some(row.m),
        phase: Phase::Cold,
        ..Place::sample(SUITE.id, &row.cell.name, &row.work)
    };
    let status = evidence.number(&place, Metric::ExitStatus);
    let stderr = evidence
        .output(&place, Metric::Stderr)
        .map(String::from_utf8_lossy)
        .unwrap_or_default();
    let last = stderr.lines().rfind(|line| !line.trim().is_empty());
    match (status, last) {
        (Some(0), _) => "prints something else".to_owned(),
        (_, Some(last)) => last.trim().to_owned(),
        (Some(124), None) => "did not end within the limit of time".to_owned(),
        (Some(125), None) => "hit a limit of memory or output".to_owned(),
        (status, None) => format!("ends with {}", status.unwrap_or_default()),
    }
}

/// Returns the geometric mean of each cell.
pub fn means(evidence: &Evidence) -> Vec<Mean<'_>> {
    let rows = rows(evidence);
    let mut means = Vec::new();
    for (index, cell) in cells(evidence).into_iter().enumerate() {
        let on = rows.iter().filter_map(|row| row.on[index].as_ref().ok());
        let ratios: Vec<f64> = on.map(|compared| compared.ratio.median).collect();
        means.push(Mean {
            cell,
            same: ratios.len(),
            of: rows.len(),
            ratios: in_short(&ratios),
        });
    }
    means
}

fn in_short(ratios: &[f64]) -> Option<Ratios> {
    let logarithms = ratios.iter().map(|ratio| ratio.ln());
    let count = u32::try_from(ratios.len())
        .ok()
        .filter(|count| *count > 0)?;
    Some(Ratios {
        geometric_mean: (logarithms.sum::<f64>() / f64::from(count)).exp(),
        least: ratios.iter().copied().fold(f64::INFINITY, f64::min),
        most: ratios.iter().copied().fold(0.0, f64::max),
    })
}

#[cfg(test)]
mod tests;
