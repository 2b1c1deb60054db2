//! What is about to be done, before it is.

use std::path::Path;

use tier_api::TierId;

use super::ExecuteError;
use crate::job::Code;
use crate::{Choice, Considered, Decision, Host, Job, On, Prefer, Situation, decide, isolate};

/// A job, with what was decided for it. [`Host::carry_out`] does it.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    pub(crate) job: &'a Job,
    pub(crate) considered: Option<Considered>,
    pub(crate) decision: Option<Decision>,
}

impl Plan<'_> {
    /// Returns what evidence says of the program; none where it is to run on Full anyway.
    pub fn considered(&self) -> Option<&Considered> {
        self.considered.as_ref()
    }

    /// Returns what was decided for it on this host; none where it is to run on Full anyway.
    pub fn decision(&self) -> Option<&Decision> {
        self.decision.as_ref()
    }

    pub(super) fn choice(&self) -> Choice {
        self.decision
            .as_ref()
            .map_or(Choice::Full, |decision| decision.tier)
    }
}

impl Host {
    /// Looks at the program of `job` and decides where it is to run. Nothing runs.
    pub fn plan<'a>(&self, job: &'a Job) -> Result<Plan<'a>, ExecuteError> {
        if let Code::Text { inputs, .. } = &job.code {
            for (name, value) in inputs {
                isolate::check_input(value).map_err(|error| ExecuteError::Input {
                    name: name.clone(),
                    source: Box::new(error),
                })?;
            }
        }
        let considered = match (job.on, &job.code) {
            (On::Only(TierId::Full), _) => None,
            (_, Code::Text { text, inputs }) => Some(Considered::text(text, inputs)),
            (_, Code::File(program)) => {
                let file = Path::new(&program.file);
                let considered = Considered::file(file);
                Some(considered.map_err(|source| ExecuteError::Unreadable {
                    file: file.to_owned(),
                    source,
                })?)
            }
        };
        let decision = considered
            .as_ref()
            .map(|considered| decide(&considered.analysis, &self.situation(job.prefer)));
        Ok(Plan {
            job,
            considered,
            decision,
        })
    }

    /// Returns what there is to choose from on this host.
    pub fn situation(&self, prefer: Prefer) -> Situation {
        Situation {
            full: self.guests().tier(TierId::Full).is_ok(),
            light: self.guests().contained_light().is_ok(),
            prefer,
            costs: self.costs_of(),
        }
    }
}
