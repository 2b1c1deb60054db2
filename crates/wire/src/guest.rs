//! The program that a guest is, but for its interpreter: arguments, descriptors, limits, panics.
//!
//! A guest's whole `main` is `wire::guest::main(TheTier::new())`.

mod descriptor;
mod fork;
mod pages;
mod process_state;
mod rehearsal;
mod surroundings;
mod zygote;

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::sync::OnceLock;

use rustix::io::fcntl_dupfd_cloexec;
use rustix::process::{Resource, Signal, getrlimit, set_parent_process_death_signal};
use tier_api::{Outcome, Program, Tier};

use crate::panics::remember_panics;
use crate::serve::serve;
use crate::session::run_caught;
use crate::status;
use surroundings::Process;
pub use zygote::{Forkable, Side};

/// Where the session's socket is moved to. Programs see the descriptors they would see under `python3` (the first file
/// they open is 3), so the socket stands well above them.
const WIRE_FD_MIN: i32 = 900;

/// How many descriptors a guest keeps out of its programs' way.
const KEPT_FDS: u64 = 8;

/// The session's socket and the process whose session it is, for a guest that has to say that its memory is used up.
static WIRE: OnceLock<(u32, UnixStream)> = OnceLock::new();

/// What a guest was asked to be.
enum Mode {
    Exec(Program),
    Serve(i32),
}

/// Runs a guest: `exec FILE [ARGS…]`, `serve FD` or `zygote FD`, as the process's arguments say.
pub fn main<T: Tier + Forkable>(tier: T) -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    match words.as_slice() {
        [verb, fd] if verb == "zygote" => match descriptor_number(fd) {
            Some(fd) => {
                remember_panics();
                zygote::zygote(tier, fd)
            }
            None => complain("usage: zygote FD", 2),
        },
        _ => run(tier, words),
    }
}

/// Runs a guest: `exec FILE [ARGS…]` or `serve FD`, as `words` say.
pub fn run<T: Tier>(tier: T, words: impl IntoIterator<Item = OsString>) -> ExitCode {
    remember_panics();
    match mode(words.into_iter()) {
        Ok(Mode::Exec(program)) => exec(tier, &program),
        Ok(Mode::Serve(fd)) => session(tier, fd),
        Err(usage) => complain(usage, 2),
    }
}

fn mode(mut args: impl Iterator<Item = OsString>) -> Result<Mode, &'static str> {
    const USAGE: &str = "usage: exec FILE [ARGS…] | serve FD";
    let verb = args.next().ok_or(USAGE)?;
    let operand = args.next().ok_or(USAGE)?;
    match verb.to_str() {
        Some("exec") => Ok(Mode::Exec(Program {
            file: operand,
            args: args.collect(),
        })),
        Some("serve") => {
            let fd = descriptor_number(&operand).ok_or(USAGE)?;
            Ok(Mode::Serve(fd))
        }
        _ => Err(USAGE),
    }
}

fn descriptor_number(word: &OsStr) -> Option<i32> {
    word.to_str()?.parse().ok()
}

fn exec<T: Tier>(mut tier: T, program: &Program) -> ExitCode {
    let outcome = run_caught(&mut tier, program);
    match &outcome {
        Outcome::Exited { status } => ExitCode::from(*status),
        Outcome::Faulted(fault) => complain(&fault.to_string(), status::of(&outcome)),
    }
}

/// Ends the process at once with the exit status that tells of `outcome`.
pub(crate) fn end_as(outcome: &Outcome) -> ! {
    descriptor::exit_now(status::of(outcome).into())
}

/// Returns the lowest number for a descriptor that no program should see: where few are allowed, the last of those.
fn wire_fd_min() -> i32 {
    let allowed = getrlimit(Resource::Nofile).current;
    let last = allowed.and_then(|allowed| i32::try_from(allowed.saturating_sub(KEPT_FDS)).ok());
    last.map_or(WIRE_FD_MIN, |last| last.min(WIRE_FD_MIN))
}

fn session<T: Tier>(tier: T, fd: i32) -> ExitCode {
    match descriptor::take_socket(fd, wire_fd_min()) {
        Ok(stream) => session_over(tier, stream),
        Err(error) => complain(&format!("descriptor {fd} is no socket: {error}"), 2),
    }
}

/// Holds a session over `stream`, which stands out of the program's way.
fn session_over<T: Tier>(tier: T, stream: UnixStream) -> ExitCode {
    if let Ok(clone) = fcntl_dupfd_cloexec(&stream, wire_fd_min()) {
        let _ = WIRE.set((std::process::id(), clone.into()));
    }
    // A host that is killed takes its guests along. Where the kernel refuses, the host still ends them in the ordinary
    // way, so a refusal is no reason not to serve.
    let _ = set_parent_process_death_signal(Some(Signal::KILL));
    match serve(tier, stream, Process::as_it_is()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&error.to_string(), status::BROKEN),
    }
}

/// Reports that the memory limit was hit, and ends the process at once.
///
/// For an interpreter that cannot turn a failed allocation into an error of its language. Allocates nothing itself.
pub fn end_out_of_memory() -> ! {
    if let Some((guest, wire)) = WIRE.get()
        && *guest == std::process::id()
    {
        // A child that the program forked does not get here: the wire it inherited is its parent's to speak over.
        let mut wire = wire;
        let _ = wire.write_all(&OUT_OF_MEMORY_FRAME);
    }
    descriptor::exit_now(status::LIMIT.into())
}

/// The frame of `Finished(Faulted(MemoryExhausted))`, spelled out because encoding it would allocate.
const OUT_OF_MEMORY_FRAME: [u8; 7] = [3, 0, 0, 0, 1, 1, 1];

fn complain(message: &str, status: u8) -> ExitCode {
    // Not `eprintln!`: it panics where stderr is closed, and a guest's stderr is the program's to close.
    let _ = writeln!(std::io::stderr(), "guest: {message}");
    ExitCode::from(status)
}

#[cfg(test)]
mod tests {
    use tier_api::Fault;

    use super::*;
    use crate::{Event, encode};

    #[test]
    fn the_frame_without_allocation_is_the_encoded_one() {
        let event = Event::Finished(Outcome::Faulted(Fault::MemoryExhausted));
        assert_eq!(encode(&event).unwrap(), OUT_OF_MEMORY_FRAME);
    }

    #[test]
    fn arguments_are_checked() {
        let parse = |args: &[&str]| mode(args.iter().map(OsString::from));
        assert!(matches!(parse(&["serve", "3"]), Ok(Mode::Serve(3))));
        let Ok(Mode::Exec(program)) = parse(&["exec", "a.py", "1", "--x"]) else {
            panic!("exec was not understood");
        };
        assert_eq!(program, Program::new("a.py").arg("1").arg("--x"));
        for bad in [
            &[][..],
            &["exec"],
            &["serve"],
            &["serve", "x"],
            &["run", "a.py"],
        ] {
            assert!(parse(bad).is_err(), "{bad:?}");
        }
    }
}
