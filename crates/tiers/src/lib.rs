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
//! A [`Job`] leaves the tier to be decided: Light where evidence says that it prints what CPython prints, tried in a
//! WebAssembly instance that can change nothing and repeated on Full where anything is amiss; Full otherwise. It may be source
//! with values bound to names, it can be [called off](Cancel) from another thread, and many may run at once.
//!
//! ```no_run
//! use tiers::{Any, Ending, Guests, Host, Job};
//!
//! let host = Host::new(Guests::at("target/libexec/tiers"));
//! let job = Job::text("print(sum(cups) * price)")
//!     .input("cups", vec![Any::from(2), Any::from(3)])
//!     .input("price", 3);
//! let completed = host.execute(&job)?;
//! assert_eq!(completed.finished.ending, Ending::Exited(0));
//! assert_eq!(completed.finished.stdout, b"15\n");
//! println!("on {}, decided by {:?}", completed.tier, completed.decision);
//! # Ok::<(), tiers::ExecuteError>(())
//! ```
//!
//! An [`Isolate`] is an interpreter that stays up, in a process of its own, and is spoken with in values ([`Any`]). What is
//! no plain data stays there and is known here by a [`Handle`].
//!
//! ```no_run
//! use tiers::{Any, AskError, Guests, Host, Limits, TierId};
//!
//! let host = Host::new(Guests::at("target/libexec/tiers"));
//! let mut isolate = host.open(TierId::Full, &Limits::default())?;
//! isolate.bind("orders", vec![Any::from(3), Any::from(4)])?;
//! isolate.exec("def total(orders, *, tip=0):\n    print('adding up')\n    return sum(orders) + tip")?;
//! assert_eq!(isolate.eval("total(orders)")?, Any::from(7));
//!
//! if let Any::Handle(total) = isolate.eval("total")? {
//!     let orders = Any::from(vec![Any::from(10)]);
//!     assert_eq!(isolate.call(&total, [orders], [("tip", Any::from(2))])?, Any::from(12));
//!     assert_eq!(isolate.attribute(&total, "__name__")?, Any::from("total"));
//!     isolate.release(total)?;
//! }
//!
//! // What goes wrong in there is an error here, and the isolate stays up …
//! if let Err(AskError::Raised(raised)) = isolate.eval("1 / 0") {
//!     assert_eq!(raised.type_name, "ZeroDivisionError");
//! }
//! // … unless it was the end of its process: a crash, `os._exit`, a limit that was hit.
//! if let Err(AskError::Ended(ending)) = isolate.exec("while True: pass") {
//!     println!("the isolate {ending}");
//! }
//! println!("{}", String::from_utf8_lossy(&isolate.take_stdout()));
//! let finished = isolate.close()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! On Full a program has the rights of the user who runs it, unless it is [isolated](Job::isolated): then nearly all of them
//! are taken from it before it begins, or it does not begin.
//!
//! ```no_run
//! use tiers::{Guests, Host, Job};
//!
//! let host = Host::new(Guests::at("target/libexec/tiers"));
//! let job = Job::text("open('/etc/passwd')").isolated();
//! let finished = host.execute(&job)?.finished;
//! assert!(String::from_utf8_lossy(&finished.stderr).contains("FileNotFoundError"));
//! # Ok::<(), tiers::ExecuteError>(())
//! ```
//!
//! A host that [keeps guests ready](Host::keep_ready) hands out interpreters that were started before: a run begins after
//! tenths of a millisecond.
//!
//! ```no_run
//! use tiers::{Guests, Host, TierId};
//!
//! let host = Host::new(Guests::at("target/libexec/tiers")).keep_ready(TierId::Full, 4)?;
//! # Ok::<(), tiers::RunError>(())
//! ```
//!
//! For measurements, [`run_command`] contains any command in the same way, [`Served`] holds a guest that was started
//! by a command of one's own: several runs in one process, or an isolate; and [`Ready`] holds one that others are copies of.
//!
//! This crate links no interpreter, prints nothing and reads no environment variable.

mod cancel;
mod consider;
mod execute;
mod guests;
mod host;
mod isolate;
mod job;
mod process;
mod ready;
mod served;
mod tally;
mod warm;

pub use cancel::Cancel;
pub use consider::Considered;
pub use dispatch::{Analysis, Choice, CostModel, Decision, Prefer, Reason, Situation, decide};
pub use execute::{Comparison, Completed, Difference, ExecuteError, Plan, Trip};
pub use guests::{Guests, NotProvisioned};
pub use host::{Host, OpenError, RunError};
pub use isolate::{AskError, Isolate};
pub use job::{Job, On};
pub use process::{
    Command, Ending, Environment, Finished, Io, Limits, NotIsolated, Sink, Stdin, Usage,
    run_command,
};
pub use ready::Ready;
pub use served::{Ran, Served, ServedError};
pub use tally::Counts;
pub use tier_api::{Any, Fault, Float, Handle, HandleKind, Outcome, Program, Raised, Str, TierId};
