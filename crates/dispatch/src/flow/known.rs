//! What is known of classes and functions so far, each with who has asked for it.

use smallvec::SmallVec;

use crate::flow::engine::Engine;
use crate::flow::names::ScopeId;
use crate::flow::program::{Class, Function, Nature, Style};
use crate::heap::{Callee, Value};

/// So many callees or classes are searched in the time of a step.
const SEARCHED: usize = 16;

impl<'a> Engine<'a> {
    /// The classes of the program.
    pub(crate) fn classes(&self) -> &[Class<'a>] {
        self.units.read(&self.class_readers);
        &self.classes
    }

    /// Each class of the program, to be searched.
    pub(super) fn each_class(&self) -> impl Iterator<Item = &Class<'a>> {
        self.spend(self.classes.len() / SEARCHED);
        self.classes().iter()
    }

    /// Whether a class of the program is one of classes.
    pub(super) fn has_metaclass(&self) -> bool {
        self.units.read(&self.class_readers);
        self.has_metaclass
    }

    /// What a call of the value may run.
    pub(super) fn callees(&self, value: Value) -> SmallVec<[Callee; 4]> {
        let callees = self.heap.callees(value);
        self.spend(callees.len() / SEARCHED);
        callees
    }

    /// Takes over what is known of a class by now.
    pub(crate) fn describe_class(&mut self, id: usize, nature: Nature, bases: Vec<usize>) {
        self.has_metaclass |= nature.metaclass;
        let class = &mut self.classes[id];
        if class.nature != nature || class.bases != bases {
            class.nature = nature;
            class.bases = bases;
            self.units.changed(&self.class_readers);
        }
    }

    /// A function of the program, whose hazards, results and style may yet change.
    pub(crate) fn function_as_known(&self, id: usize) -> &Function<'a> {
        let function = &self.functions[id];
        self.units.read(&function.readers);
        function
    }

    /// Whether a function is called by reading an attribute.
    pub(crate) fn is_property(&self, id: usize) -> bool {
        self.function_as_known(id).style == Style::Property
    }

    /// Sets how a function is called.
    pub(crate) fn set_style(&mut self, id: usize, style: Style) {
        let function = &mut self.functions[id];
        if function.style != style {
            function.style = style;
            self.units.changed(&function.readers);
        }
    }

    /// Notes that there may be negative numbers, where there may.
    pub(crate) fn note_negatives(&mut self, may_be: bool) {
        if may_be && !self.negatives {
            self.negatives = true;
            self.units.changed(&self.negatives_readers);
        }
    }

    /// Whether there may be negative numbers.
    pub(crate) fn has_negatives(&self) -> bool {
        self.units.read(&self.negatives_readers);
        self.negatives
    }

    /// Notes that a generator is made a context manager of.
    pub(crate) fn note_manager(&mut self, id: usize) {
        if self.managers.insert(id) {
            self.units.changed(&self.functions[id].readers);
        }
    }

    /// Whether a generator is made a context manager of.
    pub(crate) fn is_manager(&self, id: usize) -> bool {
        self.units.read(&self.functions[id].readers);
        self.managers.contains(&id)
    }

    /// Notes what a name of a block is defined as.
    pub(crate) fn define(&mut self, scope: ScopeId, name: &'a str, callee: Callee) {
        if self.definitions.insert((scope, name), callee) != Some(callee) {
            self.scopes.redefined(scope, name);
        }
    }
}
