//! What a run left, ready to be asked.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use record::{CellPrint, Fingerprint, Folder, FolderError, Metric, Phase, Record, Role};

use crate::poc::{self, Family, IDIOMS};
use crate::speed::{self, SpeedRow};

/// The sample name under which a cell's own observations stand.
const CELL_ITSELF: &str = "-";

/// How the names of probes begin.
const PROBES: &str = "divergences/";

/// Everything of a subject but the repetition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The `PoC` that asked.
    pub poc: String,
    /// The cell.
    pub cell: String,
    /// The sample, the speed program, or `-` for the cell itself.
    pub sample: String,
    /// The problem size, where the program takes one.
    pub m: Option<u64>,
    /// Whether anything had been prepared.
    pub phase: Phase,
}

impl Place {
    /// The place of a sample's run on a cell.
    pub fn sample(poc: &str, cell: &str, sample: &str) -> Self {
        Self {
            poc: poc.into(),
            cell: cell.into(),
            sample: sample.into(),
            m: None,
            phase: Phase::Cold,
        }
    }

    /// The place of what was observed of the cell itself, with nothing run.
    pub fn still(poc: &str, cell: &str) -> Self {
        Self {
            phase: Phase::Still,
            ..Self::sample(poc, cell, CELL_ITSELF)
        }
    }

    /// The place of what the cell's interpreter says of itself.
    pub fn itself(poc: &str, cell: &str) -> Self {
        Self::sample(poc, cell, CELL_ITSELF)
    }
}

/// Why the evidence could not be gathered.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// The results folder cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

/// A run's records with indexes over them. It may hold nothing at all: every question then has an answer that says so.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    fingerprint: Option<Fingerprint>,
    records: Vec<Record>,
    finished: bool,
    blobs: BTreeMap<String, Vec<u8>>,
    index: BTreeMap<(Place, Metric), Vec<usize>>,
    speed: OnceLock<Vec<SpeedRow>>,
}

impl Evidence {
    /// Gathers what lies in the results folder `dir`.
    pub fn load(dir: &Path) -> Result<Self, EvidenceError> {
        let folder = Folder::open_for_reading(dir)?;
        let mut blobs = BTreeMap::new();
        for record in &folder.records {
            let Some(sha256) = record.text().filter(|_| names_a_shown_blob(record)) else {
                continue;
            };
            if !blobs.contains_key(sha256) {
                blobs.insert(sha256.to_owned(), folder.blob(sha256)?);
            }
        }
        let finished = folder.completion.is_some();
        Ok(Self::new(
            folder.fingerprint.clone(),
            folder.records.clone(),
            finished,
            blobs,
        ))
    }

    /// Gathers what is given: the records of complete steps, whether the run was finished, and the outputs by their
    /// SHA-256.
    pub fn new(
        fingerprint: Fingerprint,
        records: Vec<Record>,
        finished: bool,
        blobs: BTreeMap<String, Vec<u8>>,
    ) -> Self {
        let mut index: BTreeMap<(Place, Metric), Vec<usize>> = BTreeMap::new();
        for (position, record) in records.iter().enumerate() {
            index
                .entry((place_of(record), record.metric))
                .or_default()
                .push(position);
        }
        for positions in index.values_mut() {
            positions.sort_by_key(|position| repetition(&records[*position]));
        }
        let fingerprint = Some(fingerprint);
        Self {
            fingerprint,
            records,
            finished,
            blobs,
            index,
            speed: OnceLock::new(),
        }
    }

    /// Returns evidence of nothing, for when nothing was measured yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// Returns what was measured on what; none where nothing was measured yet.
    pub fn fingerprint(&self) -> Option<&Fingerprint> {
        self.fingerprint.as_ref()
    }

    /// Returns all records, in the order in which they were written.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Says whether the run came to its end.
    pub fn finished(&self) -> bool {
        self.finished
    }

    /// Returns the observations of `metric` at `place`, in the order of processes and iterations.
    pub fn at(&self, place: &Place, metric: Metric) -> Vec<&Record> {
        let positions = self
            .index
            .get(&(place.clone(), metric))
            .map_or(&[][..], Vec::as_slice);
        positions
            .iter()
            .map(|position| &self.records[*position])
            .collect()
    }

    /// Returns the first observation of `metric` at `place`.
    pub fn first(&self, place: &Place, metric: Metric) -> Option<&Record> {
        let position = self.index.get(&(place.clone(), metric))?.first()?;
        self.records.get(*position)
    }

    /// Returns the words observed first at `place`.
    pub fn text(&self, place: &Place, metric: Metric) -> Option<&str> {
        self.first(place, metric)?.text()
    }

    /// Returns the number observed first at `place`.
    pub fn number(&self, place: &Place, metric: Metric) -> Option<u64> {
        self.first(place, metric)?.number()
    }

    /// Returns the first observation of `metric` of a program without a problem size, whatever had been prepared.
    pub fn observed(&self, poc: &str, cell: &str, sample: &str, metric: Metric) -> Option<&Record> {
        let phases = [Phase::Cold, Phase::Warm, Phase::Still];
        phases.into_iter().find_map(|phase| {
            let place = Place {
                phase,
                ..Place::sample(poc, cell, sample)
            };
            self.first(&place, metric)
        })
    }

    /// Returns the output that `metric` (stdout or stderr) at `place` names.
    pub fn output(&self, place: &Place, metric: Metric) -> Option<&[u8]> {
        self.blobs.get(self.text(place, metric)?).map(Vec::as_slice)
    }

    /// Returns the numbers of the steps in which anything was observed at `place`, sorted.
    pub fn steps(&self, place: &Place) -> Vec<u64> {
        let records = self.index.iter().filter(|((there, _), _)| there == place);
        let mut steps: Vec<u64> = records
            .flat_map(|(_, positions)| positions)
            .map(|position| self.records[*position].step)
            .collect();
        steps.sort_unstable();
        steps.dedup();
        steps
    }

    /// Returns the places at which anything was observed, sorted.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        let mut before: Option<&Place> = None;
        self.index
            .keys()
            .map(|(place, _)| place)
            .filter(move |place| before.replace(place) != Some(place))
    }

    /// Returns the times of all speed programs, computed once.
    pub fn speed(&self) -> &[SpeedRow] {
        self.speed.get_or_init(|| speed::rows(self))
    }
}

/// The cells, and what is known of them.
impl Evidence {
    /// Returns the cells that were to be measured, in the order of the matrix.
    pub fn cells(&self) -> &[CellPrint] {
        self.fingerprint
            .as_ref()
            .map_or(&[], |fingerprint| &fingerprint.cells)
    }

    /// Returns the cell of that name.
    pub fn cell(&self, name: &str) -> Option<&CellPrint> {
        self.cells().iter().find(|cell| cell.name == name)
    }

    /// Returns the python3 that all others are compared with.
    pub fn oracle(&self) -> Option<&CellPrint> {
        self.cells().iter().find(|cell| cell.role == Role::Oracle)
    }

    /// Returns the oracle's second self.
    pub fn control(&self) -> Option<&CellPrint> {
        self.cells().iter().find(|cell| cell.role == Role::Control)
    }

    /// Returns the cells that take part in a `PoC`, in the order of the matrix. The oracle takes part in all.
    pub fn cells_of(&self, poc: &str) -> impl Iterator<Item = &CellPrint> {
        self.cells()
            .iter()
            .filter(move |cell| takes_part(poc, cell))
    }

    /// Returns the cells that a `PoC` judges, in the order of the matrix.
    pub fn candidates(&self, poc: &str) -> impl Iterator<Item = &CellPrint> {
        self.cells_of(poc)
            .filter(|cell| cell.role == Role::Candidate)
    }

    /// Returns the builds that a `PoC` tries as the paper did, in the order of the matrix.
    pub fn attempts(&self, poc: &str) -> impl Iterator<Item = &CellPrint> {
        self.cells_of(poc).filter(|cell| cell.role == Role::Attempt)
    }

    /// Returns the build of `tier` that the paper measured, where it takes part in the `PoC`.
    pub fn as_paper(&self, poc: &str, tier: &str) -> Option<&CellPrint> {
        self.candidates(poc)
            .find(|cell| cell.tier == tier && cell.as_paper)
    }

    /// Returns the cell of a `PoC` that `name` means: a cell's name, or a tier's (`full`, `light`), which stands for the
    /// build that the paper measured, or else for the first one of that tier.
    pub fn named(&self, poc: &str, name: &str) -> Option<&CellPrint> {
        self.cells_of(poc)
            .find(|cell| cell.name == name)
            .or_else(|| self.as_paper(poc, name))
            .or_else(|| self.candidates(poc).find(|cell| cell.tier == name))
    }

    /// Returns what the cell's interpreter says of itself.
    pub fn version(&self, poc: &str, cell: &str) -> Option<&str> {
        self.text(&Place::itself(poc, cell), Metric::Version)
    }

    /// Returns what the cell's interpreter says of itself in the first `PoC` in which it was asked.
    pub fn said(&self, cell: &str) -> Option<&str> {
        poc::ALL.iter().find_map(|poc| self.version(poc.id, cell))
    }

    /// Says whether anything was observed for a `PoC`.
    pub fn ran(&self, poc: &str) -> bool {
        self.places().any(|place| place.poc == poc)
    }

    /// Returns the names of the programs whose output a `PoC` compares: those that the fingerprint names, and those that
    /// ran.
    pub fn samples(&self, poc: &str) -> Vec<String> {
        let families = poc::find(poc).map_or(&[][..], |poc| poc.families);
        self.of_families(families, |place| place.poc == poc)
    }

    /// Returns the names of the idiom samples: those that the fingerprint names, and those that ran.
    pub fn idioms(&self) -> Vec<String> {
        self.of_families(&[IDIOMS], |_| true)
    }

    /// Returns the names of the probes that ran, for instance `divergences/value/silent_values`.
    pub fn probes(&self) -> Vec<String> {
        let ran = self.printing().map(|place| place.sample.as_str());
        sorted(
            ran.filter(|sample| sample.starts_with(PROBES))
                .map(str::to_owned),
        )
    }

    fn of_families(&self, families: &[Family], which: impl Fn(&Place) -> bool) -> Vec<String> {
        let inputs = self
            .fingerprint
            .iter()
            .flat_map(|fingerprint| fingerprint.inputs.keys());
        let named =
            inputs.flat_map(|path| families.iter().filter_map(|family| family.name_of(path)));
        let ran = self.printing().filter(|place| which(place));
        let ran = ran.filter(|place| families.iter().any(|family| family.holds(&place.sample)));
        sorted(named.chain(ran.map(|place| place.sample.clone())))
    }

    /// The places of programs whose output was kept: those that take no problem size.
    fn printing(&self) -> impl Iterator<Item = &Place> {
        let places = self
            .index
            .keys()
            .filter(|(_, metric)| *metric == Metric::Stdout);
        places
            .map(|(place, _)| place)
            .filter(|place| place.m.is_none() && place.sample != CELL_ITSELF)
    }
}

fn takes_part(poc: &str, cell: &CellPrint) -> bool {
    cell.role == Role::Oracle || cell.pocs.iter().any(|id| id == poc)
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    names
}

/// Only the outputs of samples and of the self-containment attempt are shown; a speed program's checksum is compared
/// by its digest alone.
fn names_a_shown_blob(record: &Record) -> bool {
    record.subject.m.is_none() && matches!(record.metric, Metric::Stdout | Metric::Stderr)
}

fn place_of(record: &Record) -> Place {
    let subject = &record.subject;
    Place {
        poc: subject.poc.clone(),
        cell: subject.cell.clone(),
        sample: subject.sample.clone(),
        m: subject.m,
        phase: subject.phase,
    }
}

pub(crate) fn repetition(record: &Record) -> (u32, u32) {
    (record.subject.process, record.subject.iteration)
}

#[cfg(test)]
mod tests;
