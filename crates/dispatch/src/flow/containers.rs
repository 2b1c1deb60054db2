//! Tuples and dicts, whose places are told apart.

use crate::flow::engine::Engine;
use crate::heap::Value;
use crate::kinds::Kinds;

impl Engine<'_> {
    /// A tuple of these.
    pub(crate) fn make_tuple<T>(&mut self, node: &T, part: u8, values: &[Value]) -> Value {
        let cell = self.site(node, part);
        self.heap.exists(Kinds::TUPLE);
        self.heap.tell_apart(cell, values.len());
        for (place, value) in values.iter().enumerate() {
            self.heap.put_field(cell, place, *value);
        }
        Value {
            kinds: Kinds::TUPLE,
            cell: Some(cell),
        }
    }

    /// A dict, empty as yet.
    pub(crate) fn make_dict<T>(&mut self, node: &T, part: u8) -> Value {
        let cell = self.site(node, part);
        self.heap.exists(Kinds::DICT);
        self.heap.tell_apart(cell, 2);
        Value {
            kinds: Kinds::DICT,
            cell: Some(cell),
        }
    }

    /// Puts an item into a dict.
    pub(crate) fn put_item(&mut self, dict: Value, key: Value, value: Value) {
        if let Some(cell) = dict.cell {
            self.heap.put_field(cell, 0, key);
            self.heap.put_field(cell, 1, value);
        }
    }

    /// The keys and the values of a mapping.
    pub(crate) fn items_of(&mut self, mapping: Value) -> (Value, Value) {
        if is_mapping(mapping.kinds) {
            (
                self.heap.field(mapping, 0, 2),
                self.heap.field(mapping, 1, 2),
            )
        } else {
            let held = self.heap.held(mapping);
            (held, held)
        }
    }
}

/// Whether it can only be a dict, or one of the library's that derive from it.
pub(crate) fn is_mapping(kinds: Kinds) -> bool {
    !kinds.is_empty() && Kinds::MAPPINGS.covers(kinds)
}
