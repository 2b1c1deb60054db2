//! `tiers evidence`: the differential campaign, whose tables the dispatcher reads.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use campaign::{Area, CampaignError, Table};
use clap::Args;
use lab::Lab;

use crate::context::{Context, print};
use crate::failure::{Failure, Kind, Verdict};

/// Where the tables are that the dispatcher reads, from the project's folder.
const TABLES: &str = "crates/dispatch/evidence";

/// Try every call of an area on python3 and on the Light tier, and write down which do the same
///
/// Each area of samples/evidence comes to a table. The Light tier is tried natively and as WebAssembly; a call differs if it does on
/// either.
#[derive(Debug, Args)]
pub(crate) struct Evidence {
    /// The areas [default: all]
    areas: Vec<String>,
    /// Write nothing; compare with the tables that are there, and end with 1 where any differs
    #[arg(long)]
    check: bool,
    /// The tables' folder [default: crates/dispatch/evidence]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Evidence {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let lab = context.lab()?;
        for cell in campaign::cells(&lab) {
            if let Err(lack) = lab.look_for(cell) {
                let message = format!(
                    "{} is not provisioned: there is no {}",
                    cell.name, lack.missing
                );
                let failure = Failure::new(Kind::NotProvisioned, anyhow::anyhow!(message));
                return Err(failure.hint(format!("{} provides it", lack.provision)));
            }
        }
        let folder = self.out.clone();
        let folder = folder.unwrap_or_else(|| lab.project.root().join(TABLES));
        let mut departs = false;
        for area in self.chosen(&lab)? {
            let table = campaign::run(&lab, &area)?;
            print(&summary(&area.name, &table))?;
            let path = folder.join(format!("{}.tsv", area.name));
            if self.check {
                let departure = table.departure(&area.name, &read(&path)?);
                departs |= !departure.is_empty();
                print(&departure)?;
            } else {
                fs_err::create_dir_all(&folder)?;
                fs_err::write(&path, table.text())?;
            }
        }
        Ok(if departs {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    fn chosen(&self, lab: &Lab) -> Result<Vec<Area>, Failure> {
        let all = campaign::areas(&lab.project)?;
        if self.areas.is_empty() {
            return Ok(all);
        }
        self.areas
            .iter()
            .map(|name| {
                let area = all.iter().find(|area| area.name == *name);
                area.cloned().ok_or_else(|| {
                    let known: Vec<&str> = all.iter().map(|area| area.name.as_str()).collect();
                    let known = known.join(", ");
                    Failure::usage(format!("there is no area {name}; there are: {known}"))
                })
            })
            .collect()
    }
}

impl From<CampaignError> for Failure {
    fn from(error: CampaignError) -> Self {
        match error {
            CampaignError::Lab(error) => error.into(),
            CampaignError::File(_)
            | CampaignError::Area { .. }
            | CampaignError::Misaligned { .. } => Self::new(Kind::Failed, error),
        }
    }
}

/// Returns a table's text. One that was never written is empty.
fn read(path: &Path) -> std::io::Result<String> {
    match fs_err::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        read => read,
    }
}

fn summary(area: &str, table: &Table) -> String {
    let mut callables: Vec<&str> = table.rows().map(|(callable, ..)| callable).collect();
    callables.dedup();
    let total = |count: fn(&campaign::Row) -> usize| -> usize {
        table.rows().map(|(_, _, row)| count(row)).sum()
    };
    format!(
        "{area}: {} callables, {} signatures, {} cases: {} differ, {} differ in the message alone\n",
        callables.len(),
        table.rows().count(),
        total(|row| row.cases),
        total(|row| row.differing),
        total(|row| row.text_differing)
    )
}
