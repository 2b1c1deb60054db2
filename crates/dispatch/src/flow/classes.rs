//! Classes: how they are defined, what makes an instance, and what they inherit.

use ruff_python_ast::{Expr, Stmt, StmtClassDef};
use smallvec::smallvec;

use crate::flow::attributes::is_special;
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::flow::names::ScopeKind;
use crate::flow::program::{Class, Frame, Nature};
use crate::flow::special_methods::{ALONE, COUNTED, METHODS, has_effects};
use crate::hazards::is_exception;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

/// Classes of the library that a class may derive from.
const BASES: &[&str] = &[
    "builtins.object",
    "abc.ABC",
    "typing.Generic",
    "typing.Protocol",
    "typing.NamedTuple",
    "typing.TypedDict",
    "enum.Enum",
    "enum.IntEnum",
    "enum.Flag",
    "enum.IntFlag",
    "enum.StrEnum",
    "builtins.type",
    "abc.ABCMeta",
];

impl<'a> Engine<'a> {
    pub(crate) fn define_class(&mut self, def: &'a StmtClassDef) {
        let arguments = def.arguments.as_deref();
        let mut bases = Vec::new();
        let mut nature = Nature::default();
        for base in arguments.iter().flat_map(|arguments| &arguments.args) {
            let value = self.expr(base);
            self.inherit(value, base, &mut bases, &mut nature);
        }
        let mut keywords = Vec::new();
        for keyword in arguments.iter().flat_map(|arguments| &arguments.keywords) {
            let value = self.expr(&keyword.value);
            match keyword
                .arg
                .as_ref()
                .map(ruff_python_ast::Identifier::as_str)
            {
                Some("metaclass") => self.metaclass(value, &keyword.value),
                Some(name) => keywords.push((name, value)),
                None => {}
            }
        }
        let decorators: Vec<Value> = def
            .decorator_list
            .iter()
            .map(|decorator| self.expr(&decorator.expression))
            .collect();
        nature.fields |= decorators
            .iter()
            .any(|decorator| self.is_library(*decorator, "dataclasses.dataclass"));
        let outer = self.frame;
        let id = self.class(def, |engine| Class {
            def,
            scope: engine
                .scopes
                .add_body(ScopeKind::Class, Some(outer.scope), &def.body),
            bases: Vec::new(),
            nature,
        });
        self.describe_class(id, nature, bases);
        self.class_body(id, def, outer);
        let mut value = self.make(Kinds::TYPE, def, 0, Value::NOTHING);
        if let Some(cell) = value.cell {
            self.heap.calls(cell, Callee::Class(id));
        }
        self.class_hooks(value, keywords);
        if decorators
            .iter()
            .all(|decorator| self.is_library(*decorator, "dataclasses.dataclass"))
        {
            self.define(outer.scope, def.name.as_str(), Callee::Class(id));
        }
        for (decorator, node) in decorators.into_iter().zip(&def.decorator_list).rev() {
            value = self.decorated(decorator, value, &node.expression);
        }
        self.assign_name(def.name.as_str(), value);
    }

    fn class_body(&mut self, id: usize, def: &'a StmtClassDef, outer: Frame) {
        self.frame = Frame {
            scope: self.classes()[id].scope,
            class: Some(id),
            ..outer
        };
        self.block(&def.body);
        self.frame = outer;
        for statement in &def.body {
            if let Stmt::FunctionDef(method) = statement {
                let name = method.name.as_str();
                if is_special(name) && !METHODS.contains(&name) && !ALONE.contains(&name) {
                    self.flag_at(
                        &method.name,
                        "special-method",
                        format_args!("when `{name}` is called may differ"),
                    );
                }
                if COUNTED.contains(&name) && has_effects(&method.body) {
                    self.flag_at(
                        &method.name,
                        "special-method",
                        format_args!("how often, or on which operand, `{name}` is called differs"),
                    );
                }
                if ALONE.contains(&name) {
                    self.call_special(name, Value::of(Kinds::INSTANCE), &[]);
                }
            }
        }
        if self.classes()[id].nature.enumeration {
            self.members(id);
        }
    }

    /// What the members of an enumeration are worth.
    fn members(&mut self, id: usize) {
        self.heap.exists(Kinds::MEMBER);
        let scope = self.classes()[id].scope;
        for (name, value) in self.scopes.values(scope) {
            if !value.kinds.meets(Kinds::FUNCTION) && !name.starts_with('_') {
                self.bind_attribute("(member value)", value);
                self.bind_attribute(name, Value::of(Kinds::MEMBER));
            }
        }
        self.bind_attribute("(member value)", Value::of(Kinds::INT));
    }

    fn inherit(
        &mut self,
        value: Value,
        node: &'a Expr,
        bases: &mut Vec<usize>,
        nature: &mut Nature,
    ) {
        let callees = self
            .definition(node)
            .map_or_else(|| self.callees(value), |callee| smallvec![callee]);
        if callees.is_empty() && !value.kinds.meets(Kinds::ALIAS) && self.is_checking() {
            self.flag_at(
                node,
                "base-class",
                format_args!("what this class derives from is not known"),
            );
        }
        for callee in callees {
            match callee {
                Callee::Class(id) => {
                    bases.push(id);
                    let inherited = self.classes()[id].nature;
                    nature.exception |= inherited.exception;
                    nature.enumeration |= inherited.enumeration;
                    nature.tuple |= inherited.tuple;
                    nature.metaclass |= inherited.metaclass;
                }
                Callee::Library(id) => {
                    let name = self.library[id].clone();
                    self.inherit_library(&name, node, nature);
                }
                Callee::Function(_) | Callee::Method(_) => {
                    self.flag_at(
                        node,
                        "base-class",
                        format_args!("what this class derives from is not known"),
                    );
                }
            }
        }
    }

    fn inherit_library(&mut self, name: &str, node: &'a Expr, nature: &mut Nature) {
        let builtin = name.strip_prefix("builtins.").unwrap_or("");
        if is_exception(builtin) {
            nature.exception = true;
            return;
        }
        nature.enumeration |= name.starts_with("enum.");
        nature.fields |= name == "typing.NamedTuple";
        nature.tuple |= name == "typing.NamedTuple";
        nature.metaclass |= matches!(name, "builtins.type" | "abc.ABCMeta");
        let abstract_collection = name.starts_with("collections.abc.");
        if !BASES.contains(&name) && !abstract_collection {
            self.flag_at(
                node,
                "base-class",
                format_args!("deriving from `{name}` was never compared"),
            );
        }
    }

    fn metaclass(&mut self, value: Value, node: &'a Expr) {
        for callee in self.callees(value) {
            match callee {
                Callee::Library(id)
                    if !matches!(&*self.library[id], "abc.ABCMeta" | "builtins.type") =>
                {
                    let name = self.library[id].clone();
                    self.flag_at(
                        node,
                        "base-class",
                        format_args!("the metaclass `{name}` was never compared"),
                    );
                }
                _ => {}
            }
        }
        let text = self.scalar(Kinds::STR);
        let tuple = self.make(Kinds::TUPLE, node, 1, Value::of(Kinds::TYPE));
        let anything = self.heap.anything_flat();
        let dict = self.make(Kinds::DICT, node, 2, anything);
        let class = self.class_of(Value::NOTHING);
        for name in ["__new__", "__init__"] {
            self.call_special(name, class, &[text, tuple, dict]);
        }
        self.call_special("__prepare__", class, &[text, tuple]);
    }

    /// What the interpreter calls when a class is made.
    fn class_hooks(&mut self, class: Value, keywords: Vec<(&'a str, Value)>) {
        let args = Args {
            keywords: keywords.into(),
            ..Args::default()
        };
        self.call_special_with("__init_subclass__", class, &args);
        let text = self.scalar(Kinds::STR);
        self.call_special("__set_name__", Value::of(Kinds::INSTANCE), &[class, text]);
    }
}
