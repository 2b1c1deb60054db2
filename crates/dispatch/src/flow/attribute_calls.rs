//! Calls of what attributes are: `object.name(…)`.

use ruff_python_ast::{ExprAttribute, ExprCall};

use super::attributes::is_special;
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::flow::groups::Manner;
use crate::flow::program::Style;
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// `object.name(…)`. `None` where it is to be read and called in two steps.
    pub(crate) fn call_attribute(
        &mut self,
        object: Value,
        attribute: &'a ExprAttribute,
        call: &'a ExprCall,
    ) -> Option<Value> {
        let name = attribute.attr.as_str();
        if object.kinds.meets(Kinds::MODULE) {
            return None;
        }
        if name == "format"
            && let ruff_python_ast::Expr::StringLiteral(template) = &*attribute.value
        {
            let args = self.arguments(call, false);
            return Some(self.format_method(template.value.to_str(), &args, call));
        }
        let order_free =
            object.kinds.meets(Kinds::UNORDERED) && Kinds::UNORDERED.covers(object.kinds);
        let args = self.arguments(call, order_free);
        let mut result = Value::NOTHING;
        if object.kinds.meets(Kinds::OWN) {
            let own = self.call_own_attribute(object, attribute, &args, call);
            result = self.heap.join(result, own);
        }
        let foreign = Value {
            kinds: object.kinds
                & !(Kinds::OWN & !Kinds::TYPE)
                & !Kinds::MODULE
                & !Kinds::NONE
                & !Kinds::OTHER
                & !Kinds::ALIAS,
            ..object
        };
        let returned = self.call_method(foreign, name, &args, call);
        if object.kinds.meets(Kinds::OTHER) {
            result.kinds |= Kinds::OTHER;
        }
        Some(self.heap.join(result, returned))
    }

    fn call_own_attribute(
        &mut self,
        object: Value,
        attribute: &'a ExprAttribute,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        let name = attribute.attr.as_str();
        if object.kinds.meets(Kinds::SUPER) {
            return self.call_super(name, args, call);
        }
        if let Some(value) = self.call_class_protocol(object, name, args, call) {
            return value;
        }
        let stored = self.attribute_value(name);
        let mut found = !self.heap.callees_now(stored).is_empty();
        let of_class = object.kinds.meets(Kinds::TYPE);
        let manner = if of_class {
            Manner::OfClass
        } else {
            Manner::OfInstance
        };
        let called = self.call_many(stored, manner, object, args);
        let mut result = called.result;
        for callee in called.others {
            let returned = match callee {
                Callee::Function(id) if self.is_property(id) => {
                    let function = self.call_own_method(id, object, &Args::default());
                    self.call(function, args, call)
                }
                Callee::Function(id) => self.call_as_attribute(id, of_class, object, args),
                Callee::Class(id) => self.construct(id, args),
                Callee::Library(id) => {
                    let name = self.library[id].clone();
                    self.call_library(&name, args, call)
                }
                Callee::Method(id) => {
                    let name = self.library[id].clone();
                    let receiver = self.heap.held(stored);
                    self.call_method(receiver, &name, args, call)
                }
            };
            result = self.heap.join(result, returned);
        }
        if stored.kinds.meets(Kinds::INSTANCE) {
            let own = self.call_special_with("__call__", Value::of(Kinds::INSTANCE), args);
            result = self.heap.join(result, own);
            found = true;
        }
        if !self.attribute_value("__getattr__").is_nothing() {
            let text = Value::of(Kinds::STR);
            let got = self.call_special("__getattr__", Value::of(Kinds::INSTANCE), &[text]);
            let returned = self.call(got, args, call);
            result = self.heap.join(result, returned);
            found = true;
        }
        if !found && !object.kinds.meets(!Kinds::OWN) {
            self.unknown_own_method(object, attribute);
        }
        result
    }

    /// Calls a function that is what an attribute is.
    pub(super) fn call_as_attribute(
        &mut self,
        id: usize,
        of_class: bool,
        object: Value,
        args: &Args<'a>,
    ) -> Value {
        if self.functions[id].class.is_none() {
            // Of the instance, or, as one that a decorator gave, of the class.
            let plain = self.call_function(id, None, args);
            let method = self.call_own_method(id, object, args);
            return self.heap.join(plain, method);
        }
        // `Class.method(instance, …)`.
        if of_class && self.function_as_known(id).style != Style::Class {
            return self.call_function(id, None, args);
        }
        self.call_own_method(id, object, args)
    }

    fn unknown_own_method(&mut self, object: Value, attribute: &'a ExprAttribute) {
        let name = attribute.attr.as_str();
        self.hazards |= const { Hazards::built_in("AttributeError") };
        if object.kinds.meets(Kinds::TYPE) {
            return;
        }
        let inherited = self
            .each_class()
            .any(|class| class.nature.tuple || class.nature.enumeration || class.nature.exception);
        if inherited
            || object
                .kinds
                .meets(Kinds::EXCEPTION | Kinds::ERROR | Kinds::FUNCTION)
            || is_special(name)
        {
            self.flag_at(
                attribute,
                "no-evidence",
                format_args!(
                    "the method `{name}` is not the program's own, and was never compared"
                ),
            );
        }
    }
}
