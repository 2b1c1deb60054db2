//! What goes wrong, and the exit status that tells of it.

use std::process::ExitCode;

use lab::LabError;
use tiers::RunError;

/// Exit statuses of every verb but `run`.
mod status {
    pub(super) const FAILED: u8 = 1;
    pub(super) const USAGE: u8 = 2;
    pub(super) const NOT_PROVISIONED: u8 = 3;
}

/// Whose the fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something failed.
    Failed,
    /// What was asked for makes no sense.
    Usage,
    /// What was asked for is not on this machine.
    NotProvisioned,
}

/// Why a verb did not do what it was asked to.
#[derive(Debug)]
pub(crate) struct Failure {
    kind: Kind,
    error: anyhow::Error,
    hint: Option<String>,
}

/// What a verb returns: the exit status, or why there is none.
pub(crate) type Verdict = Result<ExitCode, Failure>;

impl Failure {
    pub(crate) fn new(kind: Kind, error: impl Into<anyhow::Error>) -> Self {
        Self {
            kind,
            error: error.into(),
            hint: None,
        }
    }

    pub(crate) fn usage(message: impl std::fmt::Display) -> Self {
        Self::new(Kind::Usage, anyhow::anyhow!("{message}"))
    }

    /// Says whose the fault is where a verb knows better.
    pub(crate) fn of_kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// Adds what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says what went wrong on stderr, and returns the exit status.
    pub(crate) fn report(&self) -> ExitCode {
        anstream::eprintln!("tiers: {:#}", self.error);
        if let Some(hint) = &self.hint {
            anstream::eprintln!("hint: {hint}");
        }
        ExitCode::from(match self.kind {
            Kind::Failed => status::FAILED,
            Kind::Usage => status::USAGE,
            Kind::NotProvisioned => status::NOT_PROVISIONED,
        })
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(Kind::Failed, error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::new(Kind::Failed, error)
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::NotProvisioned(_) => Self::new(Kind::NotProvisioned, error)
                .hint("./artifact build provides it; tiers doctor tells what is there"),
            RunError::NotIsolated(_) => Self::new(Kind::NotProvisioned, error)
                .hint("nothing of it ran; without --isolated it would, with your rights"),
            RunError::Process(_) => Self::new(Kind::Failed, error),
        }
    }
}

impl From<LabError> for Failure {
    fn from(error: LabError) -> Self {
        let kind = match &error {
            LabError::NotProvisioned { .. } => Kind::NotProvisioned,
            LabError::NoProject(_)
            | LabError::NoSample { .. }
            | LabError::NoCell { .. }
            | LabError::NoTarget { .. } => Kind::Usage,
            LabError::File(_)
            | LabError::Results(_)
            | LabError::Matrix { .. }
            | LabError::Open(_)
            | LabError::Served(_)
            | LabError::Ask(_)
            | LabError::Leave { .. }
            | LabError::NotCounted { .. }
            | LabError::Divergence { .. }
            | LabError::Histogram(_) => Kind::Failed,
        };
        let hint = hint(&error);
        let failure = Self::new(kind, error);
        match hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}

impl From<provenance::ProvenanceError> for Failure {
    fn from(error: provenance::ProvenanceError) -> Self {
        use provenance::ProvenanceError;
        match error {
            ProvenanceError::Results(error) => error.into(),
            ProvenanceError::Day(_) => Self::new(Kind::Usage, error),
            ProvenanceError::Unfinished(_) => {
                Self::new(Kind::Usage, error).hint("tiers reproduce --resume goes on with it")
            }
            ProvenanceError::File(_) | ProvenanceError::Json(..) | ProvenanceError::Blob(_) => {
                Self::new(Kind::Failed, error)
            }
        }
    }
}

impl From<record::FolderError> for Failure {
    fn from(error: record::FolderError) -> Self {
        LabError::from(error).into()
    }
}

fn hint(error: &LabError) -> Option<String> {
    use record::{FolderError, LogError};
    let hint = match error {
        LabError::NoProject(_) => "run tiers inside the project, or name it with --project",
        LabError::Results(FolderError::Busy(_)) => "wait for it, or choose another --results",
        LabError::Results(FolderError::OtherRun { .. }) => {
            "leave --resume away to start anew (the results there are kept), or choose another --results"
        }
        LabError::Results(FolderError::Empty(_)) => "tiers reproduce makes some",
        LabError::Results(
            FolderError::Corrupt { .. } | FolderError::Log(LogError::Corrupt { .. }),
        ) => "nothing was changed; put the file back as it was, or choose another --results",
        _ => return None,
    };
    Some(hint.to_owned())
}
