//! Subscripts, read and set.

use std::rc::Rc;

use ruff_python_ast::{Expr, ExprSubscript, Number, UnaryOp};
use smallvec::smallvec;

use crate::evidence::{Arguments, Seen, Use};
use crate::flow::containers::is_mapping;
use crate::flow::engine::Engine;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// `container[index]`, read.
    pub(crate) fn subscript(&mut self, subscript: &'a ExprSubscript) -> Value {
        if self.is_argv(&subscript.value) && leaves_out_the_first(&subscript.slice) {
            let arguments = self.arguments_of_program();
            return if subscript.slice.is_slice_expr() {
                arguments
            } else {
                self.scalar(Kinds::STR)
            };
        }
        let object = self.expr(&subscript.value);
        let index = self.expr(&subscript.slice);
        let kinds = object.kinds;
        let mut result = Value::NOTHING;
        if kinds.meets(Kinds::INSTANCE) {
            let own = self.call_special("__getitem__", Value::of(Kinds::INSTANCE), &[index]);
            let missing = self.call_special("__missing__", Value::of(Kinds::INSTANCE), &[index]);
            result = self.heap.join(own, missing);
        }
        if kinds.meets(Kinds::TYPE | Kinds::ALIAS) {
            let own = self.type_item(object);
            result = self.heap.join(result, own);
            self.call_special("__class_getitem__", object, &[index]);
        }
        if kinds.meets(Kinds::OTHER) {
            result.kinds |= Kinds::OTHER;
        }
        let foreign = Value {
            kinds: kinds
                & !Kinds::OWN
                & !Kinds::ALIAS
                & !Kinds::OTHER
                & !Kinds::MODULE
                & !Kinds::NONE,
            ..object
        };
        if foreign.is_nothing() {
            return result;
        }
        let read = self.item(foreign, index, subscript);
        self.heap.join(result, read)
    }

    /// A subscripted class: a member of an enumeration, or the class with its parameters.
    pub(crate) fn type_item(&mut self, object: Value) -> Value {
        let mut result = Value {
            kinds: object.kinds & Kinds::TYPE,
            ..object
        };
        if self.each_class().any(|class| class.nature.enumeration) || self.heap.has(Kinds::MEMBER) {
            result.kinds |= Kinds::MEMBER;
        }
        let library = self
            .callees(object)
            .iter()
            .any(|callee| matches!(callee, Callee::Library(_)));
        if object.kinds.meets(Kinds::ALIAS) || library {
            result.kinds |= self.scalar(Kinds::ALIAS).kinds;
        }
        result
    }

    pub(crate) fn item(&mut self, object: Value, index: Value, node: &'a ExprSubscript) -> Value {
        if index.kinds == Kinds::SLICE {
            let usage = Use {
                args: smallvec![self.seen_foreign(object)],
                ..Use::default()
            };
            let finding = self.judge.judge("op:[:]", &usage);
            self.note(&finding, node, "op:[:]");
            return object;
        }
        let holders = Kinds::STRINGS | Kinds::BYTES;
        let finding = {
            let usage = Use {
                args: smallvec![self.seen_foreign(object), self.seen_foreign(index)],
                kept: if object.kinds == Kinds::DICT {
                    &[1]
                } else {
                    &[]
                },
                ..Use::default()
            };
            if usage.args[1].kinds.is_empty() {
                Rc::default()
            } else {
                self.judge.judge("op:[]", &usage)
            }
        };
        self.note(&finding, node, "op:[]");
        let mut result = self.held_at(object, node);
        let scalar = object.kinds & holders;
        result.kinds |= scalar & Kinds::STRINGS;
        if scalar.meets(Kinds::BYTES) || object.kinds.meets(Kinds::RANGE) {
            result.kinds |= Kinds::INT;
        }
        if result.is_nothing() {
            Value::of(finding.result)
        } else {
            result
        }
    }

    /// What a container holds where it is asked: a place of a tuple that is written, a value of a dict.
    pub(crate) fn held_at(&mut self, object: Value, node: &'a ExprSubscript) -> Value {
        if is_mapping(object.kinds) {
            return self.heap.field(object, 1, 2);
        }
        if object.kinds == Kinds::TUPLE
            && let Some(places) = self.heap.places(object)
            && let Some(place) = written_place(&node.slice, places)
        {
            return self.heap.field(object, place, places);
        }
        self.heap.held(object)
    }

    /// `container[index] = value`.
    pub(crate) fn store_item(&mut self, object: Value, index: Value, value: Value, node: &'a Expr) {
        if object.kinds.meets(Kinds::INSTANCE) {
            self.call_special("__setitem__", Value::of(Kinds::INSTANCE), &[index, value]);
        }
        if object.kinds.meets(Kinds::TYPE | Kinds::MODULE) {
            self.flag_at(
                node,
                "patching",
                format_args!("an item of something that is no container is set"),
            );
        }
        if let Some(cell) = object.cell {
            if is_mapping(object.kinds) {
                self.put_item(object, index, value);
            } else {
                let spread = if index.kinds.meets(Kinds::SLICE) {
                    self.heap.held(value)
                } else {
                    value
                };
                self.heap.put(cell, spread);
                if object.kinds.meets(!(Kinds::LIST | Kinds::OWN)) {
                    self.heap.put(cell, index);
                }
            }
        }
        self.hashed(index);
        let mut foreign = self.seen_foreign(object);
        foreign.kinds &= !Kinds::SCALARS;
        if foreign.kinds.is_empty() {
            return;
        }
        let mut args: Arguments = smallvec![foreign, self.seen_foreign(index), Seen::default()];
        args[1].kinds &= !Kinds::OWN;
        if args[1].kinds.is_empty() {
            return;
        }
        let kept: &[usize] = if foreign.kinds == Kinds::LIST {
            &[2]
        } else {
            &[1, 2]
        };
        args[2] = Seen {
            kinds: value.kinds,
            held: self.heap.reach(value).with_nested(),
        };
        let usage = Use {
            args,
            kept,
            ..Use::default()
        };
        let finding = self.judge.judge("op:[]=", &usage);
        self.note(&finding, node, "op:[]=");
    }
}

/// Whether an index or a slice, as it is written, leaves out the first place.
fn leaves_out_the_first(index: &Expr) -> bool {
    let positive = |expr: &Expr| {
        matches!(expr, Expr::NumberLiteral(number)
            if matches!(&number.value, Number::Int(int) if int.as_u64().is_some_and(|place| place > 0)))
    };
    match index {
        Expr::Slice(slice) => slice.step.is_none() && slice.lower.as_deref().is_some_and(positive),
        index => positive(index),
    }
}

/// The place that an index names, where it is written as a number.
fn written_place(index: &Expr, places: usize) -> Option<usize> {
    let (negative, number) = match index {
        Expr::NumberLiteral(number) => (false, number),
        Expr::UnaryOp(operation) if operation.op == UnaryOp::USub => match &*operation.operand {
            Expr::NumberLiteral(number) => (true, number),
            _ => return None,
        },
        _ => return None,
    };
    let Number::Int(int) = &number.value else {
        return None;
    };
    let place = int.as_usize()?;
    if negative {
        places.checked_sub(place)
    } else {
        (place < places).then_some(place)
    }
}
