//! What attributes may be, by their names, whatever the object.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap as HashMap;

use crate::heap::Value;
use crate::units::{Readers, Units};

/// What an attribute may be.
#[derive(Debug, Default)]
struct Attribute {
    value: Value,
    readers: Readers,
}

/// All attributes.
#[derive(Debug)]
pub(crate) struct Attributes {
    values: HashMap<String, Attribute>,
    units: Rc<Units>,
    /// Who has asked for one that had no value.
    absent: RefCell<HashMap<String, Readers>>,
    /// Who has asked what attributes there are.
    names_readers: Readers,
}

impl Attributes {
    pub(crate) fn new(units: Rc<Units>) -> Self {
        Self {
            values: HashMap::default(),
            units,
            absent: RefCell::default(),
            names_readers: Readers::default(),
        }
    }

    /// What an attribute may be.
    pub(crate) fn get(&self, name: &str) -> Value {
        if let Some(attribute) = self.values.get(name) {
            self.units.read(&attribute.readers);
            return attribute.value;
        }
        let mut absent = self.absent.borrow_mut();
        if let Some(readers) = absent.get(name) {
            self.units.read(readers);
        } else {
            let readers = Readers::default();
            self.units.read(&readers);
            absent.insert(name.to_owned(), readers);
        }
        Value::NOTHING
    }

    /// The names of all.
    pub(crate) fn names(&self) -> Vec<String> {
        self.units.read(&self.names_readers);
        self.values.keys().cloned().collect()
    }

    /// What an attribute may be, which has a value from now on.
    pub(crate) fn bound(&mut self, name: &str) -> Value {
        if let Some(attribute) = self.values.get(name) {
            return attribute.value;
        }
        self.values.insert(name.to_owned(), Attribute::default());
        self.units.changed(&self.names_readers);
        if let Some(readers) = self.absent.get_mut().remove(name) {
            self.units.changed(&readers);
        }
        Value::NOTHING
    }

    /// Changes what an attribute may be.
    pub(crate) fn rebind(&mut self, name: &str, value: Value) {
        if let Some(attribute) = self.values.get_mut(name)
            && attribute.value != value
        {
            attribute.value = value;
            self.units.changed(&attribute.readers);
        }
    }
}
