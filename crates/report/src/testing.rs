//! A run made up for tests: it starts as the paper tells it, and a test changes what it is about.

use std::collections::BTreeMap;

use record::{
    BinaryPrint, CellPrint, CpuPrint, Fingerprint, MachinePrint, Role, Settings, sha256_hex,
};

use crate::Evidence;
use crate::claims::SAMPLES;
use log::Log;

mod log;

pub(crate) const ORACLE: &str = "python3-x86_64";
pub(crate) const CONTROL: &str = "python3-again-x86_64";
pub(crate) const FULL: &str = "full-static-x86_64";
pub(crate) const LIGHT: &str = "light-stock-x86_64";
pub(crate) const STANDALONE: &str = "light-standalone-x86_64";
pub(crate) const ABC: &str = "04_abc_abstractmethod";
pub(crate) const MESSAGE_PROBE: &str = "divergences/wording/abstract_class_message";
pub(crate) const VALUE_PROBE: &str = "divergences/value/silent_values";

/// What one program did on one cell.
#[derive(Clone, Debug)]
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) status: u64,
}

/// The times of a series in milliseconds, and what was printed.
#[derive(Clone, Debug)]
pub(crate) struct Timed {
    pub(crate) walls_ms: Vec<f64>,
    pub(crate) stdout: String,
    pub(crate) status: u64,
}

/// A cell's own observations.
#[derive(Clone, Debug)]
pub(crate) struct Itself {
    pub(crate) outcome: String,
    pub(crate) detail: String,
    pub(crate) version: String,
    pub(crate) size_bytes: u64,
    pub(crate) needed: String,
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
            finished: true,
        };
        for cell in [ORACLE, CONTROL, FULL, LIGHT, STANDALONE] {
            run.add_programs(cell);
            run.add_times(cell);
            run.cells.insert(cell.into(), itself(cell));
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
            finished: false,
            ..told
        }
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
        };
        self.ran.insert((cell.into(), sample.into()), ran);
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
        let itself = self.cell(cell);
        itself.outcome = "not-provisioned".into();
        itself.detail = help.into();
    }

    /// Puts the run into records.
    pub(crate) fn evidence(&self) -> Evidence {
        let mut log = Log::new(&self.fingerprint);
        for (cell, itself) in &self.cells {
            log.itself(cell, itself);
        }
        for ((cell, sample), ran) in &self.ran {
            log.ran(cell, sample, ran);
        }
        for ((work, m, cell), timed) in &self.timed {
            log.timed((work, *m), cell, timed);
        }
        let Log { records, blobs, .. } = log;
        Evidence::new(self.fingerprint.clone(), records, self.finished, blobs)
    }
}

/// A steady wobble of two percent either way, another one for each cell.
fn jitter(round: f64, salt: f64) -> f64 {
    1.0 + 0.02 * ((round + salt) * 12.9898).sin()
}

fn itself(cell: &str) -> Itself {
    let (version, size_bytes, needed, self_contained) = match cell {
        FULL => ("CPython 3.12.3", 8_400_000, "libc.so.6\nlibm.so.6", 0),
        LIGHT | STANDALONE => ("RustPython 3.14.0alpha", 35_425_208, "libc.so.6", 1),
        _ => (
            "CPython 3.12.3",
            14_000,
            "libc.so.6\nlibpython3.12.so.1.0",
            0,
        ),
    };
    Itself {
        outcome: "result".into(),
        detail: String::new(),
        version: version.into(),
        size_bytes,
        needed: needed.into(),
        self_contained,
        complaint: String::new(),
    }
}

fn fingerprint() -> Fingerprint {
    let cell = |name: &str, tier: &str, build: &str, role, as_paper| CellPrint {
        name: name.into(),
        tier: tier.into(),
        build: build.into(),
        target: "x86_64".into(),
        role,
        as_paper,
    };
    let inputs = SAMPLES.map(|sample| (format!("samples/idioms/{sample}.py"), sha256_hex(b"")));
    let binary = |size_bytes| BinaryPrint {
        sha256: sha256_hex(b"binary"),
        size_bytes,
        build: BTreeMap::from([("rustc".to_owned(), "1.93.1".to_owned())]),
    };
    Fingerprint {
        schema: "tiers.fingerprint/1".into(),
        machine: MachinePrint {
            kernel: "Linux 6.8".into(),
            distribution: "Debian GNU/Linux 12".into(),
            architecture: "x86_64".into(),
            cpu: CpuPrint {
                model: "a processor".into(),
                usable: 2,
                governor: None,
                boost: None,
                virtual_machine: true,
            },
            memory_bytes: 24 << 30,
            libc: "glibc 2.36".into(),
        },
        settings: Settings {
            quick: false,
            seed: 7,
            python_hash_seed: 0,
        },
        cells: vec![
            cell(ORACLE, "oracle", "python3", Role::Oracle, false),
            cell(CONTROL, "oracle", "python3", Role::Control, false),
            cell(FULL, "full", "static", Role::Candidate, true),
            cell(LIGHT, "light", "stock", Role::Candidate, true),
            cell(STANDALONE, "light", "standalone", Role::Candidate, false),
        ],
        binaries: BTreeMap::from([(LIGHT.to_owned(), binary(35_425_208))]),
        inputs: BTreeMap::from(inputs),
    }
}
