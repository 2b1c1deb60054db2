//! How long a decision takes beside the parser alone, which nothing that reads a program can be faster than.
//!
//! `cargo bench -p dispatch` takes one part, repeated under other names; `cargo bench -p dispatch -- FILE…` takes files.
#![expect(clippy::print_stdout, reason = "this is what it is for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use dispatch::{NoModules, analyse};

/// The command line's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// As many times is each measured; the least counts, as others on the machine only add.
const ROUNDS: usize = 30;

fn main() -> std::io::Result<()> {
    // cargo adds a flag of its own.
    let files: Vec<_> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    println!(
        "program     lines   parse ms   first ms   decision ms   decision/parse   ms/1000 lines"
    );
    for file in &files {
        row(file, &std::fs::read_to_string(file)?);
    }
    if files.is_empty() {
        for parts in [1, 4, 16, 64] {
            row(&format!("{parts} parts"), &program(parts));
        }
    }
    Ok(())
}

/// A program of so many parts.
fn program(parts: usize) -> String {
    (0..parts)
        .map(|number| include_str!("part.py").replace("_N", &format!("_{number}")))
        .collect()
}

fn row(name: &str, text: &str) {
    let lines = text.lines().count();
    let parse = least(|| {
        black_box(ruff_python_parser::parse_module(black_box(text)).is_ok());
    });
    let decide = || {
        black_box(analyse(black_box(text.as_bytes()), &NoModules));
    };
    // The first reads what evidence it needs; those after it find it read.
    let first = took(decide);
    let decision = least(decide);
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{name:10} {lines:6} {:10.3} {:10.3} {:13.3} {:16.1} {:15.3}",
        ms(parse),
        ms(first),
        ms(decision),
        ms(decision) / ms(parse),
        ms(decision) / f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * 1e3,
    );
}

fn least(mut work: impl FnMut()) -> Duration {
    (0..ROUNDS)
        .map(|_| took(&mut work))
        .min()
        .unwrap_or_default()
}

fn took(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}
