//! Objects on their way out: a copy is made of what is data, and a handle stands for what is not.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_complex::Complex64;
use rustpython_vm::builtins::{
    PyBytes, PyComplex, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyStr, PyTuple,
};
use rustpython_vm::{AsObject as _, Py, PyObject, PyObjectRef, VirtualMachine};
use tier_api::any::{DEPTH_MAX, VALUE_BYTES};
use tier_api::{Any, Failure, Float, Str};
use wire::FRAME_BYTES_MAX;

use super::handles::Handles;

/// Returns the value of `object`: a copy with handles for what is no data in it, or a handle for the whole of it.
pub(super) fn outward(
    vm: &VirtualMachine,
    handles: &mut Handles,
    object: &PyObject,
) -> Result<Any, Failure> {
    let mark = handles.mark();
    let mut outward = Outward {
        vm,
        handles,
        within: Vec::new(),
        bytes: 0,
    };
    let obstacle = match outward.value(object) {
        Ok(value) => return Ok(value),
        Err(obstacle) => obstacle,
    };
    // The copy is gone, and with it what only it stood for.
    handles.release_since(mark);
    match obstacle {
        Obstacle::NoCopy => Ok(Any::Handle(handles.hold(vm, object))),
        Obstacle::TooLong { bytes } => Err(Failure::TooLong { bytes }),
    }
}

/// Why a copy cannot be made.
enum Obstacle {
    /// It would not be one: of a value that holds itself, that is nested too deep, or that is a set with elements which
    /// only their identities tell apart.
    NoCopy,
    /// No message could carry it.
    TooLong {
        /// How much there is at least, in bytes.
        bytes: u64,
    },
}

struct Outward<'a> {
    vm: &'a VirtualMachine,
    handles: &'a mut Handles,
    /// The containers around what is being copied, by their identities.
    within: Vec<usize>,
    /// What the copy counts for towards the length of a message. A small object can have a huge copy:
    /// `[[x, x], [x, x]]`, and so on.
    bytes: u64,
}

impl Outward<'_> {
    /// Returns the value of `object`. The recursion is bounded by [`DEPTH_MAX`].
    fn value(&mut self, object: &PyObject) -> Result<Any, Obstacle> {
        let vm = self.vm;
        Ok(if vm.is_none(object) {
            Any::None
        } else if object.is(&vm.ctx.true_value) {
            Any::Bool(true)
        } else if object.is(&vm.ctx.false_value) {
            Any::Bool(false)
        } else if let Some(value) = object.downcast_ref_if_exact::<PyInt>(vm) {
            let bytes = value.as_bigint().to_signed_bytes_le();
            self.count(bytes.len())?;
            Any::Int(BigInt::from_signed_bytes_le(&bytes))
        } else if let Some(value) = object.downcast_ref_if_exact::<PyFloat>(vm) {
            Any::Float(Float(value.to_f64()))
        } else if let Some(value) = object.downcast_ref_if_exact::<PyComplex>(vm) {
            let Complex64 { re, im } = value.to_complex();
            Any::Complex(Float(re), Float(im))
        } else if let Some(value) = object.downcast_ref_if_exact::<PyStr>(vm) {
            self.count(value.byte_len())?;
            text(value).map_or_else(|| self.handle(object), Any::Str)
        } else if let Some(value) = object.downcast_ref_if_exact::<PyBytes>(vm) {
            self.count(value.as_bytes().len())?;
            Any::Bytes(value.as_bytes().to_vec())
        } else {
            return self.container(object);
        })
    }

    fn container(&mut self, object: &PyObject) -> Result<Any, Obstacle> {
        let vm = self.vm;
        Ok(
            if let Some(list) = object.downcast_ref_if_exact::<PyList>(vm) {
                Any::List(self.values(object, || list.borrow_vec().to_vec())?)
            } else if let Some(tuple) = object.downcast_ref_if_exact::<PyTuple>(vm) {
                Any::Tuple(self.values(object, || tuple.as_slice().to_vec())?)
            } else if let Some(dict) = object.downcast_ref_if_exact::<PyDict>(vm) {
                let flat = self.values(object, || flat(dict.items_vec()))?;
                let mut flat = flat.into_iter();
                Any::Dict(std::iter::from_fn(|| flat.next().zip(flat.next())).collect())
            } else if let Some(set) = object.downcast_ref_if_exact::<PySet>(vm) {
                Any::Set(self.elements(object, || set.elements())?)
            } else if let Some(set) = object.downcast_ref_if_exact::<PyFrozenSet>(vm) {
                Any::FrozenSet(self.elements(object, || set.elements())?)
            } else {
                self.handle(object)
            },
        )
    }

    fn handle(&mut self, object: &PyObject) -> Any {
        Any::Handle(self.handles.hold(self.vm, object))
    }

    /// Returns the values of what `container` holds: of a snapshot, as other threads may change it meanwhile.
    fn values(
        &mut self,
        container: &PyObject,
        snapshot: impl FnOnce() -> Vec<PyObjectRef>,
    ) -> Result<Vec<Any>, Obstacle> {
        let identity = container.get_id();
        if self.within.len() == DEPTH_MAX || self.within.contains(&identity) {
            return Err(Obstacle::NoCopy);
        }
        // Before the snapshot, which takes memory too. A container counts even where it is empty.
        let length = container.length(self.vm).unwrap_or_default();
        self.count(length.saturating_add(1).saturating_mul(VALUE_BYTES))?;
        self.within.push(identity);
        let objects = snapshot();
        let values = objects.iter().map(|object| self.value(object)).collect();
        self.within.pop();
        values
    }

    fn elements(
        &mut self,
        set: &PyObject,
        snapshot: impl FnOnce() -> Vec<PyObjectRef>,
    ) -> Result<BTreeSet<Any>, Obstacle> {
        let elements = self.values(set, snapshot)?;
        let count = elements.len();
        let elements = BTreeSet::from_iter(elements);
        // Two NaNs, for instance.
        if elements.len() < count {
            return Err(Obstacle::NoCopy);
        }
        Ok(elements)
    }

    fn count(&mut self, bytes: usize) -> Result<(), Obstacle> {
        self.bytes = self.bytes.saturating_add(bytes as u64);
        if self.bytes > u64::from(FRAME_BYTES_MAX) {
            return Err(Obstacle::TooLong { bytes: self.bytes });
        }
        Ok(())
    }
}

/// Returns keys and values, in turn.
fn flat(entries: Vec<(PyObjectRef, PyObjectRef)>) -> Vec<PyObjectRef> {
    let entries = entries.into_iter();
    entries.flat_map(|(key, value)| [key, value]).collect()
}

/// Copies text, which is kept in the same way on both sides.
pub(super) fn text(text: &Py<PyStr>) -> Option<Str> {
    Str::try_from(text.as_bytes().to_vec()).ok()
}
