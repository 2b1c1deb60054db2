//! The cells of a run, and what is known of them.

use record::{CellPrint, Metric, Role};

use super::{CELL_ITSELF, Evidence, Place};
use crate::poc::{self, Family, IDIOMS};

/// How the names of probes begin.
const PROBES: &str = "divergences/";

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

    /// Returns the python3 that `cell` is compared with: the one that it names, or else the first.
    pub fn oracle_of(&self, cell: &CellPrint) -> Option<&CellPrint> {
        match &cell.oracle {
            Some(name) => self.cell(name),
            None => self.oracle(),
        }
    }

    /// Returns how the oracle of `cell` is called where that is not the first: by what it says of itself, or else by its
    /// name.
    pub fn other_oracle<'a>(&'a self, cell: &'a CellPrint) -> Option<&'a str> {
        let name = cell.oracle.as_deref()?;
        Some(self.said(name).unwrap_or(name))
    }

    /// Returns how the oracle of `cell` is called beside what it printed.
    pub(crate) fn measure<'a>(&'a self, cell: &'a CellPrint) -> &'a str {
        self.other_oracle(cell).unwrap_or("CPython")
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

    /// Returns what the cell's interpreter says of itself in the first `PoC` in which it was asked, beside the peers or with a suite.
    pub fn said(&self, cell: &str) -> Option<&str> {
        let mut pocs = poc::ALL.iter().chain([poc::PEERS, poc::SUITE]);
        pocs.find_map(|poc| self.version(poc.id, cell))
    }

    /// Returns the largest resident set over a cell's runs of the programs whose output a `PoC` compares.
    pub(crate) fn peak_memory(&self, poc: &str, cell: &str) -> Option<u64> {
        let families = poc::find(poc)?.families;
        let asked = |place: &&Place| {
            place.poc == poc
                && place.cell == cell
                && families.iter().any(|family| family.holds(&place.sample))
        };
        let places = self.printing().filter(asked);
        let records = places.flat_map(|place| self.at(place, Metric::PeakMemory));
        records.filter_map(record::Record::number).max()
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

    /// Returns the programs whose text was kept for a `PoC`: their names, and the text.
    pub fn sources(&self, poc: &str) -> impl Iterator<Item = (&str, &[u8])> {
        let kept = self
            .index
            .keys()
            .filter(move |(place, metric)| *metric == Metric::Source && place.poc == poc);
        kept.filter_map(|(place, metric)| {
            Some((place.sample.as_str(), self.output(place, *metric)?))
        })
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
