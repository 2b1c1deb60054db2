//! `tiers doctor`: what is there, and how to get the rest.

use std::process::ExitCode;

use clap::Args;
use comfy_table::Table;
use lab::{Cell, Lab};

use crate::context::{Context, print};
use crate::failure::Verdict;

/// Tell what is provisioned, which cells can run, and how to get the rest
///
/// Changes nothing.
#[derive(Debug, Args)]
pub(crate) struct Doctor {}

/// What of a program's sidecar is worth a line; the rest is in the fingerprint of every run.
const SHOWN: [&str; 4] = ["python_version", "linkage", "compiler", "profile"];

impl Doctor {
    #[expect(clippy::unused_self, reason = "every verb is called alike")]
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let lab = context.lab()?;
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_header(["cell", "there", "how it was built, or how to get it"]);
        for cell in &lab.matrix.cells {
            table.add_row(row(&lab, cell));
        }
        print(&format!("{}\n", table.trim_fmt()))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn row(lab: &Lab, cell: &Cell) -> [String; 3] {
    let provisioned = match lab.look_for(cell) {
        Ok(provisioned) => provisioned,
        Err(lack) => {
            let help = format!("{} (there is no {})", lack.provision, lack.missing);
            return [cell.name.clone(), "no".into(), help];
        }
    };
    let shown = SHOWN
        .iter()
        .filter_map(|field| provisioned.build.get(*field));
    let build: Vec<&str> = shown.map(String::as_str).collect();
    let build = if build.is_empty() {
        "nobody wrote down how".into()
    } else {
        build.join("; ")
    };
    [cell.name.clone(), "yes".into(), build]
}
