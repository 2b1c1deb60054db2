//! `tiers explain`: which tier a program would run on, and why.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use tiers::{Considered, Situation, decide};

use crate::context::{Context, Format, print, print_json};
use crate::costs;
use crate::decision::{DecisionReport, Prefer, human};
use crate::failure::{Failure, Verdict};
use crate::program;

/// Say which tier a program would run on, and why. Nothing runs
///
/// Light is decided for only where evidence covers everything in the program. Modules beside it are followed. What is
/// provisioned on this machine makes no difference here; `tiers run --explain` tells what is decided with that.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The program
    file: PathBuf,
    /// Where it would run. The other targets have Light alone
    #[arg(long, value_enum, default_value_t)]
    target: Target,
    /// Which tier is wanted where both would do
    #[arg(long, value_enum, default_value_t)]
    prefer: Prefer,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Target {
    /// This machine's: both tiers
    #[default]
    #[value(name = "x86_64")]
    X86_64,
    /// Light alone
    #[value(name = "aarch64")]
    Aarch64,
    /// Light alone
    #[value(name = "wasm32-wasip1")]
    Wasm32Wasip1,
}

impl Explain {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        program::check(&self.file)?;
        let considered = Considered::file(&self.file).map_err(|error| {
            Failure::usage(format!("{} cannot be read: {error}", self.file.display()))
        })?;
        let situation = Situation {
            full: self.target == Target::X86_64,
            light: true,
            prefer: self.prefer.into(),
            costs: corpus::cost_model(costs::known(context, None).as_ref()),
        };
        let decision = decide(&considered.analysis, &situation);
        match self.format {
            Format::Human => print(&human(&self.file, considered.source.as_deref(), &decision))?,
            Format::Json => print_json(&DecisionReport::from(&decision))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
