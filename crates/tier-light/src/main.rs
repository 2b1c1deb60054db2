//! The Light guest: `exec FILE [ARGS…]` or `serve FD`.

mod allocator;

use std::process::ExitCode;

fn main() -> ExitCode {
    wire::guest::main(tier_light::Light::new())
}
