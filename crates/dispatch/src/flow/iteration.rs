//! Going through what something holds.

use ruff_text_size::Ranged;
use smallvec::smallvec;

use crate::evidence::{self, Seen, Use};
use crate::flow::containers::is_mapping;
use crate::flow::engine::Engine;
use crate::heap::Value;
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// What iterating gives. Where the order shows, sets are not to be iterated.
    pub(crate) fn iterate(
        &mut self,
        value: Value,
        node: &'a impl Ranged,
        order_free: bool,
    ) -> Value {
        let kinds = value.kinds;
        let mut item = if is_mapping(kinds) {
            self.heap.field(value, 0, 2)
        } else {
            self.heap.held(value)
        };
        if kinds.meets(Kinds::UNORDERED) && !order_free {
            self.flag_at(
                node,
                "set-order",
                format_args!("a set is walked in an order of the interpreter's own"),
            );
        }
        item.kinds |= kinds & Kinds::STRINGS;
        if kinds.meets(Kinds::BYTES) {
            item.kinds |= Kinds::INT;
        }
        if kinds.meets(Kinds::RANGE | Kinds::BYTEARRAY) {
            item.kinds |= Kinds::INT;
        }
        if kinds.meets(Kinds::TYPE) && self.heap.has(Kinds::MEMBER) {
            item.kinds |= Kinds::MEMBER;
        }
        if kinds.meets(Kinds::OTHER) {
            item.kinds |= Kinds::OTHER;
        }
        if kinds.meets(Kinds::INSTANCE) {
            let own = self.iterate_instance(node);
            item = self.heap.join(item, own);
        }
        self.check_iterable(kinds, node);
        item
    }

    fn iterate_instance(&mut self, node: &'a impl Ranged) -> Value {
        let instance = Value::of(Kinds::INSTANCE);
        let iterator = self.call_special("__iter__", instance, &[]);
        let own = Value {
            kinds: iterator.kinds & !Kinds::INSTANCE,
            ..iterator
        };
        let mut item = self.iterate(own, node, false);
        let next = self.call_special("__next__", instance, &[]);
        item = self.heap.join(item, next);
        let at = self.call_special("__getitem__", instance, &[Value::of(Kinds::INT)]);
        self.heap.join(item, at)
    }

    fn check_iterable(&mut self, kinds: Kinds, node: &'a impl Ranged) {
        if !self.is_checking() {
            return;
        }
        let passed = Kinds::OWN
            | Kinds::UNORDERED
            | Kinds::ITERATOR
            | Kinds::NONE
            | Kinds::OTHER
            | Kinds::MODULE
            | Kinds::ALIAS;
        let library = kinds & !passed;
        for kind in library.each() {
            let seen = Seen {
                kinds: kind,
                held: Kinds::EMPTY,
            };
            let usage = Use {
                args: smallvec![seen],
                ..Use::default()
            };
            let finding = self.judge.judge("op:iter", &usage);
            if let Some(problem) = &finding.problem {
                self.problem(node, "iterating over", evidence::kind_name(kind), problem);
            }
        }
    }

    /// What an asynchronous iteration gives.
    pub(crate) fn iterate_async(&mut self, value: Value, node: &'a impl Ranged) -> Value {
        let mut item = self.heap.held(value);
        if value.kinds.meets(Kinds::INSTANCE) {
            let instance = Value::of(Kinds::INSTANCE);
            let iterator = self.call_special("__aiter__", instance, &[]);
            let inner = self.heap.held(iterator);
            item = self.heap.join(item, inner);
            let next = self.call_special("__anext__", instance, &[]);
            let next = self.heap.held(next);
            item = self.heap.join(item, next);
        }
        if value.kinds.meets(!(Kinds::INSTANCE | Kinds::ITERATOR)) {
            self.flag_at(
                node,
                "async",
                format_args!("an asynchronous iteration over something of the library"),
            );
        }
        item
    }

    /// What awaiting gives.
    pub(crate) fn awaited(&mut self, value: Value, node: &'a impl Ranged) -> Value {
        if value.kinds.meets(Kinds::INSTANCE) {
            self.flag_at(
                node,
                "async",
                format_args!("an awaitable of the program's own"),
            );
        }
        self.heap.held(value)
    }
}
