//! Why does it cost what it costs? A chain of builds, each of which differs from the one before it in one thing.

use std::collections::BTreeMap;

use record::{CellPrint, Metric, Phase, Role};
use stats::{Interval, Share};

use crate::evidence::{Evidence, Place};
use crate::number::{NS_PER_MS, float};
use crate::outcome;
use crate::speed;

/// The `PoC` that measures it.
pub const POC: &str = "4.5";

/// The chain on one program.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The program.
    pub work: String,
    /// Its problem size.
    pub m: u64,
    /// The links: the oracle, then the cells in the order of the matrix.
    pub links: Vec<Link>,
    /// The last link's time less the oracle's, in milliseconds; none where fewer than two links have times.
    pub whole_ms: Option<Interval>,
    /// The same of instructions.
    pub whole_instructions: Option<Interval>,
}

/// One build of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The cell.
    pub cell: CellPrint,
    /// What its time, in milliseconds, is made of; or why it is left out.
    pub time: Result<Part, String>,
    /// The same of instructions.
    pub instructions: Result<Part, String>,
}

/// A link that was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its median.
    pub median: f64,
    /// What it adds to the link before it that was measured; none for the first.
    pub share: Option<Share>,
    /// The factors of the links between the two, which were left out: the share holds theirs too.
    pub holds_too: Vec<String>,
}

impl Link {
    /// The one thing in which it differs from the link before it.
    pub fn factor(&self) -> &str {
        self.cell.factor.as_deref().unwrap_or_default()
    }

    /// The factor as it is shown: with those of links before it that were left out, which its share holds too.
    pub fn label(&self) -> String {
        if self.factor().is_empty() {
            return "python3, the start".into();
        }
        let part = self.time.as_ref().or(self.instructions.as_ref());
        let held = part
            .map(|part| part.holds_too.join(", "))
            .unwrap_or_default();
        if held.is_empty() {
            self.factor().into()
        } else {
            format!("{} (and what was left out: {held})", self.factor())
        }
    }
}

impl Chain {
    /// Returns the link whose share of the time is the largest, either way.
    pub fn largest(&self) -> Option<(&Link, Share)> {
        let parts = self.links.iter().filter_map(|link| {
            let share = link.time.as_ref().ok()?.share?;
            Some((link, share))
        });
        let size = |share: &Share| share.difference.estimate.abs();
        parts.max_by(|(_, left), (_, right)| size(left).total_cmp(&size(right)))
    }
}

/// Returns the chain on each program that was measured.
pub fn chains(evidence: &Evidence) -> Vec<Chain> {
    let rows = evidence.speed().iter().filter(|row| row.poc == POC);
    let mut works: Vec<(&str, u64)> = rows.map(|row| (row.work.as_str(), row.m)).collect();
    works.dedup();
    works
        .into_iter()
        .map(|(work, m)| chain(evidence, work, m))
        .collect()
}

/// What is said of a cell that gave results, but not these.
const NOT_MEASURED: &str = "not measured";

/// What is said of instructions that were not counted; the records do not tell which of the two it was.
const UNCOUNTED: &str = "not counted: a quick run counts start-up alone, and none counts without valgrind (./artifact build all)";

/// The values of one link, by round.
type Rounds = BTreeMap<u32, f64>;

fn chain(evidence: &Evidence, work: &str, m: u64) -> Chain {
    let linked = |cell: &&CellPrint| cell.role == Role::Oracle || cell.factor.is_some();
    let cells: Vec<&CellPrint> = evidence.cells_of(POC).filter(linked).collect();
    let place = |cell: &CellPrint| Place {
        m: Some(m),
        phase: Phase::Cold,
        ..Place::sample(POC, &cell.name, work)
    };
    let of = |cell: &CellPrint, metric, scale: f64| {
        let observed = evidence.at(&place(cell), metric);
        let numbered = observed.iter().filter_map(|record| {
            let number = record.number()?;
            Some((record.subject.process, float(number) / scale))
        });
        numbered.collect::<Rounds>()
    };
    let seed = speed::seed(evidence);
    let times = cells.iter().map(|cell| {
        timed(evidence, (work, m), cell)?;
        Ok(of(cell, Metric::Wall, NS_PER_MS))
    });
    let (times, whole_ms) = take_apart(&cells, &times.collect::<Vec<_>>(), seed);
    let counts = cells.iter().map(|cell| {
        let counts = of(cell, Metric::Instructions, 1.0);
        if counts.is_empty() {
            return Err(match absence(evidence, cell) {
                why if why == NOT_MEASURED => UNCOUNTED.into(),
                why => why,
            });
        }
        Ok(counts)
    });
    let (counts, whole_instructions) = take_apart(&cells, &counts.collect::<Vec<_>>(), seed);
    let links = cells.iter().zip(times.into_iter().zip(counts));
    Chain {
        work: work.into(),
        m,
        links: links
            .map(|(cell, (time, instructions))| Link {
                cell: (*cell).clone(),
                time,
                instructions,
            })
            .collect(),
        whole_ms,
        whole_instructions,
    }
}

/// Says why the times of a cell count for nothing, where they do.
fn timed(evidence: &Evidence, (work, m): (&str, u64), cell: &CellPrint) -> Result<(), String> {
    let row = speed::find(evidence.speed(), (POC, work, m), Phase::Cold, &cell.name);
    match row {
        None => Err(absence(evidence, cell)),
        Some(row) if row.emulated => Err("emulated: no speed".into()),
        Some(row) if row.disagreeing > 0 => Err("its runs printed something else or failed".into()),
        Some(_) => Ok(()),
    }
}

/// Why nothing of a cell was measured.
fn absence(evidence: &Evidence, cell: &CellPrint) -> String {
    match outcome::of(evidence, POC, &cell.name) {
        None => "not run yet".into(),
        Some((outcome::Outcome::Result, _)) => NOT_MEASURED.into(),
        Some((outcome, detail)) => format!("{outcome}: {}", outcome::gist(cell, detail)),
    }
}

type Parts = Vec<Result<Part, String>>;

/// Takes the chain of the cells that have values apart. All of them count in the rounds that all of them have.
fn take_apart(
    cells: &[&CellPrint],
    values: &[Result<Rounds, String>],
    seed: u64,
) -> (Parts, Option<Interval>) {
    let present: Vec<&Rounds> = values.iter().flatten().collect();
    let all_have = |round: &&u32| present.iter().all(|rounds| rounds.contains_key(round));
    let rounds: Vec<u32> = present
        .first()
        .map(|first| first.keys().filter(all_have).copied().collect())
        .unwrap_or_default();
    let links: Vec<Vec<f64>> = present
        .iter()
        .map(|values| rounds.iter().map(|round| values[round]).collect())
        .collect();
    let apart = stats::decomposition(&links, seed);
    let mut measured: usize = 0;
    let mut left_out: Vec<String> = Vec::new();
    let parts = cells.iter().zip(values).map(|(cell, values)| {
        if let Err(why) = values {
            left_out.extend(cell.factor.clone());
            return Err(why.clone());
        }
        let place = measured;
        measured += 1;
        let share = apart.as_ref().and_then(|apart| {
            let before = place.checked_sub(1)?;
            apart.shares.get(before).copied()
        });
        Ok(Part {
            median: stats::median(&links[place]).ok_or("no round in which all links ran")?,
            share,
            holds_too: std::mem::take(&mut left_out),
        })
    });
    (parts.collect(), apart.map(|apart| apart.whole))
}

#[cfg(test)]
mod tests;
