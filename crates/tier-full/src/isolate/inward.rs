//! Values on their way in: a copy is made of what is data, and a handle becomes the object it stands for.

use pyo3::prelude::*;
use tier_api::Any;
use tier_api::any::DEPTH_MAX;

use super::handles::Handles;
use super::{Stop, dead};
use crate::python::{Exception, calls, values};

/// Returns the object that `value` stands for.
pub(super) fn inward<'py>(
    py: Python<'py>,
    value: &Any,
    handles: &Handles,
) -> Result<Bound<'py, PyAny>, Stop<'py>> {
    Inward { py, handles }.object(value, 0)
}

struct Inward<'a, 'py> {
    py: Python<'py>,
    handles: &'a Handles,
}

impl<'py> Inward<'_, 'py> {
    /// Returns the object for a value that stands within `depth` containers. The recursion is bounded by [`DEPTH_MAX`].
    fn object(&self, value: &Any, depth: usize) -> Result<Bound<'py, PyAny>, Stop<'py>> {
        let py = self.py;
        Ok(match value {
            Any::None => py.None().into_bound(py),
            Any::Bool(value) => values::boolean(py, *value),
            Any::Int(value) => values::integer(py, value)?,
            Any::Float(value) => values::float(py, *value)?,
            Any::Complex(real, imaginary) => values::complex(py, *real, *imaginary)?,
            Any::Str(value) => values::any_text(py, value)?,
            Any::Bytes(value) => values::bytes(py, value)?,
            Any::List(items) => values::list(py, self.objects(items, depth)?)?,
            Any::Tuple(items) => values::tuple(py, self.objects(items, depth)?)?,
            Any::Set(items) => calls::set(&values::list(py, self.objects(items, depth)?)?)?,
            Any::FrozenSet(items) => {
                calls::frozen_set(&values::list(py, self.objects(items, depth)?)?)?
            }
            Any::Dict(entries) => self.dict(entries, depth)?,
            Any::Handle(handle) => match self.handles.find(py, handle) {
                Some(object) => object,
                None => return Err(dead(handle.clone())),
            },
        })
    }

    /// Returns the objects for the elements of a container that stands within `depth` others.
    fn objects<'v>(
        &self,
        items: impl IntoIterator<Item = &'v Any>,
        depth: usize,
    ) -> Result<Vec<Bound<'py, PyAny>>, Stop<'py>> {
        if depth == DEPTH_MAX {
            let message = c"the value is nested too deep";
            return Err(Exception::value_error(self.py, message).into());
        }
        let items = items.into_iter();
        items.map(|item| self.object(item, depth + 1)).collect()
    }

    fn dict(&self, entries: &[(Any, Any)], depth: usize) -> Result<Bound<'py, PyAny>, Stop<'py>> {
        let flat = entries.iter().flat_map(|(key, value)| [key, value]);
        let mut flat = self.objects(flat, depth)?.into_iter();
        let dict = values::dict(self.py)?;
        while let (Some(key), Some(value)) = (flat.next(), flat.next()) {
            calls::insert(&dict, &key, &value)?;
        }
        Ok(dict.into_any())
    }
}
