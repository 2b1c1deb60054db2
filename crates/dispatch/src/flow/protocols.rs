//! Functions of the library whose meaning the analysis has to know: decorators, and what makes classes or functions.

use ruff_python_ast::{Expr, ExprCall};

use crate::evidence;
use crate::flow::calls::Args;
use crate::flow::containers::is_mapping;
use crate::flow::engine::Engine;
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

/// Decorators that give back what they are given, or something that is called as it.
const TRANSPARENT: &[&str] = &[
    "abc.abstractmethod",
    "functools.lru_cache",
    "functools.cache",
    "functools.total_ordering",
    "functools.singledispatch",
    "dataclasses.dataclass",
    "enum.unique",
    "typing.overload",
    "typing.final",
    "typing.runtime_checkable",
    "functools.wraps",
    "functools.singledispatchmethod",
    "typing.override",
    "typing.no_type_check",
];

/// Functions that put their second argument into their first.
const KEPT_IN_ORDER: &[&str] = &[
    "heapq.heappush",
    "heapq.heappushpop",
    "heapq.heapreplace",
    "bisect.insort",
    "bisect.insort_left",
    "bisect.insort_right",
];

impl<'a> Engine<'a> {
    /// What a decorator of the library makes of a function or class.
    pub(crate) fn library_decorator(&mut self, name: &str, value: Value, node: &'a Expr) -> Value {
        match name {
            "contextlib.contextmanager" => self.manager(value, node),
            "builtins.property" | "builtins.staticmethod" | "builtins.classmethod" => value,
            _ if TRANSPARENT.contains(&name) => {
                if !name.starts_with("typing.") && !evidence::knows(name) {
                    self.flag_at(
                        node,
                        "no-evidence",
                        format_args!("`{name}` was never compared"),
                    );
                }
                value
            }
            _ => {
                self.flag_at(
                    node,
                    "no-evidence",
                    format_args!("`{name}` as a decorator was never compared"),
                );
                value
            }
        }
    }

    /// A function that makes a context manager: entering it gives what the generator yields.
    fn manager(&mut self, generator: Value, node: &'a Expr) -> Value {
        if !evidence::knows("contextlib.contextmanager") {
            self.flag_at(
                node,
                "no-evidence",
                format_args!("`contextlib.contextmanager` was never compared"),
            );
        }
        self.heap.exists(Kinds::MANAGER);
        for callee in self.callees(generator) {
            if let Callee::Function(id) = callee {
                self.note_manager(id);
            }
        }
        generator
    }

    /// Calls of the library that are no mere matter of evidence.
    pub(crate) fn call_special_library(
        &mut self,
        name: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Option<Value> {
        let first = args.positional.first().copied().unwrap_or_default();
        Some(match name {
            // With options: the decorator itself comes back.
            "functools.lru_cache"
            | "functools.wraps"
            | "dataclasses.dataclass"
            | "functools.total_ordering"
            | "functools.singledispatch"
            | "functools.cache"
            | "typing.runtime_checkable" => {
                if first.kinds.meets(Kinds::FUNCTION | Kinds::TYPE) && name != "functools.wraps" {
                    return Some(first);
                }
                self.options(name, args, call);
                self.library_value(name, Kinds::FUNCTION)
            }
            "dataclasses.field" => self.field(args, call),
            "dataclasses.replace" | "copy.copy" | "copy.deepcopy"
                if first.kinds.meets(Kinds::OWN) =>
            {
                self.copied(name, args, call)
            }
            "dataclasses.asdict" | "dataclasses.astuple" | "dataclasses.fields" => {
                self.known_or_flagged(name, call);
                let anything = self.heap.anything_flat();
                let kinds = if name == "dataclasses.asdict" {
                    Kinds::DICT
                } else {
                    Kinds::TUPLE
                };
                self.make(kinds, call, 1, anything)
            }
            _ if KEPT_IN_ORDER.contains(&name) => {
                self.kept_in_order(args);
                return None;
            }
            "re.findall" => {
                self.check_findall(call);
                return None;
            }
            "functools.partial" => self.partial(args, call),
            "functools.reduce" => self.reduce(args, call),
            "collections.defaultdict" => self.default_dict(args, call),
            "collections.Counter" => self.counter(args, call),
            "collections.namedtuple" => self.named_tuple(args, call),
            "contextlib.suppress" | "contextlib.nullcontext" => {
                self.known_or_flagged(name, call);
                self.make(Kinds::MANAGER, call, 1, first)
            }
            "typing.cast" => args.positional.get(1).copied().unwrap_or_default(),
            "typing.TypeVar" | "typing.NewType" | "typing.ParamSpec" => self.scalar(Kinds::ALIAS),
            "sys.exit" => {
                if !(Kinds::INTEGERS | Kinds::NONE).covers(first.kinds) {
                    self.known_or_flagged(name, call);
                }
                Value::of(Kinds::NONE)
            }
            _ if name.starts_with("typing.") => {
                self.flag_at(
                    call,
                    "no-evidence",
                    format_args!("`{name}` was never compared"),
                );
                Value::NOTHING
            }
            _ if name.starts_with("enum.") => return self.call_enum(name, args, call),
            _ => return None,
        })
    }

    /// A field of a dataclass: what it is by default.
    fn field(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        self.options("dataclasses.field", args, call);
        if args.keywords.iter().any(|(keyword, _)| *keyword == "init") {
            self.flag_at(
                call,
                "differs",
                format_args!("`replace` of a field that is no parameter fails otherwise"),
            );
        }
        let mut made = Value::NOTHING;
        for (keyword, value) in &args.keywords {
            if *keyword == "default" {
                made = self.heap.join(made, *value);
            } else if *keyword == "default_factory" {
                let value = self.call(*value, &Args::default(), call);
                made = self.heap.join(made, value);
            }
        }
        made
    }

    /// A copy of an object of the program's own.
    fn copied(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let first = args.positional.first().copied().unwrap_or_default();
        for (keyword, value) in &args.keywords {
            self.bind_attribute(keyword, *value);
        }
        self.call_special("__copy__", Value::of(Kinds::INSTANCE), &[]);
        let memo = self.make(Kinds::DICT, call, 1, Value::NOTHING);
        self.call_special("__deepcopy__", Value::of(Kinds::INSTANCE), &[memo]);
        self.known_or_flagged(name, call);
        first
    }

    fn reduce(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let first = args.positional.first().copied().unwrap_or_default();
        self.known_or_flagged("functools.reduce", call);
        if args.positional.len() < 3 {
            self.hazards |= const { Hazards::built_in("TypeError") };
        }
        let items = args.positional.get(1).copied().unwrap_or_default();
        let mut item = self.iterate(items, call, false);
        if let Some(start) = args.positional.get(2) {
            item = self.heap.join(item, *start);
        }
        let once = self.call(first, &Args::of(&[item, item]), call);
        let both = self.heap.join(item, once);
        let again = self.call(first, &Args::of(&[both, item]), call);
        self.heap.join(both, again)
    }

    /// A dict that makes what it lacks.
    fn default_dict(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let first = args.positional.first().copied().unwrap_or_default();
        let made = self.call(first, &Args::default(), call);
        let judged = self.by_evidence("collections.defaultdict", None, args, &[0], call);
        let dict = Value {
            kinds: judged.kinds,
            ..self.make_dict(call, 8)
        };
        if let Some(given) = args.positional.get(1) {
            let (key, value) = self.items_of(*given);
            self.put_item(dict, key, value);
        }
        self.put_item(dict, Value::NOTHING, made);
        dict
    }

    /// A dict of counts.
    fn counter(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let first = args.positional.first().copied().unwrap_or_default();
        let judged = self.by_evidence("collections.Counter", None, args, &[], call);
        let dict = Value {
            kinds: judged.kinds,
            ..self.make_dict(call, 8)
        };
        let text = Value::of(if args.keywords.is_empty() {
            Kinds::EMPTY
        } else {
            Kinds::STR
        });
        let mut key = self.iterate(first, call, false);
        key = self.heap.join(key, text);
        self.hashed(key);
        self.put_item(dict, key, Value::of(Kinds::INT));
        if is_mapping(first.kinds) {
            let (_, value) = self.items_of(first);
            self.put_item(dict, Value::NOTHING, value);
        }
        dict
    }

    /// Puts an item into a list that is kept in order.
    fn kept_in_order(&mut self, args: &Args<'a>) {
        if let [list, item, ..] = args.positional[..]
            && let Some(cell) = list.cell
        {
            self.heap.put(cell, item);
            self.compare_instances("sorted");
        }
    }

    /// Whether the campaign tried the options of a decorator.
    fn options(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) {
        for (keyword, _) in &args.keywords {
            let tried = evidence::tried_keyword(name, keyword);
            if !tried {
                self.flag_at(
                    call,
                    "no-evidence",
                    format_args!(
                        "`{name}` was never compared with `{keyword}`, or differs with it"
                    ),
                );
            }
        }
    }

    pub(crate) fn known_or_flagged(&mut self, name: &str, call: &'a ExprCall) {
        if !evidence::is_same_throughout(name) {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("`{name}` was never compared, or differs"),
            );
        }
    }

    /// A partial function: called with what it keeps and what it is given.
    fn partial(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let first = args.positional.first().copied().unwrap_or_default();
        let of_partial = self.callees(first).iter().any(|callee| match callee {
            Callee::Library(id) => self.library[*id].starts_with("partial "),
            _ => false,
        });
        if of_partial {
            self.flag_at(
                call,
                "differs",
                format_args!("a partial function of a partial function loses its arguments"),
            );
        }
        self.known_or_flagged("functools.partial", call);
        let mut kept = Value::NOTHING;
        for value in args
            .positional
            .iter()
            .skip(1)
            .copied()
            .chain(args.keywords.iter().map(|(_, value)| *value))
        {
            kept = self.heap.join(kept, value);
        }
        let function = self.make(Kinds::FUNCTION, call, 1, kept);
        for callee in self.callees(first) {
            if let Callee::Function(id) = callee {
                // What it keeps may become any of the parameters, with what a call adds.
                let anything = self.heap.anything_flat();
                let open = Args {
                    further: Some(self.heap.join(kept, Value::of(anything.kinds))),
                    ..Args::default()
                };
                self.call_function(id, None, &open);
            }
            if let Some(cell) = function.cell {
                self.heap.calls(cell, callee);
            }
        }
        function
    }
}
