//! Definitions of functions, and what decorators make of them.

use ruff_python_ast::{Expr, StmtFunctionDef};

use crate::flow::bindings::Bindings;
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::flow::names::ScopeKind;
use crate::flow::program::{Body, Function, Style};
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;
use crate::units::Readers;

impl<'a> Engine<'a> {
    pub(crate) fn define_function(&mut self, def: &'a StmtFunctionDef) {
        self.annotations(&def.parameters, def.returns.as_deref());
        if def.type_params.is_some() {
            self.flag_at(
                &def.name,
                "no-evidence",
                format_args!("type parameters were never compared"),
            );
        }
        let decorators: Vec<Value> = def
            .decorator_list
            .iter()
            .map(|decorator| self.expr(&decorator.expression))
            .collect();
        let frame = self.frame;
        let id = self.function(def, |engine| {
            let mut bindings = Bindings::of(&def.body);
            bindings.bound.extend(
                (&*def.parameters)
                    .into_iter()
                    .map(|parameter| parameter.name().as_str()),
            );
            Function {
                body: Body::Def(def),
                module: frame.module,
                scope: engine
                    .scopes
                    .add(ScopeKind::Function, Some(frame.scope), bindings),
                class: frame
                    .class
                    .filter(|_| engine.scopes.get(frame.scope).kind == ScopeKind::Class),
                style: implied_style(def.name.as_str()),
                is_async: def.is_async,
                is_generator: crate::yields::yields(&def.body),
                returns: Value::NOTHING,
                yields: engine.heap.cell(),
                hazards: Hazards::NONE,
                called: false,
                unit: engine.new_unit(),
                readers: Readers::default(),
            }
        });
        self.bind_defaults(id);
        let mut value = self.make(Kinds::FUNCTION, def, 0, Value::NOTHING);
        if let Some(cell) = value.cell {
            self.heap.calls(cell, Callee::Function(id));
        }
        if decorators.is_empty() {
            self.define(frame.scope, def.name.as_str(), Callee::Function(id));
        }
        for (decorator, node) in decorators.into_iter().zip(&def.decorator_list).rev() {
            if let Some(style) = self.style_of(decorator, &node.expression) {
                let before = self.functions[id].style;
                if before != Style::Plain && before != style {
                    self.flag_at(
                        &node.expression,
                        "no-evidence",
                        format_args!("these decorators were never compared together"),
                    );
                }
                self.set_style(id, style);
                continue;
            }
            value = self.decorated(decorator, value, &node.expression);
        }
        self.assign_name(def.name.as_str(), value);
    }

    /// The style that a decorator gives a method.
    pub(crate) fn style_of(&self, decorator: Value, node: &Expr) -> Option<Style> {
        if let Expr::Attribute(attribute) = node
            && matches!(attribute.attr.as_str(), "setter" | "deleter" | "getter")
        {
            return Some(Style::Property);
        }
        [
            ("builtins.property", Style::Property),
            ("functools.cached_property", Style::Property),
            ("builtins.staticmethod", Style::Static),
            ("builtins.classmethod", Style::Class),
        ]
        .into_iter()
        .find(|(name, _)| self.is_library(decorator, name))
        .map(|(_, style)| style)
    }

    /// What a decorator makes of a function or class.
    pub(crate) fn decorated(&mut self, decorator: Value, value: Value, node: &'a Expr) -> Value {
        let mut result = Value::NOTHING;
        let args = Args::of(&[value]);
        let callees = self.callees(decorator);
        if decorator.kinds.meets(Kinds::INSTANCE) {
            let own = self.call_special_with("__call__", Value::of(Kinds::INSTANCE), &args);
            result = self.heap.join(result, own);
        } else if callees.is_empty() && self.is_checking() {
            self.flag_at(
                node,
                "unknown-call",
                format_args!("what this decorator does is not known"),
            );
        }
        for callee in callees {
            let returned = match callee {
                Callee::Function(id) => self.call_function(id, None, &args),
                Callee::Class(id) => {
                    if let Some(init) = self.init_of(id) {
                        self.call_function(init, Some(Value::of(Kinds::INSTANCE)), &args);
                    }
                    self.scalar(Kinds::INSTANCE)
                }
                Callee::Library(id) => {
                    let name = self.library[id].clone();
                    self.library_decorator(&name, value, node)
                }
                Callee::Method(id) => {
                    // `function.register`, of a single-dispatch function.
                    let name = self.library[id].clone();
                    if &*name != "register" {
                        self.flag_at(
                            node,
                            "no-evidence",
                            format_args!("`{name}` as a decorator was never compared"),
                        );
                    }
                    value
                }
            };
            result = self.heap.join(result, returned);
        }
        result
    }
}

/// The style of methods that the language knows by name.
fn implied_style(name: &str) -> Style {
    match name {
        "__init_subclass__" | "__class_getitem__" | "__prepare__" => Style::Class,
        _ => Style::Plain,
    }
}
