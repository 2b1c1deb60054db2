//! The claim that was left to be established: the samples run elsewhere.

use super::fidelity::{names, references};
use super::gate;
use super::paper::{ELSEWHERE, SAMPLES, TRAVEL_POC};
use super::{Claim, Judgement, Obstacle, PaperValue, Tolerance, Verdict};
use crate::evidence::Evidence;
use crate::fidelity::{SampleRow, SampleVerdict};

pub(super) fn claim() -> Claim {
    Claim {
        id: "C8.1",
        words: "The same twenty samples run on aarch64 and on WASI on Light",
        paper: PaperValue::Words("a next step"),
        tolerance: Tolerance::Equal,
        section: "8. The roadmap",
        command: "just poc8",
        predicate: Box::new(samples_run),
    }
}

/// To run is to end as on the oracle. What they print is compared with what they print at home.
fn samples_run(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    gate::ran(evidence, TRAVEL_POC)?;
    let home = gate::at_home(evidence, "light")?;
    gate::oracle(evidence, TRAVEL_POC, home)?;
    let at_home = gate::twenty(evidence, TRAVEL_POC, home)?;
    let (mut each, mut failing, mut other) = (Vec::new(), Vec::new(), Vec::new());
    let mut grounds = references(evidence, TRAVEL_POC, &home.name, &SAMPLES);
    for target in ELSEWHERE {
        for cell in gate::cells_on(evidence, TRAVEL_POC, ("light", target))? {
            let rows = gate::twenty(evidence, TRAVEL_POC, cell)?;
            let failed = |row: &SampleRow| row.verdict == SampleVerdict::Fail;
            let differs = |row: &SampleRow| {
                let home = at_home.iter().find(|home| home.sample == row.sample);
                home.is_none_or(|home| home.sha256 != row.sha256)
            };
            let same = rows.iter().filter(|row| !differs(row)).count();
            let ran = rows.iter().filter(|row| !failed(row)).count();
            each.push(format!(
                "{}: {ran}/{} run, {same} with the bytes of {}",
                cell.name,
                rows.len(),
                home.target
            ));
            failing.extend(named(&cell.name, &names(&rows, failed)));
            other.extend(named(&cell.name, &names(&rows, differs)));
            grounds.extend(references(evidence, TRAVEL_POC, &cell.name, &SAMPLES));
        }
    }
    let (verdict, reason) = if !failing.is_empty() {
        let reason = format!("these fail: {}", failing.join("; "));
        (Verdict::Refuted, reason)
    } else if other.is_empty() {
        let reason = "every sample ends as on CPython and prints the same bytes everywhere";
        (Verdict::Reproduced, reason.into())
    } else {
        let other = other.join("; ");
        let reason = format!("they run, but print something else than at home: {other}");
        (Verdict::Partly, reason)
    };
    Ok(Judgement::new(verdict, each.join("; "), reason).from(grounds))
}

fn named(cell: &str, samples: &str) -> Option<String> {
    (!samples.is_empty()).then(|| format!("{samples} on {cell}"))
}
