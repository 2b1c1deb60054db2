//! `tiers preprocess`: the book's preprocessor, as `mdbook serve paper` calls it.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::failure::{Failure, Kind, Verdict};
use crate::options::Results;

/// Fill recorded results into the book (called by mdbook)
#[derive(Debug, Args)]
pub(crate) struct Preprocess {
    #[command(flatten)]
    results: Results,
    #[command(subcommand)]
    question: Option<Question>,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// Whether a renderer is supported
    Supports {
        /// The renderer's name
        renderer: String,
    },
}

impl Preprocess {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        if let Some(Question::Supports { renderer }) = &self.question {
            let supported = report::supports_renderer(renderer);
            return Ok(if supported {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            });
        }
        let evidence = self.results.evidence(context)?;
        report::preprocess(std::io::stdin().lock(), std::io::stdout().lock(), evidence)
            .map_err(|error| Failure::new(Kind::Failed, error))?;
        Ok(ExitCode::SUCCESS)
    }
}
