//! Blocks and their names.

use rustc_hash::FxHashMap as HashMap;

use ruff_python_ast::Stmt;

use crate::flow::bindings::Bindings;
use crate::heap::Value;

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
    pub(crate) values: HashMap<&'a str, Value>,
}

/// All blocks.
#[derive(Debug, Default)]
pub(crate) struct Scopes<'a> {
    scopes: Vec<Scope<'a>>,
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
    /// Adds a block.
    pub(crate) fn add(
        &mut self,
        kind: ScopeKind,
        parent: Option<ScopeId>,
        bindings: Bindings<'a>,
    ) -> ScopeId {
        self.scopes.push(Scope {
            kind,
            parent,
            bindings,
            values: HashMap::default(),
        });
        self.scopes.len() - 1
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
        &self.scopes[scope]
    }

    /// What a name of this very block may be, by what was seen so far.
    pub(crate) fn own(&self, scope: ScopeId, name: &str) -> Option<Value> {
        self.scopes[scope].values.get(name).copied()
    }

    /// The value of a name of this very block, to be changed.
    pub(crate) fn slot(&mut self, scope: ScopeId, name: &'a str) -> &mut Value {
        self.scopes[scope].values.entry(name).or_default()
    }

    /// The module's block around a block.
    pub(crate) fn module_of(&self, scope: ScopeId) -> ScopeId {
        let mut at = scope;
        while let Some(parent) = self.scopes[at].parent {
            at = parent;
        }
        at
    }

    /// Where a name leads that is used in a block.
    pub(crate) fn resolve(&self, scope: ScopeId, name: &str) -> Place {
        let start = &self.scopes[scope];
        if start.bindings.global.contains(name) {
            return self.in_module(scope, name);
        }
        let mut at = Some(scope);
        while let Some(here) = at {
            let block = &self.scopes[here];
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
        let block = &self.scopes[module];
        if block.bindings.bound.contains(name) || block.values.contains_key(name) {
            Place::Scope(module)
        } else {
            Place::Builtin
        }
    }

    /// The block in which an assignment in `scope` binds the name.
    pub(crate) fn target(&self, scope: ScopeId, name: &str) -> ScopeId {
        let bindings = &self.scopes[scope].bindings;
        if bindings.global.contains(name) {
            return self.module_of(scope);
        }
        if bindings.bound.contains(name) {
            return scope;
        }
        let mut at = self.scopes[scope].parent;
        while let Some(here) = at {
            let block = &self.scopes[here];
            if block.kind == ScopeKind::Function && block.bindings.bound.contains(name) {
                return here;
            }
            at = block.parent;
        }
        // A walrus in a comprehension at the module's level, or in a class.
        self.module_of(scope)
    }
}
