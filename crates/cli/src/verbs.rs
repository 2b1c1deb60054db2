//! The verbs, one file each.

pub(crate) mod bench;
pub(crate) mod claims;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod controls;
pub(crate) mod corpus;
pub(crate) mod diff;
pub(crate) mod doctor;
pub(crate) mod evidence;
pub(crate) mod explain;
pub(crate) mod faults;
pub(crate) mod man;
pub(crate) mod poc;
pub(crate) mod preprocess;
pub(crate) mod provenance;
pub(crate) mod rebuilt;
pub(crate) mod report;
pub(crate) mod reproduce;
pub(crate) mod run;
pub(crate) mod schemas;
