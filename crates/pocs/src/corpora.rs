//! The dispatcher over corpora. The project's own is always there; those of others are scored where they were provisioned.

use std::path::Path;
use std::thread;

use corpus::{Cells, CorpusError, Entry, Known, Scored, TrialLog};
use lab::{Cell, LabError, Project};
use record::HostCosts;
use tiers::Prefer;

use crate::Rounds;
use crate::stages::Run;

/// Of the project's own corpus, a quick run tries one program in so many; of the others none.
const QUICK_STEP: usize = 16;

/// Scores the corpora, where all cells that it takes are among the `usable` ones. The cells themselves say what is lacking.
pub(crate) fn score(run: &mut Run<'_, '_>, usable: &[&Cell]) -> Result<(), LabError> {
    let lab = run.session.lab;
    let cells = match Cells::of(lab, None) {
        Ok(cells) => cells,
        Err(error) if error.is_lack() => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let is_usable = |name: &str| usable.iter().any(|cell| cell.name == name);
    if !cells.names().into_iter().all(is_usable) {
        return Ok(());
    }
    let light = lab.matrix.cell(cells.light())?;
    for known in corpus::known(lab.project.root())? {
        match &known.provision {
            Some(provision) if !known.is_here() => {
                let sample = format!("corpus/{}", known.name);
                run.session.lacks(run.id, light, &sample, provision)?;
            }
            Some(_) if run.rounds == Rounds::Quick => {}
            _ => one(run, &cells, &known)?,
        }
    }
    Ok(())
}

fn one(run: &Run<'_, '_>, cells: &Cells<'_>, known: &Known) -> Result<(), CorpusError> {
    let listing = corpus::list(&known.path)?;
    let step = match run.rounds {
        Rounds::Quick => QUICK_STEP,
        Rounds::Full => 1,
    };
    let entries: Vec<Entry> = listing.entries.iter().step_by(step).cloned().collect();
    let progress = run.session.progress;
    progress.stage(&format!("corpus {}", known.name), entries.len() as u64);
    let folder = run.session.path();
    let log = folder.join("corpus").join(format!("{}.jsonl", known.name));
    let guests = cells.digest()?;
    let mut log = TrialLog::open(&log, &guests)?;
    let workers = thread::available_parallelism().map_or(1, usize::from);
    corpus::conduct(cells, &guests, &entries, workers, &mut log, |trial| {
        progress.step(&trial.program);
    })?;
    let judged = corpus::judge(&entries, &log, false)?;
    let costs = costs(&run.session.lab.project, folder)?;
    let model = corpus::cost_model(costs.as_ref());
    let score = corpus::score(judged, Prefer::default(), model);
    let of = Scored {
        corpus: &known.name,
        listing: &listing,
        cell: cells.light(),
        guests: &guests,
        costs: costs.as_ref(),
        negative_control: false,
    };
    Ok(record::append_score(folder, &corpus::kept(of, &score)).map_err(LabError::from)?)
}

/// What this host was measured at: in this very run, or else in the project's local one.
fn costs(project: &Project, folder: &Path) -> Result<Option<HostCosts>, LabError> {
    let local = project.root().join("results/local");
    for folder in [folder, &local] {
        if let Some(costs) = HostCosts::read(folder)? {
            return Ok(Some(costs));
        }
    }
    Ok(None)
}
