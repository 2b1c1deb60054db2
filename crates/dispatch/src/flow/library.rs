//! Builtins and functions of the library that have rules beside evidence.

use ruff_python_ast::{Expr, ExprCall};

use crate::flow::attributes::is_special;
use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::hazards::{Hazards, is_exception};
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

/// Builtins that are classes.
const CLASSES: &[&str] = &[
    "int",
    "float",
    "complex",
    "bool",
    "str",
    "bytes",
    "bytearray",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "range",
    "object",
    "type",
    "slice",
    "property",
    "staticmethod",
    "classmethod",
    "super",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
    "memoryview",
];

/// Builtins that are functions, and that the campaign or a rule covers.
const FUNCTIONS: &[&str] = &[
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "callable",
    "chr",
    "delattr",
    "divmod",
    "format",
    "getattr",
    "hasattr",
    "hash",
    "hex",
    "id",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "max",
    "min",
    "next",
    "oct",
    "ord",
    "pow",
    "print",
    "repr",
    "round",
    "setattr",
    "sorted",
    "sum",
    "vars",
    "aiter",
    "anext",
];

/// Builtins that reach outside the program, or run code that is not seen.
const OUTSIDE: &[(&str, &str)] = &[
    ("open", "files are read and written on Full only"),
    ("input", "input is read on Full only"),
    ("eval", "what is evaluated is not seen"),
    ("exec", "what is executed is not seen"),
    ("compile", "what is compiled is not seen"),
    ("__import__", "what is imported is not seen"),
    ("globals", "the names of a module, as data, may differ"),
    ("locals", "the names of a block, as data, may differ"),
    ("dir", "the list of all names of an object differs"),
    ("breakpoint", "a debugger is no part of Light"),
    ("help", "the texts of the library differ"),
    ("exit", "`exit` belongs to `site`"),
    ("quit", "`quit` belongs to `site`"),
];

impl<'a> Engine<'a> {
    /// A name that no block binds.
    pub(crate) fn builtin(&mut self, name: &'a str, node: &'a Expr) -> Value {
        if let Some(value) = self.builtins.get(name) {
            return *value;
        }
        if let Some((_, why)) = OUTSIDE.iter().find(|(known, _)| *known == name) {
            self.flag_at(node, "outside", format_args!("`{name}`: {why}"));
            return Value::UNKNOWN;
        }
        match name {
            "__name__" => return self.scalar(Kinds::STR),
            "NotImplemented" => return self.scalar(Kinds::NOT_IMPLEMENTED),
            "Ellipsis" => return self.scalar(Kinds::ELLIPSIS),
            "__debug__" => return self.scalar(Kinds::BOOL),
            _ => {}
        }
        let kinds = if CLASSES.contains(&name) || is_exception(name) {
            Kinds::TYPE
        } else if FUNCTIONS.contains(&name) {
            Kinds::FUNCTION
        } else {
            let anything_new =
                name.chars().next().is_some_and(char::is_uppercase) || name.starts_with("__");
            if anything_new {
                self.flag_at(node, "introspection", format_args!("`{name}` may differ"));
            }
            self.hazards |= const { Hazards::built_in("NameError") };
            return Value::NOTHING;
        };
        let value = self.library_value(&format!("builtins.{name}"), kinds);
        self.builtins.insert(name, value);
        value
    }

    /// Whether a value is that function or class of the library, and nothing else.
    pub(crate) fn is_library(&self, value: Value, name: &str) -> bool {
        match *self.heap.callees_now(value) {
            [Callee::Library(id)] => *self.library[id] == *name,
            _ => false,
        }
    }

    /// Whether a value may be a class of the library.
    pub(crate) fn is_library_class(&self, value: Value) -> bool {
        value.kinds.meets(Kinds::TYPE)
            && self
                .heap
                .callees_now(value)
                .iter()
                .any(|callee| matches!(callee, Callee::Library(_)))
    }

    /// The constructor that a class defines.
    pub(crate) fn init_of(&self, id: usize) -> Option<usize> {
        let value = self.scopes.own(self.classes()[id].scope, "__init__")?;
        self.heap
            .callees(value)
            .into_iter()
            .find_map(|callee| match callee {
                Callee::Function(function) => Some(function),
                _ => None,
            })
    }

    /// A call of a function or class of the library.
    pub(crate) fn call_library(
        &mut self,
        name: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Value {
        if let Some(builtin) = name.strip_prefix("builtins.") {
            if is_exception(builtin) {
                return self.make_exception(builtin, args, call);
            }
            if let Some(value) = self.call_builtin(builtin, args, call) {
                return value;
            }
        }
        if let Some(value) = self.call_special_library(name, args, call) {
            return value;
        }
        if let Some(fields) = name.strip_prefix("namedtuple ") {
            return self.call_named_tuple(fields, args, call);
        }
        if name.starts_with("module ") {
            self.flag_at(call, "unknown-call", format_args!("a module is called"));
            return Value::NOTHING;
        }
        self.by_evidence(name, None, args, &[], call)
    }

    /// An exception that the program makes. Some write their text themselves, out of their arguments.
    fn make_exception(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Value {
        if name.ends_with("Group") {
            self.flag_at(
                call,
                "no-evidence",
                format_args!("groups of exceptions were never compared"),
            );
        }
        let writes = Hazards::caught_by("OSError")
            | Hazards::caught_by("SyntaxError")
            | Hazards::caught_by("UnicodeError");
        let mut kind = if writes.meets(Hazards::of(name)) {
            Kinds::EXCEPTION
        } else {
            Kinds::ERROR
        };
        for value in args.all() {
            self.bind_attribute("(exception argument)", value);
            kind |= value.kinds & Kinds::EXCEPTION;
        }
        self.scalar(kind)
    }

    fn call_builtin(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Option<Value> {
        let first = args.positional.first().copied().unwrap_or_default();
        Some(match name {
            "print" => self.print(args, call),
            "str" | "repr" if args.positional.len() == 1 && args.keywords.is_empty() => {
                let kinds = self.shown(first, name == "repr", call);
                self.scalar(kinds)
            }
            "format" => self.format_call(first, args, call),
            "isinstance" | "issubclass" | "callable" => self.ask_class(name, args),
            "super" => self.scalar(Kinds::SUPER),
            "object" if args.positional.is_empty() => self.scalar(Kinds::INSTANCE),
            "type" => return self.call_type(args, call),
            "hasattr" | "getattr" | "setattr" | "delattr" => {
                return Some(self.reflect(name, args, call));
            }
            "property" => self.property_call(args, call),
            "staticmethod" | "classmethod" => self.method_style_call(name, first, call),
            "vars" if args.positional.len() == 1 => self.names_as_data(first, call),
            "hash" if self.in_method("__hash__") => self.scalar(Kinds::INT),
            "len" | "bool" | "abs" | "int" | "float" | "round" | "reversed"
                if first.kinds.meets(Kinds::INSTANCE) =>
            {
                self.protocol(name, first, args, call)
            }
            "next" => self.next_item(args, call),
            "iter" if args.positional.len() == 1 => {
                let item = self.iterate(first, call, false);
                self.make(Kinds::ITERATOR, call, 1, item)
            }
            "zip" | "enumerate" | "map" | "filter" => self.lazy(name, args, call),
            "sum" | "min" | "max" | "sorted" | "any" | "all" | "list" | "tuple" | "set"
            | "frozenset" | "dict" => self.consume(name, args, call),
            _ => return None,
        })
    }

    /// Whether the code at hand is that of the method.
    fn in_method(&self, name: &str) -> bool {
        self.frame.function.is_some_and(|id| {
            matches!(self.functions[id].body, crate::flow::program::Body::Def(def) if def.name.as_str() == name)
        })
    }

    fn print(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let whole = args.positional.len() == args.nodes.len();
        for (number, value) in args.positional.iter().enumerate() {
            match args.nodes.get(number).filter(|_| whole) {
                Some(node) => self.shown(*value, false, node),
                None => self.shown(*value, false, call),
            };
        }
        if let Some(further) = args.further {
            self.shown(further, false, call);
        }
        for (keyword, value) in &args.keywords {
            let fits = match *keyword {
                "sep" | "end" => (Kinds::STRINGS | Kinds::NONE).covers(value.kinds),
                "flush" => true,
                "file" => Self::is_stream(*value),
                _ => false,
            };
            if !fits {
                self.flag_at(
                    call,
                    "no-evidence",
                    format_args!("`print` was never compared with such a `{keyword}`"),
                );
            }
        }
        Value::of(Kinds::NONE)
    }

    fn is_stream(value: Value) -> bool {
        (Kinds::STRING_IO | Kinds::STREAM | Kinds::NONE).covers(value.kinds)
    }

    fn call_type(&mut self, args: &Args<'a>, call: &'a ExprCall) -> Option<Value> {
        match args.positional.len() {
            1 => {
                let first = args.positional[0];
                if first
                    .kinds
                    .meets(Kinds::ALIAS | Kinds::FUNCTION | Kinds::ITERATOR)
                {
                    self.flag_at(
                        call,
                        "introspection",
                        format_args!(
                            "the types of functions, iterators and subscripted types differ"
                        ),
                    );
                }
                if first.kinds.meets(!Kinds::OWN)
                    || first.kinds.meets(Kinds::EXCEPTION | Kinds::ERROR)
                {
                    self.heap.exists(Kinds::TYPE);
                    return Some(self.class_of(Value::NOTHING));
                }
                Some(self.class_of(first))
            }
            3 => {
                self.hazards |= const { Hazards::built_in("TypeError") };
                // A class made by a call: its attributes are those of the dict.
                if let Some(Expr::Dict(dict)) = args.nodes.get(2) {
                    for item in &dict.items {
                        if let Some(Expr::StringLiteral(key)) = &item.key {
                            let value = self.expr(&item.value);
                            self.bind_attribute(key.value.to_str(), value);
                        }
                    }
                } else {
                    self.flag_at(
                        call,
                        "unknown-class",
                        format_args!("what this class has is not seen"),
                    );
                }
                Some(self.class_of(Value::NOTHING))
            }
            _ => None,
        }
    }

    /// `getattr` and its kin.
    fn reflect(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let object = args.positional.first().copied().unwrap_or_default();
        let foreign = object.kinds & !Kinds::OWN & !Kinds::NONE & !Kinds::OTHER;
        if !foreign.is_empty() || self.is_library_class(object) {
            self.flag_at(
                call,
                "reflection",
                format_args!("an attribute of something of the library is looked up by name"),
            );
        }
        let text = Value::of(Kinds::STR);
        let key = match args.nodes.get(1) {
            Some(Expr::StringLiteral(key)) => Some(key.value.to_str().to_owned()),
            _ => None,
        };
        if key
            .as_deref()
            .is_some_and(|key| is_special(key) && key != "__name__")
        {
            self.flag_at(
                call,
                "introspection",
                format_args!("what the language knows of an object may differ"),
            );
        }
        match name {
            "hasattr" => {
                self.call_special("__getattr__", Value::of(Kinds::INSTANCE), &[text]);
                self.scalar(Kinds::BOOL)
            }
            "setattr" => {
                if let Some(value) = args.positional.get(2) {
                    self.call_special("__setattr__", Value::of(Kinds::INSTANCE), &[text, *value]);
                    match key {
                        Some(key) => self.bind_attribute(&key, *value),
                        None => self.bind_all_attributes(*value),
                    }
                }
                Value::of(Kinds::NONE)
            }
            "delattr" => Value::of(Kinds::NONE),
            _ => {
                let default = args.positional.get(2).copied().unwrap_or_default();
                let read = match key {
                    Some(key) if key == "__name__" => self.scalar(Kinds::STR),
                    Some(key) => self.attribute_value(&key),
                    None => self.any_attribute(),
                };
                let got = self.call_special("__getattr__", Value::of(Kinds::INSTANCE), &[text]);
                let read = self.heap.join(read, got);
                self.heap.join(read, default)
            }
        }
    }

    /// Any attribute may be that value.
    fn bind_all_attributes(&mut self, value: Value) {
        let names: Vec<String> = self.attributes.names();
        for name in names
            .iter()
            .filter(|name| !name.starts_with('(') && !name.starts_with("__"))
        {
            if !self.attribute_value(name).kinds.meets(Kinds::FUNCTION) {
                self.bind_attribute(name, value);
            }
        }
        self.bind_attribute("(by name)", value);
    }

    /// What any attribute may be.
    fn any_attribute(&mut self) -> Value {
        let mut names: Vec<String> = self.attributes.names();
        names.sort_unstable();
        let mut all = Value::NOTHING;
        for name in names.iter().filter(|name| {
            !name.starts_with("__") && (!name.starts_with('(') || *name == "(by name)")
        }) {
            let value = self.attribute_value(name);
            all = self.heap.join(all, value);
        }
        all
    }
}
