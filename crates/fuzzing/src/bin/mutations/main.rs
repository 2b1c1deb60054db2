//! Random and mutated Python programs through `tiers explain` and `tiers diff`: none may make the command line panic.
//!
//! `./artifact fuzz` starts this where a program can do no harm (`provision/contained`), since `tiers diff` runs what chance
//! wrote. What it is told:
//!
//! ```text
//! mutations TIERS GUESTS PROJECT SEED COUNT KEPT [CELLS]
//! ```
//!
//! It makes COUNT programs from the project's samples, by SEED. The program TIERS explains each; and compares it on CELLS,
//! where any are named. A program that makes it panic is left in the folder KEPT, and so is one that is taken for safe on Light
//! and differs there unnoticed. On stdout goes what was counted, as JSON. It ends with 1 where there was any of these.

mod trial;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{io, thread};

use fuzzing::mutate::Mutator;
use serde::Serialize;
use trial::{Commands, Counts, Told};

/// Words of samples that nothing is made from: they start processes, and a program that starts them without end is nothing to
/// find by chance.
const LEFT_OUT: [&[u8]; 3] = [b"fork", b"subprocess", b"multiprocessing"];

/// What is to be done.
#[derive(Debug)]
struct Plan {
    commands: Commands,
    samples: Vec<Vec<u8>>,
    seed: u64,
    count: u64,
    kept: PathBuf,
}

/// What is told of it.
#[derive(Debug, Serialize)]
struct Report<'a> {
    diff: &'a Counts,
    explain: &'a Counts,
    programs: u64,
    samples: usize,
    seed: u64,
    unsafe_accepts: u64,
}

/// What was counted.
#[derive(Debug, Default)]
struct Counted {
    explain: Counts,
    diff: Counts,
    unsafe_accepts: u64,
}

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    match plan(&words).and_then(|plan| run(&plan)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("mutations: {error}"));
            ExitCode::from(2)
        }
    }
}

fn plan(words: &[OsString]) -> io::Result<Plan> {
    let usage =
        || io::Error::other("usage: mutations TIERS GUESTS PROJECT SEED COUNT KEPT [CELLS]");
    let (named, cells) = words.split_first_chunk::<6>().ok_or_else(usage)?;
    let [tiers, guests, project, seed, count, kept] = named;
    let number = |word: &OsString| word.to_str().and_then(|word| word.parse().ok());
    Ok(Plan {
        commands: Commands {
            tiers: tiers.into(),
            guests: guests.into(),
            project: project.into(),
            cells: cells.first().cloned(),
        },
        samples: programs(&Path::new(project).join("samples"))?,
        seed: number(seed).ok_or_else(usage)?,
        count: number(count).ok_or_else(usage)?,
        kept: kept.into(),
    })
}

/// Returns the programs in `folder` and those below it, in the order of their paths.
fn programs(folder: &Path) -> io::Result<Vec<Vec<u8>>> {
    let entries = fs_err::read_dir(folder)?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(programs(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let program = fs_err::read(path)?;
            if !LEFT_OUT.iter().any(|word| holds(&program, word)) {
                found.push(program);
            }
        }
    }
    Ok(found)
}

fn holds(program: &[u8], word: &[u8]) -> bool {
    program.windows(word.len()).any(|window| window == word)
}

/// Runs all of it, and says whether there was no fault.
fn run(plan: &Plan) -> io::Result<bool> {
    let next = AtomicU64::new(0);
    let counted = Mutex::new(Counted::default());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let work = || work(plan, &next, &counted);
        let working: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let broke = || io::Error::other("a worker broke");
        let mut ended = working.into_iter().map(thread::ScopedJoinHandle::join);
        ended.try_for_each(|ended| ended.unwrap_or_else(|_| Err(broke())))
    })?;
    let counted = counted.into_inner().unwrap_or_default();
    let report = Report {
        diff: &counted.diff,
        explain: &counted.explain,
        programs: plan.count,
        samples: plan.samples.len(),
        seed: plan.seed,
        unsafe_accepts: counted.unsafe_accepts,
    };
    serde_json::to_writer(io::stdout(), &report)?;
    Ok(counted.explain.panics + counted.diff.panics + counted.unsafe_accepts == 0)
}

/// Takes programs until there are no more.
fn work(plan: &Plan, next: &AtomicU64, counted: &Mutex<Counted>) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("program.py");
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= plan.count {
            return Ok(());
        }
        let program = Mutator::new(&plan.samples, plan.seed, number).input();
        fs_err::write(&file, &program)?;
        let explained = plan.commands.explain(&file)?;
        let compared = plan.commands.diff(&file)?;
        let panicked = explained.panicked() || compared.as_ref().is_some_and(Told::panicked);
        let differs = compared.as_ref().is_some_and(Told::differs_unnoticed);
        let unsafe_accept = differs && plan.commands.takes_for_safe(&file)?;
        if panicked {
            keep(plan, number, &program, "a panic")?;
        }
        if unsafe_accept {
            keep(plan, number, &program, "taken for safe, and is not")?;
        }
        if let Ok(mut counts) = counted.lock() {
            counts.explain.count(&explained);
            if let Some(told) = &compared {
                counts.diff.count(told);
            }
            counts.unsafe_accepts += u64::from(unsafe_accept);
        }
    }
}

fn keep(plan: &Plan, number: u64, program: &[u8], why: &str) -> io::Result<()> {
    let kept = plan.kept.join(format!("{}-{number}.py", plan.seed));
    say(&format!("{why}: {}", kept.display()));
    fs_err::create_dir_all(&plan.kept)?;
    fs_err::write(kept, program)
}

#[expect(
    clippy::print_stderr,
    reason = "this program talks to whoever started it"
)]
fn say(words: &str) {
    eprintln!("{words}");
}
