//! Classes: how they are defined, what makes an instance, and what they inherit.

use ruff_python_ast::{Expr, ExprCall, Stmt, StmtClassDef};

use crate::flow::attributes::is_special;
use crate::flow::calls::Args;
use crate::flow::engine::{Class, Engine, Frame, Nature};
use crate::flow::hazards::is_exception;
use crate::flow::names::ScopeKind;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

/// Special methods that a class may define, since they are called on both tiers alike.
const METHODS: &[&str] = &[
    "__init__",
    "__new__",
    "__repr__",
    "__str__",
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__hash__",
    "__bool__",
    "__len__",
    "__iter__",
    "__next__",
    "__contains__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__call__",
    "__enter__",
    "__exit__",
    "__getattr__",
    "__setattr__",
    "__delattr__",
    "__getattribute__",
    "__get__",
    "__set__",
    "__delete__",
    "__set_name__",
    "__init_subclass__",
    "__class_getitem__",
    "__format__",
    "__missing__",
    "__reversed__",
    "__abs__",
    "__neg__",
    "__pos__",
    "__invert__",
    "__int__",
    "__float__",
    "__round__",
    "__floor__",
    "__ceil__",
    "__trunc__",
    "__copy__",
    "__deepcopy__",
    "__post_init__",
    "__aenter__",
    "__aexit__",
    "__aiter__",
    "__anext__",
    "__instancecheck__",
    "__subclasscheck__",
    "__subclasshook__",
    "__slots__",
    "__match_args__",
    "__doc__",
    "__add__",
    "__sub__",
    "__mul__",
    "__truediv__",
    "__floordiv__",
    "__mod__",
    "__pow__",
    "__matmul__",
    "__and__",
    "__or__",
    "__xor__",
    "__lshift__",
    "__rshift__",
    "__divmod__",
    "__radd__",
    "__rsub__",
    "__rmul__",
    "__rtruediv__",
    "__rfloordiv__",
    "__rmod__",
    "__rpow__",
    "__rmatmul__",
    "__rand__",
    "__ror__",
    "__rxor__",
    "__rlshift__",
    "__rrshift__",
    "__iadd__",
    "__isub__",
    "__imul__",
    "__itruediv__",
    "__ifloordiv__",
    "__imod__",
    "__ipow__",
    "__iand__",
    "__ior__",
    "__ixor__",
    "__ilshift__",
    "__irshift__",
    "__prepare__",
    "__await__",
];

/// Special methods that take only their object: what calls them need not be seen.
const ALONE: &[&str] = &[
    "__repr__",
    "__str__",
    "__hash__",
    "__bool__",
    "__len__",
    "__iter__",
    "__next__",
    "__enter__",
    "__reversed__",
    "__abs__",
    "__neg__",
    "__pos__",
    "__invert__",
    "__int__",
    "__float__",
    "__post_init__",
    "__aenter__",
    "__aiter__",
    "__anext__",
    "__copy__",
    "__floor__",
    "__ceil__",
    "__trunc__",
    "__await__",
];

/// Special methods that the two interpreters call a different number of times, or on the other operand.
const COUNTED: &[&str] = &[
    "__hash__",
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__bool__",
    "__len__",
    "__contains__",
];

/// Whether a method does more than to compute what it returns.
fn has_effects(body: &[Stmt]) -> bool {
    body.iter().any(|statement| match statement {
        Stmt::Expr(expression) => expression.value.is_call_expr(),
        Stmt::Assign(assignment) => assignment
            .targets
            .iter()
            .any(|target| !target.is_name_expr()),
        Stmt::If(choice) => {
            has_effects(&choice.body)
                || choice
                    .elif_else_clauses
                    .iter()
                    .any(|clause| has_effects(&clause.body))
        }
        Stmt::For(walk) => has_effects(&walk.body),
        Stmt::While(walk) => has_effects(&walk.body),
        Stmt::AugAssign(_) | Stmt::With(_) | Stmt::Try(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {
            true
        }
        _ => false,
    })
}

/// Classes of the library that a class may derive from.
const BASES: &[&str] = &[
    "builtins.object",
    "abc.ABC",
    "typing.Generic",
    "typing.Protocol",
    "typing.NamedTuple",
    "typing.TypedDict",
    "enum.Enum",
    "enum.IntEnum",
    "enum.Flag",
    "enum.IntFlag",
    "enum.StrEnum",
    "builtins.type",
    "abc.ABCMeta",
];

impl<'a> Engine<'a> {
    pub(crate) fn define_class(&mut self, def: &'a StmtClassDef) {
        let arguments = def.arguments.as_deref();
        let mut bases = Vec::new();
        let mut nature = Nature::default();
        for base in arguments.iter().flat_map(|arguments| &arguments.args) {
            let value = self.expr(base);
            self.inherit(value, base, &mut bases, &mut nature);
        }
        let mut keywords = Vec::new();
        for keyword in arguments.iter().flat_map(|arguments| &arguments.keywords) {
            let value = self.expr(&keyword.value);
            match keyword
                .arg
                .as_ref()
                .map(ruff_python_ast::Identifier::as_str)
            {
                Some("metaclass") => self.metaclass(value, &keyword.value),
                Some(name) => keywords.push((name, value)),
                None => {}
            }
        }
        let decorators: Vec<Value> = def
            .decorator_list
            .iter()
            .map(|decorator| self.expr(&decorator.expression))
            .collect();
        nature.fields |= decorators
            .iter()
            .any(|decorator| self.is_library(*decorator, "dataclasses.dataclass"));
        let outer = self.frame;
        let id = self.class(def, |engine| Class {
            def,
            scope: engine
                .scopes
                .add_body(ScopeKind::Class, Some(outer.scope), &def.body),
            bases: Vec::new(),
            nature,
        });
        self.classes[id].nature = nature;
        self.classes[id].bases = bases;
        self.class_body(id, def, outer);
        let mut value = self.make(Kinds::TYPE, def, 0, Value::NOTHING);
        if let Some(cell) = value.cell {
            self.heap.calls(cell, Callee::Class(id));
        }
        self.class_hooks(value, keywords);
        if decorators
            .iter()
            .all(|decorator| self.is_library(*decorator, "dataclasses.dataclass"))
        {
            self.definitions
                .insert((outer.scope, def.name.as_str()), Callee::Class(id));
        }
        for (decorator, node) in decorators.into_iter().zip(&def.decorator_list).rev() {
            value = self.decorated(decorator, value, &node.expression);
        }
        self.assign_name(def.name.as_str(), value);
    }

    fn class_body(&mut self, id: usize, def: &'a StmtClassDef, outer: Frame) {
        self.frame = Frame {
            scope: self.classes[id].scope,
            class: Some(id),
            ..outer
        };
        self.block(&def.body);
        self.frame = outer;
        for statement in &def.body {
            if let Stmt::FunctionDef(method) = statement {
                let name = method.name.as_str();
                if is_special(name) && !METHODS.contains(&name) {
                    self.flag_at(
                        &method.name,
                        "special-method",
                        format!("when `{name}` is called may differ"),
                    );
                }
                if COUNTED.contains(&name) && has_effects(&method.body) {
                    let message =
                        format!("how often, or on which operand, `{name}` is called differs");
                    self.flag_at(&method.name, "special-method", message);
                }
                if ALONE.contains(&name) {
                    self.call_special(name, Value::of(Kinds::INSTANCE), &[]);
                }
            }
        }
        if self.classes[id].nature.enumeration {
            self.members(id);
        }
    }

    /// What the members of an enumeration are worth.
    fn members(&mut self, id: usize) {
        self.heap.exists(Kinds::MEMBER);
        let scope = self.classes[id].scope;
        let values: Vec<(&str, Value)> = self
            .scopes
            .get(scope)
            .values
            .iter()
            .map(|(name, value)| (*name, *value))
            .collect();
        for (name, value) in values {
            if !value.kinds.meets(Kinds::FUNCTION) && !name.starts_with('_') {
                self.bind_attribute("(member value)", value);
                self.bind_attribute(name, Value::of(Kinds::MEMBER));
            }
        }
        self.bind_attribute("(member value)", Value::of(Kinds::INT));
    }

    fn inherit(
        &mut self,
        value: Value,
        node: &'a Expr,
        bases: &mut Vec<usize>,
        nature: &mut Nature,
    ) {
        let callees = self
            .definition(node)
            .map_or_else(|| self.heap.callees(value), |callee| vec![callee]);
        if callees.is_empty() && !value.kinds.meets(Kinds::ALIAS) && self.checking {
            self.flag_at(
                node,
                "base-class",
                "what this class derives from is not known".into(),
            );
        }
        for callee in callees {
            match callee {
                Callee::Class(id) => {
                    bases.push(id);
                    let inherited = self.classes[id].nature;
                    nature.exception |= inherited.exception;
                    nature.enumeration |= inherited.enumeration;
                    nature.tuple |= inherited.tuple;
                    nature.metaclass |= inherited.metaclass;
                }
                Callee::Library(id) => {
                    let name = self.library[id].clone();
                    self.inherit_library(&name, node, nature);
                }
                Callee::Function(_) | Callee::Method(_) => {
                    self.flag_at(
                        node,
                        "base-class",
                        "what this class derives from is not known".into(),
                    );
                }
            }
        }
    }

    fn inherit_library(&mut self, name: &str, node: &'a Expr, nature: &mut Nature) {
        let builtin = name.strip_prefix("builtins.").unwrap_or("");
        if is_exception(builtin) {
            nature.exception = true;
            return;
        }
        nature.enumeration |= name.starts_with("enum.");
        nature.fields |= name == "typing.NamedTuple";
        nature.tuple |= name == "typing.NamedTuple";
        nature.metaclass |= matches!(name, "builtins.type" | "abc.ABCMeta");
        let abstract_collection = name.starts_with("collections.abc.");
        if !BASES.contains(&name) && !abstract_collection {
            self.flag_at(
                node,
                "base-class",
                format!("deriving from `{name}` was never compared"),
            );
        }
    }

    fn metaclass(&mut self, value: Value, node: &'a Expr) {
        for callee in self.heap.callees(value) {
            match callee {
                Callee::Library(id)
                    if !matches!(self.library[id].as_str(), "abc.ABCMeta" | "builtins.type") =>
                {
                    let name = self.library[id].clone();
                    self.flag_at(
                        node,
                        "base-class",
                        format!("the metaclass `{name}` was never compared"),
                    );
                }
                _ => {}
            }
        }
        let text = self.scalar(Kinds::STR);
        let tuple = self.make(Kinds::TUPLE, node, 1, Value::of(Kinds::TYPE));
        let anything = self.heap.anything_flat();
        let dict = self.make(Kinds::DICT, node, 2, anything);
        let class = self.class_of(Value::NOTHING);
        for name in ["__new__", "__init__"] {
            self.call_special(name, class, &[text, tuple, dict]);
        }
        self.call_special("__prepare__", class, &[text, tuple]);
    }

    /// What the interpreter calls when a class is made.
    fn class_hooks(&mut self, class: Value, keywords: Vec<(&'a str, Value)>) {
        let args = Args {
            keywords,
            ..Args::default()
        };
        self.call_special_with("__init_subclass__", class, &args);
        let text = self.scalar(Kinds::STR);
        self.call_special("__set_name__", Value::of(Kinds::INSTANCE), &[class, text]);
    }

    /// Makes an instance.
    pub(crate) fn construct(&mut self, id: usize, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let nature = self.classes[id].nature;
        let class = self.class_of(Value::NOTHING);
        if nature.enumeration {
            return self.scalar(Kinds::MEMBER);
        }
        if nature.metaclass {
            return class;
        }
        let kinds = if nature.exception {
            Kinds::ERROR
        } else {
            Kinds::INSTANCE
        };
        let instance = self.scalar(kinds);
        if nature.exception {
            for value in args.all() {
                self.bind_attribute("(exception argument)", value);
            }
        }
        let mut constructed = false;
        for name in ["__new__", "__init__"] {
            if let Some(method) = self.inherited(id, name) {
                constructed = true;
                let receiver = if name == "__new__" { class } else { instance };
                self.call_function(method, Some(receiver), args, Some(call));
            }
        }
        if !constructed {
            self.fill_fields(id, args);
        }
        if self.classes.iter().any(|class| class.nature.metaclass) {
            self.call_special_with("__call__", class, args);
        }
        instance
    }

    /// A class of the program and all that it derives from, each once, the class itself first.
    fn ancestry(&self, id: usize) -> Vec<usize> {
        let mut ancestry = vec![id];
        let mut next = 0;
        while let Some(class) = ancestry.get(next) {
            next += 1;
            for base in &self.classes[*class].bases {
                if !ancestry.contains(base) {
                    ancestry.push(*base);
                }
            }
        }
        ancestry
    }

    /// A method that a class defines or inherits from a class of the program.
    fn inherited(&self, id: usize, name: &str) -> Option<usize> {
        self.ancestry(id).into_iter().find_map(|class| {
            let value = self.scopes.own(self.classes[class].scope, name)?;
            self.heap
                .callees(value)
                .into_iter()
                .find_map(|callee| match callee {
                    Callee::Function(function) => Some(function),
                    _ => None,
                })
        })
    }

    /// The constructor that a dataclass or a named tuple is given: its parameters are the fields.
    fn fill_fields(&mut self, id: usize, args: &Args<'a>) {
        let fields = self.fields(id);
        for (number, value) in args.positional.iter().enumerate() {
            if let Some(field) = fields.get(number) {
                self.bind_attribute(field, *value);
            }
        }
        for (name, value) in &args.keywords {
            self.bind_attribute(name, *value);
        }
        if let Some(further) = args.further {
            for field in &fields {
                self.bind_attribute(field, further);
            }
        }
        self.call_special("__post_init__", Value::of(Kinds::INSTANCE), &[]);
    }

    fn fields(&self, id: usize) -> Vec<&'a str> {
        let mut fields = Vec::new();
        for class in self.ancestry(id).into_iter().rev() {
            for statement in &self.classes[class].def.body {
                if let Stmt::AnnAssign(field) = statement
                    && let Expr::Name(name) = &*field.target
                    && !fields.contains(&name.id.as_str())
                {
                    fields.push(name.id.as_str());
                }
            }
        }
        fields
    }

    /// `super().name(…)`: a method of the program's classes, or one of `object` or an exception.
    pub(crate) fn call_super(&mut self, name: &str, args: &Args<'a>, call: &'a ExprCall) -> Value {
        let receiver = if name == "__new__" || name == "__init_subclass__" {
            self.class_of(Value::NOTHING)
        } else {
            Value::of(Kinds::INSTANCE)
        };
        let in_metaclass = self
            .frame
            .class
            .is_some_and(|class| self.classes[class].nature.metaclass);
        let mut result = self.call_special_with(name, receiver, args);
        match name {
            "__init__" => {
                for value in args.all() {
                    self.bind_attribute("(exception argument)", value);
                }
                result.kinds |= Kinds::NONE;
            }
            "__new__" if in_metaclass => return self.class_of(Value::NOTHING),
            "__call__" if in_metaclass => return self.scalar(Kinds::INSTANCE),
            "__new__" => result.kinds |= Kinds::INSTANCE,
            "__setattr__" => {
                if let Some(value) = args.positional.get(1) {
                    // By a name that is not seen: any attribute may be that value.
                    let names: Vec<String> = self.attributes.keys().cloned().collect();
                    for name in names
                        .iter()
                        .filter(|name| !name.starts_with('(') && !is_special(name))
                    {
                        if !self.attribute_value(name).kinds.meets(Kinds::FUNCTION) {
                            self.bind_attribute(name, *value);
                        }
                    }
                }
                result.kinds |= Kinds::NONE;
            }
            "__getattribute__" | "__getattr__" => return self.heap.anything_flat(),
            "__init_subclass__" | "__delattr__" | "__set_name__" | "__enter__" | "__exit__" => {
                result.kinds |= Kinds::NONE;
            }
            "__eq__" | "__ne__" => result.kinds |= Kinds::BOOL,
            "__hash__" => result.kinds |= Kinds::INT,
            "__str__" | "__repr__" | "__format__" => {
                if self.classes.iter().any(|class| {
                    class.nature.exception || class.nature.tuple || class.nature.enumeration
                }) {
                    self.flag_at(
                        call,
                        "no-evidence",
                        format!("`super().{name}()` was never compared"),
                    );
                }
                result.kinds |= Kinds::STR;
            }
            _ => {
                if self.attribute_value(name).is_nothing() {
                    self.flag_at(
                        call,
                        "no-evidence",
                        format!("`super().{name}()` was never compared"),
                    );
                }
            }
        }
        result
    }

    /// Methods that every class has.
    pub(crate) fn call_class_protocol(
        &mut self,
        object: Value,
        name: &str,
        args: &Args<'a>,
        call: &'a ExprCall,
    ) -> Option<Value> {
        match name {
            "mro" if object.kinds.meets(Kinds::TYPE) => {
                let class = self.class_of(object);
                Some(self.make(Kinds::LIST, call, 1, class))
            }
            "__new__" if object.kinds.meets(Kinds::TYPE) => {
                Some(self.scalar(Kinds::INSTANCE | Kinds::MEMBER))
            }
            "__setattr__" if object.kinds.meets(Kinds::TYPE) => {
                if let [_, _, value] = args.positional[..] {
                    let shifted = Args::of(&[Value::of(Kinds::STR), value]);
                    return Some(self.call_super("__setattr__", &shifted, call));
                }
                None
            }
            "_replace" | "_asdict" | "_make"
                if self.classes.iter().any(|class| class.nature.tuple) =>
            {
                for (field, value) in &args.keywords {
                    self.bind_attribute(field, *value);
                }
                if name == "_asdict" {
                    let anything = self.heap.anything_flat();
                    return Some(self.make(Kinds::DICT, call, 1, anything));
                }
                Some(self.scalar(Kinds::INSTANCE))
            }
            "with_traceback" | "add_note"
                if object.kinds.meets(Kinds::ERROR | Kinds::EXCEPTION) =>
            {
                self.flag_at(
                    call,
                    "exception-text",
                    format!("`{name}` was never compared"),
                );
                Some(object)
            }
            _ => None,
        }
    }
}
