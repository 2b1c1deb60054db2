//! Builtins that have rules of their own, one by one.

use ruff_python_ast::{Expr, ExprCall};

use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::flow::names::ScopeKind;
use crate::flow::program::Style;
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// `format(value, spec)`.
    pub(crate) fn format_call(
        &mut self,
        first: Value,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        let spec = match args.nodes.get(1) {
            Some(Expr::StringLiteral(spec)) => spec.value.to_str().to_owned(),
            None => String::new(),
            Some(_) => "?".into(),
        };
        let kinds = self.formatted(first, &spec, call);
        self.scalar(kinds)
    }

    /// Questions about classes, which a class may answer itself.
    pub(crate) fn ask_class(&mut self, name: &str, args: &Args<'a>) -> Value {
        let first = args.positional.first().copied().unwrap_or_default();
        let second = args
            .positional
            .get(1)
            .copied()
            .unwrap_or(Value::of(Kinds::TYPE));
        let classes = Kinds::TYPE | Kinds::TUPLE | Kinds::ALIAS;
        if !classes.covers(second.kinds)
            || (name == "issubclass" && !Kinds::TYPE.covers(first.kinds))
        {
            self.hazards |= const { Hazards::built_in("TypeError") };
        }
        for special in ["__instancecheck__", "__subclasscheck__", "__subclasshook__"] {
            let class = self.class_of(Value::NOTHING);
            self.call_special(special, class, &[first]);
        }
        self.scalar(Kinds::BOOL)
    }

    /// `property(…)` called, rather than used as a decorator.
    pub(crate) fn property_call(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        if args.positional.len() > 4 {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("`property` was never compared with these arguments"),
            );
        }
        for value in args.all() {
            for callee in self.callees(value) {
                if let Callee::Function(id) = callee {
                    self.set_style(id, Style::Property);
                }
            }
        }
        args.positional.first().copied().unwrap_or_default()
    }

    /// `staticmethod(…)` and `classmethod(…)` called, rather than used as decorators.
    pub(crate) fn method_style_call(
        &mut self,
        name: &str,
        first: Value,
        call: &'a ExprCall,
    ) -> Value {
        if self.scopes.get(self.frame.scope).kind != ScopeKind::Class {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("`{name}` outside a class was never compared"),
            );
        }
        first
    }

    /// `vars(…)`.
    pub(crate) fn names_as_data(&mut self, first: Value, call: &'a ExprCall) -> Value {
        if !Kinds::INSTANCE.covers(first.kinds) {
            self.flag_at(
                call,
                "introspection",
                format_args!("the names of a class or module, as data, may differ"),
            );
        }
        let anything = self.heap.anything_flat();
        self.make(Kinds::DICT, call, 1, anything)
    }

    /// `next(…)`.
    pub(crate) fn next_item(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let first = args.positional.first().copied().unwrap_or_default();
        if !(Kinds::ITERATOR | Kinds::INSTANCE).covers(first.kinds) {
            self.hazards |= const { Hazards::built_in("TypeError") };
        }
        let mut item = self.iterate(first, call, true);
        let own = self.call_special("__next__", Value::of(Kinds::INSTANCE), &[]);
        if first.kinds.meets(Kinds::INSTANCE) {
            item = self.heap.join(item, own);
        }
        let default = args.positional.get(1).copied().unwrap_or_default();
        self.heap.join(item, default)
    }

    /// A builtin that asks an instance's own method.
    pub(crate) fn protocol(
        &mut self,
        name: &str,
        first: Value,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        let method = format!("__{name}__");
        let instance = Value::of(Kinds::INSTANCE);
        let mut result = self.call_special(&method, instance, &[]);
        if name == "bool" {
            self.truth(first);
        }
        match name {
            "len" | "int" => result.kinds |= Kinds::INT,
            "bool" => result.kinds |= Kinds::BOOL,
            "float" => result.kinds |= Kinds::FLOAT,
            _ => {}
        }
        let rest = Value {
            kinds: first.kinds & !Kinds::INSTANCE,
            ..first
        };
        if rest.is_nothing() {
            return result;
        }
        let mut others = args.clone();
        others.positional[0] = rest;
        let foreign = self.by_evidence(&format!("builtins.{name}"), None, &others, &[], call);
        self.heap.join(result, foreign)
    }

    /// `zip`, `enumerate`, `map`, `filter`: what they give is made of what they are given.
    pub(crate) fn lazy(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let fewest = if name == "zip" {
            0
        } else {
            1 + usize::from(name != "enumerate")
        };
        if args.positional.len() < fewest && args.further.is_none() {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("`{name}` was never compared with so few arguments"),
            );
        }
        let skip = usize::from(matches!(name, "map" | "filter"));
        let mut items = Vec::new();
        for value in args
            .positional
            .iter()
            .skip(skip)
            .copied()
            .chain(args.further)
        {
            items.push(self.iterate(value, call, false));
        }
        let mut all = Value::NOTHING;
        for item in &items {
            all = self.heap.join(all, *item);
        }
        let given = match name {
            "map" => {
                let function = args.positional.first().copied().unwrap_or_default();
                self.call(function, &Args::of(&items), call)
            }
            "filter" => {
                let function = args.positional.first().copied().unwrap_or_default();
                if function.kinds.meets(!Kinds::NONE) {
                    self.call(function, &Args::of(&items), call);
                }
                all
            }
            "enumerate" => {
                let number = self.scalar(Kinds::INT);
                self.make_tuple(call, 1, &[number, all])
            }
            _ if args.further.is_some() || items.is_empty() => {
                self.make(Kinds::TUPLE, call, 1, all)
            }
            _ => self.make_tuple(call, 1, &items),
        };
        self.make(Kinds::ITERATOR, call, 2, given)
    }

    /// Builtins that go through what they are given to the end.
    pub(crate) fn consume(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let order_free = matches!(
            name,
            "set" | "frozenset" | "any" | "all" | "sorted" | "sum" | "min" | "max"
        );
        let mut given = args.clone();
        for value in &mut given.positional {
            let walked =
                value.kinds.meets(Kinds::INSTANCE | Kinds::TYPE) && args.positional.len() == 1;
            let own = if walked {
                self.iterate(*value, call, order_free)
            } else {
                Value::NOTHING
            };
            if walked && !own.is_nothing() {
                // To evidence, an iterator of what the instance's own methods give.
                let iterator = self.make(Kinds::ITERATOR, call, 1, own);
                value.kinds = value.kinds & !Kinds::INSTANCE & !Kinds::TYPE | Kinds::ITERATOR;
                value.cell = iterator.cell;
            }
            let holds = self.heap.held(*value);
            if name == "sum"
                && value.kinds.meets(Kinds::UNORDERED)
                && holds.kinds.meets(Kinds::FLOATS)
            {
                self.flag_at(
                    call,
                    "set-order",
                    format_args!("a sum of floats depends on their order"),
                );
            }
            if holds.kinds.meets(Kinds::INSTANCE) {
                self.compare_instances(name);
            }
        }
        self.by_evidence(&format!("builtins.{name}"), None, &given, &[], call)
    }

    pub(crate) fn compare_instances(&mut self, name: &str) {
        let instance = Value::of(Kinds::INSTANCE);
        let methods: &[&str] = match name {
            "sorted" | "min" | "max" => &["__lt__", "__gt__"],
            "sum" => &["__add__", "__radd__"],
            _ => &["__hash__", "__eq__"],
        };
        for method in methods {
            let args: &[Value] = if *method == "__hash__" {
                &[]
            } else {
                &[instance]
            };
            self.call_special(method, instance, args);
        }
    }
}
