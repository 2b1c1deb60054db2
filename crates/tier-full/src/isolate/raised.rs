//! What is told of an exception.

use pyo3::prelude::*;
use pyo3::types::PyString;
use tier_api::{Failure, Raised, Str};

use super::handles::Handles;
use crate::python::{Called, Exception, calls, types, values};

/// Returns what is told of `exception`. Nothing in it need work: its `str`, or the module `traceback`.
pub(super) fn raised(exception: &Exception, handles: &mut Handles) -> Failure {
    let exception = &exception.0;
    let type_name = types::qualified_name(exception);
    let message = message(exception).unwrap_or_default();
    let traceback = traceback(exception).unwrap_or_else(|_| last_line(&type_name, &message));
    Failure::Raised(Box::new(Raised {
        exception: handles.hold(exception),
        type_name,
        message,
        traceback,
    }))
}

fn message<'py>(exception: &Bound<'py, PyAny>) -> Called<'py, Str> {
    as_text(&calls::to_text(exception)?)
}

/// Returns the traceback as the module `traceback` formats it.
fn traceback<'py>(exception: &Bound<'py, PyAny>) -> Called<'py, Str> {
    let module = calls::import(exception.py(), c"traceback")?;
    let lines = calls::method(&module, "format_exception", vec![exception.clone()])?;
    let text = calls::method(&values::text(exception.py(), "")?, "join", vec![lines])?;
    as_text(&text)
}

/// Returns how a traceback ends.
fn last_line(type_name: &str, message: &Str) -> Str {
    let mut line = type_name.as_bytes().to_vec();
    if !message.as_bytes().is_empty() {
        line.extend_from_slice(b": ");
        line.extend_from_slice(message.as_bytes());
    }
    line.push(b'\n');
    Str::try_from(line).unwrap_or_default()
}

fn as_text<'py>(object: &Bound<'py, PyAny>) -> Called<'py, Str> {
    // `str()` may give an instance of a subclass, and `join` may have been given anything.
    match object.cast::<PyString>() {
        Ok(text) => values::text_of(text),
        Err(_) => Ok(Str::default()),
    }
}
