//! Methods of the built-in types and of the library's.

use std::borrow::Cow;

use ruff_python_ast::ExprCall;
use smallvec::SmallVec;

use crate::evidence;
use crate::flow::calls::Args;
use crate::flow::containers::is_mapping;
use crate::flow::engine::Engine;
use crate::hazards::Hazards;
use crate::heap::{Cell, Value};
use crate::kinds::Kinds;
use crate::spec;

/// Methods that keep what they are given in their object.
const KEEPS: &[&str] = &[
    "append",
    "add",
    "insert",
    "appendleft",
    "setdefault",
    "push",
    "put",
    "put_nowait",
    "__setitem__",
    "write",
    "enter_context",
    "replace",
    "get",
    "pop",
    "fromkeys",
];

/// Methods that keep what their arguments hold.
const SPREADS: &[&str] = &[
    "extend",
    "update",
    "extendleft",
    "union",
    "symmetric_difference_update",
    "subtract",
    "new_child",
];

/// Methods whose results are pairs of what their object holds.
const PAIRS: &[&str] = &["items", "most_common", "popitem"];

impl<'a> Engine<'a> {
    /// Calls a method of each kind that the receiver may be.
    pub(crate) fn call_method(
        &mut self,
        receiver: Value,
        name: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        let mut result = Value::NOTHING;
        let mut known = false;
        let kinds = receiver.kinds;
        let mut methods: SmallVec<[(Kinds, Cow<'static, str>); 2]> = SmallVec::new();
        for member in self.judge.members(name) {
            if (kinds & !Kinds::TYPE).meets(member.kind()) {
                let method = member.method();
                methods.extend(method.map(|method| (member.kind(), method.name.into())));
            }
        }
        if kinds.meets(Kinds::TYPE) {
            let method = self.type_method(receiver, name);
            if evidence::knows(&method) {
                methods.push((Kinds::TYPE, method.into()));
            }
        }
        for (kind, callable) in methods {
            known = true;
            let one = Value {
                kinds: kind,
                ..receiver
            };
            let returned = self.call_known_method(one, &callable, name, args, call);
            result = self.heap.join(result, returned);
        }
        if !known && !(kinds & !Kinds::TYPE).is_empty() {
            self.method_never_compared(kinds, name, call);
            return Value::UNKNOWN;
        }
        result
    }

    fn method_never_compared(&mut self, kinds: Kinds, name: &str, call: &'a ExprCall) {
        if !self.is_checking() {
            return;
        }
        let names: Vec<_> = kinds.each().map(evidence::kind_name).collect();
        self.flag_at(
            call,
            "no-evidence",
            format_args!(
                "the method `{name}` of {} was never compared",
                names.join(" or ")
            ),
        );
    }

    /// The name of a method that is called on a type: `dict.fromkeys`, `datetime.datetime.fromisoformat`.
    fn type_method(&self, receiver: Value, name: &str) -> String {
        let library = self
            .callees(receiver)
            .into_iter()
            .find_map(|callee| match callee {
                crate::heap::Callee::Library(id) => Some(self.library[id].clone()),
                _ => None,
            });
        let owner = library.unwrap_or_default();
        format!(
            "{}.{name}",
            owner.strip_prefix("builtins.").unwrap_or(&owner)
        )
    }

    fn call_known_method(
        &mut self,
        receiver: Value,
        callable: &str,
        name: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        if let Some(cell) = receiver.cell {
            self.keep(receiver, cell, name, args);
        }
        if receiver.kinds.meets(Kinds::UNORDERED) && name == "pop" {
            self.flag_at(
                call,
                "set-order",
                format_args!("which item a set gives up first is the interpreter's own affair"),
            );
        }
        if receiver.kinds.meets(Kinds::UNORDERED) && matches!(name, "add" | "discard" | "remove") {
            for value in &args.positional {
                self.hashed(*value);
            }
        }
        self.check_text_method(receiver, callable, name, call);
        if callable == "str.format" {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("a template that is not written here was never compared"),
            );
        }
        let kept: &[usize] = if KEEPS.contains(&name) { &[0, 1] } else { &[] };
        let result = self.by_evidence(callable, Some(receiver), args, kept, call);
        if PAIRS.contains(&name) && receiver.cell.is_some() {
            let (key, value) = self.items_of(receiver);
            let value = if name == "most_common" {
                Value::of(Kinds::INT)
            } else {
                value
            };
            let pair = self.make_tuple(call, 5, &[key, value]);
            if name == "popitem" {
                return pair;
            }
            return self.make(result.kinds, call, 6, pair);
        }
        if is_mapping(receiver.kinds) {
            return self.mapping_result(receiver, name, args, result, call);
        }
        result
    }

    /// What a method of a mapping gives, keys and values told apart.
    fn mapping_result(
        &mut self,
        mapping: Value,
        name: &str,
        args: &Args<'a>,
        result: Value,
        call: &'a ExprCall,
    ) -> Value {
        let (key, value) = self.items_of(mapping);
        match name {
            "get" | "pop" | "setdefault" => {
                let default = args
                    .positional
                    .get(1)
                    .copied()
                    .unwrap_or(Value::of(Kinds::NONE));
                self.heap.join(value, default)
            }
            "keys" => self.make(result.kinds, call, 6, key),
            "values" => self.make(result.kinds, call, 6, value),
            "copy" => mapping,
            _ => result,
        }
    }

    fn keep(&mut self, receiver: Value, cell: Cell, name: &str, args: &Args<'a>) {
        if is_mapping(receiver.kinds) {
            self.keep_in_mapping(receiver, cell, name, args);
            return;
        }
        if KEEPS.contains(&name) {
            for value in args.all() {
                self.heap.put(cell, value);
            }
        }
        if SPREADS.contains(&name) {
            for value in args.all() {
                let held = self.heap.held(value);
                self.heap.put(cell, held);
                let text = value.kinds & Kinds::STRINGS;
                self.heap.put(cell, Value::of(text));
            }
        }
    }

    fn keep_in_mapping(&mut self, mapping: Value, cell: Cell, name: &str, args: &Args<'a>) {
        match (name, &args.positional[..]) {
            ("setdefault", [key, value, ..]) => self.put_item(mapping, *key, *value),
            ("setdefault", [key]) => self.put_item(mapping, *key, Value::of(Kinds::NONE)),
            ("update" | "subtract", [other, ..]) if is_mapping(other.kinds) => {
                let (key, value) = self.items_of(*other);
                self.put_item(mapping, key, value);
            }
            ("update" | "subtract", [other, ..]) => {
                let held = self.heap.held(*other);
                self.heap.put(cell, held);
                let within = self.heap.held(held);
                self.heap.put(cell, within);
                self.heap
                    .put(cell, Value::of(Kinds::INT | (other.kinds & Kinds::STRINGS)));
            }
            _ => {}
        }
        if matches!(name, "update" | "subtract") {
            for (_, value) in &args.keywords {
                self.put_item(mapping, Value::of(Kinds::STR), *value);
            }
        }
    }

    /// `'…'.format(…)` with a template that is written there.
    pub(crate) fn format_method(
        &mut self,
        template: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        let mut kinds = crate::flow::expressions::text_kind(template);
        let Some(fields) = spec::fields(template) else {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("a field of this template was never compared"),
            );
            return self.scalar(kinds);
        };
        let mut all = Value::NOTHING;
        for value in args.all() {
            all = self.heap.join(all, value);
        }
        for field in fields {
            let value = match &field.name {
                spec::Name::Position(position) => args.positional.get(*position).copied(),
                spec::Name::Keyword(name) => args
                    .keywords
                    .iter()
                    .find(|(known, _)| known == name)
                    .map(|(_, value)| *value),
            };
            if value.is_none() {
                self.hazards |= const { Hazards::built_in("IndexError") }
                    | const { Hazards::built_in("KeyError") };
            }
            if field
                .conversion
                .is_some_and(|conversion| !"rs".contains(conversion))
            {
                self.flag_at(
                    call,
                    "no-evidence",
                    format_args!("a conversion of this template was never compared"),
                );
            }
            let value = value.or(args.further).unwrap_or(all);
            kinds |= match field.conversion {
                Some(conversion) => self.shown(value, conversion == 'r', call),
                None => self.formatted(value, &field.spec, call),
            };
        }
        self.scalar(kinds)
    }
}
