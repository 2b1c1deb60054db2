//! The evidence: what the campaign saw of each callable, per kinds of its arguments.

mod callable;
mod judge;
mod members;
mod row;
mod table;

pub(crate) use judge::{Finding, Judge, Problem, Seen, Use};
