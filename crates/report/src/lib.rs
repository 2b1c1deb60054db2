//! From records to data to text.
//!
//! [`Evidence`] is what a run left. Everything else is a function of it: [`fidelity`], [`values`], [`speed`],
//! [`ready`], [`profile`], [`amortization`], [`isolation`], [`decomposition`], [`portability`], [`travel`], [`corpora`] and [`catalogue`] turn records into rows; [`poc`] says
//! which of them stand where, and [`matrix`] what became of each on each target; [`claims`] judges what the paper says;
//! [`compare`] puts two runs side by side, [`controls`] tells which faults were noticed, and [`faults`] what came of those that
//! were made; [`json`] has the shapes that other programs read, with their schemas; [`plot`] draws; [`Preprocessor`] and
//! [`build_book`] put all of it into the book.
//!
//! This crate runs nothing, prints nothing and reads no environment. It knows no interpreter and no cell by name.

pub mod amortization;
mod book;
mod builds;
pub mod catalogue;
pub mod claims;
pub mod compare;
pub mod controls;
pub mod corpora;
pub mod costs;
pub mod decisions;
pub mod decomposition;
pub mod difference;
mod evidence;
pub mod faults;
pub mod fidelity;
pub mod goals;
mod html;
pub mod isolation;
pub mod json;
pub mod matrix;
mod number;
pub mod outcome;
pub mod peers;
pub mod plot;
pub mod poc;
pub mod portability;
mod preprocessor;
pub mod profile;
pub mod prose;
pub mod ready;
pub mod speed;
pub mod suite;
#[cfg(test)]
mod testing;
pub mod travel;
pub mod values;

pub use book::{BookError, build_book, build_book_with, preprocess, supports_renderer};
pub use evidence::{Evidence, EvidenceError, Place};
pub use html::Html;
pub use preprocessor::{NAME, Preprocessor, TagError, TagProblem};
