//! What this host was measured at: from the times of a run to the cost model of decisions.

use std::path::{Path, PathBuf};

use corpus::Cells;
use lab::Lab;
use record::HostCosts;
use report::Evidence;
use tiers::Considered;

use crate::context::Context;
use crate::failure::Failure;

/// Where a speed program's loop gets its size from.
const LOOP: &str = "range(rounds)";

/// Keeps what a run in `folder` tells of this host beside its records. A quick run tells nothing of Light as it runs
/// contained, and so keeps nothing.
pub(crate) fn keep(lab: &Lab, evidence: &Evidence, folder: &Path) -> Result<(), Failure> {
    let Ok(cells) = Cells::of(lab, None) else {
        return Ok(());
    };
    let [_, full, light] = cells.names();
    let speed = lab.project.root().join("samples/speed");
    let measured = report::costs::measured(evidence, [full, light], |work, m| {
        steps(&speed.join(work).with_extension("py"), m)
    });
    if let Some(costs) = measured {
        costs.write(folder)?;
    }
    Ok(())
}

/// Returns what is known of this host: from the results in `folder`, or else from the run in `results/local` of the working
/// folder or of the project. None where it was not measured; a file that cannot be read is told of.
pub(crate) fn known(context: &Context, folder: Option<&Path>) -> Option<HostCosts> {
    let local = Path::new("results/local");
    let project = context.project().ok();
    let places: [Option<PathBuf>; 3] = [
        folder.map(Path::to_owned),
        Some(local.to_owned()),
        project.map(|project| project.root().join(local)),
    ];
    places.into_iter().flatten().find_map(|folder| {
        HostCosts::read(&folder).unwrap_or_else(|error| {
            anstream::eprintln!("tiers: {error}; what runs cost is assumed");
            None
        })
    })
}

/// Returns how many steps the dispatcher counts in the speed program in `file` at the size `m`.
fn steps(file: &Path, m: u64) -> Option<f64> {
    let source = fs_err::read_to_string(file).ok()?;
    let sized = source.replace(LOOP, &format!("range({m})"));
    (sized != source).then(|| Considered::text(&sized, &[]).analysis.cost.steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_of_a_speed_program_grow_with_its_size() {
        let speed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/speed");
        for work in ["pure.py", "dynamic.py"] {
            let of = |m| steps(&speed.join(work), m).unwrap();
            let ratio = of(1_000_000) / of(1_000);
            assert!((900.0..1_100.0).contains(&ratio), "{work}: {ratio}");
        }
    }
}
