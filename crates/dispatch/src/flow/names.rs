//! Blocks and their names.

use std::rc::Rc;

use rustc_hash::FxHashMap as HashMap;

use ruff_python_ast::Stmt;

use crate::flow::bindings::Bindings;
use crate::heap::Value;
use crate::units::{Readers, Units};

/// The number of a block.
pub(crate) type ScopeId = usize;

/// What kind of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScopeKind {
    Module,
    Function,
    /// Its names are not seen by the blocks within it.
    Class,
}

/// A block, and what its names may be.
#[derive(Debug)]
pub(crate) struct Scope<'a> {
    pub(crate) kind: ScopeKind,
    pub(crate) parent: Option<ScopeId>,
    pub(crate) bindings: Bindings<'a>,
    values: HashMap<&'a str, Binding>,
    /// Who has asked for a name that had no value.
    absent: Readers,
}

/// What a name may be.
#[derive(Debug, Default)]
struct Binding {
    value: Value,
    readers: Readers,
}

/// All blocks.
#[derive(Debug)]
pub(crate) struct Scopes<'a> {
    blocks: Vec<Scope<'a>>,
    units: Rc<Units>,
    /// Who has found a name to be a builtin's, which a function may yet declare global.
    builtins: Readers,
}

/// Where a name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// To a block that binds it.
    Scope(ScopeId),
    /// To the builtins.
    Builtin,
}

impl<'a> Scopes<'a> {
    pub(crate) fn new(units: Rc<Units>) -> Self {
        Self {
            blocks: Vec::new(),
            units,
            builtins: Readers::default(),
        }
    }

    /// Adds a block.
    pub(crate) fn add(
        &mut self,
        kind: ScopeKind,
        parent: Option<ScopeId>,
        bindings: Bindings<'a>,
    ) -> ScopeId {
        self.blocks.push(Scope {
            kind,
            parent,
            bindings,
            values: HashMap::default(),
            absent: Readers::default(),
        });
        self.blocks.len() - 1
    }

    /// Adds a block of statements.
    pub(crate) fn add_body(
        &mut self,
        kind: ScopeKind,
        parent: Option<ScopeId>,
        body: &'a [Stmt],
    ) -> ScopeId {
        self.add(kind, parent, Bindings::of(body))
    }

    pub(crate) fn get(&self, scope: ScopeId) -> &Scope<'a> {
        &self.blocks[scope]
    }

    /// What a name of this very block may be, by what was seen so far.
    pub(crate) fn own(&self, scope: ScopeId, name: &str) -> Option<Value> {
        let scope = &self.blocks[scope];
        let Some(binding) = scope.values.get(name) else {
            self.units.read(&scope.absent);
            return None;
        };
        self.units.read(&binding.readers);
        Some(binding.value)
    }

    /// The value of a name of this very block, which has one from now on.
    pub(crate) fn bound(&mut self, scope: ScopeId, name: &'a str) -> Value {
        let scope = &mut self.blocks[scope];
        if let Some(binding) = scope.values.get(name) {
            return binding.value;
        }
        scope.values.insert(name, Binding::default());
        self.units.changed(&scope.absent);
        if scope.kind == ScopeKind::Module && !scope.bindings.bound.contains(name) {
            self.units.changed(&self.builtins);
        }
        Value::NOTHING
    }

    /// Changes the value of a name of this very block.
    pub(crate) fn rebind(&mut self, scope: ScopeId, name: &'a str, value: Value) {
        let binding = self.blocks[scope].values.entry(name).or_default();
        if binding.value != value {
            binding.value = value;
            self.units.changed(&binding.readers);
        }
    }

    /// Notes that more became known of a name than its value.
    pub(crate) fn redefined(&self, scope: ScopeId, name: &str) {
        let scope = &self.blocks[scope];
        let readers = scope.values.get(name).map(|binding| &binding.readers);
        self.units.changed(readers.unwrap_or(&scope.absent));
    }

    /// The names of a block that have values, and these.
    pub(crate) fn values(&self, scope: ScopeId) -> Vec<(&'a str, Value)> {
        let scope = &self.blocks[scope];
        self.units.read(&scope.absent);
        let each = scope.values.iter().map(|(name, binding)| {
            self.units.read(&binding.readers);
            (*name, binding.value)
        });
        each.collect()
    }

    /// The module's block around a block.
    pub(crate) fn module_of(&self, scope: ScopeId) -> ScopeId {
        let mut at = scope;
        while let Some(parent) = self.blocks[at].parent {
            at = parent;
        }
        at
    }

    /// Where a name leads that is used in a block.
    pub(crate) fn resolve(&self, scope: ScopeId, name: &str) -> Place {
        let start = &self.blocks[scope];
        if start.bindings.global.contains(name) {
            return self.in_module(scope, name);
        }
        let mut at = Some(scope);
        while let Some(here) = at {
            let block = &self.blocks[here];
            let visible = here == scope || block.kind != ScopeKind::Class;
            if visible && block.bindings.bound.contains(name) {
                return Place::Scope(here);
            }
            if visible && block.bindings.global.contains(name) {
                return self.in_module(here, name);
            }
            at = block.parent;
        }
        // A function may have declared it global and bound it there.
        self.in_module(scope, name)
    }

    fn in_module(&self, scope: ScopeId, name: &str) -> Place {
        let module = self.module_of(scope);
        let block = &self.blocks[module];
        if block.bindings.bound.contains(name) || block.values.contains_key(name) {
            Place::Scope(module)
        } else {
            self.units.read(&self.builtins);
            Place::Builtin
        }
    }

    /// The block in which an assignment in `scope` binds the name.
    pub(crate) fn target(&self, scope: ScopeId, name: &str) -> ScopeId {
        let bindings = &self.blocks[scope].bindings;
        if bindings.global.contains(name) {
            return self.module_of(scope);
        }
        if bindings.bound.contains(name) {
            return scope;
        }
        let mut at = self.blocks[scope].parent;
        while let Some(here) = at {
            let block = &self.blocks[here];
            if block.kind == ScopeKind::Function && block.bindings.bound.contains(name) {
                return here;
            }
            at = block.parent;
        }
        // A walrus in a comprehension at the module's level, or in a class.
        self.module_of(scope)
    }
}
