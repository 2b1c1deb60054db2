//! Trying programs on the cells, several at a time.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use crate::cells::Cells;
use crate::trial::difference;
use crate::{CorpusError, Did, Entry, Trial, TrialLog, TrialSchema, imports};

/// Tries those of `entries` that are not in the `log` yet, on `workers` cores, and appends what they did; `told` is told of
/// each as it is done. The first program that cannot be tried ends it: what was tried until then is in the log.
pub fn conduct(
    cells: &Cells<'_>,
    guests: &str,
    entries: &[Entry],
    workers: usize,
    log: &mut TrialLog,
    told: impl Fn(&Trial),
) -> Result<(), CorpusError> {
    let pending: Vec<&Entry> = entries
        .iter()
        .filter(|entry| log.get(&entry.key).is_none())
        .collect();
    let next = AtomicUsize::new(0);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let (sender, trials) = mpsc::channel();
        for _ in 0..workers.max(1) {
            let sender = sender.clone();
            let (pending, next, over) = (&pending, &next, &over);
            scope.spawn(move || {
                while !over.load(Ordering::Relaxed)
                    && let Some(entry) = pending.get(next.fetch_add(1, Ordering::Relaxed))
                    && sender.send(attempt(cells, guests, entry)).is_ok()
                {}
            });
        }
        drop(sender);
        let mut result = Ok(());
        for trial in trials {
            let kept = trial.and_then(|trial| {
                told(&trial);
                log.append(trial)
            });
            if let Err(error) = kept {
                over.store(true, Ordering::Relaxed);
                result = result.and(Err(error));
            }
        }
        result
    })
}

fn attempt(cells: &Cells<'_>, guests: &str, entry: &Entry) -> Result<Trial, CorpusError> {
    let file = fs_err::canonicalize(&entry.path)?;
    let (oracle, full, light, again) = (
        cells.oracle.run(&file, &entry.args, 0)?,
        cells.full.run(&file, &entry.args, 0)?,
        cells.light.run(&file, &entry.args, 0)?,
        cells.oracle.run(&file, &entry.args, 1)?,
    );
    Ok(Trial {
        schema: TrialSchema::V1,
        key: entry.key.clone(),
        program: entry.name.clone(),
        guests: guests.to_owned(),
        difference: difference(&oracle.stdout, &light.stdout),
        oracle: Did::of(&oracle),
        again: Did::of(&again),
        full: Did::of(&full),
        light: Did::of(&light),
        imports_on_light: imports_exist(cells, &file)?,
    })
}

/// Says whether Light has everything that the program at `file` imports: it is run with its imports alone.
fn imports_exist(cells: &Cells<'_>, file: &Path) -> Result<bool, CorpusError> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let is_beside =
        |module: &str| folder.join(format!("{module}.py")).exists() || folder.join(module).is_dir();
    let Some(imports) = imports::of(&fs_err::read(file)?, is_beside) else {
        return Ok(false);
    };
    if imports.is_empty() {
        return Ok(true);
    }
    let scratch = tempfile::tempdir()?;
    let program = scratch.path().join("imports.py");
    fs_err::write(&program, imports)?;
    let finished = cells.light.run(&program, &[], 0)?;
    Ok(finished.ending.status() == 0)
}
