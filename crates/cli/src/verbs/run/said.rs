//! What `tiers run` itself says, on stderr.

use std::path::Path;
use std::process::ExitCode;

use report::difference::unified;
use tiers::{
    Comparison, Completed, Decision, Difference, Ending, ExecuteError, Host, On, Plan, RunError,
    TierId, Trip,
};

use super::Run;
use crate::decision::verdict;
use crate::failure::{Failure, Kind};

/// The exit status where what Light came to cannot be taken, and there is no Full.
const REFUSED: u8 = 3;

impl Run {
    /// Warns where Light runs what it would not have been decided for, or not in an instance.
    pub(super) fn warn(&self, host: &Host, plan: &Plan<'_>) {
        let (On::Only(TierId::Light), Some(decision)) = (self.tier.into(), plan.decision()) else {
            return;
        };
        let file = self.file.display();
        if !decision.light_safe || decision.hot {
            let verdict = verdict(decision);
            anstream::eprintln!("tiers: {file}: on Light as you say; decided would be {verdict}");
        }
        if !self.verify && !self.isolated && host.guests().contained_light().is_err() {
            anstream::eprintln!(
                "tiers: {file}: on Light with your rights: there is no tier-wasm that would contain it"
            );
        }
    }

    /// Says what stdout and the exit status alone leave open.
    pub(super) fn say(&self, completed: &Completed) {
        let file = self.file.display();
        if let Some(trip) = &completed.fallback {
            anstream::eprintln!("tiers: {file}: ran on Full: Light {trip}");
        }
        self.say_ending(&completed.finished.ending);
        match &completed.comparison {
            Some(Comparison::Same) => {
                anstream::eprintln!("tiers: {file}: verified: Light and Full do the same");
            }
            Some(Comparison::Differs(difference)) => {
                self.say_difference(completed.is_unsafe_accept(), difference);
            }
            None if self.verify && completed.fallback.is_none() => {
                anstream::eprintln!("tiers: {file}: not verified: nothing ran to its end on Light");
            }
            None => {}
        }
    }

    fn say_difference(&self, unsafe_accept: bool, difference: &Difference) {
        let what = if unsafe_accept {
            "UNSAFE ACCEPT: Light was found safe, and differs from Full"
        } else {
            "Light differs from Full, as was to be expected"
        };
        let file = self.file.display();
        anstream::eprintln!("tiers: {file}: {what}");
        let Difference { light, full } = difference;
        if light.ending != full.ending {
            let (light, full) = (&light.ending, &full.ending);
            anstream::eprintln!("tiers: {file}: Light {light}, Full {full}");
        }
        anstream::eprint!("{}", unified(&full.stdout, &light.stdout, "Light"));
    }

    fn say_ending(&self, ending: &Ending) {
        let next = match ending {
            Ending::Exited(_) => return,
            Ending::Signalled(_) | Ending::Cancelled => String::new(),
            Ending::TimeLimit => {
                let time = humantime::format_duration(self.timeout);
                format!(" ({time}; --timeout raises it)")
            }
            Ending::OutputLimit => format!(" ({}; --output raises it)", self.output),
            Ending::MemoryLimit => format!(" ({}; --memory raises it)", self.memory),
            Ending::Broken(_) => "; the program may run on the other tier".into(),
        };
        anstream::eprintln!("tiers: {}: {ending}{next}", self.file.display());
    }

    /// Says that there is no output to be had; returns the exit status.
    pub(super) fn tripped(&self, trip: &Trip) -> ExitCode {
        anstream::eprintln!(
            "tiers: {}: Light {trip}; there is no Full tier to repeat it on, and nothing of it counts",
            self.file.display()
        );
        anstream::eprintln!(
            "hint: ./artifact build provides Full; --tier light takes what Light does"
        );
        ExitCode::from(match trip {
            Trip::Ended(ending) if !ending.is_own() => ending.status(),
            Trip::Ended(_) | Trip::Spoke { .. } | Trip::NotRun(_) => REFUSED,
        })
    }
}

/// Returns why there was no run at all.
pub(super) fn failure(file: &Path, error: ExecuteError) -> Failure {
    match error {
        ExecuteError::NotProvisioned(error) => RunError::from(error).into(),
        ExecuteError::NotIsolated(error) => RunError::from(error).into(),
        ExecuteError::Process(error) => RunError::from(error).into(),
        ExecuteError::Refused(decision) => refused(file, &decision),
        ExecuteError::Unreadable { .. } => Failure::new(Kind::Usage, error),
        ExecuteError::Tripped(_) | ExecuteError::Input { .. } | ExecuteError::Text(_) => {
            Failure::new(Kind::Failed, error)
        }
    }
}

fn refused(file: &Path, decision: &Decision) -> Failure {
    let first = decision.reasons.first();
    let why = first.map_or_else(String::new, |reason| {
        format!("; {}:{}: {}", file.display(), reason.line, reason.message)
    });
    let verdict = verdict(decision);
    let error = anyhow::anyhow!("{} is {verdict}{why}", file.display());
    Failure::new(Kind::NotProvisioned, error)
        .hint("./artifact build provides Full; --tier light overrides the decision")
}
