//! Which tier may run a Python program: Light only where it prints what CPython prints.
//!
//! [`analyse`] reads a program without running it and says whether everything in it is covered by evidence: constructs,
//! builtins, methods and library calls that printed the same on CPython 3.12 and on RustPython 0.5.0 in a systematic
//! campaign. What evidence does not cover is not safe. [`decide`] then chooses a tier, by what there is and what is preferred.
//!
//! ```
//! use dispatch::{Choice, NoModules, Situation, analyse, decide};
//!
//! let analysis = analyse(b"print(sum([0.1] * 10))\n", &NoModules);
//! assert!(!analysis.light_safe());
//! assert_eq!(analysis.reasons[0].line, 1);
//! assert_eq!(decide(&analysis, &Situation::default()).tier, Choice::Full);
//! ```
//!
//! How long a decision takes beside the parser alone: `cargo bench -p dispatch`.
//!
//! This crate is pure: it knows no clock, no process and no file system. Modules that a program imports from beside it come
//! through a [`Loader`].

mod cost;
mod decision;
mod depth;
mod estimate;
mod evidence;
mod flow;
#[cfg_attr(not(test), expect(dead_code, reason = "build.rs needs the rest"))]
mod hazards;
mod heap;
#[expect(dead_code, reason = "build.rs needs the rest")]
mod kinds;
mod loader;
mod modules;
mod source;
mod spec;
mod units;
mod yields;

use std::panic::{self, AssertUnwindSafe};

pub use cost::{Cost, CostModel};
pub use decision::{Analysis, Choice, Decision, Prefer, Reason, Situation, decide};
pub use loader::{Loader, NoModules};

/// Says whether evidence covers everything in the program `source`, and how much it computes.
///
/// It never panics, whatever the bytes, and takes time in proportion to them.
pub fn analyse(source: &[u8], modules: &dyn Loader) -> Analysis {
    // A tree may be deep, and those who walk it are recursive. A thread with a stack of that size would cost more than the
    // analysis of a small program.
    let on_its_stack = || stacker::grow(source::STACK_BYTES, || analyse_here(source, modules));
    panic::catch_unwind(AssertUnwindSafe(on_its_stack))
        .unwrap_or_else(|_| Analysis::unsafe_because("analysis", "the analysis itself broke"))
}

fn analyse_here(source: &[u8], loader: &dyn Loader) -> Analysis {
    match modules::read(source, loader) {
        Ok(modules) => Analysis {
            reasons: flow::run(&modules),
            cost: estimate::estimate(&modules),
        },
        Err(reason) => Analysis {
            reasons: vec![reason],
            cost: Cost::default(),
        },
    }
}
