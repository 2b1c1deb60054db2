//! What only one of the runs has.

use std::collections::{BTreeMap, BTreeSet};

use record::{Metric, Phase};
use schemars::JsonSchema;
use serde::Serialize;

use super::observed::name;
use super::seen::Seen;
use crate::evidence::Evidence;
use crate::outcome::{self, Outcome};

/// One of the two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// The first.
    First,
    /// The second.
    Second,
}

/// Something that one run has and the other has not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Lack {
    /// The run that has it not.
    pub from: Which,
    /// The cell; null where a whole `PoC` is missing.
    pub cell: Option<String>,
    /// The program, or `-` for the cell itself; null where all of the cell is missing.
    pub sample: Option<String>,
    /// The problem size, where there is one.
    pub m: Option<u64>,
    /// Whether anything had been prepared; null where all of the cell is missing.
    pub mode: Option<Phase>,
    /// The metric; null where the program is missing.
    pub what: Option<String>,
    /// Why, as far as the run tells.
    pub why: String,
    /// The `PoC`s in which it is missing, in the order of the alphabet.
    pub pocs: Vec<String>,
}

/// Returns what is missing from either run: a `PoC`, or else a cell in it, or else a program on it, or else a metric.
pub(super) fn missing(runs: [&Evidence; 2], seen: &[Seen; 2]) -> Vec<Lack> {
    let mut found: BTreeMap<Lack, BTreeSet<String>> = BTreeMap::new();
    for (which, there, here) in [(Which::First, 1, 0), (Which::Second, 0, 1)] {
        let lacking = Lacking {
            which,
            run: runs[here],
            pocs: seen[here].pocs(),
            cells: seen[here].cells(),
            seen: &seen[here],
        };
        for (poc, lack) in lacking.of(&seen[there]) {
            found.entry(lack).or_default().insert(poc);
        }
    }
    let lacks = found.into_iter().map(|(lack, pocs)| Lack {
        pocs: pocs.into_iter().collect(),
        ..lack
    });
    lacks.collect()
}

/// The run that may lack something.
struct Lacking<'a> {
    which: Which,
    run: &'a Evidence,
    pocs: BTreeSet<&'a str>,
    cells: BTreeSet<(&'a str, &'a str)>,
    seen: &'a Seen,
}

impl Lacking<'_> {
    /// Returns what `other` has beyond it, and in which `PoC`.
    fn of(&self, other: &Seen) -> Vec<(String, Lack)> {
        let mut lacks = Vec::new();
        let whole = other.cells();
        for (place, observations) in other.iter() {
            let (poc, cell) = (place.poc.as_str(), place.cell.as_str());
            let mut add = |lack| lacks.push((place.poc.clone(), lack));
            if !self.pocs.contains(poc) {
                add(self.lack(None, format!("PoC {poc} was not run")));
            } else if !whole.contains(&(poc, cell)) {
                // The other one has nothing of it either but how it fared.
            } else if !self.cells.contains(&(poc, cell)) {
                add(self.lack(Some(cell), self.why(poc, cell)));
            } else {
                let lack = || Lack {
                    sample: Some(place.sample.clone()),
                    m: place.m,
                    mode: Some(place.phase),
                    ..self.lack(Some(cell), self.unrecorded())
                };
                let Some(here) = self.seen.at(place) else {
                    add(lack());
                    continue;
                };
                let metrics = observations
                    .keys()
                    .filter(|metric| **metric != Metric::Detail && !here.contains_key(metric));
                for metric in metrics {
                    add(Lack {
                        what: Some(name(*metric)),
                        ..lack()
                    });
                }
            }
        }
        lacks
    }

    fn lack(&self, cell: Option<&str>, why: String) -> Lack {
        Lack {
            from: self.which,
            cell: cell.map(str::to_owned),
            sample: None,
            m: None,
            mode: None,
            what: None,
            why,
            pocs: Vec::new(),
        }
    }

    /// Why nothing was observed on a cell.
    fn why(&self, poc: &str, name: &str) -> String {
        let Some(cell) = self.run.cell(name) else {
            return "its matrix has no such cell".into();
        };
        match outcome::of(self.run, poc, name) {
            Some((Outcome::Result, _)) | None => self.unrecorded(),
            Some((outcome, detail)) => match outcome::gist(cell, detail) {
                "" => outcome.to_string(),
                gist => format!("{outcome}: {gist}"),
            },
        }
    }

    /// Why something is missing where no record tells.
    fn unrecorded(&self) -> String {
        let run = match (self.run.finished(), self.run.is_quick()) {
            (false, _) => "the run is unfinished",
            (true, true) => "the run was a quick one",
            (true, false) => "it was not recorded",
        };
        run.into()
    }
}
