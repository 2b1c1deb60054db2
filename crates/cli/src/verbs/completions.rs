//! `tiers completions`: what a shell completes.

use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use crate::context::{Context, print};
use crate::failure::Verdict;

/// Print what a shell needs to complete verbs and options
///
/// For bash: tiers completions bash >~/.local/share/bash-completion/completions/tiers
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, _context: &Context, mut command: Command) -> Verdict {
        let name = command.get_name().to_owned();
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, name, &mut script);
        print(&String::from_utf8_lossy(&script))?;
        Ok(ExitCode::SUCCESS)
    }
}
