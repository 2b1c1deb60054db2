//! `tiers controls`: does the machinery notice when something is wrong?

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use lab::{LabError, Session};
use report::Evidence;
use report::controls::{self, ControlRow, RIGHT, State, WRONG};

use crate::context::{Context, Format, print, print_json};
use crate::failure::Verdict;
use crate::verbs::poc::measure;
use scene::{Scene, Trial};

mod scene;

/// Make things wrong on purpose, and see that each fault is noticed
///
/// Each control runs a command twice, in a folder of its own: as things should be, and with one fault. Ends with 1 if a fault
/// goes unnoticed. What this machine lacks the guests for is said and is no failure.
#[derive(Debug, Args)]
pub(crate) struct Controls {
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Controls {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let lab = context.lab()?;
        let evidence = measure(context, &lab, None, true, conduct)?;
        match self.format {
            Format::Human => print(&human(&controls::rows(&evidence)))?,
            Format::Json => print_json(&controls::document(&evidence))?,
        }
        Ok(exit_code(&evidence))
    }
}

/// Runs the controls that the session has not recorded yet.
pub(crate) fn conduct(session: &mut Session<'_>) -> Result<(), LabError> {
    let names = || {
        let controls = controls::ALL.iter();
        controls.flat_map(|control| [RIGHT, WRONG].map(|half| controls::half(control.name, half)))
    };
    if names().all(|name| session.has_control(&name)) {
        return Ok(());
    }
    session
        .progress
        .stage("controls", controls::ALL.len() as u64 * 2);
    let scene = Scene::set(session.lab)?;
    for Trial { name, words, did } in scene.play()? {
        session.record_control(&name, &words, &did)?;
        session.progress.step(&name);
    }
    Ok(())
}

/// Failure where a fault went unnoticed.
pub(crate) fn exit_code(evidence: &Evidence) -> ExitCode {
    let unnoticed = |row: &ControlRow| row.state == State::NotCaught;
    if controls::rows(evidence).iter().any(unnoticed) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Each control with what its command said of the fault.
fn human(rows: &[ControlRow]) -> String {
    let mut text = String::new();
    for row in rows {
        let word = match row.state {
            State::Caught => "noticed",
            State::NotCaught => "NOT NOTICED",
            State::NotProvisioned => "not provisioned",
            State::NotRun => "not run",
        };
        let _ = writeln!(text, "{word:<16} {}: {}", row.control, row.fault);
        if let Some(wrong) = &row.wrong {
            let _ = writeln!(text, "    $ {} [{}]", wrong.command, wrong.status);
            for line in wrong.stdout.lines().chain(wrong.stderr.lines()) {
                let _ = writeln!(text, "    {line}");
            }
        }
        text.push('\n');
    }
    text
}
