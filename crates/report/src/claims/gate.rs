//! What must be there before a claim can be judged.

use record::{CellPrint, Phase};

use super::paper::{ATTEMPTS_POC, SAMPLES};
use super::{NOISE_LIMIT, Obstacle};
use crate::evidence::Evidence;
use crate::fidelity::{self, SampleRow};
use crate::number;
use crate::outcome::{self, Outcome};
use crate::speed::{self, Estimate, SpeedRow};
use crate::travel;

/// A bootstrap interval over fewer rounds than these says little about the next round.
pub const MINIMUM_ROUNDS: usize = 5;

/// Says whether an interpreter that gives this version is CPython 3.12.
pub fn is_cpython_3_12(version: &str) -> bool {
    let mut words = version.split_whitespace();
    let number = |word: &str| word == "3.12" || word.starts_with("3.12.");
    words.next() == Some("CPython") && words.next().is_some_and(number)
}

/// Returns the cell in which the paper's build of `tier` was measured against CPython 3.12 in a `PoC`.
pub(super) fn cell<'a>(
    evidence: &'a Evidence,
    poc: &str,
    tier: &str,
) -> Result<&'a CellPrint, Obstacle> {
    ran(evidence, poc)?;
    let cell = evidence.as_paper(poc, tier).ok_or_else(|| {
        format!("no cell of PoC {poc} is the {tier} build that the paper measured")
    })?;
    oracle(evidence, poc, cell)?;
    provisioned(evidence, poc, cell)?;
    if tier == "full" {
        let version = version(evidence, poc, cell)?;
        if !is_cpython_3_12(version) {
            return Err(format!(
                "{} embeds {version}; the paper's is CPython 3.12",
                cell.name
            ));
        }
    }
    Ok(cell)
}

/// Says what is in the way where a `PoC` was not run.
pub(super) fn ran(evidence: &Evidence, poc: &str) -> Result<(), Obstacle> {
    if evidence.fingerprint().is_none() {
        Err("nothing has been measured yet".into())
    } else if evidence.ran(poc) {
        Ok(())
    } else {
        Err(format!("PoC {poc} has not been run in this run"))
    }
}

/// Says what is in the way where `cell` is not compared with CPython 3.12.
pub(super) fn oracle(evidence: &Evidence, poc: &str, cell: &CellPrint) -> Result<(), Obstacle> {
    let oracle = evidence
        .oracle_of(cell)
        .ok_or("the run has no oracle for it")?;
    provisioned(evidence, poc, oracle)?;
    let version = version(evidence, poc, oracle)?;
    if is_cpython_3_12(version) {
        Ok(())
    } else {
        Err(format!(
            "the oracle is {version}; the paper's is CPython 3.12"
        ))
    }
}

fn version<'a>(evidence: &'a Evidence, poc: &str, cell: &CellPrint) -> Result<&'a str, Obstacle> {
    let unknown = || format!("{} has not told its version yet", cell.name);
    evidence.version(poc, &cell.name).ok_or_else(unknown)
}

fn provisioned(evidence: &Evidence, poc: &str, cell: &CellPrint) -> Result<(), Obstacle> {
    match outcome(evidence, poc, cell)? {
        (Outcome::Result, _) => Ok(()),
        (outcome, detail) => Err(in_the_way(cell, outcome, detail)),
    }
}

/// Returns the cells of a tier on `target` that gave results in a `PoC`: at least one. A cell that broke is in the way of
/// any verdict, and so is a target of which this machine has no cell.
pub(super) fn cells_on<'a>(
    evidence: &'a Evidence,
    poc: &str,
    (tier, target): (&str, &str),
) -> Result<Vec<&'a CellPrint>, Obstacle> {
    let cells = evidence
        .candidates(poc)
        .filter(|cell| cell.tier == tier && cell.target == target);
    let (mut found, mut lacking) = (Vec::new(), None);
    for cell in cells {
        match outcome(evidence, poc, cell)? {
            (Outcome::Result, _) => found.push(cell),
            (Outcome::NotProvisioned, detail) => {
                lacking = Some(in_the_way(cell, Outcome::NotProvisioned, detail));
            }
            (outcome, detail) => return Err(in_the_way(cell, outcome, detail)),
        }
    }
    if found.is_empty() {
        let none = || format!("PoC {poc} of this run has no cell of {tier} on {target}");
        return Err(lacking.unwrap_or_else(none));
    }
    Ok(found)
}

/// Returns the build that was tried for `target` as the paper tried it.
pub(super) fn attempt<'a>(evidence: &'a Evidence, target: &str) -> Result<&'a CellPrint, Obstacle> {
    evidence
        .attempts(ATTEMPTS_POC)
        .find(|cell| cell.target == target)
        .ok_or_else(|| format!("PoC {ATTEMPTS_POC} of this run has no attempt for {target}"))
}

/// Returns the cell of a tier on the machine's own target.
pub(super) fn at_home<'a>(evidence: &'a Evidence, tier: &str) -> Result<&'a CellPrint, Obstacle> {
    let home = travel::home(evidence, tier);
    let home = home.ok_or_else(|| format!("this run has no {tier} on the machine's own target"))?;
    provisioned(evidence, travel::POC, home)?;
    Ok(home)
}

/// Returns what a cell ended in, with the words that go with it.
pub(super) fn outcome<'a>(
    evidence: &'a Evidence,
    poc: &str,
    cell: &CellPrint,
) -> Result<(Outcome, &'a str), Obstacle> {
    let none = || format!("{} has no outcome yet: the run is unfinished", cell.name);
    outcome::of(evidence, poc, &cell.name).ok_or_else(none)
}

/// The words for a cell that ended in something that backs no verdict.
pub(super) fn in_the_way(cell: &CellPrint, outcome: Outcome, detail: &str) -> Obstacle {
    let first = detail.lines().next().unwrap_or_default();
    format!("{}: {outcome} ({first})", cell.name)
}

/// Returns the rows of the paper's twenty samples on `cell`.
pub(super) fn twenty(
    evidence: &Evidence,
    poc: &str,
    cell: &CellPrint,
) -> Result<Vec<SampleRow>, Obstacle> {
    let rows = SAMPLES
        .iter()
        .filter_map(|name| fidelity::row(evidence, poc, &cell.name, name));
    let rows: Vec<SampleRow> = rows.collect();
    if rows.len() == SAMPLES.len() {
        Ok(rows)
    } else {
        Err(format!(
            "only {} of the {} samples ran on {}",
            rows.len(),
            SAMPLES.len(),
            cell.name
        ))
    }
}

/// A ratio that may back a claim.
pub(super) struct Measured<'a> {
    pub(super) row: &'a SpeedRow,
    pub(super) ratio: Estimate,
    /// The oracle against itself in the same rounds.
    pub(super) noise: Estimate,
}

/// Returns the ratio of `cell` to python3 on a speed program. The outer error is for what was not measured; the noise
/// is left to [`quiet`], so that a noisy measurement can still be shown.
pub(super) fn ratio<'a>(
    evidence: &'a Evidence,
    poc: &str,
    cell: &CellPrint,
    (work, m): (&str, u64),
) -> Result<Measured<'a>, Obstacle> {
    let rows = evidence.speed();
    let what = format!("{work} with M = {} on {}", number::grouped(m), cell.name);
    let row = speed::find(rows, (poc, work, m), Phase::Cold, &cell.name)
        .ok_or_else(|| format!("{what} was not measured"))?;
    if row.emulated {
        return Err(format!(
            "{what} was emulated, and emulated time is no speed"
        ));
    }
    if row.disagreeing > 0 {
        let of = format!("{} of {} runs", row.disagreeing, row.runs);
        return Err(format!(
            "{what}: {of} printed something else than CPython or failed"
        ));
    }
    let ratio = row
        .ratio
        .ok_or_else(|| format!("{what} was not measured beside python3"))?;
    let noise = speed::noise(rows, row)
        .ok_or_else(|| format!("{what}: the noise is unknown, for python3 did not run twice"))?;
    Ok(Measured { row, ratio, noise })
}

/// Says what is in the way of judging by `measured`: too few rounds, or too much noise.
pub(super) fn quiet(measured: &Measured<'_>) -> Result<(), Obstacle> {
    let (runs, reach) = (measured.row.runs, measured.noise.reach());
    if runs < MINIMUM_ROUNDS {
        return Err(format!(
            "{runs} rounds are too few; {MINIMUM_ROUNDS} are the least"
        ));
    }
    if reach > NOISE_LIMIT {
        return Err(format!(
            "too much noise: python3 against itself reaches {} from 1, more than {}",
            number::percent(reach),
            number::percent(NOISE_LIMIT)
        ));
    }
    Ok(())
}
