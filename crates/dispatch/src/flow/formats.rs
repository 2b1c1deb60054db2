//! What is written: f-strings, `format`, `%`, and what shows when a value is printed.

use ruff_python_ast::{
    ConversionFlag, Expr, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement,
};
use ruff_text_size::Ranged;
use smallvec::smallvec;

use crate::evidence::{self, Seen, Use};
use crate::flow::engine::Engine;
use crate::flow::expressions::text_kind;
use crate::hazards::Hazards;
use crate::heap::Value;
use crate::kinds::Kinds;
use crate::spec;

impl<'a> Engine<'a> {
    pub(crate) fn f_string(&mut self, text: &'a ExprFString) -> Value {
        let mut kinds = Kinds::STR;
        for part in text.value.as_slice() {
            match part {
                FStringPart::Literal(literal) => kinds |= text_kind(&literal.value),
                FStringPart::FString(string) => {
                    for element in &*string.elements {
                        kinds |= match element {
                            InterpolatedStringElement::Literal(literal) => {
                                text_kind(&literal.value)
                            }
                            InterpolatedStringElement::Interpolation(inner) => {
                                self.interpolation(inner)
                            }
                        };
                    }
                }
            }
        }
        self.scalar(kinds)
    }

    fn interpolation(&mut self, element: &'a InterpolatedElement) -> Kinds {
        let value = self.expr(&element.expression);
        let spec = element.format_spec.as_deref().map(|spec| {
            spec.elements
                .iter()
                .map(|part| match part {
                    InterpolatedStringElement::Literal(literal) => literal.value.to_string(),
                    // A width or a precision, which is all that a computed part is used for.
                    InterpolatedStringElement::Interpolation(inner) => {
                        let inner = self.expr(&inner.expression);
                        if (Kinds::INTEGERS | Kinds::STR).covers(inner.kinds) {
                            "9".into()
                        } else {
                            "?".into()
                        }
                    }
                })
                .collect::<String>()
        });
        let spec = spec.unwrap_or_default();
        let shown = match element.conversion {
            ConversionFlag::None if element.debug_text.is_none() || !spec.is_empty() => {
                return self.formatted(value, &spec, &*element.expression);
            }
            ConversionFlag::None | ConversionFlag::Repr => {
                self.shown(value, true, &*element.expression)
            }
            ConversionFlag::Str => self.shown(value, false, &*element.expression),
            ConversionFlag::Ascii => {
                self.flag_at(
                    &*element.expression,
                    "no-evidence",
                    format_args!("`!a` was never compared"),
                );
                Kinds::STR
            }
        };
        if !spec.is_empty() {
            self.formatted(Value::of(Kinds::STR), &spec, &*element.expression);
        }
        shown
    }

    /// A value written by a format spec. Returns the kinds of the text.
    pub(crate) fn formatted(&mut self, value: Value, spec: &str, node: &impl Ranged) -> Kinds {
        if value.kinds.meets(Kinds::INSTANCE) {
            let text = self.scalar(text_kind(spec));
            self.call_special("__format__", Value::of(Kinds::INSTANCE), &[text]);
        }
        if spec.is_empty() {
            return self.shown(value, false, node);
        }
        let foreign = value.kinds & !Kinds::INSTANCE & !Kinds::OTHER & !refusing(value.kinds, spec);
        if foreign.meets(Kinds::STRINGS) && spec::is_for_numbers(spec) {
            self.flag_at(
                node,
                "differs",
                format_args!("a text takes a sign, or the alignment of numbers, on Light only"),
            );
        }
        if let Some(shape) = spec::shape(spec) {
            for kind in foreign.each() {
                let callable = format!("format:{}", evidence::kind_name(kind));
                if let Some(problem) = evidence::shape(&callable, &shape) {
                    let what = format!("format({}, {spec:?})", evidence::kind_name(kind));
                    self.problem(node, "", &what, &problem);
                }
            }
        } else if !foreign.is_empty() {
            // A date's spec is a text with directives.
            for kind in foreign.each() {
                let callable = format!("format:{}", evidence::kind_name(kind));
                if evidence::shape(&callable, "text").is_some() {
                    self.flag_at(
                        node,
                        "no-evidence",
                        format_args!("the format spec {spec:?} was never compared"),
                    );
                }
            }
        }
        Kinds::STR | text_kind(spec) | (value.kinds & Kinds::USTR) | self.foreign_text(value)
    }

    /// A value that is written out, by `str` or by `repr`. Returns the kinds of the text.
    pub(crate) fn shown(&mut self, value: Value, quoted: bool, node: &impl Ranged) -> Kinds {
        let within = self.heap.reach(value);
        let mut all = value.kinds | within;
        if all.meets(Kinds::INSTANCE) {
            let instance = Value::of(Kinds::INSTANCE);
            self.call_special("__str__", instance, &[]);
            self.call_special("__repr__", instance, &[]);
            all |= self.fields_shown();
        }
        if self.is_checking() {
            // What shows of these holds an address: a program that prints one is another in each run, on either tier.
            let nameless = Kinds::FUNCTION
                | Kinds::ITERATOR
                | Kinds::SUPER
                | Kinds::MANAGER
                | Kinds::COROUTINE
                | Kinds::MODULE;
            if value.kinds == Kinds::ITERATOR {
                self.flag_at(
                    node,
                    "address",
                    format_args!("what shows of an iterator is the interpreter's own"),
                );
            }
            let named = if nameless.covers(all) {
                all
            } else {
                all & !nameless
            };
            for kind in (named & !Kinds::ITERATOR).each() {
                self.check_shown(kind, quoted || !value.kinds.meets(kind), node);
            }
        }
        Kinds::STR | (all & Kinds::USTR) | self.foreign_text(value)
    }

    /// What shows of instances whose `__repr__` is made from their fields.
    fn fields_shown(&self) -> Kinds {
        let mut all = Kinds::EMPTY;
        for class in self.each_class().filter(|class| class.nature.fields) {
            for name in &self.scopes.get(class.scope).bindings.bound {
                let value = self.attribute_value(name);
                all |= value.kinds & !Kinds::FUNCTION | self.heap.reach(value) & !Kinds::FUNCTION;
            }
        }
        all
    }

    /// Whether the program's own methods may give other characters than ASCII.
    fn foreign_text(&self, value: Value) -> Kinds {
        let own = (value.kinds | self.heap.reach(value)).meets(Kinds::OWN);
        if own {
            self.heap.anything().kinds & Kinds::USTR
        } else {
            Kinds::EMPTY
        }
    }

    fn check_shown(&mut self, kind: Kinds, quoted: bool, node: &impl Ranged) {
        if kind.meets(Kinds::COMPLEX) {
            self.flag_at(
                node,
                "differs",
                format_args!("large parts of a complex number are written out in full"),
            );
        } else if evidence::kind_name(kind) == "bytearray" {
            self.flag_at(
                node,
                "differs",
                format_args!("a bytearray with an apostrophe is quoted otherwise"),
            );
        } else if kind.meets(Kinds::UNORDERED) {
            self.flag_at(
                node,
                "set-order",
                format_args!("a set is shown in an order of the interpreter's own"),
            );
        } else if kind.meets(Kinds::EXCEPTION) {
            self.flag_at(
                node,
                "exception-text",
                format_args!(
                    "the text of an exception shows, and the interpreter may have written it"
                ),
            );
        } else if !kind.meets(
            Kinds::INSTANCE
                | Kinds::OTHER
                | Kinds::TYPE
                | Kinds::ERROR
                | Kinds::NONE
                | Kinds::NOT_IMPLEMENTED
                | Kinds::ELLIPSIS
                | Kinds::MEMBER,
        ) {
            let callable = if quoted {
                "builtins.repr"
            } else {
                "builtins.str"
            };
            let usage = Use {
                args: smallvec![Seen {
                    kinds: kind,
                    held: Kinds::EMPTY,
                }],
                ..Use::default()
            };
            let finding = self.judge.judge(callable, &usage);
            if let Some(problem) = &finding.problem {
                let name = evidence::kind_name(kind);
                self.problem(node, "showing", name, problem);
            }
        }
    }

    /// `template % values`.
    pub(crate) fn percent(&mut self, template: &str, right: &'a Expr, node: &'a Expr) -> Value {
        let value = self.expr(right);
        let values: Vec<Value> = match right {
            Expr::Tuple(tuple) => tuple
                .elts
                .iter()
                .map(|element| self.expr(element))
                .collect(),
            _ => vec![value],
        };
        let mut kinds = text_kind(template);
        match spec::conversions(template) {
            Some(conversions)
                if conversions.len() == values.len() && !value.kinds.meets(Kinds::DICT) =>
            {
                for (conversion, value) in conversions.iter().zip(&values) {
                    kinds |= self.converted(*value, conversion, node);
                }
            }
            _ => self.flag_at(
                node,
                "no-evidence",
                format_args!("this use of `%` on a text was never compared"),
            ),
        }
        self.scalar(kinds)
    }

    fn converted(&mut self, value: Value, conversion: &str, node: &'a Expr) -> Kinds {
        if matches!(conversion, "s" | "r") {
            return self.shown(value, conversion == "r", node);
        }
        if !(Kinds::INTEGERS | Kinds::FLOATS).covers(value.kinds) {
            self.hazards |= const { Hazards::built_in("TypeError") };
        }
        for kind in value.kinds.each() {
            let callable = format!("%{}", evidence::kind_name(kind));
            if let Some(problem) = evidence::shape(&callable, conversion) {
                let what = format!("'%{conversion}' % {}", evidence::kind_name(kind));
                self.problem(node, "", &what, &problem);
            }
        }
        Kinds::STR
    }
}

/// The kinds that refuse a spec on both tiers, with the same error: where a value may be something else as well, it is
/// that. Containers know no spec at all, and a text none of numbers.
fn refusing(kinds: Kinds, spec: &str) -> Kinds {
    let mut refusing = Kinds::VIEWS
        | Kinds::RANGE
        | Kinds::LIST
        | Kinds::TUPLE
        | Kinds::DICT
        | Kinds::SET
        | Kinds::FROZENSET
        | Kinds::NONE
        | Kinds::BYTES
        | Kinds::FUNCTION
        | Kinds::TYPE
        | Kinds::ITERATOR
        | Kinds::MODULE
        | Kinds::SLICE;
    if spec.ends_with(['d', 'e', 'f', 'g', 'x', 'b', 'o', '%', 'n', 'c']) || spec.contains(',') {
        refusing |= Kinds::STRINGS;
    }
    let others = kinds & !refusing;
    if others.is_empty() {
        Kinds::EMPTY
    } else {
        refusing
    }
}
