//! Does the machinery notice when something is wrong?
//!
//! Each control runs a command of the project twice: as things should be, and with one fault. The first must go well, and
//! the second must end in failure and say why. A control of which the first half fails shows nothing.

use record::Metric;
use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::{Evidence, Place};

/// Stands in records in the place of a `PoC`.
pub(crate) const POC: &str = "controls";

/// Stands in records in the place of a cell.
const CELL: &str = "tiers";

/// The half of a control in which nothing is wrong.
pub const RIGHT: &str = "right";

/// The half with the fault.
pub const WRONG: &str = "wrong";

/// One fault, and how it is to be noticed.
#[derive(Debug)]
pub struct Control {
    /// Its name, for instance `mutated_sample`.
    pub name: &'static str,
    /// What is made wrong.
    pub fault: &'static str,
    /// The words that the command must say then.
    pub says: &'static str,
}

/// All controls.
pub const ALL: [Control; 6] = [
    Control {
        name: "mutated_sample",
        fault: "one byte of what a program prints is another one",
        says: "DIFF",
    },
    Control {
        name: "corrupted_record",
        fault: "an exit status in the records of a finished run is changed",
        says: "its SHA-256 is not the one in complete.json",
    },
    Control {
        name: "corrupted_line",
        fault: "a line in the records of an unfinished run is no longer JSON",
        says: "records.jsonl, line ",
    },
    Control {
        name: "corrupted_output",
        fault: "one byte of an output that was kept is another one",
        says: "its SHA-256 is not the one in its name",
    },
    Control {
        name: "swapped_guest",
        fault: "a guest is replaced by another program that prints the same",
        says: "is not what its builder made",
    },
    Control {
        name: "wrong_rule",
        fault: "a rule is planted that takes every program for safe on Light",
        says: "accepted although Light prints something else",
    },
];

/// What became of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The fault was noticed, and without it nothing was said.
    Caught,
    /// It was not, or the command fails without it too.
    NotCaught,
    /// This machine lacks what it takes.
    NotProvisioned,
    /// The run has not come to it.
    NotRun,
}

/// What a command did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Trial {
    /// The command line.
    pub command: String,
    /// How it ended.
    pub status: u64,
    /// What it printed.
    pub stdout: String,
    /// What it said on stderr.
    pub stderr: String,
}

/// A control with what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ControlRow {
    /// Its name.
    pub control: &'static str,
    /// What is made wrong.
    pub fault: &'static str,
    /// The words that the command must say then.
    pub says: &'static str,
    /// What became of it.
    pub state: State,
    /// The command as things should be; null where it was not run.
    pub right: Option<Trial>,
    /// The same with the fault.
    pub wrong: Option<Trial>,
}

/// The controls: `tiers.controls/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ControlsDocument {
    /// `tiers.controls/1`.
    pub schema: &'static str,
    /// One row for each.
    pub controls: Vec<ControlRow>,
}

/// Returns the document of the controls.
pub fn document(evidence: &Evidence) -> ControlsDocument {
    ControlsDocument {
        schema: "tiers.controls/1",
        controls: rows(evidence),
    }
}

/// Returns every control with what came of it.
pub fn rows(evidence: &Evidence) -> Vec<ControlRow> {
    ALL.iter().map(|control| row(evidence, control)).collect()
}

/// Returns the name under which one half of a control is recorded.
pub fn half(control: &str, half: &str) -> String {
    format!("{control}/{half}")
}

fn row(evidence: &Evidence, control: &Control) -> ControlRow {
    let [right, wrong] = [RIGHT, WRONG].map(|name| trial(evidence, &half(control.name, name)));
    ControlRow {
        control: control.name,
        fault: control.fault,
        says: control.says,
        state: state(control, right.as_ref(), wrong.as_ref()),
        right,
        wrong,
    }
}

fn trial(evidence: &Evidence, name: &str) -> Option<Trial> {
    let place = Place::sample(POC, CELL, &format!("{POC}/{name}"));
    let output = |metric| {
        let bytes = evidence.output(&place, metric)?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    };
    Some(Trial {
        command: evidence.text(&place, Metric::Detail)?.to_owned(),
        status: evidence.number(&place, Metric::ExitStatus)?,
        stdout: output(Metric::Stdout)?,
        stderr: output(Metric::Stderr)?,
    })
}

fn state(control: &Control, right: Option<&Trial>, wrong: Option<&Trial>) -> State {
    let (Some(right), Some(wrong)) = (right, wrong) else {
        return State::NotRun;
    };
    let said = [&wrong.stdout, &wrong.stderr];
    let says = said.iter().any(|words| words.contains(control.says));
    match (right.status, wrong.status) {
        // A cell or a program is not there: the command could not begin.
        (2 | 3, status) if status == right.status => State::NotProvisioned,
        (0, 1) if says => State::Caught,
        _ => State::NotCaught,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(status: u64, stderr: &str) -> Trial {
        Trial {
            command: "tiers claims".into(),
            status,
            stdout: String::new(),
            stderr: stderr.into(),
        }
    }

    #[track_caller]
    fn check(right: u64, wrong: (u64, &str), expected: State) {
        let (right, wrong) = (trial(right, ""), trial(wrong.0, wrong.1));
        assert_eq!(state(&ALL[1], Some(&right), Some(&wrong)), expected);
    }

    #[test]
    fn a_fault_is_caught_where_it_alone_makes_the_command_fail_and_say_why() {
        let why = ALL[1].says;
        check(0, (1, why), State::Caught);
        check(0, (0, why), State::NotCaught);
        check(0, (1, "something else"), State::NotCaught);
        check(1, (1, why), State::NotCaught);
        check(0, (101, why), State::NotCaught);
        check(3, (3, "python3 is not provisioned"), State::NotProvisioned);
        check(3, (1, why), State::NotCaught);
        assert_eq!(state(&ALL[1], Some(&trial(0, "")), None), State::NotRun);
    }

    #[test]
    fn a_run_without_controls_has_run_none() {
        let rows = rows(&Evidence::none());
        assert_eq!(rows.len(), ALL.len());
        assert!(rows.iter().all(|row| row.state == State::NotRun));
    }
}
