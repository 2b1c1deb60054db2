//! `tier-wasm GUEST.wasm exec FILE [ARGS…]`, `tier-wasm GUEST.wasm serve FD`: a guest that is WebAssembly, as a program
//! like the native guests. `tier-wasm compile GUEST.wasm GUEST.cwasm` prepares one, and `tier-wasm compatibility` prints on
//! what, besides the guest, that depends.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use wasm_guest::{Guest, GuestError, compatibility, compile, on_guest_stack};

const USAGE: &str = "usage: tier-wasm GUEST.wasm exec FILE [ARGS…] | tier-wasm GUEST.wasm serve FD | \
                     tier-wasm compile GUEST.wasm GUEST.cwasm | tier-wasm compatibility";

/// Wrong usage.
const USAGE_STATUS: u8 = 2;

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(first) = words.next() else {
        return complain(USAGE, USAGE_STATUS);
    };
    let rest: Vec<OsString> = words.collect();
    if first == "compile" {
        return match rest.as_slice() {
            [wasm, compiled] => done(compile(Path::new(wasm), Path::new(compiled))),
            _ => complain(USAGE, USAGE_STATUS),
        };
    }
    if first == "compatibility" && rest.is_empty() {
        return done(compatibility().map(|digest| {
            let _ = writeln!(std::io::stdout(), "{digest:016x}");
        }));
    }
    match Guest::open(Path::new(&first)) {
        Ok(guest) => on_guest_stack(move || be(guest, rest)).unwrap_or_else(|error| {
            complain(
                &format!("no thread for the guest: {error}"),
                wire::status::BROKEN,
            )
        }),
        Err(error) => complain(&error.to_string(), wire::status::BROKEN),
    }
}

fn be(guest: Guest, words: Vec<OsString>) -> ExitCode {
    match guest {
        Guest::Module(tier) => wire::guest::run(tier, words),
        Guest::Component(tier) => wire::guest::run(tier, words),
    }
}

fn done(result: Result<(), GuestError>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&error.to_string(), 1),
    }
}

fn complain(message: &str, status: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "tier-wasm: {message}");
    ExitCode::from(status)
}
