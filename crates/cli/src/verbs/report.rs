//! `tiers report`: the book.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Args;
use report::Evidence;

use crate::context::Context;
use crate::failure::{Failure, Kind, Verdict};
use crate::options::Results;

/// Build the book from recorded results
#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    results: Results,
    /// Where the book goes
    #[arg(long, value_name = "DIR", default_value = "paper/book")]
    out: PathBuf,
    /// Open the book in a browser
    #[arg(long, conflicts_with = "serve")]
    open: bool,
    /// Serve the book on this machine, rebuilding it as its sources change (with the mdbook program)
    #[arg(long)]
    serve: bool,
}

impl Report {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        if self.serve {
            return self.serve(context);
        }
        let evidence = self.results.evidence(context)?;
        let results = self.results.folder_to_read(context)?;
        let book = build(context, &evidence, results.as_deref(), &self.out)?;
        anstream::eprintln!("tiers: the book is at {}", book.display());
        if self.open {
            open(&book)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn serve(&self, context: &Context) -> Verdict {
        let mut preprocessor = format!("{} preprocess", quote(&std::env::current_exe()?));
        if let Some(results) = self.results.folder_to_read(context)? {
            preprocessor.push_str(" --results ");
            preprocessor.push_str(&quote(&fs_err::canonicalize(results)?));
        }
        let status = Command::new("mdbook")
            .arg("serve")
            .arg(context.project()?.root().join("paper"))
            .env("MDBOOK_PREPROCESSOR__TIERS__COMMAND", preprocessor)
            .status()
            .map_err(|error| {
                Failure::new(
                    Kind::NotProvisioned,
                    anyhow::anyhow!("mdbook cannot be run: {error}"),
                )
                .hint("./artifact tools provides it; --open does without it")
            })?;
        Ok(if status.success() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

/// Builds the book into `out`, with the statement that it was made of `results`, and returns its first page.
pub(crate) fn build(
    context: &Context,
    evidence: &Evidence,
    results: Option<&Path>,
    out: &Path,
) -> Result<PathBuf, Failure> {
    let paper = context.project()?.root().join("paper");
    let add = |book: &Path| provenance::of_book(book, results).map_err(std::io::Error::other);
    report::build_book_with(&paper, evidence, out, add)
        .map_err(|error| Failure::new(Kind::Failed, error))?;
    Ok(fs_err::canonicalize(out)?.join("index.html"))
}

fn open(page: &Path) -> Result<(), Failure> {
    Command::new("xdg-open")
        .arg(page)
        .status()
        .map(|_| ())
        .map_err(|error| {
            Failure::new(
                Kind::NotProvisioned,
                anyhow::anyhow!("xdg-open cannot be run: {error}"),
            )
            .hint(format!("open {} in a browser yourself", page.display()))
        })
}

/// Quotes a path for the words of a command line as mdbook splits them.
fn quote(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', "'\\''"))
}
