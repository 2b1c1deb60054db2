//! `tiers doctor`: what is there, and how to get the rest.

use std::process::ExitCode;

use clap::Args;
use comfy_table::Table;
use lab::{Cell, Lab};

use crate::context::{Context, print};
use crate::failure::{Failure, Verdict};

/// Tell what is provisioned, which cells can run, and how to get the rest
///
/// Changes nothing. Ends with 1 if a guest is not the one that its builder described.
#[derive(Debug, Args)]
pub(crate) struct Doctor {}

/// What of a program's sidecar is worth a line; the rest is in the fingerprint of every run.
const SHOWN: [&str; 5] = [
    "package",
    "python_version",
    "linkage",
    "compiler",
    "profile",
];

/// What stands where a guest is another file than its builder described.
const ALTERED: &str = "altered";

impl Doctor {
    #[expect(clippy::unused_self, reason = "every verb is called alike")]
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let lab = context.lab_with_peers()?;
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_header(["cell", "there", "how it was built, or how to get it"]);
        let mut code = ExitCode::SUCCESS;
        for cell in &lab.matrix.cells {
            let [there, words] = row(&lab, cell)?;
            if there == ALTERED {
                code = ExitCode::FAILURE;
            }
            table.add_row([cell.name.clone(), there, words]);
        }
        print(&format!("{}\n", table.trim_fmt()))?;
        Ok(code)
    }
}

/// Returns whether the cell is there, and how it was built or what to do about it.
fn row(lab: &Lab, cell: &Cell) -> Result<[String; 2], Failure> {
    let provisioned = match lab.look_for(cell) {
        Ok(provisioned) => provisioned,
        Err(lack) => {
            let help = format!("{} (there is no {})", lack.provision, lack.missing);
            return Ok(["no".into(), help]);
        }
    };
    if let Some(altered) = lab.altered(cell)? {
        let help = format!("{altered}; remove both, then {}", cell.provision);
        return Ok([ALTERED.into(), help]);
    }
    let shown = SHOWN
        .iter()
        .filter_map(|field| provisioned.build.get(*field));
    let build: Vec<&str> = shown.map(String::as_str).collect();
    let build = if build.is_empty() {
        "nobody wrote down how".into()
    } else {
        build.join("; ")
    };
    Ok(["yes".into(), build])
}
