//! What is it that one would carry to another machine?

use record::{CellPrint, Metric, Role};

use crate::evidence::{Evidence, Place};
use crate::poc;

/// The field of a build's record that names the files that run the program where the machine itself cannot.
pub(crate) const RUNNER: &str = "runner";

/// One cell's program, as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortabilityRow {
    /// The cell.
    pub cell: CellPrint,
    /// The file's size.
    pub size_bytes: Option<u64>,
    /// The size of all that has to be installed for it to run Python, where that was measured.
    pub installed_bytes: Option<u64>,
    /// The dynamic libraries that it names, sorted.
    pub needed: Option<Vec<String>>,
    /// The functions that a WebAssembly program asks of its host, as `module.name`, sorted.
    pub imports: Option<Vec<String>>,
    /// The largest resident set over the runs of the `PoC`'s samples. Of a program that something else runs (an engine, an
    /// emulator) it is that one's, with the program inside.
    pub peak_memory_bytes: Option<u64>,
    /// Whether it printed the right bytes where nothing else was there.
    pub self_contained: Option<bool>,
    /// What it wrote to stderr there.
    pub complaint: Option<String>,
    /// What its interpreter says of itself.
    pub version: Option<String>,
}

/// Returns the row of each cell that has a program, in the order of the matrix.
pub fn rows(evidence: &Evidence, poc: &str) -> Vec<PortabilityRow> {
    evidence
        .cells_of(poc)
        .filter(|cell| cell.role != Role::Attempt)
        .map(|cell| row(evidence, poc, cell))
        .collect()
}

/// Returns the row of one cell.
pub fn row(evidence: &Evidence, poc: &str, cell: &CellPrint) -> PortabilityRow {
    let place = Place::still(poc, &cell.name);
    let names = |metric| {
        let names = evidence.text(&place, metric)?;
        Some(names.lines().map(str::to_owned).collect())
    };
    let complaint = evidence.output(&place, Metric::Stderr);
    PortabilityRow {
        cell: cell.clone(),
        size_bytes: evidence.number(&place, Metric::Size),
        installed_bytes: evidence.number(&place, Metric::Installed),
        needed: names(Metric::Needed),
        imports: names(Metric::Imports),
        peak_memory_bytes: evidence.peak_memory(poc, &cell.name),
        self_contained: evidence
            .number(&place, Metric::SelfContained)
            .map(|flag| flag == 1),
        complaint: complaint.map(|bytes| String::from_utf8_lossy(bytes).into_owned()),
        version: evidence.version(poc, &cell.name).map(str::to_owned),
    }
}

/// Returns the row of one cell over all `PoC`s: each thing where it was observed first, and the largest resident set over
/// the idiom samples.
pub fn overall(evidence: &Evidence, cell: &CellPrint) -> PortabilityRow {
    let rows = poc::ALL.iter().map(|poc| {
        let row = row(evidence, poc.id, cell);
        PortabilityRow {
            peak_memory_bytes: row.peak_memory_bytes.filter(|_| poc.compares_idioms()),
            ..row
        }
    });
    let first = PortabilityRow {
        cell: cell.clone(),
        size_bytes: None,
        installed_bytes: None,
        needed: None,
        imports: None,
        peak_memory_bytes: None,
        self_contained: None,
        complaint: None,
        version: None,
    };
    rows.fold(first, |before, row| PortabilityRow {
        cell: before.cell,
        size_bytes: before.size_bytes.or(row.size_bytes),
        installed_bytes: before.installed_bytes.or(row.installed_bytes),
        needed: before.needed.or(row.needed),
        imports: before.imports.or(row.imports),
        peak_memory_bytes: before.peak_memory_bytes.max(row.peak_memory_bytes),
        self_contained: before.self_contained.or(row.self_contained),
        complaint: before.complaint.or(row.complaint),
        version: before.version.or(row.version),
    })
}

/// Says what runs a cell's program: by the names of the files before it in its command, where its build's record has
/// them.
pub fn engine(evidence: &Evidence, cell: &CellPrint) -> String {
    let build = |name: &str| Some(&evidence.fingerprint()?.binaries.get(name)?.build);
    let Some(names) = build(&cell.name).and_then(|build| build.get(RUNNER)) else {
        return if cell.emulated {
            "an emulator".into()
        } else if cell.target.starts_with("wasm") {
            "a WebAssembly engine".into()
        } else {
            "the machine itself".into()
        };
    };
    let files = names.split_whitespace().map(|name| {
        match build(name).and_then(|build| build.get("version")) {
            None => name.to_owned(),
            Some(version) if version.starts_with(name) => version.clone(),
            Some(version) => format!("{name} ({version})"),
        }
    });
    let words = files.collect::<Vec<_>>().join(" ");
    if cell.emulated {
        format!("{words}, an emulator")
    } else {
        words
    }
}

/// Returns the size of what runs a cell's program; none where that is the machine itself, or was not recorded.
pub(crate) fn engine_bytes(evidence: &Evidence, cell: &CellPrint) -> Option<u64> {
    let binaries = &evidence.fingerprint()?.binaries;
    let names = binaries.get(&cell.name)?.build.get(RUNNER)?;
    let files = names.split_whitespace();
    files.map(|name| Some(binaries.get(name)?.size_bytes)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{FULL, LIGHT_AARCH64, LIGHT_WASI, Run};

    #[test]
    fn a_cell_is_told_over_all_pocs() {
        let mut run = Run::as_told();
        let one = (LIGHT_WASI.to_owned(), "14_namedtuple".to_owned());
        run.ran.get_mut(&one).unwrap().peak_bytes = 40 << 20;
        let evidence = run.evidence();
        let row = overall(&evidence, evidence.cell(LIGHT_WASI).unwrap());
        assert_eq!(row.peak_memory_bytes, Some(40 << 20));
        assert_eq!((row.imports.unwrap().len(), row.needed), (3, None));
        assert_eq!(row.version.as_deref(), Some("RustPython 3.14.0alpha"));
        let nothing = Run::begun().evidence();
        let row = overall(&nothing, nothing.cell(LIGHT_WASI).unwrap());
        assert_eq!((row.size_bytes, row.peak_memory_bytes), (None, None));
    }

    #[test]
    fn what_runs_a_program_is_told_as_far_as_it_is_known() {
        let mut run = Run::as_told();
        let engines = |run: &Run| {
            let evidence = run.evidence();
            [FULL, LIGHT_AARCH64, LIGHT_WASI]
                .map(|cell| engine(&evidence, evidence.cell(cell).unwrap()))
        };
        assert_eq!(
            engines(&run),
            ["the machine itself", "an emulator", "a WebAssembly engine"]
        );
        let wasi = run.fingerprint.binaries[LIGHT_WASI].clone();
        let name = |run: &mut Run, cell: &str, field: &str, value: &str| {
            let print = run.fingerprint.binaries.entry(cell.into());
            let print = print.or_insert_with(|| wasi.clone());
            print.build.insert(field.into(), value.into());
        };
        name(&mut run, LIGHT_WASI, "runner", "an-engine wasi.mjs");
        name(&mut run, "an-engine", "version", "engine 45");
        assert_eq!(engines(&run)[2], "an-engine (engine 45) wasi.mjs");
        name(&mut run, LIGHT_AARCH64, "runner", "an-emulator");
        name(&mut run, "an-emulator", "version", "an-emulator 7.2");
        assert_eq!(engines(&run)[1], "an-emulator 7.2, an emulator");
    }
}
