//! What an isolate is not bothered with.

use tier_api::any::{DEPTH_MAX, VALUE_BYTES, VALUES_MAX};
use tier_api::{Any, Ask, Handle};

use super::AskError;

/// Refuses what holds a handle of another isolate than the one with this `number`, is nested too deep, or is made of too
/// many values.
pub(super) fn what_cannot_cross(ask: &Ask, number: u64) -> Result<(), AskError> {
    match ask {
        Ask::Exec { .. } | Ask::Eval { .. } => Ok(()),
        Ask::Bind { value, .. } => values([value], number, 0),
        Ask::Attribute { object, .. } | Ask::Release { object } => a_handle(object, number),
        Ask::Call {
            callable,
            args,
            kwargs,
        } => {
            a_handle(callable, number)?;
            values(args, number, 0)?;
            values(kwargs.iter().map(|(_, value)| value), number, 0)
        }
    }
}

/// Refuses a value that no isolate can be given: one that cannot cross, or that stands for something in another isolate.
pub(crate) fn check_input(value: &Any) -> Result<(), AskError> {
    /// Isolates have numbers from 1.
    const NONE: u64 = 0;
    values([value], NONE, 0)
}

fn a_handle(handle: &Handle, number: u64) -> Result<(), AskError> {
    if handle.isolate == number {
        Ok(())
    } else {
        Err(AskError::DeadHandle(handle.clone()))
    }
}

/// Looks at a value that stands within `depth` containers. The recursion is bounded by [`DEPTH_MAX`].
fn a_value(value: &Any, number: u64, depth: usize) -> Result<(), AskError> {
    match value {
        Any::Handle(handle) => a_handle(handle, number),
        Any::List(items) | Any::Tuple(items) => elements(items, number, depth),
        Any::Set(items) | Any::FrozenSet(items) => elements(items, number, depth),
        Any::Dict(entries) => {
            let items = entries.iter().flat_map(|(key, value)| [key, value]);
            elements(items, number, depth)
        }
        _ => Ok(()),
    }
}

/// Looks at the elements of a container that stands within `depth` others.
fn elements<'a>(
    items: impl IntoIterator<Item = &'a Any>,
    number: u64,
    depth: usize,
) -> Result<(), AskError> {
    if depth == DEPTH_MAX {
        return Err(AskError::TooDeep);
    }
    values(items, number, depth + 1)
}

fn values<'a>(
    items: impl IntoIterator<Item = &'a Any>,
    number: u64,
    depth: usize,
) -> Result<(), AskError> {
    for item in items {
        // Asked at the top only, where it covers what is within.
        let count = if depth == 0 { item.values() } else { 1 };
        if count > VALUES_MAX {
            let bytes = count.saturating_mul(VALUE_BYTES as u64);
            return Err(AskError::RequestTooLong { bytes });
        }
        a_value(item, number, depth)?;
    }
    Ok(())
}
