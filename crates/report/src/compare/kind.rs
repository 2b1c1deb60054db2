//! What kind of thing a difference is.

use record::{Metric, Role};
use schemars::JsonSchema;
use serde::Serialize;

/// What kind of thing a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Speed, memory, sizes, versions: what a machine and its parts bring with them.
    Machine,
    /// One of the runs cannot tell, or saw less.
    Missing,
    /// Other bytes, another status, another outcome.
    Behaviour,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Missing => "missing",
            Self::Behaviour => "behaviour",
        }
    }

    /// The kind of a difference in `metric`, observed of a cell with that role; none where the records of it are not
    /// compared one by one.
    pub(super) fn of(metric: Metric, role: Role) -> Option<Self> {
        match metric {
            Metric::Outcome
            | Metric::Source
            | Metric::Stdout
            | Metric::ExitStatus
            | Metric::SelfContained
            | Metric::Changed
            | Metric::Unchanged
            | Metric::Crossed => Some(Self::Behaviour),
            // What a python3 links is its machine's affair. What a build of ours links is a claim.
            Metric::Needed | Metric::Imports => Some(match role {
                Role::Oracle | Role::OtherOracle | Role::Control => Self::Machine,
                Role::Candidate | Role::Attempt | Role::Peer => Self::Behaviour,
            }),
            Metric::Version => Some(Self::Machine),
            // How much was tried: one of them tried less.
            Metric::Checked => Some(Self::Missing),
            // The first are compared as figures: medians, ratios and the like. The last two hold paths, addresses and
            // process ids.
            Metric::Wall
            | Metric::CpuUser
            | Metric::CpuSystem
            | Metric::PeakMemory
            | Metric::UnsharedMemory
            | Metric::Ready
            | Metric::Size
            | Metric::Installed
            | Metric::Instructions
            | Metric::Profile
            | Metric::Decision
            | Metric::Detail
            | Metric::Stderr => None,
        }
    }
}
