//! The objects that the host holds.

use std::collections::{BTreeMap, HashMap};

use rustpython_vm::{AsObject as _, PyObject, PyObjectRef, VirtualMachine};
use tier_api::{Failure, Handle, HandleKind};

use super::Refusal;

/// The objects that the host holds, and what it knows them by.
///
/// An object that is held twice has one handle: it stays alive while it is here, so its address is its own.
pub(super) struct Handles {
    isolate: u64,
    /// The number that the next object gets; none is given twice.
    next: u64,
    held: BTreeMap<u64, Held>,
    by_address: HashMap<usize, u64>,
}

struct Held {
    object: PyObjectRef,
    /// As it was first told: an object may change its class.
    handle: Handle,
}

impl Handles {
    /// Returns the empty table of an isolate.
    pub(super) fn new(isolate: u64) -> Self {
        Self {
            isolate,
            next: 0,
            held: BTreeMap::new(),
            by_address: HashMap::new(),
        }
    }

    /// Returns the handle of `object`, which is held from here on.
    pub(super) fn hold(&mut self, vm: &VirtualMachine, object: &PyObject) -> Handle {
        let known = self.by_address.get(&object.get_id());
        if let Some(held) = known.and_then(|id| self.held.get(id)) {
            return held.handle.clone();
        }
        let handle = Handle {
            isolate: self.isolate,
            id: self.next,
            kind: kind(vm, object),
            type_name: object.class().name().to_string(),
        };
        self.next += 1;
        let held = Held {
            object: object.to_owned(),
            handle: handle.clone(),
        };
        self.by_address.insert(object.get_id(), handle.id);
        self.held.insert(handle.id, held);
        handle
    }

    /// Returns the object that `handle` stands for.
    pub(super) fn object(&self, handle: &Handle) -> Result<PyObjectRef, Refusal> {
        let own = handle.isolate == self.isolate;
        let held = self.held.get(&handle.id).filter(|_| own);
        held.map(|held| held.object.clone())
            .ok_or_else(|| Refusal::Failed(Failure::DeadHandle(handle.clone())))
    }

    /// Holds an object no longer, and returns it: dropping it may run a finalizer.
    pub(super) fn release(&mut self, handle: &Handle) -> Result<PyObjectRef, Refusal> {
        let object = self.object(handle)?;
        self.held.remove(&handle.id);
        self.by_address.remove(&object.get_id());
        Ok(object)
    }

    /// Returns the number of the next object: see [`Self::release_since`].
    pub(super) fn mark(&self) -> u64 {
        self.next
    }

    /// Holds what came after `mark` no longer.
    pub(super) fn release_since(&mut self, mark: u64) {
        let released = self.held.split_off(&mark);
        for held in released.values() {
            self.by_address.remove(&held.object.get_id());
        }
    }
}

fn kind(vm: &VirtualMachine, object: &PyObject) -> HandleKind {
    if object.is_callable() {
        HandleKind::Callable
    } else if object.fast_isinstance(vm.ctx.exceptions.base_exception_type) {
        HandleKind::Exception
    } else {
        HandleKind::Object
    }
}
