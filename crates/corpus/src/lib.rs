//! The dispatcher judged over many programs: what it accepts for Light beside what Light really prints.
//!
//! [`list`] finds the programs; [`conduct`] runs each on python3, on Full and on Light, every run contained, and appends what
//! they did to a [`TrialLog`]: a run that was killed goes on where it was, and logs of several machines are merged by putting
//! one behind the other. [`score`] sets the decisions beside the trials. Decisions are made anew for every score: they take no
//! time, and rules change, while what the interpreters print does not.
//!
//! A program whose output is not the same in two runs on python3 is no measure of anything. It is counted, named, and left
//! out of the score. Nothing is printed here.

mod cells;
mod conduct;
mod costs;
mod entry;
mod error;
mod imports;
mod judge;
mod kept;
mod known;
mod log;
mod manifest;
mod policy;
mod rules;
mod score;
mod trial;

pub use cells::Cells;
pub use conduct::conduct;
pub use costs::cost_model;
pub use entry::{Entry, Listing, Shard, list};
pub use error::CorpusError;
pub use judge::judge;
pub use kept::{Scored, kept};
pub use known::{Known, known};
pub use log::TrialLog;
pub use manifest::{Manifest, ManifestProgram};
pub use policy::Policy;
pub use rules::RULES_SHA256;
pub use score::{Judged, Missed, Score, score};
pub use trial::{Did, Trial, TrialSchema};
