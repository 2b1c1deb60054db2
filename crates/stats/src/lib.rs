//! Pure functions over samples.
//!
//! Nothing here reads a clock, a file or the environment; what is drawn by chance comes from a seed that the caller
//! gives. This crate knows nothing of Python, tiers or records.

mod bootstrap;
mod histogram;
mod quantile;

pub use bootstrap::{CONFIDENCE, Interval, paired_ratio};
pub use histogram::{HistogramError, SIGNIFICANT_FIGURES, interval_log};
pub use quantile::{mad_outliers, median, quantile};
