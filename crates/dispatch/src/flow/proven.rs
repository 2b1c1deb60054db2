//! What evidence says of a use, and what comes of it.

use ruff_text_size::Ranged;

use crate::evidence::{Finding, Keyword, Problem, Seen, Use};
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::flow::groups::Manner;
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

/// Callables that give tuples of so many places.
const PLACES: &[(&str, usize)] = &[
    ("builtins.divmod", 2),
    ("str.partition", 3),
    ("str.rpartition", 3),
    ("bytes.partition", 3),
    ("math.modf", 2),
    ("math.frexp", 2),
    ("os.path.split", 2),
    ("os.path.splitext", 2),
    ("float.as_integer_ratio", 2),
];

impl<'a> Engine<'a> {
    /// What an argument may be, to evidence.
    pub(crate) fn seen(&self, value: Value) -> Seen {
        let mut kinds = value.kinds & !Kinds::OTHER & !Kinds::MODULE & !Kinds::SUPER;
        if kinds.meets(Kinds::ALIAS) {
            kinds = (kinds & !Kinds::ALIAS) | Kinds::TYPE;
        }
        Seen {
            kinds,
            held: self.heap.reach(value).with_nested(),
        }
    }

    /// A call of a callable of the library, by evidence alone.
    pub(crate) fn by_evidence(
        &mut self,
        callable: &str,
        receiver: Option<Value>,
        args: &Args<'a>,
        kept: &[usize],
        node: &'a impl Ranged,
    ) -> Value {
        if args.all().any(|value| value.kinds == Kinds::OTHER) {
            return Value::UNKNOWN;
        }
        let usage = self.usage(args, kept);
        let finding = self.judge.judge(callable, &usage);
        self.note(&finding, node, callable);
        self.check_edges(callable, args, node);
        let numbers =
            (finding.result | finding.held).meets(Kinds::INTEGERS | Kinds::FLOATS | Kinds::NESTED);
        self.note_negatives(numbers && (finding.of_module || SIGNED.contains(&callable)));
        if finding.problem.is_some() && finding.result.is_empty() {
            return Value::UNKNOWN;
        }
        self.run_callbacks(receiver, args);
        let mut held = Value::of(finding.held & !Kinds::NESTED);
        let mut given = Value::NOTHING;
        for value in receiver.into_iter().chain(args.all()) {
            let inner = self.heap.held(value);
            given = self.heap.join(given, inner);
            let objects = Kinds::INSTANCE | Kinds::MEMBER | Kinds::ERROR | Kinds::EXCEPTION;
            if value.kinds.meets(objects) && receiver != Some(value) {
                given.kinds |= value.kinds & objects;
            }
        }
        held = self.heap.join(held, given);
        let mut result = Value::of(finding.result);
        if let Some(class) = finding.class {
            result = Value::of(class);
        } else if !finding.fixed && receiver.is_some() && !given.is_nothing() {
            // One of what it holds, whatever the campaign's own objects held.
            result.kinds &= Kinds::NONE;
        }
        let made_kinds = result.kinds & !Kinds::NESTED;
        if !finding.fixed {
            result = self.heap.join(result, given);
        }
        if result.kinds.meets(Kinds::STR)
            && args
                .all()
                .chain(receiver)
                .any(|value| self.may_write_unicode(value))
        {
            result.kinds |= Kinds::USTR;
        }
        let scalars = Kinds::INTEGERS
            | Kinds::FLOATS
            | Kinds::STRINGS
            | Kinds::NONE
            | Kinds::BYTES
            | Kinds::COMPLEX;
        self.heap.exists(result.kinds);
        if scalars.covers(made_kinds) {
            return result;
        }
        if let Some((_, places)) = PLACES.iter().find(|(name, _)| *name == callable) {
            return self.make_tuple(node, 10, &vec![held; *places]);
        }
        let made = self.make(made_kinds, node, 3, held);
        if finding.held.meets(Kinds::NESTED) {
            self.nest(made, given, callable, node);
        }
        self.heap.join(result, made)
    }

    /// How a callable is used, to evidence.
    pub(crate) fn usage<'u>(&self, args: &Args<'_>, kept: &'u [usize]) -> Use<'u> {
        Use {
            args: args
                .positional
                .iter()
                .map(|value| self.seen(*value))
                .collect(),
            keywords: args
                .keywords
                .iter()
                .map(|(name, value)| (Keyword::named(name), self.seen(*value)))
                .collect(),
            open: args.further.is_some(),
            kept,
        }
    }

    /// Containers within a container: tuples of what was given, or, where nothing was, containers of what the outer one holds.
    pub(crate) fn nest(
        &mut self,
        outer: Value,
        given: Value,
        callable: &str,
        node: &'a impl Ranged,
    ) {
        let Some(cell) = outer.cell else { return };
        if callable.starts_with("itertools.") {
            let tuple = self.make(Kinds::TUPLE, node, 9, given);
            self.heap.put(cell, tuple);
        } else if given.is_nothing() {
            let kinds = Kinds::TUPLE | Kinds::LIST | Kinds::DICT;
            self.heap.put(
                cell,
                Value {
                    kinds,
                    cell: Some(cell),
                },
            );
        }
    }

    pub(crate) fn may_write_unicode(&self, value: Value) -> bool {
        let within = value.kinds | self.heap.reach(value);
        within.meets(Kinds::USTR) || (within.meets(Kinds::OWN) && self.heap.has(Kinds::USTR))
    }

    /// Functions of the program that are given to the library are called by it, with what else it was given.
    pub(crate) fn run_callbacks(&mut self, receiver: Option<Value>, args: &Args<'a>) {
        let callables: Vec<_> = args
            .all()
            .filter(|value| value.kinds.meets(Kinds::FUNCTION | Kinds::TYPE))
            .collect();
        if callables.is_empty() {
            return;
        }
        let mut given = Value::NOTHING;
        for value in receiver.into_iter().chain(args.all()) {
            let item = self.heap.held(value);
            given = self.heap.join(given, item);
            let scalar = value.kinds
                & !(Kinds::FUNCTION | Kinds::TYPE | Kinds::LIST | Kinds::ITERATOR | Kinds::DICT);
            if receiver != Some(value) {
                given.kinds |= scalar;
            }
        }
        for callable in callables {
            let called = self.call_many(callable, Manner::Callback, given, &Args::default());
            for callee in called.others {
                if let Callee::Function(id) = callee {
                    self.run_callback(id, given);
                }
            }
        }
    }

    /// Calls a function as the library does, with anything of what it was given, and with what the function gave before.
    pub(super) fn run_callback(&mut self, id: usize, given: Value) -> Value {
        let count = self.functions[id]
            .body
            .parameters()
            .map_or(0, ruff_python_ast::Parameters::len);
        let once = self.function_as_known(id).returns;
        let again = self.heap.join(given, once);
        self.call_function(id, None, &Args::of(&vec![again; count]))
    }

    /// What evidence may speak of: not the program's own objects.
    pub(crate) fn seen_foreign(&self, value: Value) -> Seen {
        Seen {
            kinds: value.kinds & !Kinds::OWN & !Kinds::ALIAS & !Kinds::OTHER,
            held: self.heap.reach(value).with_nested(),
        }
    }

    /// Takes over what a finding says beside the result.
    pub(crate) fn note(&mut self, finding: &Finding, node: &'a impl Ranged, callable: &str) {
        self.hazards |= finding.raises;
        if finding.of_module {
            // What was not seen to be raised may be, for an argument that was not tried.
            self.hazards |= Hazards::all_but(finding.agreed);
        }
        if let Some(problem) = &finding.problem {
            self.problem(node, "", callable, problem);
        }
    }

    /// Notes what evidence does not cover.
    pub(crate) fn problem(
        &mut self,
        node: &impl Ranged,
        doing: &str,
        callable: &str,
        problem: &Problem,
    ) {
        if !self.is_checking() {
            return;
        }
        let name = callable.strip_prefix("builtins.").unwrap_or(callable);
        let name = name.strip_prefix("op:").unwrap_or(name);
        let space = if doing.is_empty() { "" } else { " " };
        let (rule, message) = match problem {
            Problem::Untried => (
                "no-evidence",
                format!("{doing}{space}`{name}` was never compared"),
            ),
            Problem::UntriedShape => (
                "no-evidence",
                format!("{doing}{space}`{name}` was never compared with these arguments"),
            ),
            Problem::UntriedKind(kind) => (
                "no-evidence",
                format!(
                    "{doing}{space}`{name}` was never compared with an argument of the kind {kind}"
                ),
            ),
            Problem::Differs(example) => (
                "differs",
                format!("{doing}{space}`{name}` differs: {example}"),
            ),
        };
        self.flag_at(node, rule, format_args!("{message}"));
    }
}

/// Builtins that may make a negative number of none.
const SIGNED: &[&str] = &[
    "builtins.int",
    "builtins.float",
    "builtins.hash",
    "int.from_bytes",
    "str.find",
    "str.rfind",
    "bytes.find",
    "bytes.rfind",
    "bytearray.find",
    "bytearray.rfind",
];
