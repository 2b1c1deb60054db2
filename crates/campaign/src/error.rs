//! What can go wrong with a campaign. What goes wrong in a case is what it is run for.

/// Why there is no table.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// The lab could not run a cell.
    #[error(transparent)]
    Lab(#[from] lab::LabError),
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// An area did not do its work on a cell.
    #[error("on {cell} the area did not do its work: {why}")]
    Area {
        /// The cell.
        cell: String,
        /// What it did instead.
        why: String,
    },
    /// Two cells did not try the same.
    #[error("case {index} is {full} on the oracle, and on {cell} it is {light}")]
    Misaligned {
        /// The number of the case.
        index: usize,
        /// The cell.
        cell: String,
        /// What was tried on the oracle.
        full: String,
        /// What was tried on the cell.
        light: String,
    },
}
