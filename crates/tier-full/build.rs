//! Bakes in which CPython this guest is linked with, and sees to it that it and its extension modules find all of it.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script is told what to do by its environment"
)]

use std::env;
use std::process::ExitCode;

use pyo3_build_config::InterpreterConfig;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=PYO3_CONFIG_FILE");
    pyo3_build_config::use_pyo3_cfgs();
    match bake() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            println!("cargo::error={problem}");
            ExitCode::FAILURE
        }
    }
}

fn bake() -> Result<(), &'static str> {
    if env::var_os("PYO3_CONFIG_FILE").is_none() {
        return Err(
            "PYO3_CONFIG_FILE is not set: write one with `python3.12 link.py` (see link.py)",
        );
    }
    let config = pyo3_build_config::get();
    let lacks = "PYO3_CONFIG_FILE lacks what link.py writes: write one with link.py";
    println!(
        "cargo:rustc-env=TIER_FULL_HOME={}",
        told(config, "home").ok_or(lacks)?
    );
    println!(
        "cargo:rustc-env=TIER_FULL_PATHS={}",
        told(config, "paths").ok_or(lacks)?
    );
    println!(
        "cargo:rustc-env=TIER_FULL_EXECUTABLE={}",
        config.executable().ok_or(lacks)?
    );
    println!("cargo:rustc-env=TIER_FULL_SHARED={}", config.shared());
    if config.shared() {
        // Found where it was at the time of the build, whether or not the system looks there.
        let folder = config.lib_dir().ok_or(lacks)?;
        println!("cargo:rustc-link-arg=-Wl,-rpath,{folder}");
    } else {
        // Extension modules look for CPython's C interface in the guest.
        println!("cargo:rustc-link-arg=-Wl,--export-dynamic");
        // A static libpython need not be position independent, and Debian's is not.
        println!("cargo:rustc-link-arg=-no-pie");
    }
    Ok(())
}

/// Returns what link.py tells this script, and nobody else, under `key`.
fn told<'a>(config: &'a InterpreterConfig, key: &str) -> Option<&'a str> {
    let mut lines = config.extra_build_script_lines().iter();
    lines.find_map(|line| {
        line.strip_prefix("cargo:")?
            .strip_prefix(key)?
            .strip_prefix('=')
    })
}
