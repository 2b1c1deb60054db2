//! `match`: patterns, and what they bind.

use ruff_python_ast::{Expr, Number, Pattern};

use crate::flow::engine::Engine;
use crate::heap::Value;
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    pub(crate) fn pattern(&mut self, pattern: &'a Pattern, subject: Value) {
        match pattern {
            Pattern::MatchValue(value) => {
                self.expr(&value.value);
            }
            Pattern::MatchSingleton(_) => {}
            Pattern::MatchSequence(sequence) => {
                let known = Kinds::LIST
                    | Kinds::TUPLE
                    | Kinds::STRINGS
                    | Kinds::DICT
                    | Kinds::INTEGERS
                    | Kinds::FLOATS
                    | Kinds::NONE
                    | Kinds::INSTANCE
                    | Kinds::MEMBER
                    | Kinds::BYTES;
                if !known.covers(subject.kinds) {
                    self.flag_at(
                        pattern,
                        "match",
                        format_args!("whether this is a sequence may differ"),
                    );
                }
                let item = self.heap.held(subject);
                for inner in &sequence.patterns {
                    self.pattern(inner, item);
                }
            }
            Pattern::MatchStar(star) => {
                let list = self.make(Kinds::LIST, pattern, 0, subject);
                if let Some(name) = &star.name {
                    self.assign_name(name.as_str(), list);
                }
            }
            Pattern::MatchMapping(mapping) => {
                for key in &mapping.keys {
                    if !is_plain_key(key) {
                        self.flag_at(
                            key,
                            "match",
                            format_args!("RustPython refuses this key of a mapping pattern"),
                        );
                    }
                }
                let item = self.heap.held(subject);
                for inner in &mapping.patterns {
                    self.pattern(inner, item);
                }
                if let Some(rest) = &mapping.rest {
                    let dict = self.make(Kinds::DICT, pattern, 0, item);
                    self.assign_name(rest.as_str(), dict);
                }
            }
            Pattern::MatchClass(class) => self.class_pattern(class, subject),
            Pattern::MatchAs(capture) => {
                if let Some(inner) = &capture.pattern {
                    self.pattern(inner, subject);
                }
                if let Some(name) = &capture.name {
                    self.assign_name(name.as_str(), subject);
                }
            }
            Pattern::MatchOr(choice) => {
                for inner in &choice.patterns {
                    self.pattern(inner, subject);
                }
            }
        }
    }

    fn class_pattern(&mut self, class: &'a ruff_python_ast::PatternMatchClass, subject: Value) {
        self.expr(&class.cls);
        let own = self.class_attributes();
        for inner in &class.arguments.patterns {
            let value = self.heap.join(subject, own);
            self.pattern(inner, value);
        }
        for keyword in &class.arguments.keywords {
            let value = self.attribute_value(keyword.attr.as_str());
            self.pattern(&keyword.pattern, value);
        }
    }

    /// What any field of the program's classes may be.
    fn class_attributes(&mut self) -> Value {
        let mut names: Vec<&str> = self
            .each_class()
            .flat_map(|class| self.scopes.get(class.scope).bindings.bound.iter().copied())
            .collect();
        names.sort_unstable();
        let mut all = Value::NOTHING;
        for name in names {
            let value = self.attribute_value(name);
            if !value.kinds.meets(Kinds::FUNCTION) {
                all = self.heap.join(all, value);
            }
        }
        let literal = self.attribute_value("__match_args__");
        if literal.is_nothing() {
            return all;
        }
        let names: Vec<String> = self.attributes.names();
        for name in names.iter().filter(|name| !name.starts_with('(')) {
            let value = self.attribute_value(name);
            if !value.kinds.meets(Kinds::FUNCTION) {
                all = self.heap.join(all, value);
            }
        }
        all
    }
}

/// Keys that both tiers take.
fn is_plain_key(key: &Expr) -> bool {
    match key {
        Expr::StringLiteral(_) | Expr::NoneLiteral(_) | Expr::Attribute(_) => true,
        Expr::NumberLiteral(number) => matches!(number.value, Number::Int(_)),
        _ => false,
    }
}
