//! Runs Python programs on either tier, contained.
//!
//! A [`Host`] finds the guests (programs that hold one interpreter each), starts one per run, and keeps the run within
//! its [`Limits`]. Whatever the program does to its interpreter (panic, crash, hang, flood, hog), the host lives on
//! and learns an [`Ending`].
//!
//! ```no_run
//! use tiers::{Guests, Host, Io, Limits, Program, TierId};
//!
//! let host = Host::new(Guests::at("target/libexec/tiers"));
//! let program = Program::new("report.py").arg("2026");
//! let run = host.run(TierId::Full, &program, Io::captured(), &Limits::default())?;
//! println!("{}: {}", run.ending, String::from_utf8_lossy(&run.stdout));
//! # Ok::<(), tiers::RunError>(())
//! ```
//!
//! [`run_command`] does the same for any command: it is what measurements are made with.
//!
//! This crate links no interpreter, prints nothing and reads no environment variable.

mod guests;
mod host;
mod process;

pub use guests::{Guests, NotProvisioned};
pub use host::{Host, RunError};
pub use process::{
    Command, Ending, Environment, Finished, Io, Limits, Sink, Stdin, Usage, run_command,
};
pub use tier_api::{Fault, Outcome, Program, TierId};
