//! Bakes in which CPython this guest is linked with, and makes its whole C interface visible to extension modules.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script is told what to do by its environment"
)]

use std::env;
use std::process::ExitCode;

const HOME_LINE: &str = "cargo:home=";

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=PYO3_CONFIG_FILE");
    match baked() {
        Ok((home, executable)) => {
            println!("cargo:rustc-env=TIER_FULL_HOME={home}");
            println!("cargo:rustc-env=TIER_FULL_EXECUTABLE={executable}");
            println!("cargo:rustc-link-arg=-Wl,--export-dynamic");
            // A static libpython need not be position independent, and Debian's is not.
            println!("cargo:rustc-link-arg=-no-pie");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            println!("cargo::error={problem}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the prefix and the executable of the CPython that pyo3 was told to link with.
fn baked() -> Result<(String, String), &'static str> {
    if env::var_os("PYO3_CONFIG_FILE").is_none() {
        return Err(
            "PYO3_CONFIG_FILE is not set: write one with `python3.12 link.py` (see link.py)",
        );
    }
    let config = pyo3_build_config::get();
    if config.shared() {
        return Err("PYO3_CONFIG_FILE is not for a static link: write one with link.py");
    }
    let home = config
        .extra_build_script_lines()
        .iter()
        .find_map(|line| line.strip_prefix(HOME_LINE));
    match (home, config.executable()) {
        (Some(home), Some(executable)) => Ok((home.into(), executable.into())),
        _ => Err("PYO3_CONFIG_FILE lacks the home or the executable: write one with link.py"),
    }
}
