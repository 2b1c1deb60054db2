//! What was done to the project's own work, and whether anything was lost.

use record::{FaultPart, FaultTrials};
use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::Evidence;

/// The command that makes the trials.
pub const COMMAND: &str = "./artifact faults";

/// The parts, in the order of the page.
pub const PARTS: [FaultPart; 4] = [
    FaultPart::Interruption,
    FaultPart::Program,
    FaultPart::Input,
    FaultPart::Load,
];

/// What came of all trials of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FaultTotal {
    /// The part.
    pub part: FaultPart,
    /// How many kinds of trials there were.
    pub kinds: u64,
    /// How many trials there were.
    pub tried: u64,
    /// In how many the fault came in time.
    pub struck: u64,
    /// How many ended in harm.
    pub harmed: u64,
}

/// The trials: `tiers.faults/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FaultsDocument {
    /// `tiers.faults/1`.
    pub schema: &'static str,
    /// One row for each part that was tried.
    pub totals: Vec<FaultTotal>,
    /// One row for each work and fault.
    pub trials: Vec<FaultTrials>,
}

/// Returns the document of the trials.
pub fn document(evidence: &Evidence) -> FaultsDocument {
    FaultsDocument {
        schema: "tiers.faults/1",
        totals: totals(evidence),
        trials: evidence.faults().to_vec(),
    }
}

/// Returns what came of each part that was tried.
pub fn totals(evidence: &Evidence) -> Vec<FaultTotal> {
    let of = |part: FaultPart| {
        let rows: Vec<_> = trials(evidence, part).collect();
        let sum = |count: fn(&FaultTrials) -> u64| rows.iter().map(|row| count(row)).sum();
        (!rows.is_empty()).then(|| FaultTotal {
            part,
            kinds: rows.len() as u64,
            tried: sum(|row| row.tried),
            struck: sum(|row| row.struck),
            harmed: sum(|row| row.harmed),
        })
    };
    PARTS.into_iter().filter_map(of).collect()
}

/// Returns the trials of a part.
pub fn trials(evidence: &Evidence, part: FaultPart) -> impl Iterator<Item = &FaultTrials> {
    let trials = evidence.faults().iter();
    trials.filter(move |trials| trials.part == part)
}

/// Returns the command that makes the trials of one part alone.
pub fn command(part: FaultPart) -> String {
    match part {
        // It is tried by programs of its own, whose counts are taken over.
        FaultPart::Input => "./artifact fuzz --summary FILE".into(),
        _ => format!("{COMMAND} {}", name(part)),
    }
}

/// Returns a part's name, as the page and the command line have it.
pub fn name(part: FaultPart) -> &'static str {
    match part {
        FaultPart::Interruption => "interruption",
        FaultPart::Program => "program",
        FaultPart::Input => "input",
        FaultPart::Load => "load",
    }
}

#[cfg(test)]
mod tests {
    use record::FaultTrialsSchema;

    use super::*;

    #[test]
    fn parts_are_summed_and_those_not_tried_are_left_out() {
        let row = |part, tried, harmed| FaultTrials {
            schema: FaultTrialsSchema::V1,
            part,
            work: "report".into(),
            fault: "SIGKILL".into(),
            seed: Some(1),
            program_sha256: String::new(),
            tried,
            struck: tried - 1,
            harmed,
            harm: Vec::new(),
            counts: std::collections::BTreeMap::new(),
        };
        let rows = vec![
            row(FaultPart::Load, 10, 0),
            row(FaultPart::Interruption, 3, 1),
            row(FaultPart::Interruption, 4, 0),
        ];
        let totals = totals(&Evidence::none().with_faults(rows));
        let told: Vec<_> = totals
            .iter()
            .map(|total| {
                (
                    name(total.part),
                    total.kinds,
                    total.tried,
                    total.struck,
                    total.harmed,
                )
            })
            .collect();
        assert_eq!(told, [("interruption", 2, 7, 5, 1), ("load", 1, 10, 9, 0)]);
    }
}
