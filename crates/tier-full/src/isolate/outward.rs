//! Objects on their way out: a copy is made of what is data, and a handle stands for what is not.

use std::collections::BTreeSet;

use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyBytes, PyComplex, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyString,
    PyTuple,
};
use tier_api::any::{DEPTH_MAX, VALUE_BYTES};
use tier_api::{Any, Failure, Float};
use wire::FRAME_BYTES_MAX;

use super::Stop;
use super::handles::Handles;
use crate::python::{Exception, values};

/// Returns the value of `object`: a copy with handles for what is no data in it, or a handle for the whole of it.
pub(super) fn outward<'py>(
    object: &Bound<'py, PyAny>,
    handles: &mut Handles,
) -> Result<Any, Stop<'py>> {
    let mark = handles.mark();
    let mut outward = Outward {
        handles,
        within: Vec::new(),
        bytes: 0,
    };
    let obstacle = match outward.value(object) {
        Ok(value) => return Ok(value),
        Err(obstacle) => obstacle,
    };
    handles.release_since(mark);
    match obstacle {
        Obstacle::NoCopy => Ok(Any::Handle(handles.hold(object))),
        Obstacle::TooLong { bytes } => Err(Stop::Failed(Failure::TooLong { bytes })),
        Obstacle::Raised(exception) => Err(exception.into()),
    }
}

/// Why a copy cannot be made.
enum Obstacle<'py> {
    /// It would not be one: of a value that holds itself, that is nested too deep, or that is a set with elements which only
    /// their identities tell apart.
    NoCopy,
    /// No message could carry it.
    TooLong {
        /// How much there is at least, in bytes.
        bytes: u64,
    },
    Raised(Exception<'py>),
}

impl<'py> From<Exception<'py>> for Obstacle<'py> {
    fn from(exception: Exception<'py>) -> Self {
        Self::Raised(exception)
    }
}

struct Outward<'a, 'py> {
    handles: &'a mut Handles,
    /// The containers around what is being copied.
    within: Vec<Bound<'py, PyAny>>,
    /// What the copy counts for towards the length of a message. A small object can have a huge copy:
    /// `[[x, x], [x, x]]`, and so on.
    bytes: u64,
}

impl<'py> Outward<'_, 'py> {
    /// Returns the value of `object`. The recursion is bounded by [`DEPTH_MAX`].
    fn value(&mut self, object: &Bound<'py, PyAny>) -> Result<Any, Obstacle<'py>> {
        self.count(VALUE_BYTES as u64)?;
        Ok(if object.is_none() {
            Any::None
        } else if let Ok(value) = object.cast_exact::<PyBool>() {
            Any::Bool(value.is_true())
        } else if let Ok(value) = object.cast_exact::<PyInt>() {
            let value = values::integer_of(value)?;
            self.count(value.bits() / 8)?;
            Any::Int(value)
        } else if let Ok(value) = object.cast_exact::<PyFloat>() {
            Any::Float(Float(value.value()))
        } else if let Ok(value) = object.cast_exact::<PyComplex>() {
            Any::Complex(Float(value.real()), Float(value.imag()))
        } else if let Ok(value) = object.cast_exact::<PyString>() {
            let value = values::text_of(value)?;
            self.count(value.as_bytes().len() as u64)?;
            Any::Str(value)
        } else if let Ok(value) = object.cast_exact::<PyBytes>() {
            self.count(value.as_bytes().len() as u64)?;
            Any::Bytes(value.as_bytes().to_vec())
        } else {
            return self.container(object);
        })
    }

    fn container(&mut self, object: &Bound<'py, PyAny>) -> Result<Any, Obstacle<'py>> {
        Ok(if let Ok(list) = object.cast_exact::<PyList>() {
            Any::List(self.values(object, list.iter())?)
        } else if let Ok(tuple) = object.cast_exact::<PyTuple>() {
            Any::Tuple(self.values(object, tuple.iter())?)
        } else if let Ok(dict) = object.cast_exact::<PyDict>() {
            Any::Dict(self.entries(object, dict)?)
        } else if object.cast_exact::<PySet>().is_ok() {
            Any::Set(self.elements(object)?)
        } else if object.cast_exact::<PyFrozenSet>().is_ok() {
            Any::FrozenSet(self.elements(object)?)
        } else {
            let handle = self.handles.hold(object);
            self.count(handle.type_name.len() as u64)?;
            Any::Handle(handle)
        })
    }

    /// Returns the values of what `container` holds.
    fn values(
        &mut self,
        container: &Bound<'py, PyAny>,
        items: impl Iterator<Item = Bound<'py, PyAny>>,
    ) -> Result<Vec<Any>, Obstacle<'py>> {
        if self.within.len() == DEPTH_MAX || self.within.iter().any(|one| one.is(container)) {
            return Err(Obstacle::NoCopy);
        }
        self.within.push(container.clone());
        let values = items.map(|item| self.value(&item)).collect();
        self.within.pop();
        values
    }

    fn entries(
        &mut self,
        container: &Bound<'py, PyAny>,
        dict: &Bound<'py, PyDict>,
    ) -> Result<Vec<(Any, Any)>, Obstacle<'py>> {
        let entries = values::entries(dict)?;
        let mut flat = self.values(container, flat(&entries))?.into_iter();
        Ok(std::iter::from_fn(|| flat.next().zip(flat.next())).collect())
    }

    fn elements(&mut self, set: &Bound<'py, PyAny>) -> Result<BTreeSet<Any>, Obstacle<'py>> {
        let elements = values::elements(set)?;
        let elements = self.values(set, items(&elements))?;
        let count = elements.len();
        let elements = BTreeSet::from_iter(elements);
        // Two NaNs, for instance.
        if elements.len() < count {
            return Err(Obstacle::NoCopy);
        }
        Ok(elements)
    }

    fn count(&mut self, bytes: u64) -> Result<(), Obstacle<'py>> {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > FRAME_BYTES_MAX.into() {
            return Err(Obstacle::TooLong { bytes: self.bytes });
        }
        Ok(())
    }
}

/// Returns what the list `list` holds.
fn items<'py>(list: &Bound<'py, PyAny>) -> impl Iterator<Item = Bound<'py, PyAny>> {
    list.cast::<PyList>().into_iter().flatten()
}

/// Returns the keys and the values, in turn, of a list of such pairs.
fn flat<'py>(pairs: &Bound<'py, PyAny>) -> impl Iterator<Item = Bound<'py, PyAny>> {
    items(pairs)
        .filter_map(|pair| pair.cast_into::<PyTuple>().ok())
        .flatten()
}
