//! `tiers schemas`: the shapes of everything that is printed or kept as JSON.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use schemars::{Schema, schema_for};

use crate::context::Context;
use crate::decision::DecisionReport;
use crate::failure::Verdict;
use crate::verbs::corpus::CorpusReport;
use crate::verbs::diff::DiffReport;

/// Write the JSON Schemas of everything that is printed or kept as JSON
#[derive(Debug, Args)]
pub(crate) struct Schemas {
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "results/schema")]
    out: PathBuf,
}

impl Schemas {
    pub(crate) fn run(&self, _context: &Context) -> Verdict {
        fs_err::create_dir_all(&self.out)?;
        for (name, schema) in schemas() {
            let text = serde_json::to_string_pretty(&schema)? + "\n";
            fs_err::write(self.out.join(name), text)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns the schemas by the name of the file each is published in.
fn schemas() -> BTreeMap<&'static str, Schema> {
    let mut schemas: BTreeMap<_, _> = report::json::schemas().into_iter().collect();
    schemas.insert(
        "tiers.comparison.json",
        schema_for!(report::compare::Comparison),
    );
    schemas.insert("tiers.completion.json", schema_for!(record::Completion));
    schemas.insert(
        "tiers.controls.json",
        schema_for!(report::controls::ControlsDocument),
    );
    schemas.insert("tiers.corpus.json", schema_for!(CorpusReport));
    schemas.insert("tiers.corpus-score.json", schema_for!(record::CorpusScore));
    schemas.insert("tiers.costs.json", schema_for!(record::HostCosts));
    schemas.insert(
        "tiers.faults.json",
        schema_for!(report::faults::FaultsDocument),
    );
    schemas.insert("tiers.fault-trials.json", schema_for!(record::FaultTrials));
    schemas.insert("tiers.rebuild.json", schema_for!(record::Rebuild));
    schemas.insert("tiers.trial.json", schema_for!(corpus::Trial));
    schemas.insert("tiers.decision.json", schema_for!(DecisionReport));
    schemas.insert("tiers.diff.json", schema_for!(DiffReport));
    schemas
}
