//! The evidence: what the campaign saw of each callable, per kinds of its arguments.

#[expect(dead_code, reason = "build.rs needs the rest")]
mod codes;
#[cfg(test)]
#[expect(dead_code, reason = "build.rs needs the rest")]
mod compile;
mod judge;
#[cfg(test)]
mod row;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use judge::{
    Arguments, Finding, Judge, Problem, Seen, Use, is_same_throughout, knows, shape, tried_keyword,
};
pub(crate) use table::{Keyword, has_module, kind_name};
