//! How instances are made.

use ruff_python_ast::{Expr, Stmt};
use rustc_hash::FxHashSet as HashSet;

use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// Makes an instance.
    pub(crate) fn construct(&mut self, id: usize, args: &Args<'a>) -> Value {
        let nature = self.classes()[id].nature;
        let class = self.class_of(Value::NOTHING);
        if nature.enumeration {
            return self.scalar(Kinds::MEMBER);
        }
        if nature.metaclass {
            return class;
        }
        let kinds = if nature.exception {
            Kinds::ERROR
        } else {
            Kinds::INSTANCE
        };
        let instance = self.scalar(kinds);
        if nature.exception {
            for value in args.all() {
                self.bind_attribute("(exception argument)", value);
            }
        }
        let mut constructed = false;
        for name in ["__new__", "__init__"] {
            if let Some(method) = self.inherited(id, name) {
                constructed = true;
                let receiver = if name == "__new__" { class } else { instance };
                self.call_function(method, Some(receiver), args);
            }
        }
        if !constructed {
            self.fill_fields(id, args);
        }
        if self.has_metaclass() {
            self.call_special_with("__call__", class, args);
        }
        instance
    }

    /// A class of the program and all that it derives from, each once, the class itself first.
    pub(crate) fn ancestry(&self, id: usize) -> Vec<usize> {
        let classes = self.classes();
        let mut ancestry = vec![id];
        let mut seen = HashSet::<usize>::from_iter([id]);
        let mut next = 0;
        while let Some(class) = ancestry.get(next) {
            next += 1;
            let bases = classes[*class].bases.iter().copied();
            ancestry.extend(bases.filter(|base| seen.insert(*base)));
        }
        self.spend(ancestry.len());
        ancestry
    }

    /// A method that a class defines or inherits from a class of the program.
    pub(crate) fn inherited(&self, id: usize, name: &str) -> Option<usize> {
        self.ancestry(id).into_iter().find_map(|class| {
            let value = self.scopes.own(self.classes()[class].scope, name)?;
            self.heap
                .callees(value)
                .into_iter()
                .find_map(|callee| match callee {
                    Callee::Function(function) => Some(function),
                    _ => None,
                })
        })
    }

    /// The constructor that a dataclass or a named tuple is given: its parameters are the fields.
    pub(crate) fn fill_fields(&mut self, id: usize, args: &Args<'a>) {
        let fields = self.fields(id);
        for (number, value) in args.positional.iter().enumerate() {
            if let Some(field) = fields.get(number) {
                self.bind_attribute(field, *value);
            }
        }
        for (name, value) in &args.keywords {
            self.bind_attribute(name, *value);
        }
        if let Some(further) = args.further {
            for field in &fields {
                self.bind_attribute(field, further);
            }
        }
        self.call_special("__post_init__", Value::of(Kinds::INSTANCE), &[]);
    }

    pub(crate) fn fields(&self, id: usize) -> Vec<&'a str> {
        let mut fields = Vec::new();
        for class in self.ancestry(id).into_iter().rev() {
            for statement in &self.classes()[class].def.body {
                if let Stmt::AnnAssign(field) = statement
                    && let Expr::Name(name) = &*field.target
                    && !fields.contains(&name.id.as_str())
                {
                    fields.push(name.id.as_str());
                }
            }
        }
        fields
    }
}
