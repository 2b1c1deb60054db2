//! Deciding for programs that were tried.

use tiers::Considered;

use crate::{CorpusError, Entry, Judged, Trial, TrialLog};

/// Decides for each of `entries`, and sets that beside what it did by the `log`. A `negative_control` takes every program for
/// safe.
pub fn judge(
    entries: &[Entry],
    log: &TrialLog,
    negative_control: bool,
) -> Result<Vec<Judged>, CorpusError> {
    let judged = entries.iter().map(|entry| {
        let trial = log.get(&entry.key).cloned();
        let trial = trial.ok_or_else(|| CorpusError::NotTried(entry.path.clone()))?;
        let mut analysis = Considered::file(&entry.path)?.analysis;
        if negative_control {
            analysis.reasons.clear();
        }
        Ok(Judged {
            // The same program may have had another name when it was tried.
            trial: Trial {
                program: entry.name.clone(),
                ..trial
            },
            analysis,
        })
    });
    judged.collect()
}
