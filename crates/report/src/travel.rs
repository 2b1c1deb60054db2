//! Does a program print elsewhere what it prints at home?

use std::collections::BTreeMap;

use record::{CellPrint, Metric};

use crate::difference;
use crate::evidence::{Evidence, Place};

/// The `PoC` that takes the samples to every target.
pub const POC: &str = "8";

/// The samples on the cells of one tier: at home, and elsewhere.
#[derive(Clone, Debug)]
pub struct Travel<'a> {
    /// The cell on the machine's own target.
    pub home: &'a CellPrint,
    /// The cells on other targets or engines, in the order of the matrix.
    pub elsewhere: Vec<&'a CellPrint>,
    /// One row for each sample.
    pub rows: Vec<TravelRow<'a>>,
}

/// What one sample printed.
#[derive(Clone, Debug)]
pub struct TravelRow<'a> {
    /// The sample.
    pub sample: String,
    /// SHA-256 of what it printed on the oracle.
    pub oracle: Option<&'a str>,
    /// SHA-256 of what it printed at home.
    pub home: Option<&'a str>,
    /// The same elsewhere, cell by cell.
    pub elsewhere: Vec<Option<&'a str>>,
}

/// Returns where the samples went on a tier; none where it has no cell at home.
pub fn travel<'a>(evidence: &'a Evidence, tier: &str) -> Option<Travel<'a>> {
    let home = home(evidence, tier)?;
    let cells = evidence.candidates(POC);
    let elsewhere: Vec<&CellPrint> = cells
        .filter(|cell| cell.tier == tier && cell.target != home.target)
        .collect();
    let rows = evidence.samples(POC).into_iter().map(|sample| {
        let printed = |cell: &CellPrint| printed(evidence, cell, &sample);
        TravelRow {
            oracle: evidence.oracle_of(home).and_then(printed),
            home: printed(home),
            elsewhere: elsewhere.iter().map(|cell| printed(cell)).collect(),
            sample: sample.clone(),
        }
    });
    Some(Travel {
        home,
        rows: rows.collect(),
        elsewhere: elsewhere.clone(),
    })
}

/// Returns the cell of a tier on the machine's own target.
pub fn home<'a>(evidence: &'a Evidence, tier: &str) -> Option<&'a CellPrint> {
    let here = &evidence.fingerprint()?.machine.architecture;
    evidence
        .candidates(POC)
        .find(|cell| cell.tier == tier && cell.target == *here)
}

fn printed<'a>(evidence: &'a Evidence, cell: &CellPrint, sample: &str) -> Option<&'a str> {
    evidence.text(&Place::sample(POC, &cell.name, sample), Metric::Stdout)
}

/// Returns the difference between what a sample printed on two cells as a unified diff.
pub fn diff(evidence: &Evidence, sample: &str, cells: [&CellPrint; 2]) -> Option<String> {
    let [home, there] =
        cells.map(|cell| evidence.output(&Place::sample(POC, &cell.name, sample), Metric::Stdout));
    let names = (cells[0].name.as_str(), cells[1].name.as_str());
    Some(difference::unified_named(home?, there?, names))
}

/// One WebAssembly file that more than one engine ran.
#[derive(Clone, Debug)]
pub struct Shared<'a> {
    /// SHA-256 of the file.
    pub sha256: &'a str,
    /// The cells whose program it is.
    pub cells: Vec<&'a CellPrint>,
    /// The samples that ran on all of these cells, and whether they printed the same bytes on all of them.
    pub samples: Vec<(String, bool)>,
}

/// Returns the WebAssembly files that more than one cell ran, by their SHA-256.
pub fn shared(evidence: &Evidence) -> Vec<Shared<'_>> {
    let mut files: BTreeMap<&str, Vec<&CellPrint>> = BTreeMap::new();
    let binaries = evidence.fingerprint().map(|print| &print.binaries);
    for cell in evidence.candidates(POC) {
        let binary = binaries.and_then(|binaries| binaries.get(&cell.name));
        if let Some(binary) = binary.filter(|_| cell.target.starts_with("wasm")) {
            files.entry(&binary.sha256).or_default().push(cell);
        }
    }
    let files = files.into_iter().filter(|(_, cells)| cells.len() > 1);
    let shared = files.map(|(sha256, cells)| Shared {
        sha256,
        samples: compared(evidence, &cells),
        cells,
    });
    shared.collect()
}

fn compared(evidence: &Evidence, cells: &[&CellPrint]) -> Vec<(String, bool)> {
    let samples = evidence.samples(POC).into_iter();
    let compared = samples.filter_map(|sample| {
        let all = cells.iter().map(|cell| printed(evidence, cell, &sample));
        let all: Vec<&str> = all.collect::<Option<_>>()?;
        let same = all.windows(2).all(|pair| pair[0] == pair[1]);
        Some((sample, same))
    });
    compared.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{LIGHT_AARCH64, LIGHT_NODE, LIGHT_WASI, Run, STANDALONE};

    const SAMPLE: &str = "14_namedtuple";

    fn names<'a>(cells: &[&'a CellPrint]) -> Vec<&'a str> {
        cells.iter().map(|cell| cell.name.as_str()).collect()
    }

    #[test]
    fn each_sample_stands_beside_itself_at_home() {
        let mut run = Run::as_told();
        run.prints(LIGHT_AARCH64, SAMPLE, "elsewhere\n");
        let evidence = run.evidence();
        let travel = travel(&evidence, "light").unwrap();
        assert_eq!(travel.home.name, STANDALONE);
        let elsewhere = [LIGHT_AARCH64, LIGHT_WASI, LIGHT_NODE];
        assert_eq!(names(&travel.elsewhere), elsewhere);
        assert_eq!(travel.rows.len(), 20);
        let row = |sample: &str| travel.rows.iter().find(|row| row.sample == sample).unwrap();
        let other = row(SAMPLE);
        assert_eq!(other.home, other.oracle);
        assert_ne!(other.elsewhere[0], other.home);
        assert_eq!(other.elsewhere[1..], [other.home; 2]);
        let cells = [travel.home, travel.elsewhere[0]];
        let diff = diff(&evidence, SAMPLE, cells).unwrap();
        assert!(diff.contains("-14_namedtuple\n+elsewhere\n"), "{diff}");
    }

    #[test]
    fn without_a_cell_at_home_nothing_travels() {
        let mut run = Run::as_told();
        run.fingerprint.machine.architecture = "riscv64".into();
        assert!(travel(&run.evidence(), "light").is_none());
        assert!(travel(&Evidence::none(), "light").is_none());
    }

    #[test]
    fn one_file_under_two_engines_is_found_by_its_digest() {
        let mut run = Run::as_told();
        let evidence = run.evidence();
        let files = shared(&evidence);
        assert_eq!(files.len(), 1);
        assert_eq!(names(&files[0].cells), [LIGHT_WASI, LIGHT_NODE]);
        assert_eq!(files[0].samples.len(), 20);
        assert!(files[0].samples.iter().all(|(_, same)| *same));
        run.prints(LIGHT_NODE, SAMPLE, "on another engine\n");
        let evidence = run.evidence();
        let apart = shared(&evidence);
        let apart = apart[0].samples.iter().filter(|(_, same)| !same);
        assert_eq!(apart.collect::<Vec<_>>(), [&(SAMPLE.to_owned(), false)]);
        let node = run.fingerprint.binaries.get_mut(LIGHT_NODE).unwrap();
        node.sha256 = "another file".into();
        assert!(shared(&run.evidence()).is_empty());
    }
}
