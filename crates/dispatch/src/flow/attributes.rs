//! Attributes, read and set.

use ruff_python_ast::ExprAttribute;

use crate::evidence::{self, Use};
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

/// Attributes that every class, function or instance has, and that are the same on both tiers.
const INTROSPECTION: &[(&str, Kinds)] = &[
    ("__name__", Kinds::STR),
    ("__qualname__", Kinds::STR),
    ("__module__", Kinds::STR),
    ("__class__", Kinds::TYPE),
    ("__cause__", Kinds::EXCEPTION),
    ("__context__", Kinds::EXCEPTION),
];

impl<'a> Engine<'a> {
    pub(crate) fn attribute_expr(&mut self, attribute: &'a ExprAttribute) -> Value {
        let object = self.expr(&attribute.value);
        let mut result = Value::NOTHING;
        if object.kinds.meets(Kinds::MODULE) {
            let member = self.module_attribute(object, attribute.attr.as_str(), attribute);
            result = self.heap.join(result, member);
        }
        if object.kinds.meets(Kinds::OWN) {
            let own = self.own_attribute(object, attribute);
            result = self.heap.join(result, own);
        }
        let foreign = Value {
            kinds: object.kinds
                & !Kinds::OWN
                & !Kinds::MODULE
                & !Kinds::NONE
                & !Kinds::OTHER
                & !Kinds::ALIAS,
            ..object
        };
        let read = self.foreign_attribute(foreign, attribute, result.is_nothing());
        if object.kinds.meets(Kinds::OTHER) {
            result.kinds |= Kinds::OTHER;
        }
        self.heap.join(result, read)
    }

    /// An attribute of an object of the program's own.
    fn own_attribute(&mut self, object: Value, attribute: &'a ExprAttribute) -> Value {
        let name = attribute.attr.as_str();
        if let Some(value) = self.introspection(name, object, attribute) {
            return value;
        }
        let mut result = Value::NOTHING;
        let stored = self.attribute_value(name);
        for callee in self.callees(stored) {
            if let Callee::Function(id) = callee
                && self.is_property(id)
            {
                let value = self.call_own_method(id, object, &Args::default());
                result = self.heap.join(result, value);
            }
        }
        result = self.heap.join(result, stored);
        if stored.kinds.meets(Kinds::INSTANCE) {
            let args = [
                Value::of(Kinds::INSTANCE | Kinds::NONE),
                Value::of(Kinds::TYPE),
            ];
            let got = self.call_special("__get__", Value::of(Kinds::INSTANCE), &args);
            result = self.heap.join(result, got);
        }
        let text = Value::of(Kinds::STR);
        for hook in ["__getattr__", "__getattribute__"] {
            let got = self.call_special(hook, Value::of(Kinds::INSTANCE), &[text]);
            result = self.heap.join(result, got);
        }
        if result.is_nothing() {
            self.hazards |= const { Hazards::built_in("AttributeError") };
        }
        let member = self.enum_attribute(name, object);
        let result = self.heap.join(result, member);
        let special = self.exception_attribute(name, object, attribute);
        let result = self.heap.join(result, special);
        // A method that is not called at once is bound to its object.
        self.bound_method(object, result, attribute)
    }

    /// A method taken from an object, to be called later: its receiver is bound now.
    fn bound_method(
        &mut self,
        object: Value,
        method: Value,
        attribute: &'a ExprAttribute,
    ) -> Value {
        if !object.kinds.meets(Kinds::INSTANCE | Kinds::MEMBER)
            || !method.kinds.meets(Kinds::FUNCTION)
        {
            return method;
        }
        let is_method = self.callees(method).iter().any(|callee| match callee {
            Callee::Function(id) => self.functions[*id].class.is_some(),
            _ => false,
        });
        if !is_method {
            return method;
        }
        let bound = self.make(Kinds::FUNCTION, attribute, 4, object);
        let id = self.library_id(attribute.attr.as_str());
        if let Some(cell) = bound.cell {
            self.heap.calls(cell, Callee::Method(id));
        }
        let others = Value::of(method.kinds & !Kinds::FUNCTION);
        self.heap.join(bound, others)
    }

    fn introspection(
        &mut self,
        name: &str,
        object: Value,
        attribute: &'a ExprAttribute,
    ) -> Option<Value> {
        if let Some((_, kinds)) = INTROSPECTION.iter().find(|(known, _)| *known == name) {
            if name == "__qualname__" && object.kinds.meets(Kinds::FUNCTION) {
                self.flag_at(
                    attribute,
                    "introspection",
                    format_args!("the qualified name of a function within another differs"),
                );
            }
            if name == "__class__" {
                return Some(self.class_of(object));
            }
            return Some(self.scalar(
                *kinds
                    | if kinds.meets(Kinds::EXCEPTION) {
                        Kinds::NONE
                    } else {
                        Kinds::EMPTY
                    },
            ));
        }
        if is_special(name) && self.is_library_class(object) && object.kinds == Kinds::TYPE {
            self.flag_at(
                attribute,
                "introspection",
                format_args!("`{name}` of a class of the library may differ"),
            );
        }
        match name {
            "__mro__" | "__bases__"
                if object.kinds == Kinds::TYPE && !self.scopes_define("mro") =>
            {
                let class = self.class_of(object);
                Some(self.make(Kinds::TUPLE, attribute, 5, class))
            }
            "__dict__" => {
                if !Kinds::INSTANCE.covers(object.kinds) {
                    self.flag_at(
                        attribute,
                        "introspection",
                        format_args!("the names of a class, as data, may differ"),
                    );
                }
                let anything = self.heap.anything_flat();
                Some(self.make(Kinds::DICT, attribute, 0, anything))
            }
            "__wrapped__" => Some(self.heap.anything_flat()),
            "__init__" | "__new__" | "__str__" | "__repr__" | "__eq__" | "__hash__"
            | "__setattr__" | "__getattribute__" => None,
            _ if is_special(name) && self.attribute_value(name).is_nothing() => {
                self.flag_at(
                    attribute,
                    "introspection",
                    format_args!("`{name}` may differ"),
                );
                Some(Value::NOTHING)
            }
            _ => None,
        }
    }

    /// Whether a class of the program defines a method of that name.
    fn scopes_define(&self, name: &str) -> bool {
        self.each_class()
            .any(|class| self.scopes.get(class.scope).bindings.bound.contains(name))
    }

    fn enum_attribute(&mut self, name: &str, object: Value) -> Value {
        if !object.kinds.meets(Kinds::MEMBER | Kinds::TYPE) {
            return Value::NOTHING;
        }
        match name {
            "name" | "_name_" => self.scalar(Kinds::STR),
            "value" | "_value_" => self.attribute_value("(member value)"),
            _ => Value::NOTHING,
        }
    }

    fn exception_attribute(
        &mut self,
        name: &str,
        object: Value,
        attribute: &'a ExprAttribute,
    ) -> Value {
        if !object.kinds.meets(Kinds::EXCEPTION | Kinds::ERROR) {
            return Value::NOTHING;
        }
        match name {
            "args" => {
                if object.kinds.meets(Kinds::EXCEPTION) {
                    self.flag_at(
                        attribute,
                        "exception-text",
                        format_args!(
                            "the arguments of an exception that the interpreter may have raised"
                        ),
                    );
                }
                let anything = self.attribute_value("(exception argument)");
                self.make(Kinds::TUPLE, attribute, 0, anything)
            }
            "value" => self.attribute_value("(returned)"),
            "exceptions" => {
                let held = Value::of(object.kinds);
                self.make(Kinds::TUPLE, attribute, 0, held)
            }
            "code" => self.attribute_value("(exception argument)"),
            _ => {
                if self.attribute_value(name).is_nothing() {
                    self.flag_at(
                        attribute,
                        "exception-text",
                        format_args!("`{name}` of an exception was never compared"),
                    );
                }
                Value::NOTHING
            }
        }
    }

    /// An attribute of something of the library, not called.
    fn foreign_attribute(
        &mut self,
        object: Value,
        attribute: &'a ExprAttribute,
        alone: bool,
    ) -> Value {
        let name = attribute.attr.as_str();
        let mut result = Value::NOTHING;
        let mut unknown = object.kinds;
        for member in self.judge.members(name) {
            if !object.kinds.meets(member.kind()) {
                continue;
            }
            unknown &= !member.kind();
            let read = match (member.constant(), member.method()) {
                (Some(constant), _) => self.foreign_constant(object, constant.name, attribute),
                (None, Some(_)) => self.foreign_method(object, attribute),
                (None, None) => Value::NOTHING,
            };
            result = self.heap.join(result, read);
        }
        if alone && !unknown.is_empty() {
            result.kinds |= Kinds::OTHER;
            self.never_compared(unknown, attribute);
        }
        result
    }

    /// An attribute with a value.
    fn foreign_constant(
        &mut self,
        object: Value,
        constant: &str,
        attribute: &'a ExprAttribute,
    ) -> Value {
        let finding = self.judge.judge(constant, &Use::default());
        self.note(&finding, attribute, constant);
        self.note_negatives(finding.result.meets(Kinds::INTEGERS | Kinds::FLOATS));
        let value = self.scalar(finding.result);
        if value.cell.is_some() || finding.held.is_empty() {
            return value;
        }
        let held = self.heap.held(object);
        self.make(finding.result, attribute, 2, held)
    }

    /// A method that is not called at once.
    fn foreign_method(&mut self, object: Value, attribute: &'a ExprAttribute) -> Value {
        let bound = self.make(Kinds::FUNCTION, attribute, 4, object);
        let id = self.library_id(attribute.attr.as_str());
        if let Some(cell) = bound.cell {
            self.heap.calls(cell, Callee::Method(id));
        }
        bound
    }

    fn never_compared(&mut self, kinds: Kinds, attribute: &'a ExprAttribute) {
        if !self.is_checking() {
            return;
        }
        let name = attribute.attr.as_str();
        for kind in kinds.each().map(evidence::kind_name) {
            self.flag_at(
                attribute,
                "no-evidence",
                format_args!("`{name}` of a {kind} was never compared"),
            );
        }
    }

    /// Sets an attribute.
    pub(crate) fn store_attribute(
        &mut self,
        object: Value,
        attribute: &'a ExprAttribute,
        value: Value,
    ) {
        let name = attribute.attr.as_str();
        if object.kinds.meets(Kinds::MODULE) {
            self.flag_at(
                attribute,
                "patching",
                format_args!("an attribute of a module is set"),
            );
        }
        let foreign = object.kinds
            & !Kinds::OWN
            & !Kinds::MODULE
            & !Kinds::NONE
            & !Kinds::OTHER
            & !Kinds::ALIAS;
        if !foreign.is_empty() {
            self.flag_at(
                attribute,
                "no-evidence",
                format_args!("setting `{name}` of something of the library was never compared"),
            );
        }
        if is_special(name) && !matches!(name, "__name__" | "__doc__" | "__wrapped__" | "__cause__")
        {
            self.flag_at(
                attribute,
                "introspection",
                format_args!("setting `{name}` may differ"),
            );
        }
        let stored = self.attribute_value(name);
        for callee in self.callees(stored) {
            if let Callee::Function(id) = callee
                && self.is_property(id)
            {
                self.call_own_method(id, object, &Args::of(&[value]));
            }
        }
        if stored.kinds.meets(Kinds::INSTANCE) {
            let args = [Value::of(Kinds::INSTANCE), value];
            self.call_special("__set__", Value::of(Kinds::INSTANCE), &args);
        }
        let text = Value::of(Kinds::STR);
        self.call_special("__setattr__", Value::of(Kinds::INSTANCE), &[text, value]);
        self.bind_attribute(name, value);
    }
}

/// Whether it is a name that belongs to the language.
pub(crate) fn is_special(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}
