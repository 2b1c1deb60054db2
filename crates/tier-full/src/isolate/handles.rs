//! The objects that the host holds.

use std::collections::{BTreeMap, HashMap};

use pyo3::prelude::*;
use tier_api::Handle;

use crate::python::types;

/// The objects that the host holds, by number and by identity.
#[derive(Debug)]
pub(super) struct Handles {
    isolate: u64,
    /// The number of the next object. Numbers are not used again.
    next: u64,
    objects: BTreeMap<u64, Held>,
    /// The number of the object at an address. It is held, so nothing else can be there.
    numbers: HashMap<usize, u64>,
}

/// An object, and what the host was told of it.
#[derive(Debug)]
struct Held {
    object: Py<PyAny>,
    handle: Handle,
}

impl Handles {
    /// Returns an empty table for the isolate with this number.
    pub(super) fn new(isolate: u64) -> Self {
        Self {
            isolate,
            next: 0,
            objects: BTreeMap::new(),
            numbers: HashMap::new(),
        }
    }

    /// Holds `object`; the same object has the same handle for as long as it is held.
    pub(super) fn hold(&mut self, object: &Bound<'_, PyAny>) -> Handle {
        let id = *self.numbers.entry(address(object)).or_insert(self.next);
        let held = self.objects.entry(id).or_insert_with(|| Held {
            object: object.clone().unbind(),
            handle: Handle {
                isolate: self.isolate,
                id,
                kind: types::kind(object),
                type_name: types::name(object),
            },
        });
        self.next = self.next.max(id + 1);
        held.handle.clone()
    }

    /// Returns the object, where it is held.
    pub(super) fn find<'py>(&self, py: Python<'py>, handle: &Handle) -> Option<Bound<'py, PyAny>> {
        let held = self.objects.get(&handle.id)?;
        (handle.isolate == self.isolate).then(|| held.object.bind(py).clone())
    }

    /// Gives the object up; none where it was not held.
    pub(super) fn release<'py>(
        &mut self,
        py: Python<'py>,
        handle: &Handle,
    ) -> Option<Bound<'py, PyAny>> {
        let object = self.find(py, handle)?;
        self.objects.remove(&handle.id);
        self.numbers.remove(&address(&object));
        Some(object)
    }

    /// Returns the number that the next object gets.
    pub(super) fn mark(&self) -> u64 {
        self.next
    }

    /// Gives up the objects held since `mark`: nobody has been told of them.
    pub(super) fn release_since(&mut self, mark: u64) {
        self.objects.split_off(&mark);
        self.numbers.retain(|_, id| *id < mark);
    }
}

fn address(object: &Bound<'_, PyAny>) -> usize {
    object.as_ptr().addr()
}
