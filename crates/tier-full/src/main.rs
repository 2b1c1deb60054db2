//! The Full guest: `exec FILE [ARGS…]` or `serve FD`.

mod allocator;

use std::process::ExitCode;

fn main() -> ExitCode {
    wire::guest::main(tier_full::Full::new())
}
