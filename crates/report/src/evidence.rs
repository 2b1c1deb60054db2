//! What a run left, ready to be asked.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use record::{
    CorpusScore, FaultTrials, Fingerprint, Folder, FolderError, Metric, PEERS, Phase, Rebuild,
    Record, SECOND, SUITE,
};

use crate::speed::{self, SpeedRow};

mod cells;

/// The sample name under which a cell's own observations stand.
const CELL_ITSELF: &str = "-";

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
    scores: Vec<CorpusScore>,
    faults: Vec<FaultTrials>,
    rebuilds: Vec<Rebuild>,
    peers: Option<Box<Evidence>>,
    suite: Option<Box<Evidence>>,
    second: Option<Box<Evidence>>,
}

impl Evidence {
    /// Gathers what lies in the results folder `dir`, the comparison with peers and a second run included.
    pub fn load(dir: &Path) -> Result<Self, EvidenceError> {
        let within = |name| {
            let folder = dir.join(name);
            let has_records = folder.join("records.jsonl").exists();
            has_records.then(|| Self::load_run(&folder)).transpose()
        };
        Ok(Self::load_run(dir)?
            .with_peers(within(PEERS)?)
            .with_suite(within(SUITE)?)
            .with_second(within(SECOND)?))
    }

    fn load_run(dir: &Path) -> Result<Self, EvidenceError> {
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
        )
        .with_scores(record::read_scores(dir)?)
        .with_faults(record::read_faults(dir)?)
        .with_rebuilds(record::read_rebuilds(dir)?))
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
            scores: Vec::new(),
            faults: Vec::new(),
            rebuilds: Vec::new(),
            peers: None,
            suite: None,
            second: None,
        }
    }

    /// Adds the comparison with peers, which is a run of its own.
    #[must_use]
    pub fn with_peers(mut self, peers: Option<Self>) -> Self {
        self.peers = peers.map(Box::new);
        self
    }

    /// The same with the programs of a suite.
    #[must_use]
    pub fn with_suite(mut self, suite: Option<Self>) -> Self {
        self.suite = suite.map(Box::new);
        self
    }

    /// Returns the programs of a suite; none where they were not run.
    pub fn suite(&self) -> Option<&Self> {
        self.suite.as_deref()
    }

    /// The same with a second run, where there is one.
    #[must_use]
    pub fn with_second(mut self, second: Option<Self>) -> Self {
        self.second = second.map(Box::new);
        self
    }

    /// Returns the second run; none where there is none.
    pub fn second(&self) -> Option<&Self> {
        self.second.as_deref()
    }

    /// Returns the comparison with peers; none where it was not run.
    pub fn peers(&self) -> Option<&Self> {
        self.peers.as_deref()
    }

    /// Adds how the dispatcher did over corpora.
    #[must_use]
    pub fn with_scores(mut self, scores: Vec<CorpusScore>) -> Self {
        self.scores = scores;
        self
    }

    /// Returns how the dispatcher did over corpora, in the order in which they were scored.
    pub fn scores(&self) -> &[CorpusScore] {
        &self.scores
    }

    /// The same with what was done to the project's own work.
    #[must_use]
    pub fn with_faults(mut self, faults: Vec<FaultTrials>) -> Self {
        self.faults = faults;
        self
    }

    /// Returns what was done to the project's own work, by kind.
    pub fn faults(&self) -> &[FaultTrials] {
        &self.faults
    }

    /// The same with programs that were built twice.
    #[must_use]
    pub fn with_rebuilds(mut self, rebuilds: Vec<Rebuild>) -> Self {
        self.rebuilds = rebuilds;
        self
    }

    /// Returns the programs that were built twice, sorted by name.
    pub fn rebuilds(&self) -> &[Rebuild] {
        &self.rebuilds
    }

    /// Returns evidence of nothing, for when nothing was measured yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// Returns what was measured on what; none where nothing was measured yet.
    pub fn fingerprint(&self) -> Option<&Fingerprint> {
        self.fingerprint.as_ref()
    }

    /// Says whether it was a quick run.
    pub fn is_quick(&self) -> bool {
        self.fingerprint()
            .is_some_and(|fingerprint| fingerprint.settings.quick)
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

/// Only the outputs of samples and of the self-containment attempt are shown, and the texts and tables that were kept; a speed
/// program's checksum is compared by its digest alone. What is said of a program that cannot be run is shown of a peer, and of
/// those of a suite.
fn names_a_shown_blob(record: &Record) -> bool {
    let subject = &record.subject;
    match record.metric {
        Metric::Stdout | Metric::Stderr => {
            subject.m.is_none() || [PEERS, SUITE].contains(&subject.poc.as_str())
        }
        Metric::Source | Metric::Profile => true,
        _ => false,
    }
}

/// Returns where a record belongs.
pub(crate) fn place_of(record: &Record) -> Place {
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
