//! Statements.

use ruff_python_ast::{Expr, Operator, Stmt, StmtFor, StmtWith};

use crate::evidence;
use crate::flow::attributes::is_special;
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::hazards::Hazards;
use crate::heap::Value;
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    pub(crate) fn statement(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Expr(expression) => {
                self.expr(&expression.value);
            }
            Stmt::Assign(assignment) => {
                let value = self.expr(&assignment.value);
                for target in &assignment.targets {
                    self.assign(target, value);
                }
            }
            Stmt::AugAssign(assignment) => self.augmented(assignment),
            Stmt::AnnAssign(assignment) => {
                if assignment.simple && self.frame.function.is_none() {
                    self.annotation(&assignment.annotation);
                }
                if let Some(value) = &assignment.value {
                    let value = self.expr(value);
                    self.assign(&assignment.target, value);
                }
            }
            Stmt::If(_) | Stmt::While(_) | Stmt::For(_) => self.branch(statement),
            Stmt::With(with) => self.with(with),
            Stmt::Match(choice) => {
                let subject = self.expr(&choice.subject);
                for case in &choice.cases {
                    self.pattern(&case.pattern, subject);
                    if let Some(guard) = &case.guard {
                        self.condition(guard);
                    }
                    self.block(&case.body);
                }
            }
            Stmt::Try(attempt) => self.attempt(attempt),
            Stmt::Raise(raise) => self.raise(raise),
            Stmt::Return(given) => {
                let value = given
                    .value
                    .as_deref()
                    .map_or(Value::of(Kinds::NONE), |value| self.expr(value));
                self.returns(value);
            }
            Stmt::Assert(assertion) => {
                self.condition(&assertion.test);
                if let Some(message) = &assertion.msg {
                    let value = self.expr(message);
                    self.bind_attribute("(exception argument)", value);
                }
            }
            Stmt::Delete(deletion) => self.delete(&deletion.targets),
            Stmt::FunctionDef(def) => self.define_function(def),
            Stmt::ClassDef(def) => self.define_class(def),
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::TypeAlias(_) => self.flag_at(
                statement,
                "no-evidence",
                format_args!("a `type` statement was never compared"),
            ),
            Stmt::IpyEscapeCommand(_) => {
                self.flag_at(statement, "syntax", format_args!("this is no Python"));
            }
            Stmt::Global(_)
            | Stmt::Nonlocal(_)
            | Stmt::Pass(_)
            | Stmt::Break(_)
            | Stmt::Continue(_) => {}
        }
    }

    /// Statements that decide what is run.
    fn branch(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::If(choice) => {
                self.condition(&choice.test);
                self.block(&choice.body);
                for clause in &choice.elif_else_clauses {
                    if let Some(test) = &clause.test {
                        self.condition(test);
                    }
                    self.block(&clause.body);
                }
            }
            Stmt::While(repeat) => {
                self.condition(&repeat.test);
                self.block(&repeat.body);
                self.block(&repeat.orelse);
            }
            Stmt::For(walk) => self.for_loop(walk),
            _ => {}
        }
    }

    fn condition(&mut self, test: &'a Expr) {
        let value = self.expr(test);
        self.truth(value);
    }

    fn augmented(&mut self, assignment: &'a ruff_python_ast::StmtAugAssign) {
        let before = match &*assignment.target {
            Expr::Name(name) => {
                let scope = self.scopes.target(self.frame.scope, name.id.as_str());
                let value = self.scopes.own(scope, name.id.as_str()).unwrap_or_default();
                if value.is_nothing() {
                    self.hazards |= const { Hazards::built_in("NameError") };
                }
                self.or_anything(value)
            }
            Expr::Attribute(attribute) => self.attribute_expr(attribute),
            Expr::Subscript(subscript) => self.subscript(subscript),
            _ => Value::NOTHING,
        };
        let value = self.expr(&assignment.value);
        let result = self.in_place(assignment, before, value);
        if let Some(cell) = before.cell {
            let held = self.heap.held(value);
            let held = Value {
                kinds: held.kinds | value.kinds & Kinds::STRINGS,
                ..held
            };
            if before.kinds.meets(!(Kinds::OWN | Kinds::ITERATOR)) {
                self.heap.put(cell, held);
            }
        }
        let containers = before.kinds & (Kinds::LIST | Kinds::DICT | Kinds::SET);
        let result = self.heap.join(
            result,
            Value {
                kinds: containers,
                ..before
            },
        );
        self.assign(&assignment.target, result);
    }

    /// `target op= value`. RustPython adapts the instruction to the numbers or texts it meets first, and then forgets that it
    /// was to work in place.
    fn in_place(
        &mut self,
        assignment: &'a ruff_python_ast::StmtAugAssign,
        before: Value,
        value: Value,
    ) -> Value {
        let adapted = Kinds::INTEGERS | Kinds::FLOATS | Kinds::STRINGS;
        let changed = Kinds::LIST | Kinds::INSTANCE;
        if before.kinds.meets(adapted)
            && before.kinds.meets(changed)
            && matches!(
                assignment.op,
                Operator::Add | Operator::Sub | Operator::Mult
            )
        {
            let message =
                "an operator that has met numbers no longer changes a list or an object in place";
            self.flag_at(assignment, "adaptive", format_args!("{message}"));
        }
        let rest = Value {
            kinds: before.kinds & !Kinds::LIST,
            ..before
        };
        let result = self.binary(assignment.op, rest, value, assignment, true);
        if !before.kinds.meets(Kinds::LIST) {
            return result;
        }
        let list = Value {
            kinds: Kinds::LIST,
            ..before
        };
        if assignment.op == Operator::Add {
            self.by_evidence(
                "list.extend",
                Some(list),
                &Args::of(&[value]),
                &[],
                assignment,
            );
        } else {
            self.binary(assignment.op, list, value, assignment, true);
        }
        self.heap.join(result, list)
    }

    fn for_loop(&mut self, walk: &'a StmtFor) {
        let iterable = self.expr(&walk.iter);
        let item = if walk.is_async {
            self.iterate_async(iterable, &*walk.iter)
        } else {
            self.iterate(iterable, &*walk.iter, false)
        };
        self.assign(&walk.target, item);
        self.block(&walk.body);
        self.block(&walk.orelse);
    }

    fn with(&mut self, with: &'a StmtWith) {
        for item in &with.items {
            let manager = self.expr(&item.context_expr);
            let entered = self.enter(manager, with.is_async, &item.context_expr);
            if let Some(target) = &item.optional_vars {
                self.assign(target, entered);
            }
        }
        self.block(&with.body);
    }

    /// What entering a context manager gives.
    fn enter(&mut self, manager: Value, is_async: bool, node: &'a Expr) -> Value {
        let mut entered = Value::NOTHING;
        let instance = Value::of(Kinds::INSTANCE);
        if manager.kinds.meets(Kinds::INSTANCE) {
            let (enter, exit) = if is_async {
                ("__aenter__", "__aexit__")
            } else {
                ("__enter__", "__exit__")
            };
            entered = self.call_special(enter, instance, &[]);
            if is_async {
                entered = self.heap.held(entered);
            }
            let class = self.class_of(Value::NOTHING);
            let class = Value {
                kinds: class.kinds | Kinds::NONE,
                ..class
            };
            let raised = if self.hazards_so_far() == Hazards::NONE {
                Kinds::ERROR
            } else {
                Kinds::ERROR | Kinds::EXCEPTION
            };
            let error = Value::of(raised | Kinds::NONE);
            self.call_special(
                exit,
                instance,
                &[class, error, Value::of(Kinds::NONE | Kinds::OTHER)],
            );
        }
        if manager.kinds.meets(Kinds::MANAGER) {
            let held = self.heap.held(manager);
            entered = self.heap.join(entered, held);
        }
        let itself = Value {
            kinds: manager.kinds & !Kinds::INSTANCE & !Kinds::MANAGER,
            ..manager
        };
        for kind in (itself.kinds & !Kinds::OTHER).each() {
            let callable = format!("{}.__enter__", evidence::kind_name(kind));
            if !evidence::knows(&callable) {
                self.flag_at(
                    node,
                    "no-evidence",
                    format_args!(
                        "`with` was never compared with a {}",
                        evidence::kind_name(kind)
                    ),
                );
            }
        }
        self.heap.join(entered, itself)
    }

    fn delete(&mut self, targets: &'a [Expr]) {
        for target in targets {
            match target {
                Expr::Subscript(subscript) => {
                    let object = self.expr(&subscript.value);
                    let index = self.expr(&subscript.slice);
                    if object.kinds.meets(Kinds::INSTANCE) {
                        self.call_special("__delitem__", Value::of(Kinds::INSTANCE), &[index]);
                    }
                    self.operator("op:del[]", &[object, index], target);
                }
                Expr::Attribute(attribute) => {
                    if is_special(attribute.attr.as_str()) {
                        self.flag_at(
                            target,
                            "introspection",
                            format_args!("deleting `{}` may differ", attribute.attr.as_str()),
                        );
                    }
                    self.expr(&attribute.value);
                    let text = Value::of(Kinds::STR);
                    self.call_special("__delattr__", Value::of(Kinds::INSTANCE), &[text]);
                    self.call_special(
                        "__delete__",
                        Value::of(Kinds::INSTANCE),
                        &[Value::of(Kinds::INSTANCE)],
                    );
                }
                Expr::Tuple(tuple) => self.delete(&tuple.elts),
                _ => {}
            }
        }
    }
}
