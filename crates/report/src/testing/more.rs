//! What only one `PoC` observes.

use record::{Metric, Phase, Unit, Value};

use super::{FULL, LIGHT, ORACLE, PLAIN, SHARED, STANDALONE};
use crate::amortization::Way;

/// What a linker says that has no libpython.
pub(super) const WITHOUT_LIBPYTHON: &str = "error: linking with `aarch64-linux-gnu-gcc` failed\n  \
     = note: \"aarch64-linux-gnu-gcc\" \"-lpython3.12\"\n  \
     = note: ld: cannot find -lpython3.12: No such file or directory\n";

/// What pyo3's build says that knows no Python.
pub(super) const WITHOUT_VERSION: &str =
    "error: PYO3_CROSS_PYTHON_VERSION or an abi3-py3* feature must be specified\n";

/// One observation.
#[derive(Clone, Debug)]
pub(crate) struct More {
    pub(crate) poc: &'static str,
    pub(crate) cell: String,
    pub(crate) sample: String,
    pub(crate) m: Option<u64>,
    pub(crate) phase: Phase,
    pub(crate) process: u32,
    pub(crate) metric: Metric,
    pub(crate) value: Value,
    pub(crate) unit: Unit,
}

impl More {
    fn new(poc: &'static str, cell: &str, sample: &str) -> Self {
        Self {
            poc,
            cell: cell.into(),
            sample: sample.into(),
            m: None,
            phase: Phase::Cold,
            process: 0,
            metric: Metric::Stdout,
            value: Value::Text(String::new()),
            unit: Unit::Sha256,
        }
    }

    /// The text of a program, as `PoC` 7 keeps it.
    pub(super) fn source(sample: &str, source: &str) -> Self {
        Self {
            phase: Phase::Still,
            metric: Metric::Source,
            value: Value::Text(source.into()),
            ..Self::new("7", ORACLE, sample)
        }
    }

    fn number(self, metric: Metric, number: u64, unit: Unit) -> Self {
        Self {
            metric,
            value: Value::Number(number),
            unit,
            ..self
        }
    }
}

/// Everything as one would wish it.
pub(super) fn as_told() -> Vec<More> {
    let mut all = Vec::new();
    for sample in ["evaluate", "script", "streams", "shutdown"] {
        prints(
            &mut all,
            "0",
            &format!("embedding/{sample}"),
            &[FULL, STANDALONE],
        );
    }
    for sample in ["values/integer", "values/lone_surrogate", "calls/raises"] {
        prints(&mut all, "1", sample, &[FULL, STANDALONE]);
    }
    values(&mut all);
    ready(&mut all);
    profiles(&mut all);
    for sample in ["syntax/match", "syntax/walrus"] {
        prints(&mut all, "2", sample, &[FULL, STANDALONE]);
    }
    for more in &mut all {
        let apart = more.cell == STANDALONE && more.sample == "syntax/match";
        if let (true, Metric::Stdout) = (apart, more.metric) {
            more.value = Value::Text("something else\n".into());
        }
    }
    calls(&mut all);
    isolation(&mut all);
    instructions(&mut all);
    all
}

/// Lets the oracle and `cells` print the same.
fn prints(all: &mut Vec<More>, poc: &'static str, sample: &str, cells: &[&str]) {
    for cell in [&[ORACLE], cells].concat() {
        let more = More::new(poc, cell, sample);
        let stdout = Value::Text(format!("{sample}\n"));
        all.push(More {
            value: stdout,
            ..more.clone()
        });
        all.push(more.number(Metric::ExitStatus, 0, Unit::Status));
    }
}

fn values(all: &mut Vec<More>) {
    for (cell, changed, first) in [(FULL, 0, ""), (STANDALONE, 3, "'\\ud800'")] {
        for (name, unchanged) in [("integer", 1), ("lone_surrogate", u64::from(changed == 0))] {
            let more = More::new("1", cell, &format!("values/{name}"));
            all.push(more.number(Metric::Unchanged, unchanged, Unit::Flag));
        }
        let generated = More::new("1", cell, "values/generated");
        let checked = generated
            .clone()
            .number(Metric::Checked, 10_000, Unit::Count);
        let counted = generated
            .clone()
            .number(Metric::Changed, changed, Unit::Count);
        all.extend([checked, counted]);
        all.push(More {
            metric: Metric::Detail,
            value: Value::Text(first.into()),
            unit: Unit::Text,
            ..generated
        });
    }
}

/// python3 takes 11 ms a call; a host of an isolate takes 7 ms to come up and then 2 ms or 0.1 ms a call.
fn calls(all: &mut Vec<More>) {
    let sizes = [1, 4, 16, 64];
    let mut add = |cell: &str, way: Way, (once, each): (u64, u64)| {
        for round in 0..9 {
            for m in sizes {
                let phase = match way {
                    Way::Process => Phase::Cold,
                    Way::Isolate | Way::Shared => Phase::Warm,
                };
                let more = More {
                    m: Some(m),
                    phase,
                    process: round,
                    ..More::new("4", cell, &format!("calls/{way}"))
                };
                // A wobble of a few thousandths.
                let wobble = 1000 + u64::from(round) * 3 % 7;
                let wall_us = (once + each * m) * wobble / 1000;
                all.push(More {
                    value: Value::Text(format!("{m} calls\n")),
                    ..more.clone()
                });
                all.push(more.number(Metric::Wall, wall_us * 1000, Unit::Ns));
            }
        }
    };
    add(ORACLE, Way::Process, (0, 11_000));
    for (cell, each) in [(FULL, 100), (STANDALONE, 700)] {
        add(cell, Way::Process, (0, 7_000));
        add(cell, Way::Isolate, (30_000, 2_000));
        add(cell, Way::Shared, (30_000, each));
    }
}

fn isolation(all: &mut Vec<More>) {
    for cell in [FULL, STANDALONE] {
        for way in Way::ALL {
            for kind in ["environment", "modules"] {
                let more = More::new("4", cell, &format!("isolation/{way}/{kind}"));
                let crossed = u64::from(way == Way::Shared);
                all.push(more.number(Metric::Crossed, crossed, Unit::Flag));
            }
        }
    }
}

fn instructions(all: &mut Vec<More>) {
    let counts = [(ORACLE, 60), (SHARED, 50), (PLAIN, 45), (FULL, 40)];
    for (cell, millions) in counts {
        for (work, m, times) in [("startup", 1, 1), ("dynamic", 100_000, 20)] {
            let more = More {
                m: Some(m),
                ..More::new("4.5", cell, work)
            };
            let count = millions * times * 1_000_000;
            all.push(more.number(Metric::Instructions, count, Unit::Count));
        }
    }
}

/// Interpreters that were prepared.
fn ready(all: &mut Vec<More>) {
    for (process, ns) in (0..).zip([19_000, 20_000, 21_000]) {
        let one = More {
            phase: Phase::Warm,
            process,
            ..More::new("7", FULL, "-")
        };
        all.push(one.clone().number(Metric::Ready, ns, Unit::Ns));
        all.push(one.number(Metric::UnsharedMemory, 3_000_000, Unit::Bytes));
    }
}

/// Loops whose instructions were counted.
fn profiles(all: &mut Vec<More>) {
    for (cell, count) in [(ORACLE, 100_000), (LIGHT, 800_000)] {
        all.push(looped(cell).number(Metric::Instructions, count, Unit::Count));
    }
    all.push(More {
        metric: Metric::Profile,
        value: Value::Text("600000\tvm::run\n200000\tothers\n".into()),
        ..looped(LIGHT)
    });
}

fn looped(cell: &str) -> More {
    More {
        m: Some(10_000),
        phase: Phase::Still,
        ..More::new("7", cell, "dynamic")
    }
}
