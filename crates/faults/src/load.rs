//! Very many runs from many threads at once, part of which go wrong.

mod ask;
mod census;
mod chaos;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use fastrand::Rng;
use record::{FaultPart, FaultTrials, FaultTrialsSchema, sha256_hex};
use tiers::{Counts, Guests, Host, TierId};

use crate::{FaultsError, Keep, Setting, TOLD};
use ask::{Ask, Kind};
use census::Census;
use chaos::killing;

/// How many threads ask at once.
pub(crate) const THREADS: usize = 64;

/// How many guests of each kind wait.
const SPARES: usize = 4;

/// What is counted as the work of the rows.
const WORK: &str = "runs of the library";

/// The part of the runs after which memory counts: by then all threads have run something.
const EARLY: usize = 10;

/// What memory may have grown by from then to the end: a part, and that many bytes. What the allocator keeps for as many threads
/// comes and goes by so much, whatever the number of runs; what grew with each run would be seen where there are more of them.
const GROWTH: (u64, u64) = (4, 256 << 20);

/// Asks for `runs` runs from as many threads as `THREADS` says. What each must come to is known; meanwhile processes that hold Light
/// contained are killed from outside.
pub fn load(setting: &Setting<'_>, runs: u64, kept: &mut impl Keep) -> Result<(), FaultsError> {
    let program_sha256 = sha256_hex(&fs_err::read(&setting.tiers)?);
    let drawn = drawn(setting.seed, runs);
    let mut rows: BTreeMap<Kind, FaultTrials> = BTreeMap::new();
    for (kind, _) in &drawn {
        let row = rows
            .entry(*kind)
            .or_insert_with(|| row(setting.seed, &program_sha256, kind.name()));
        row.tried += 1;
        row.struck += 1;
    }
    let mut whole = row(setting.seed, &program_sha256, "what is left of it");
    (whole.tried, whole.struck) = (1, 1);
    if kept.has(&whole) && rows.values().all(|row| kept.has(row)) {
        return Ok(());
    }
    setting.progress.stage("runs", runs);
    let came = all(&drawn, setting)?;
    for (kind, harm) in came.harm {
        if let Some(row) = rows.get_mut(&kind) {
            row.harmed += 1;
            row.harm.extend((row.harm.len() < TOLD).then_some(harm));
        }
    }
    for row in rows.values() {
        kept.keep(row)?;
    }
    whole.harm = came.left;
    whole.harmed = u64::from(!whole.harm.is_empty());
    whole.counts = came.counts;
    whole.counts.insert("runs".into(), runs);
    kept.keep(&whole)
}

/// What came of all runs.
struct Came {
    harm: Vec<(Kind, String)>,
    left: Vec<String>,
    counts: BTreeMap<String, u64>,
}

fn host(setting: &Setting<'_>) -> Result<Host, FaultsError> {
    let ready = |error: &dyn std::fmt::Display| FaultsError::Ready(error.to_string());
    let host = Host::new(Guests::at(setting.guests));
    host.guests().contained_light()?;
    let host = host.keep_ready(TierId::Full, SPARES);
    let host = host.and_then(|host| host.keep_ready(TierId::Light, SPARES));
    let host = host.map_err(|error| ready(&error))?;
    host.keep_contained_ready(SPARES)
        .map_err(|error| ready(&error))
}

/// Draws what is asked: of each kind as many as its weight says, in an order of chance, each with a number of its own.
fn drawn(seed: u64, runs: u64) -> Vec<(Kind, u32)> {
    let weights: Vec<Kind> = Kind::ALL
        .iter()
        .flat_map(|(kind, weight)| vec![*kind; *weight])
        .collect();
    let mut rng = Rng::with_seed(seed);
    let mut drawn: Vec<(Kind, u32)> = weights
        .iter()
        .cycle()
        .zip(0..u32::try_from(runs).unwrap_or(u32::MAX))
        .map(|(kind, number)| (*kind, number))
        .collect();
    rng.shuffle(&mut drawn);
    drawn
}

/// Puts all of it to a host that is there for nothing else, and looks at what is left when it is gone.
fn all(drawn: &[(Kind, u32)], setting: &Setting<'_>) -> Result<Came, FaultsError> {
    let before = Census::take()?;
    let host = host(setting)?;
    let seed = setting.seed;
    let (next, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let harm: Mutex<Vec<(Kind, String)>> = Mutex::default();
    let early: Mutex<Option<Census>> = Mutex::default();
    let kills = std::thread::scope(|scope| {
        let chaos = scope.spawn(|| killing(seed, &over));
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some((kind, number)) = drawn.get(index) else {
                            break;
                        };
                        if let Err(why) = Ask::new(*kind, *number).put(&host)
                            && let Ok(mut harm) = harm.lock()
                        {
                            harm.push((*kind, format!("run {index}: {why}")));
                        }
                        if index == drawn.len() / EARLY
                            && let Ok(mut early) = early.lock()
                        {
                            *early = Census::take().ok();
                        }
                    }
                })
            })
            .collect();
        let mut shown = 0;
        while threads.iter().any(|thread| !thread.is_finished()) {
            std::thread::sleep(std::time::Duration::from_millis(100));
            let done = next.load(Ordering::Relaxed).min(drawn.len());
            (shown..done).for_each(|_| setting.progress.step(WORK));
            shown = done;
        }
        over.store(true, Ordering::Relaxed);
        chaos.join().unwrap_or_default()
    });
    let done = host.counts();
    drop(host);
    let after = Census::settled(&before)?;
    let early = early
        .into_inner()
        .ok()
        .flatten()
        .unwrap_or_else(|| before.clone());
    Ok(Came {
        harm: harm.into_inner().unwrap_or_default(),
        left: left(&before, &early, &after),
        counts: counts(kills, [&before, &early, &after], done),
    })
}

/// Returns what is left that was not there before.
fn left(before: &Census, early: &Census, after: &Census) -> Vec<String> {
    let mut left = Vec::new();
    let mut grew = |what: &str, before: u64, after: u64| {
        if after > before {
            left.push(format!("{what}: {before} before, {after} after"));
        }
    };
    grew("descriptors", before.descriptors, after.descriptors);
    grew("processes", before.children, after.children);
    grew("zombies", 0, after.zombies);
    grew("threads", before.threads, after.threads);
    let (part, bytes) = GROWTH;
    let most = early.memory_bytes + early.memory_bytes / part + bytes;
    grew("bytes of memory", most, after.memory_bytes);
    left
}

fn counts(kills: u64, [before, early, after]: [&Census; 3], done: Counts) -> BTreeMap<String, u64> {
    let counts = [
        ("threads", THREADS as u64),
        ("guests_killed", kills),
        ("on_light", done.on_light),
        ("on_full", done.on_full),
        ("fallbacks", done.fallbacks),
        ("descriptors_before", before.descriptors),
        ("descriptors_after", after.descriptors),
        ("processes_before", before.children),
        ("processes_after", after.children),
        ("zombies_after", after.zombies),
        ("memory_early_bytes", early.memory_bytes),
        ("memory_after_bytes", after.memory_bytes),
    ];
    counts
        .into_iter()
        .map(|(name, count)| (name.to_owned(), count))
        .collect()
}

fn row(seed: u64, program_sha256: &str, fault: &str) -> FaultTrials {
    FaultTrials {
        schema: FaultTrialsSchema::V1,
        part: FaultPart::Load,
        work: WORK.into(),
        fault: fault.into(),
        seed: Some(seed),
        program_sha256: program_sha256.into(),
        tried: 0,
        struck: 0,
        harmed: 0,
        harm: Vec::new(),
        counts: BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_asks_the_same_and_every_kind_is_asked() {
        let asked = drawn(7, 1_000);
        assert_eq!(asked, drawn(7, 1_000));
        assert_ne!(asked, drawn(8, 1_000));
        for (kind, _) in Kind::ALL {
            assert!(asked.iter().any(|(asked, _)| *asked == kind), "{kind:?}");
        }
    }

    #[test]
    fn what_is_left_is_told() {
        let before = Census {
            descriptors: 5,
            ..Census::default()
        };
        let after = Census {
            descriptors: 6,
            zombies: 1,
            memory_bytes: 1 << 30,
            ..Census::default()
        };
        let told = left(&before, &before, &after);
        assert_eq!(told.len(), 3, "{told:?}");
        assert_eq!(told[0], "descriptors: 5 before, 6 after");
        assert!(left(&before, &before, &before).is_empty());
    }
}
