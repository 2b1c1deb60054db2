//! The walks: all that is due is looked at again, until nothing new is learnt.

use ruff_python_ast::Stmt;
use ruff_text_size::Ranged as _;

use crate::flow::engine::Engine;
use crate::flow::program::{Body, Frame};
use crate::hazards::Hazards;
use crate::heap::Value;
use crate::kinds::Kinds;
use crate::units::Unit;

/// As many walks are enough for any program that people write; one that needs more is not analysed.
const WALKS: usize = 40;

impl<'a> Engine<'a> {
    /// Walks until nothing new is learnt. What was never seen to be called is then called with anything, since something
    /// that is not seen may call it. Returns whether there was an end.
    pub(super) fn learn(&mut self) -> bool {
        for _ in 0..WALKS {
            self.heap.grew = false;
            self.walk();
            if self.heap.grew || self.call_the_uncalled() {
                continue;
            }
            if self.settled {
                return true;
            }
            // What may be raised is only told by values that are known.
            self.settled = true;
        }
        false
    }

    pub(super) fn walk(&mut self) {
        for module in 0..self.modules.len() {
            self.frame = Frame {
                module,
                scope: self.module_scopes[module],
                function: None,
                class: None,
            };
            let body = self.modules[module].body();
            self.block(body);
        }
        let mut next = 0;
        while next < self.functions.len() {
            self.walk_function(next);
            next += 1;
        }
        self.call_groups();
    }

    pub(super) fn walk_function(&mut self, id: usize) {
        let function = &self.functions[id];
        if !function.called {
            return;
        }
        let unit = function.unit;
        self.hazards = Hazards::NONE;
        self.unit(unit, |engine| engine.walk_code(id));
        let hazards = if self.settled {
            self.hazards
        } else {
            Hazards::NONE
        };
        let function = &mut self.functions[id];
        let all = function.hazards | hazards;
        if all != function.hazards {
            function.hazards = all;
            self.heap.grew = true;
            self.units.changed(&function.readers);
        }
    }

    pub(super) fn walk_code(&mut self, id: usize) {
        let function = &self.functions[id];
        self.frame = Frame {
            module: function.module,
            scope: function.scope,
            function: Some(id),
            class: function.class,
        };
        match function.body {
            Body::Def(def) => {
                if function.is_async && function.is_generator {
                    self.flag(
                        def.name.start(),
                        "async-generator",
                        format_args!("the finalisation of async generators differs"),
                    );
                }
                self.block(&def.body);
                // Falling off the end.
                if !matches!(def.body.last(), Some(Stmt::Return(_) | Stmt::Raise(_))) {
                    self.returns(Value::of(Kinds::NONE));
                }
            }
            Body::Lambda(lambda) => {
                let value = self.expr(&lambda.body);
                self.returns(value);
            }
        }
    }

    /// Walks the statements of a block.
    pub(crate) fn block(&mut self, body: &'a [Stmt]) {
        let first = self.units.of_block(body);
        for (place, statement) in body.iter().enumerate() {
            self.unit(first.after(place), |engine| engine.statement(statement));
        }
    }

    /// Walks a unit, unless a walk of it would be as the last was.
    pub(super) fn unit(&mut self, unit: Unit, walk: impl FnOnce(&mut Self)) {
        if self.leaves_out
            && let Some(hazards) = self.units.settled(unit)
            && !self.reports(unit)
        {
            self.hazards |= hazards;
            self.units.include(unit);
            return;
        }
        let before = std::mem::replace(&mut self.hazards, Hazards::NONE);
        let hazards_around = self.hazards_around;
        self.hazards_around |= before;
        let around = self.units.begin(unit);
        walk(self);
        self.units.end(unit, around, self.hazards);
        self.hazards_around = hazards_around;
        self.hazards |= before;
    }

    /// The unit of a function, which is a part of no other.
    pub(crate) fn new_unit(&self) -> Unit {
        self.units.add(Unit::NONE, 1)
    }

    /// What may be raised in the code at hand until here. Whoever asks is walked again each time.
    pub(crate) fn hazards_so_far(&self) -> Hazards {
        self.units.again();
        self.hazards | self.hazards_around
    }

    /// Calls with anything what was never called. Returns whether there was something.
    pub(super) fn call_the_uncalled(&mut self) -> bool {
        let anything = self.heap.anything_flat();
        let mut any = false;
        for id in 0..self.functions.len() {
            if self.functions[id].called {
                continue;
            }
            any = true;
            self.functions[id].called = true;
            let scope = self.functions[id].scope;
            for (place, parameter) in self.functions[id]
                .body
                .parameters()
                .into_iter()
                .flatten()
                .enumerate()
            {
                let first = place == 0 && self.functions[id].class.is_some();
                let value = if first {
                    Value::of(Kinds::INSTANCE)
                } else {
                    anything
                };
                self.bind(scope, parameter.name().as_str(), value);
            }
        }
        any
    }
}
