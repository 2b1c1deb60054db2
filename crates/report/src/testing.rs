//! A run made up for tests: it starts as the paper tells it, and a test changes what it is about.

use std::collections::{BTreeMap, BTreeSet};

use record::{CellPrint, CorpusScore, Fingerprint, Metric, PEERS, SUITE};

use crate::Evidence;
use crate::claims::SAMPLES;
use fingerprint::fingerprint;
use log::Log;

pub(crate) use corpora::score;
pub(crate) use more::More;
pub(crate) use peers::{PEER, SUBSET, peers};
pub(crate) use suite::suite;

mod corpora;
mod fingerprint;
mod log;
mod more;
mod peers;
mod suite;

pub(crate) const ORACLE: &str = "python3-x86_64";
pub(crate) const CONTROL: &str = "python3-again-x86_64";
pub(crate) const FULL: &str = "full-static-x86_64";
pub(crate) const LIGHT: &str = "light-stock-x86_64";
pub(crate) const STANDALONE: &str = "light-standalone-x86_64";
pub(crate) const SHARED: &str = "full-shared-x86_64";
pub(crate) const PLAIN: &str = "full-plain-x86_64";
pub(crate) const OTHER_ORACLE: &str = "python3.11-x86_64";
pub(crate) const LIGHT_AARCH64: &str = "light-standalone-aarch64";
pub(crate) const LIGHT_WASI: &str = "light-standalone-wasm32-wasip1";
/// The same file as [`LIGHT_WASI`]'s on another engine.
pub(crate) const LIGHT_NODE: &str = "light-node-wasm32-wasip1";
/// Compared with [`OTHER_ORACLE`].
pub(crate) const FULL_AARCH64: &str = "full-debian-aarch64";
pub(crate) const FULL_WASI: &str = "full-component-wasm32-wasip1";
pub(crate) const ATTEMPT_AARCH64: &str = "full-attempt-aarch64";
pub(crate) const ATTEMPT_WASI: &str = "full-attempt-wasm32-wasip1";
pub(crate) const ABC: &str = "04_abc_abstractmethod";
pub(crate) const MESSAGE_PROBE: &str = "divergences/wording/abstract_class_message";
/// What CPython 3.11 prints otherwise than CPython 3.12.
pub(crate) const VERSIONED: &str = "20_eval_exec_namespace";
pub(crate) const VALUE_PROBE: &str = "divergences/value/silent_values";

/// What one program did on one cell.
#[derive(Clone, Debug)]
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) status: u64,
    pub(crate) peak_bytes: u64,
}

/// The times of a series in milliseconds, and what was printed.
#[derive(Clone, Debug)]
pub(crate) struct Timed {
    pub(crate) walls_ms: Vec<f64>,
    pub(crate) stdout: String,
    /// It is recorded where it is something.
    pub(crate) stderr: String,
    pub(crate) status: u64,
}

/// A cell's own observations.
#[derive(Clone, Debug)]
pub(crate) struct Itself {
    pub(crate) outcome: String,
    pub(crate) detail: String,
    pub(crate) version: String,
    pub(crate) size_bytes: u64,
    /// Recorded where it was measured.
    pub(crate) installed_bytes: Option<u64>,
    pub(crate) needed: String,
    /// What a WebAssembly program asks of its host; then it names no dynamic libraries.
    pub(crate) imports: Option<String>,
    pub(crate) self_contained: u64,
    pub(crate) complaint: String,
}

/// The run.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) fingerprint: Fingerprint,
    pub(crate) ran: BTreeMap<(String, String), Ran>,
    pub(crate) timed: BTreeMap<(String, u64, String), Timed>,
    pub(crate) cells: BTreeMap<String, Itself>,
    /// The `PoC`s that were run.
    pub(crate) pocs: BTreeSet<String>,
    /// What only one `PoC` observes.
    pub(crate) more: Vec<More>,
    /// How the dispatcher did over corpora.
    pub(crate) scores: Vec<CorpusScore>,
    pub(crate) finished: bool,
}

impl Run {
    /// A run in which everything is as the paper says.
    pub(crate) fn as_told() -> Self {
        let mut run = Self {
            fingerprint: fingerprint(),
            ran: BTreeMap::new(),
            timed: BTreeMap::new(),
            cells: BTreeMap::new(),
            pocs: crate::poc::ALL
                .iter()
                .map(|poc| poc.id.to_owned())
                .collect(),
            more: more::as_told(),
            scores: corpora::as_told(),
            finished: true,
        };
        for cell in [ORACLE, CONTROL, FULL, LIGHT, STANDALONE, SHARED, PLAIN] {
            run.add_programs(cell);
            run.add_times(cell);
            run.cells.insert(cell.into(), itself(cell));
        }
        for cell in [
            OTHER_ORACLE,
            LIGHT_AARCH64,
            LIGHT_WASI,
            LIGHT_NODE,
            FULL_AARCH64,
            FULL_WASI,
        ] {
            run.add_programs(cell);
            run.cells.insert(cell.into(), itself(cell));
        }
        for cell in [OTHER_ORACLE, FULL_AARCH64] {
            run.prints(cell, VERSIONED, "as 3.11 prints it\n");
        }
        run.keeps_source(
            VALUE_PROBE,
            "\"\"\"Values differ\n\nprovenance: own campaign\n\"\"\"\n",
        );
        run.keeps_source(
            MESSAGE_PROBE,
            "\"\"\"Words differ\n\nprovenance: own campaign\n\"\"\"\n",
        );
        let attempts = [
            (ATTEMPT_AARCH64, more::WITHOUT_LIBPYTHON),
            (ATTEMPT_WASI, more::WITHOUT_VERSION),
        ];
        for (cell, output) in attempts {
            let blocked = Itself {
                outcome: "blocked".into(),
                detail: output.into(),
                ..itself(cell)
            };
            run.cells.insert(cell.into(), blocked);
        }
        run
    }

    /// A run that has only begun: the fingerprint is there, and no record.
    pub(crate) fn begun() -> Self {
        let told = Self::as_told();
        let (ran, timed, cells) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self {
            ran,
            timed,
            cells,
            more: Vec::new(),
            scores: Vec::new(),
            finished: false,
            ..told
        }
    }

    /// Takes away everything that a `PoC` observed.
    pub(crate) fn without(&mut self, poc: &str) {
        self.pocs.remove(poc);
    }

    /// Returns what the fingerprint says of a cell, to be changed.
    pub(crate) fn print_of(&mut self, cell: &str) -> &mut CellPrint {
        let mut cells = self.fingerprint.cells.iter_mut();
        cells
            .find(|print| print.name == cell)
            .expect("a cell of the fingerprint")
    }

    fn add_programs(&mut self, cell: &str) {
        let light = cell.starts_with("light");
        for sample in SAMPLES {
            self.prints(cell, sample, &format!("{sample}\n"));
        }
        let guard = if light { "False" } else { "True" };
        self.prints(
            cell,
            ABC,
            &format!("Square: 9\nRect: 10\nabstract guard: {guard}\n"),
        );
        let message = if light {
            "class Shape without an implementation for abstract method 'area'"
        } else {
            "Can't instantiate abstract class Shape without an implementation for abstract method"
        };
        self.prints(cell, MESSAGE_PROBE, &format!("TypeError\n{message}\n"));
        let values = if light {
            "0.9999999999999999 {3, 1, 2} 2.68 True|\n"
        } else {
            "1.0 {1, 2, 3} 2.67     1|\n"
        };
        self.prints(cell, VALUE_PROBE, values);
    }

    fn add_times(&mut self, cell: &str) {
        let table = [
            ("startup", 1, [11.4, 6.7, 28.7]),
            ("pure", 300_000, [27.8, 21.1, 82.5]),
            ("pure", 1_000_000, [66.3, 55.2, 206.2]),
            ("dynamic", 100_000, [126.0, 86.7, 734.5]),
        ];
        for (work, m, [python3, full, light]) in table {
            let median = match cell {
                FULL => full,
                SHARED => python3 * 0.9,
                PLAIN => full * 1.1,
                LIGHT | STANDALONE => light,
                _ => python3,
            };
            let salt = cell.bytes().map(f64::from).sum::<f64>();
            self.takes(
                cell,
                work,
                m,
                (0..20).map(|round| median * jitter(f64::from(round), salt)),
            );
        }
    }

    /// Lets a program print `stdout` on `cell` and end well.
    pub(crate) fn prints(&mut self, cell: &str, sample: &str, stdout: &str) {
        let ran = Ran {
            stdout: stdout.into(),
            stderr: String::new(),
            status: 0,
            peak_bytes: 20 << 20,
        };
        self.ran.insert((cell.into(), sample.into()), ran);
    }

    /// Lets the run keep the text of a program that it ran.
    pub(crate) fn keeps_source(&mut self, sample: &str, source: &str) {
        let same = |more: &More| more.metric == Metric::Source && more.sample == sample;
        self.more.retain(|more| !same(more));
        self.more.push(More::source(sample, source));
    }

    /// Lets a program end in `status` on `cell`.
    pub(crate) fn ends(&mut self, cell: &str, sample: &str, status: u64, stderr: &str) {
        let ran = self
            .ran
            .get_mut(&(cell.into(), sample.into()))
            .expect("a program that ran");
        ran.status = status;
        ran.stderr = stderr.into();
    }

    /// Lets a speed program take these times on `cell`, one a round.
    pub(crate) fn takes(
        &mut self,
        cell: &str,
        work: &str,
        m: u64,
        walls_ms: impl IntoIterator<Item = f64>,
    ) {
        let walls_ms = walls_ms.into_iter().collect();
        let timed = Timed {
            walls_ms,
            stdout: format!("{work} {m}\n"),
            stderr: String::new(),
            status: 0,
        };
        self.timed.insert((work.into(), m, cell.into()), timed);
    }

    /// Lets a cell take `factor` times as long as it did.
    pub(crate) fn slows(&mut self, cell: &str, work: &str, m: u64, factor: f64) {
        let timed = self.times(cell, work, m);
        for wall in &mut timed.walls_ms {
            *wall *= factor;
        }
    }

    /// Returns a series, to be changed.
    pub(crate) fn times(&mut self, cell: &str, work: &str, m: u64) -> &mut Timed {
        self.timed
            .get_mut(&(work.into(), m, cell.into()))
            .expect("a series that was measured")
    }

    /// Returns a cell's own observations, to be changed.
    pub(crate) fn cell(&mut self, cell: &str) -> &mut Itself {
        self.cells.get_mut(cell).expect("a cell of the run")
    }

    /// Takes away everything that was observed on `cell`, and lets its outcome be `not-provisioned`.
    pub(crate) fn lacks(&mut self, cell: &str, help: &str) {
        self.ran.retain(|(there, _), _| there != cell);
        self.timed.retain(|(_, _, there), _| there != cell);
        self.more.retain(|more| more.cell != cell);
        let itself = self.cell(cell);
        itself.outcome = "not-provisioned".into();
        itself.detail = help.into();
    }

    /// Puts the run into records.
    pub(crate) fn evidence(&self) -> Evidence {
        let mut log = Log::new(&self.fingerprint);
        for poc in &self.pocs {
            self.tell(poc, &mut log);
        }
        let Log { records, blobs, .. } = log;
        Evidence::new(self.fingerprint.clone(), records, self.finished, blobs)
            .with_scores(self.scores.clone())
    }

    /// Lets one `PoC` record what it observes of what happened.
    fn tell(&self, poc: &str, log: &mut Log<'_>) {
        log.poc = poc.into();
        let cells: Vec<&str> = self
            .fingerprint
            .cells
            .iter()
            .filter(|cell| cell.name == ORACLE || cell.pocs.iter().any(|id| id == poc))
            .map(|cell| cell.name.as_str())
            .collect();
        for (cell, itself) in &self.cells {
            if cells.contains(&cell.as_str()) {
                log.itself(cell, itself);
            }
        }
        let samples = ["3", "4.5", "5", "6", "7", "8", PEERS, SUITE].contains(&poc);
        for ((cell, sample), ran) in &self.ran {
            let probe = sample.contains('/');
            if samples && cells.contains(&cell.as_str()) && (!probe || poc == "7") {
                log.ran(cell, sample, ran);
            }
        }
        for ((work, m, cell), times) in &self.timed {
            // A few suffice where not every program is asked for.
            let asked = match poc {
                "4.5" => ["startup", "dynamic"].contains(&work.as_str()),
                "3" | "5" => *m <= 300_000 && work != "dynamic",
                _ => true,
            };
            if samples && asked && cells.contains(&cell.as_str()) {
                log.timed((work, *m), cell, times);
            }
        }
        for more in self.more.iter().filter(|more| more.poc == poc) {
            log.more(more);
        }
    }
}

/// A steady wobble of two percent either way, another one for each cell.
fn jitter(round: f64, salt: f64) -> f64 {
    1.0 + 0.02 * ((round + salt) * 12.9898).sin()
}

fn itself(cell: &str) -> Itself {
    let (version, size_bytes, needed, self_contained) = match cell {
        FULL | PLAIN | FULL_WASI => ("CPython 3.12.3", 8_400_000, "libc.so.6\nlibm.so.6", 0),
        LIGHT | STANDALONE | LIGHT_AARCH64 | LIGHT_WASI | LIGHT_NODE => {
            ("RustPython 3.14.0alpha", 35_425_208, "libc.so.6", 1)
        }
        OTHER_ORACLE | FULL_AARCH64 => ("CPython 3.11.2", 6_800_000, "libc.so.6", 0),
        _ => (
            "CPython 3.12.3",
            14_000,
            "libc.so.6\nlibpython3.12.so.1.0",
            0,
        ),
    };
    let imports = cell.ends_with("wasip1").then(|| {
        let names = ["fd_read", "fd_write", "random_get"];
        names
            .map(|name| format!("wasi_snapshot_preview1.{name}"))
            .join("\n")
    });
    Itself {
        outcome: "result".into(),
        detail: String::new(),
        version: version.into(),
        size_bytes,
        installed_bytes: None,
        needed: needed.into(),
        imports,
        self_contained,
        complaint: String::new(),
    }
}
