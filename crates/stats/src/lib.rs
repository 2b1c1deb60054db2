//! Pure functions over samples.
//!
//! Nothing here reads a clock, a file or the environment; what is drawn by chance comes from a seed that the caller
//! gives. This crate knows nothing of Python, tiers or records.

mod bootstrap;
mod decomposition;
mod fit;
mod histogram;
mod proportion;
mod quantile;

pub use bootstrap::{CONFIDENCE, Interval, paired_ratio};
pub use decomposition::{Decomposition, Share, decomposition};
pub use fit::{BreakEven, Fit, Point, break_even, fit};
pub use histogram::{HistogramError, SIGNIFICANT_FIGURES, interval_log};
pub use proportion::{proportion, rule_of_three};
pub use quantile::{mad_outliers, median, quantile};
