//! What parts of an interpreter's start and end cost: `tier-full-factors FACTORS FILE [ARGS…]`.
//!
//! Runs a program as `tier-full exec` does, without the parts that FACTORS names: words between commas, or `none`.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::process::ExitCode;

use tier_api::{Outcome, Program, Tier as _};
use tier_full::{Full, Part};

const USAGE: &str =
    "usage: tier-full-factors none|no-site,given-paths,no-finalize,malloc FILE [ARGS…]";
const STATUS_USAGE: u8 = 2;
const STATUS_BROKEN: u8 = 126;

fn main() -> ExitCode {
    let Some((full, program)) = parsed(std::env::args_os().skip(1)) else {
        return complain(USAGE, STATUS_USAGE);
    };
    let mut full = full;
    match full.run(&program) {
        Outcome::Exited { status } => status.into(),
        Outcome::Faulted(fault) => complain(&fault.to_string(), STATUS_BROKEN),
    }
}

fn parsed(mut words: impl Iterator<Item = OsString>) -> Option<(Full, Program)> {
    let full = tier(&words.next()?)?;
    let file = words.next()?;
    let args = words.collect();
    Some((full, Program { file, args }))
}

fn tier(factors: &OsStr) -> Option<Full> {
    match factors.to_str()? {
        "none" => Some(Full::new()),
        factors => factors.split(',').try_fold(Full::new(), |full, factor| {
            Some(full.without(part(factor)?))
        }),
    }
}

/// Returns the part that a factor leaves out.
fn part(factor: &str) -> Option<Part> {
    match factor {
        "no-site" => Some(Part::Site),
        "given-paths" => Some(Part::PathComputation),
        "no-finalize" => Some(Part::Finalization),
        "malloc" => Some(Part::ObjectAllocator),
        _ => None,
    }
}

fn complain(message: &str, status: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "tier-full-factors: {message}");
    status.into()
}
