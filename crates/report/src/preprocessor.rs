//! Puts what was measured into the book's pages.
//!
//! A page holds tags such as `{{#tiers speed}}`. Each is replaced by what the records say; where they say nothing, by a
//! note that says what to run. A tag that nobody knows is an error that names the file, the line and the known tags.

use mdbook_preprocessor::book::{Book, BookItem};
use mdbook_preprocessor::errors::Error;
use mdbook_preprocessor::{Preprocessor as MdbookPreprocessor, PreprocessorContext};

use crate::evidence::Evidence;

mod banner;
mod cells;
mod chain;
mod changes;
mod claims;
mod controls;
mod corpora;
mod costs;
mod decisions;
mod divergences;
mod evidence;
mod faults;
mod glance;
mod goals;
mod grid;
mod machine;
mod missing;
mod peers;
mod profile;
mod ready;
mod rebuilds;
mod samples;
mod second;
mod speed;
mod suite;
mod tags;
mod travel;
mod values;

pub use tags::TagProblem;

/// The name under which `book.toml` and mdbook know it.
pub const NAME: &str = "tiers";

const OPENING: &str = "{{#tiers";
const CLOSING: &str = "}}";

/// A tag that could not be replaced, and where it stands.
#[derive(Debug, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct TagError {
    /// The page's file.
    pub file: String,
    /// The line within it, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: TagProblem,
}

/// The preprocessor over one run's evidence.
#[derive(Clone, Debug)]
pub struct Preprocessor {
    evidence: Evidence,
}

impl Preprocessor {
    /// Makes a preprocessor that tells of `evidence`.
    pub fn new(evidence: Evidence) -> Self {
        Self { evidence }
    }

    /// Says whether the replaced pages suit mdbook's `renderer`: they hold HTML, which Markdown may hold too.
    pub fn supports(renderer: &str) -> bool {
        matches!(renderer, "html" | "markdown")
    }

    /// Replaces the tags of one page, and puts the run's reservations under its title.
    pub fn page(&self, file: &str, markdown: &str) -> Result<String, TagError> {
        let replaced = self.replace(file, markdown)?;
        Ok(banner::put(&banner::banner(&self.evidence), &replaced))
    }

    fn replace(&self, file: &str, markdown: &str) -> Result<String, TagError> {
        let mut page = String::with_capacity(markdown.len());
        let mut rest = markdown;
        while let Some((before, tag)) = rest.split_once(OPENING) {
            page.push_str(before);
            let at = markdown.len() - tag.len();
            let error = |problem| TagError {
                file: file.to_owned(),
                line: markdown[..at].lines().count(),
                problem,
            };
            let (words, after) = tag
                .split_once(CLOSING)
                .ok_or_else(|| error(TagProblem::Unclosed))?;
            page.push_str(&tags::render(&self.evidence, words).map_err(error)?);
            rest = after;
        }
        page.push_str(rest);
        Ok(page)
    }
}

impl MdbookPreprocessor for Preprocessor {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(&self, _context: &PreprocessorContext, mut book: Book) -> Result<Book, Error> {
        let mut outcome = Ok(());
        book.for_each_mut(|item| {
            let BookItem::Chapter(chapter) = item else {
                return;
            };
            let Some(path) = &chapter.source_path else {
                return;
            };
            match self.page(&path.display().to_string(), &chapter.content) {
                Ok(page) => chapter.content = page,
                Err(error) if outcome.is_ok() => outcome = Err(error),
                Err(_) => {}
            }
        });
        outcome?;
        Ok(book)
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool, Error> {
        Ok(Self::supports(renderer))
    }
}

#[cfg(test)]
mod tests;
