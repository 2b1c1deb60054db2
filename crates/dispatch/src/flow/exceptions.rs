//! `try` and `raise`: which exceptions come to which handler.

use ruff_python_ast::{ExceptHandler, Expr, StmtRaise, StmtTry};

use crate::flow::engine::Engine;
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    pub(crate) fn attempt(&mut self, attempt: &'a StmtTry) {
        let before = std::mem::replace(&mut self.hazards, Hazards::NONE);
        let around = std::mem::replace(&mut self.hazards_around, Hazards::NONE);
        self.block(&attempt.body);
        let raised = self.hazards;
        for handler in &attempt.handlers {
            self.handler(handler, raised, attempt.is_star);
        }
        self.hazards |= before;
        self.hazards_around = around;
        self.block(&attempt.orelse);
        self.block(&attempt.finalbody);
    }

    pub(crate) fn handler(&mut self, handler: &'a ExceptHandler, raised: Hazards, is_star: bool) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        let mut caught = Hazards::NONE;
        let before = std::mem::replace(&mut self.hazards, raised);
        match handler.type_.as_deref() {
            None => caught = Hazards::ALL,
            Some(Expr::Tuple(types)) => {
                for kind in &types.elts {
                    caught |= self.caught_by(kind);
                }
            }
            Some(kind) => caught |= self.caught_by(kind),
        }
        let raised = std::mem::replace(&mut self.hazards, before);
        if let Some(name) = &handler.name {
            let kind = if caught.meets(raised) {
                Kinds::EXCEPTION
            } else {
                Kinds::ERROR
            };
            let kind = if is_star { Kinds::EXCEPTION } else { kind };
            let value = self.scalar(kind);
            self.assign_name(name.as_str(), value);
        }
        self.block(&handler.body);
    }

    /// What a handler of that type catches of what the interpreter raises.
    pub(crate) fn caught_by(&mut self, kind: &'a Expr) -> Hazards {
        let value = self.expr(kind);
        let mut caught = Hazards::NONE;
        let callees = self.callees(value);
        if callees.is_empty() {
            return Hazards::ALL;
        }
        for callee in callees {
            caught |= match callee {
                Callee::Class(_) => Hazards::NONE,
                Callee::Library(id) => {
                    let name = self.library[id].clone();
                    let name = name.strip_prefix("builtins.").unwrap_or(&name);
                    if matches!(name, "RecursionError" | "MemoryError") {
                        self.flag_at(
                            kind,
                            "limits",
                            format_args!("when `{name}` is raised differs"),
                        );
                    }
                    self.hazards |= Hazards::expected_by(name);
                    Hazards::caught_by(name)
                }
                Callee::Function(_) | Callee::Method(_) => Hazards::ALL,
            };
        }
        caught
    }

    pub(crate) fn raise(&mut self, raise: &'a StmtRaise) {
        for part in [&raise.exc, &raise.cause].into_iter().flatten() {
            let value = self.expr(part);
            let class = value.kinds.meets(Kinds::TYPE);
            if class && let Expr::Name(_) = &**part {
                self.raise_class(value);
            }
        }
    }

    /// `raise Class`: an instance is made of it.
    pub(crate) fn raise_class(&mut self, class: Value) {
        for callee in self.callees(class) {
            if let Callee::Class(_) = callee {
                self.call_special("__init__", Value::of(Kinds::ERROR), &[]);
            }
        }
    }
}
