//! Commands of the project that are interrupted at moments a seed gives, and go on.
//!
//! What a command comes to undisturbed is seen twice: where the two times agree, an interrupted command must come to the same;
//! where they do not (a time, say), to something in the same place.

mod fault;
mod left;
mod scene;
mod work;

use std::time::{Duration, Instant};

use fastrand::Rng;
use record::{FaultPart, FaultTrials, FaultTrialsSchema, sha256_hex};

use crate::call::Called;
use crate::{FaultsError, Keep, Setting, TOLD};
use fault::{Fault, Strike};
use left::Expected;
use scene::Scene;
use work::Work;

/// A work and what it comes to undisturbed.
struct Known<'a> {
    scene: &'a Scene,
    work: Work,
    expected: Expected,
    wall: Duration,
    bytes: u64,
}

/// What came of one trial.
struct Came {
    struck: bool,
    harm: Vec<String>,
}

/// Makes `trials` interruptions, of every work by every fault, and beside them has a second run started during a first.
pub fn interruption(
    setting: &Setting<'_>,
    trials: u64,
    kept: &mut impl Keep,
) -> Result<(), FaultsError> {
    let program_sha256 = sha256_hex(&fs_err::read(&setting.tiers)?);
    let rows: Vec<(Work, Fault, FaultTrials)> = shares(trials)
        .into_iter()
        .map(|(work, fault, tried)| {
            let row = row(setting.seed, &program_sha256, (work, fault), tried);
            (work, fault, row)
        })
        .filter(|(_, _, row)| row.tried > 0 && !kept.has(row))
        .collect();
    // Half of the faults would look like all.
    rows.iter()
        .try_for_each(|(_, fault, _)| fault.can_be_made())?;
    let steps = rows.iter().map(|(_, _, row)| row.tried).sum();
    setting.progress.stage("interruptions", steps);
    for work in Work::ALL {
        let mut of_work = rows.iter().filter(|(of, _, _)| *of == work).peekable();
        if of_work.peek().is_none() {
            continue;
        }
        let scene = Scene::set(setting)?;
        let known = Known::of(&scene, work)?;
        for (_, fault, row) in of_work {
            let made = known.trials(*fault, row.clone(), setting)?;
            kept.keep(&made)?;
        }
    }
    Ok(())
}

/// Shares the trials out by the works' weights, so that none is lost. A second run is tried as often as a fault, and not counted
/// among the interruptions.
fn shares(trials: u64) -> Vec<(Work, Fault, u64)> {
    let kinds = Fault::ALL
        .into_iter()
        .flat_map(|fault| Work::ALL.map(|work| (work, fault)));
    let whole: u64 = Work::ALL.iter().map(|work| work.weight()).sum();
    let whole = whole * (Fault::ALL.len() as u64 - 1);
    let mut weight = 0;
    let mut shares = Vec::new();
    for (work, fault) in kinds {
        let tried = if fault == Fault::SecondRun {
            trials * work.weight() / whole
        } else {
            let up_to = |weight: u64| (trials * weight).div_ceil(whole);
            let before = up_to(weight);
            weight += work.weight();
            up_to(weight) - before
        };
        shares.push((work, fault, tried));
    }
    shares
}

fn row(seed: u64, program_sha256: &str, (work, fault): (Work, Fault), tried: u64) -> FaultTrials {
    FaultTrials {
        schema: FaultTrialsSchema::V1,
        part: FaultPart::Interruption,
        work: work.name().into(),
        fault: fault.name().into(),
        seed: Some(seed),
        program_sha256: program_sha256.into(),
        tried,
        struck: 0,
        harmed: 0,
        harm: Vec::new(),
        counts: std::collections::BTreeMap::new(),
    }
}

impl<'a> Known<'a> {
    /// Runs `work` twice undisturbed.
    fn of(scene: &'a Scene, work: Work) -> Result<Self, FaultsError> {
        work.prepare(scene)?;
        let started = Instant::now();
        let [first, second] = [whole(scene, work)?, whole(scene, work)?];
        Ok(Self {
            wall: started.elapsed() / 2,
            bytes: left::bytes(&scene.state())?,
            expected: Expected::of(&first, &second),
            scene,
            work,
        })
    }

    fn trials(
        &self,
        fault: Fault,
        mut row: FaultTrials,
        setting: &Setting<'_>,
    ) -> Result<FaultTrials, FaultsError> {
        // A generator for each kind: how many trials one has changes nothing about the others.
        let mut rng = Rng::with_seed(setting.seed ^ Rng::with_seed(kind(&row)).u64(..));
        for number in 0..row.tried {
            // In parts of the time that the command takes undisturbed.
            let moment = rng.f64();
            let came = self.trial(fault, moment, number % 2 == 1)?;
            row.struck += u64::from(came.struck);
            if !came.harm.is_empty() {
                row.harmed += 1;
                let words = format!("trial {number}, at {moment:.3}: {}", came.harm.join("; "));
                row.harm.extend((row.harm.len() < TOLD).then_some(words));
            }
            setting
                .progress
                .step(&format!("{} {}", row.work, row.fault));
        }
        Ok(row)
    }

    /// Strikes once, looks at what is there, goes on, and looks at what it comes to.
    fn trial(&self, fault: Fault, moment: f64, again: bool) -> Result<Came, FaultsError> {
        self.scene.clear()?;
        // Every other time there is something already that an interrupted command could spoil.
        if again && fault != Fault::DiskFull && self.work == Work::Report {
            let _ = self.work.call(self.scene).finish()?;
        }
        let strike = Strike {
            scene: self.scene,
            work: self.work,
            moment,
            wall: self.wall,
            bytes: self.bytes,
        };
        let (struck, mut harm) = strike.by(fault)?;
        harm.extend(work::spoiled(self.scene, &self.expected)?);
        let on = self.work.call(self.scene).finish()?;
        if on.status == Some(0) {
            let left = self.work.left(self.scene, &on)?;
            harm.extend(self.expected.compare(&left));
        } else {
            harm.push(format!("it does not go on: {on}"));
        }
        Ok(Came { struck, harm })
    }
}

/// Runs `work` from nothing to its end, undisturbed, and returns what it came to.
fn whole(scene: &Scene, work: Work) -> Result<Vec<left::Leaf>, FaultsError> {
    scene.clear()?;
    let called: Called = work.call(scene).finish()?;
    if called.status != Some(0) {
        return Err(FaultsError::Undisturbed {
            work: work.name(),
            said: called.to_string(),
        });
    }
    work.left(scene, &called)
}

/// A number that stands for what a row is about, the same on every machine.
fn kind(row: &FaultTrials) -> u64 {
    let digest = sha256_hex(format!("{}/{}", row.work, row.fault).as_bytes());
    u64::from_str_radix(&digest[..16], 16).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trial_has_its_share_and_none_is_lost() {
        for trials in [0, 1, 17, 18, 100, 101] {
            let shares = shares(trials);
            let interrupting = shares
                .iter()
                .filter(|(_, fault, _)| *fault != Fault::SecondRun);
            let total: u64 = interrupting.map(|(_, _, tried)| tried).sum();
            assert_eq!(total, trials);
        }
        let of_hundred = shares(100);
        assert!(of_hundred.iter().all(|(_, _, tried)| *tried >= 3));
    }

    #[test]
    fn kinds_have_moments_of_their_own() {
        let rows = shares(100)
            .into_iter()
            .map(|(work, fault, tried)| kind(&row(1, "", (work, fault), tried)));
        let mut kinds: Vec<u64> = rows.collect();
        kinds.sort_unstable();
        let many = kinds.len();
        kinds.dedup();
        assert_eq!(kinds.len(), many);
    }
}
