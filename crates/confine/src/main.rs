//! `tiers-confine [OPTIONS] GUEST ARGS…` gives up every right that a guest can do without, then becomes that guest.
//!
//! It is a program of its own so that the host, which has threads, forks nothing by itself, and so that guests know nothing of
//! this. It knows no tier: whatever it is told to start is confined in the same way.
//!
//! Every step takes something away for good, and has to succeed. Where one does not, the guest is not started: the program says
//! what could not be taken away, and ends with a status that no guest ends with before it has greeted its host.
//!
//! The order matters: namespaces first, since they bring the power to change the root; the private root before Landlock, which
//! forbids mounting; system calls last, since all the rest takes some that are then gone.

mod access;
mod arguments;
mod environment;
mod guest;
mod identity;
mod limits;
mod modules;
mod namespaces;
mod root;
mod shown;
mod stdin;
mod syscalls;

use std::convert::Infallible;
use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use arguments::{Arguments, Order};

/// What this ends with where a right cannot be taken away.
const REFUSED: u8 = 3;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let error = match Order::of(words) {
        Ok(Order::Confine(arguments)) => match confine(&arguments) {
            Err(error) => error,
        },
        Ok(Order::Map(pid)) => match namespaces::map(pid) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => error,
        },
        Err(error) => error,
    };
    let _ = writeln!(std::io::stderr(), "tiers-confine: {error:#}");
    ExitCode::from(REFUSED)
}

/// Gives up rights, and becomes the guest.
fn confine(arguments: &Arguments) -> anyhow::Result<Infallible> {
    let environment = environment::allowed();
    stdin::make_own().context("stdin cannot be made read-only")?;
    guest::keep_no_other_descriptor();
    nix::sys::prctl::set_no_new_privs().context("the kernel has no no_new_privs")?;
    let shown = shown::Shown::of(arguments)?;
    let identity = identity::Identity::now();
    namespaces::leave(identity).context("namespaces of its own cannot be had")?;
    let scratch = root::enter(&shown).context("a root of its own cannot be had")?;
    let guest = guest::Guest::open(&arguments.guest)?;
    limits::lower(arguments).context("the limits cannot be lowered")?;
    access::restrict(&shown, &scratch).context("Landlock cannot restrict it")?;
    identity.drop().context("its user cannot be changed")?;
    syscalls::restrict().context("system calls cannot be filtered")?;
    guest.start(arguments, &environment.with_scratch(&scratch))
}
