//! What the paper's report gives, as data.

/// The `PoC` whose records most claims are judged by.
pub(super) const POC: &str = "7";

/// The `PoC` from which the paper takes what it says of Full in its decision matrix.
pub(super) const MATRIX_POC: &str = "6";

/// The `PoC` in which the paper tried to embed CPython for other targets.
pub(super) const ATTEMPTS_POC: &str = "4";

/// The `PoC` that takes the samples to further targets, which the paper left to be done.
pub(super) const TRAVEL_POC: &str = crate::travel::POC;

/// The targets to which the paper says that Light goes and Full does not.
pub(super) const ELSEWHERE: [&str; 2] = ["aarch64", "wasm32-wasip1"];

/// The paper's twenty idiom samples. A sample that somebody adds appears in every table, but the paper's claims are
/// about these.
pub const SAMPLES: [&str; 20] = [
    "01_metaclass_registry",
    "02_init_subclass_registry",
    "03_type_dynamic_class",
    "04_abc_abstractmethod",
    "05_slots_repr",
    "06_property_validation",
    "07_descriptor_set_name",
    "08_getattr_lazy_proxy",
    "09_setattr_frozen",
    "10_callable_memoizer",
    "11_functools_partial",
    "12_singledispatch",
    "13_wraps_counter",
    "14_namedtuple",
    "15_dataclass_postinit",
    "16_enum_functional",
    "17_defaultdict_counter",
    "18_generator_yield_from",
    "19_contextmanager",
    "20_eval_exec_namespace",
];

/// The one sample that differed, and the line that did.
pub(super) const DIFFERING_SAMPLE: &str = "04_abc_abstractmethod";
pub(super) const ORACLE_LINE: &str = "abstract guard: True";
pub(super) const LIGHT_LINE: &str = "abstract guard: False";

/// The probe that isolates it: it prints the exception's type and then its message.
pub(super) const WORDING_PROBE: &str = "divergences/wording/abstract_class_message";
pub(super) const ORACLE_MESSAGE: &str = "Can't instantiate abstract class Shape without an ";
pub(super) const LIGHT_MESSAGE: &str = "class Shape without an implementation for abstract ";

/// One row of the paper's speed table.
pub(super) struct SpeedFigures {
    /// The claims about Light and about Full.
    pub(super) ids: [&'static str; 2],
    /// The program and its size.
    pub(super) work: &'static str,
    pub(super) m: u64,
    /// What the two claims say.
    pub(super) words: [&'static str; 2],
    /// The medians of python3, RustPython and the isolate, in milliseconds.
    pub(super) python3_ms: f64,
    pub(super) light_ms: f64,
    pub(super) full_ms: f64,
    /// The ratios as the paper rounds them (for Light) or as they follow from its medians (for Full).
    pub(super) light_ratio: f64,
    pub(super) full_ratio: f64,
}

pub(super) const SPEED_TABLE: [SpeedFigures; 4] = [
    SpeedFigures {
        ids: ["C7.7L", "C7.7F"],
        work: "startup",
        m: 1,
        words: [
            "Light starts slower than python3",
            "Full starts faster than python3",
        ],
        python3_ms: 11.4,
        light_ms: 28.7,
        full_ms: 6.7,
        light_ratio: 2.52,
        full_ratio: 0.59,
    },
    SpeedFigures {
        ids: ["C7.8L", "C7.8F"],
        work: "pure",
        m: 300_000,
        words: [
            "Light is slower on the short pure loop",
            "Full is at or under python3 on the short pure loop",
        ],
        python3_ms: 27.8,
        light_ms: 82.5,
        full_ms: 21.1,
        light_ratio: 2.97,
        full_ratio: 0.76,
    },
    SpeedFigures {
        ids: ["C7.9L", "C7.9F"],
        work: "pure",
        m: 1_000_000,
        words: [
            "Light is slower on the long pure loop",
            "Full is at or under python3 on the long pure loop",
        ],
        python3_ms: 66.3,
        light_ms: 206.2,
        full_ms: 55.2,
        light_ratio: 3.11,
        full_ratio: 0.83,
    },
    SpeedFigures {
        ids: ["C7.10L", "C7.10F"],
        work: "dynamic",
        m: 100_000,
        words: [
            "Light is slower on dynamic dispatch",
            "Full is at or under python3 on dynamic dispatch",
        ],
        python3_ms: 126.0,
        light_ms: 734.5,
        full_ms: 86.7,
        light_ratio: 5.83,
        full_ratio: 0.69,
    },
];

/// The decision matrix's figures for Full.
pub(super) const MATRIX_PURE_RATIO: f64 = 0.84;
pub(super) const MATRIX_DYNAMIC_RATIO: f64 = 1.02;

/// The headline: Light is this much slower.
pub(super) const HEADLINE: (f64, f64) = (3.0, 6.0);

/// The size of the Light binary.
pub(super) const LIGHT_SIZE_BYTES: u64 = 35_425_208;

/// The Light binary's only dynamic library.
pub(super) const LIGHT_LIBRARY: &str = "libc.so.6";

/// What pyo3's build asks for where it knows no Python for the target.
pub(super) const DEMANDED_VARIABLE: &str = "PYO3_CROSS_PYTHON_VERSION";

/// Returns the ratio of a tier to python3 on a speed program that the paper reports from a `PoC`.
pub fn paper_ratio(poc: &str, tier: &str, work: &str, m: u64) -> Option<f64> {
    if poc == MATRIX_POC {
        return match (tier, work, m) {
            ("full", "pure", 1_000_000) => Some(MATRIX_PURE_RATIO),
            ("full", "dynamic", 100_000) => Some(MATRIX_DYNAMIC_RATIO),
            _ => None,
        };
    }
    let figures = SPEED_TABLE
        .iter()
        .find(|figures| poc == POC && (figures.work, figures.m) == (work, m))?;
    match tier {
        "light" => Some(figures.light_ratio),
        "full" => Some(figures.full_ratio),
        _ => None,
    }
}
