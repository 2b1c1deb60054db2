//! The book: the pages under `paper/` with the evidence put in, as HTML that needs no network.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use mdbook_preprocessor::{Preprocessor as _, parse_input};

use crate::evidence::Evidence;
use crate::preprocessor::Preprocessor;
use unfinished::Unfinished;

mod unfinished;

/// Why a book could not be built.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// There is no book to build.
    #[error("{0} holds no book.toml")]
    NoBook(PathBuf),
    /// A book takes the place of what lies in the output folder, and that is not a book.
    #[error("{0} holds something else than a book; it was left alone")]
    OutputTaken(PathBuf),
    /// Somebody else is building a book for the same folder.
    #[error("{0} is being built by another run")]
    Busy(PathBuf),
    /// A folder cannot be read.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// mdbook or a tag on a page failed.
    #[error("the book cannot be built: {0}")]
    Mdbook(String),
}

impl BookError {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "it is what `map_err` hands over"
    )]
    fn mdbook(error: mdbook_driver::errors::Error) -> Self {
        Self::Mdbook(format!("{error:#}"))
    }
}

/// Builds the book in `paper` into `out`, telling of `evidence`.
///
/// Nothing is started and no environment is read: the preprocessor that `book.toml` names for `mdbook serve` is this
/// crate's own, so it runs here instead.
pub fn build_book(paper: &Path, evidence: &Evidence, out: &Path) -> Result<(), BookError> {
    build_book_with(paper, evidence, out, |_| Ok(()))
}

/// The same, and has `add` put further files into the folder that it is given before the book is there. A build that is
/// interrupted leaves whatever was in `out`.
pub fn build_book_with(
    paper: &Path,
    evidence: &Evidence,
    out: &Path,
    add: impl FnOnce(&Path) -> std::io::Result<()>,
) -> Result<(), BookError> {
    let settings = paper.join("book.toml");
    if !settings.is_file() {
        return Err(BookError::NoBook(paper.to_owned()));
    }
    check_output(out)?;
    let unfinished = Unfinished::beside(out)?;
    let mut config = Config::from_disk(&settings).map_err(BookError::mdbook)?;
    unfinished.path().clone_into(&mut config.build.build_dir);
    let mut book = MDBook::load_with_config(paper, config).map_err(BookError::mdbook)?;
    book.with_preprocessor(Preprocessor::new(evidence.clone()));
    book.build().map_err(BookError::mdbook)?;
    add(unfinished.path())?;
    Ok(unfinished.publish()?)
}

/// Speaks mdbook's protocol for preprocessors: reads a book from `input` and writes it, with the evidence put in, to
/// `output`.
pub fn preprocess(
    input: impl Read,
    mut output: impl Write,
    evidence: Evidence,
) -> Result<(), BookError> {
    let (context, book) = parse_input(input).map_err(BookError::mdbook)?;
    let book = Preprocessor::new(evidence)
        .run(&context, book)
        .map_err(BookError::mdbook)?;
    let text = serde_json::to_vec(&book).map_err(|error| BookError::Mdbook(error.to_string()))?;
    output.write_all(&text)?;
    Ok(output.flush()?)
}

/// Says whether the pages with the evidence put in suit mdbook's `renderer`.
pub fn supports_renderer(renderer: &str) -> bool {
    Preprocessor::supports(renderer)
}

/// Only a folder that is empty or holds a book of mdbook's is replaced.
fn check_output(out: &Path) -> Result<(), BookError> {
    if !out.exists() {
        return Ok(());
    }
    let empty = fs_err::read_dir(out)?.next().is_none();
    let book = [".nojekyll", "index.html", "print.html", "toc.html"];
    if empty || book.iter().all(|file| out.join(file).is_file()) {
        Ok(())
    } else {
        Err(BookError::OutputTaken(out.to_owned()))
    }
}

#[cfg(test)]
mod tests;
