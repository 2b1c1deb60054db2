//! The catalogue of divergences, as a run saw it.
//!
//! What an entry says of itself stands in its program, whose text the run kept. What it is (a difference of versions or of
//! Light) is measured: the oracle, Light and an oracle of Light's version of Python ran it.

use std::collections::BTreeMap;

use record::{CellPrint, Divergence, Metric, Role};

use crate::evidence::{Evidence, Place};

/// The `PoC` that runs the catalogue.
pub const POC: &str = "7";

/// How the names of entries begin.
const PREFIX: &str = "divergences/";

/// An entry of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name under which it is recorded, for instance `divergences/value/silent_values`.
    pub sample: String,
    /// The text of its program.
    pub source: String,
    /// What that says of itself.
    pub divergence: Divergence,
    /// The cell of Light that it is about.
    pub light: Option<String>,
    /// What was seen.
    pub finding: Finding,
}

/// What a run saw of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// A newer CPython does what Light does.
    Versions,
    /// A CPython on the target that the entry names does what Light does there.
    Target,
    /// A newer CPython does what the oracle does.
    Light,
    /// A newer CPython does something else again.
    Neither,
    /// Light departs from the oracle; no newer CPython was asked.
    NotMeasured,
    /// Light does what the oracle does.
    Same,
    /// It was not run on both.
    NotRun,
}

impl Finding {
    /// All findings, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Versions,
        Self::Target,
        Self::Light,
        Self::Neither,
        Self::NotMeasured,
        Self::Same,
        Self::NotRun,
    ];

    /// The finding in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Versions => "skew of versions",
            Self::Target => "so is CPython there",
            Self::Light => "defect",
            Self::Neither => "differs from both",
            Self::NotMeasured => "skew not measured here",
            Self::Same => "no difference",
            Self::NotRun => "not run",
        }
    }
}

impl Entry {
    /// The family: `value` of `divergences/value/silent_values`.
    pub fn family(&self) -> &str {
        self.within()
            .split_once('/')
            .map_or("", |(family, _)| family)
    }

    /// The name within the catalogue, for instance `value/silent_values`.
    pub fn within(&self) -> &str {
        self.sample.strip_prefix(PREFIX).unwrap_or(&self.sample)
    }
}

/// Returns the entries that a run knows, by family and name. A kept text that is no entry is left out: the run that kept it
/// would not have begun.
pub fn entries(evidence: &Evidence) -> Vec<Entry> {
    let sources: BTreeMap<&str, &[u8]> = evidence.sources(POC).collect();
    let entries = sources.into_iter().filter_map(|(sample, source)| {
        let source = String::from_utf8_lossy(source).into_owned();
        let divergence = Divergence::read(&source).ok()?;
        let light = light(evidence, &divergence);
        let finding = finding(evidence, sample, light, divergence.target.is_some());
        Some(Entry {
            sample: sample.to_owned(),
            source,
            divergence,
            light: light.map(|cell| cell.name.clone()),
            finding,
        })
    });
    entries.collect()
}

/// Returns the newer CPython that tells what is a matter of versions, where the run has one.
pub fn newer(evidence: &Evidence) -> Option<&CellPrint> {
    let mut others = evidence.cells_of(POC);
    others.find(|cell| cell.role == Role::OtherOracle)
}

/// Light on the entry's target: this project's own build before the paper's.
fn light<'a>(evidence: &'a Evidence, divergence: &Divergence) -> Option<&'a CellPrint> {
    let home = evidence.oracle().map(|oracle| &oracle.target);
    let target = divergence.target.as_ref().or(home)?;
    let on_target = || {
        let candidates = evidence.candidates(POC);
        candidates.filter(|cell| cell.tier == "light" && cell.target == *target)
    };
    on_target()
        .find(|cell| !cell.as_paper)
        .or_else(|| on_target().next())
}

/// Compares what was done. Where the entry names a target, a newer CPython on that target tells nothing of versions.
fn finding(
    evidence: &Evidence,
    sample: &str,
    light: Option<&CellPrint>,
    names_target: bool,
) -> Finding {
    let newer = newer(evidence);
    let of_target =
        names_target && newer.map(|cell| &cell.target) == light.map(|cell| &cell.target);
    let did = |cell: Option<&CellPrint>| {
        let place = Place::sample(POC, &cell?.name, sample);
        let stdout = evidence.text(&place, Metric::Stdout)?;
        Some((stdout, evidence.number(&place, Metric::ExitStatus)?))
    };
    let (Some(oracle), Some(light)) = (did(evidence.oracle()), did(light)) else {
        return Finding::NotRun;
    };
    match did(newer) {
        _ if light == oracle => Finding::Same,
        None => Finding::NotMeasured,
        Some(newer) if newer == light && of_target => Finding::Target,
        Some(newer) if newer == light => Finding::Versions,
        Some(newer) if newer == oracle => Finding::Light,
        Some(_) => Finding::Neither,
    }
}

#[cfg(test)]
mod tests;
