//! `tiers man`: the manual.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Command};
use clap_mangen::Man as Page;

use crate::context::{Context, print};
use crate::failure::Verdict;

/// Print the manual page, or write one for each verb
///
/// To read it: tiers man | man -l -
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// Write tiers.1, tiers-run.1 and so on to this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(&self, _context: &Context, command: Command) -> Verdict {
        if let Some(folder) = &self.out {
            fs_err::create_dir_all(folder)?;
            clap_mangen::generate_to(command, folder)?;
        } else {
            let mut page = Vec::new();
            Page::new(command).render(&mut page)?;
            print(&String::from_utf8_lossy(&page))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
