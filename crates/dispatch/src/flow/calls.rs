//! Calls: what they run, with what, and what comes back.

use ruff_python_ast::{Expr, ExprCall};
use smallvec::SmallVec;

use crate::flow::engine::Engine;
use crate::flow::groups::Manner;
use crate::flow::program::Style;
use crate::hazards::Hazards;
use crate::heap::{Callee, Heap, Value};
use crate::kinds::Kinds;

/// So deep calls are followed of functions of the library that are given functions of the library (`map(sum, …)`).
const LIBRARY_DEPTH: usize = 4;

/// The arguments of a call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Args<'a> {
    pub(crate) positional: SmallVec<[Value; 4]>,
    pub(crate) keywords: SmallVec<[(&'a str, Value); 2]>,
    /// What `*args` and `**kwargs` may bring.
    pub(crate) further: Option<Value>,
    /// The expressions of the positional arguments, where there are any.
    pub(crate) nodes: &'a [Expr],
}

impl Args<'_> {
    pub(crate) fn of(positional: &[Value]) -> Self {
        Self {
            positional: SmallVec::from_slice(positional),
            ..Self::default()
        }
    }

    /// As they are where several calls are taken for one: what `*args` and `**kwargs` of one may bring may come to a parameter
    /// that another call gives by its place.
    pub(super) fn spread(&self, heap: &mut Heap) -> Self {
        let mut spread = self.clone();
        for value in &mut spread.positional {
            *value = heap.join(*value, self.further.unwrap_or_default());
        }
        spread
    }

    /// All that is given.
    pub(crate) fn all(&self) -> impl Iterator<Item = Value> {
        let keywords = self.keywords.iter().map(|(_, value)| *value);
        self.positional
            .iter()
            .copied()
            .chain(keywords)
            .chain(self.further)
    }
}

impl<'a> Engine<'a> {
    pub(crate) fn call_expr(&mut self, call: &'a ExprCall) -> Value {
        if let Expr::Attribute(attribute) = &*call.func {
            let object = self.expr(&attribute.value);
            if let Some(result) = self.call_attribute(object, attribute, call) {
                return result;
            }
        }
        let function = self.expr(&call.func);
        if let [argument] = &*call.arguments.args
            && self.is_argv(argument)
            && self.is_library(function, "builtins.len")
        {
            return self.scalar(Kinds::INT);
        }
        let order_free = self.is_order_free(function);
        let args = self.arguments(call, order_free);
        match self.definition(&call.func) {
            Some(callee) => self.run_callee(callee, function, &args, call),
            None => self.call(function, &args, call),
        }
    }

    /// The arguments of a call, evaluated.
    pub(crate) fn arguments(&mut self, call: &'a ExprCall, order_free: bool) -> Args<'a> {
        let mut args = Args {
            nodes: &call.arguments.args,
            ..Args::default()
        };
        for argument in &call.arguments.args {
            let value = if order_free {
                self.expr_order_free(argument)
            } else {
                self.expr(argument)
            };
            if argument.is_starred_expr() {
                args.further = Some(self.heap.join(args.further.unwrap_or_default(), value));
            } else {
                args.positional.push(value);
            }
        }
        for keyword in &call.arguments.keywords {
            let value = self.expr(&keyword.value);
            if let Some(name) = &keyword.arg {
                args.keywords.push((name.as_str(), value));
            } else {
                let held = self.heap.held(value);
                args.further = Some(self.heap.join(args.further.unwrap_or_default(), held));
            }
        }
        args
    }

    /// Whether the function makes nothing of the order in which its argument gives its items.
    fn is_order_free(&self, function: Value) -> bool {
        const NAMES: [&str; 7] = ["sorted", "set", "frozenset", "len", "any", "all", "max"];
        let callees = self.heap.callees_now(function);
        callees.len() == 1
            && callees.iter().all(|callee| match callee {
                Callee::Library(id) => {
                    let name = self.library[*id].strip_prefix("builtins.").unwrap_or("");
                    NAMES.contains(&name) || matches!(name, "min" | "sum")
                }
                _ => false,
            })
    }

    /// Calls what a value may be.
    pub(crate) fn call(&mut self, function: Value, args: &Args<'a>, node: &'a ExprCall) -> Value {
        let mut result = Value::NOTHING;
        if function.kinds.meets(Kinds::OTHER) {
            result = Value::UNKNOWN;
        }
        let unknown = self.heap.callees_now(function).is_empty();
        if function.kinds.meets(Kinds::INSTANCE) {
            let own = self.call_special_with("__call__", Value::of(Kinds::INSTANCE), args);
            result = self.heap.join(result, own);
        }
        if function.kinds.meets(Kinds::ALIAS) && unknown {
            return self.scalar(Kinds::INSTANCE | Kinds::ALIAS);
        }
        if unknown && function.kinds.meets(Kinds::FUNCTION | Kinds::TYPE) && self.is_checking() {
            if self.is_metaclass_call(function) {
                return self.scalar(Kinds::INSTANCE);
            }
            self.flag_at(
                node,
                "unknown-call",
                format_args!("what is called here is not known"),
            );
        }
        if let Some(cell) = function.cell
            && self.heap.is_world(cell)
        {
            self.flag_at(
                node,
                "unknown-call",
                format_args!("what is called here may be anything"),
            );
        }
        let called = self.call_many(function, Manner::Plain, Value::NOTHING, args);
        result = self.heap.join(result, called.result);
        for callee in called.others {
            let returned = self.run_callee(callee, function, args, node);
            result = self.heap.join(result, returned);
        }
        result
    }

    fn run_callee(
        &mut self,
        callee: Callee,
        function: Value,
        args: &Args<'a>,
        node: &'a ExprCall,
    ) -> Value {
        self.spend(1);
        match callee {
            Callee::Function(id) => self.call_function(id, None, args),
            Callee::Class(id) => self.construct(id, args),
            Callee::Library(_) | Callee::Method(_) if self.library_depth == LIBRARY_DEPTH => {
                self.flag_at(
                    node,
                    "complexity",
                    format_args!("calls of the library within one another are not followed"),
                );
                Value::UNKNOWN
            }
            Callee::Library(id) => {
                let name = self.library[id].clone();
                self.library_depth += 1;
                let returned = self.call_library(&name, args, node);
                self.library_depth -= 1;
                returned
            }
            Callee::Method(id) => {
                let name = self.library[id].clone();
                let receiver = self.heap.held(function);
                self.library_depth += 1;
                let returned = self.call_bound(receiver, &name, args, node);
                self.library_depth -= 1;
                returned
            }
        }
    }

    /// Calls a method that was taken from its object before.
    fn call_bound(
        &mut self,
        receiver: Value,
        name: &str,
        args: &Args<'a>,
        node: &'a ExprCall,
    ) -> Value {
        let mut result = Value::NOTHING;
        if receiver.kinds.meets(Kinds::OWN) {
            result = self.call_special_with(name, receiver, args);
        }
        let foreign = Value {
            kinds: receiver.kinds & !Kinds::OWN,
            ..receiver
        };
        if foreign.is_nothing() {
            return result;
        }
        let returned = self.call_method(foreign, name, args, node);
        self.heap.join(result, returned)
    }

    /// `cls(…)` in a class method, `type(self)(…)`: some class of the program.
    fn is_metaclass_call(&self, function: Value) -> bool {
        function.kinds == Kinds::TYPE && !self.classes().is_empty()
    }

    /// Calls a function of the program: binds its parameters and gives what it returns.
    pub(crate) fn call_function(
        &mut self,
        id: usize,
        receiver: Option<Value>,
        args: &Args<'a>,
    ) -> Value {
        self.spend(1);
        if !self.functions[id].called {
            self.functions[id].called = true;
            self.heap.grew = true;
        }
        self.bind_parameters(id, receiver, args);
        if self.frame.function == Some(id) {
            self.hazards |= const { Hazards::built_in("RecursionError") };
        }
        let function = self.function_as_known(id);
        let (yields, returns) = (function.yields, function.returns);
        let (is_generator, is_async) = (function.is_generator, function.is_async);
        self.hazards |= self.functions[id].hazards;
        if is_generator {
            let kinds = if self.is_manager(id) {
                Kinds::MANAGER
            } else {
                Kinds::ITERATOR
            };
            self.heap.exists(kinds);
            self.bind_attribute("(returned)", returns);
            return Value {
                kinds,
                cell: Some(yields),
            };
        }
        if is_async {
            self.heap.exists(Kinds::COROUTINE);
            return Value {
                kinds: Kinds::COROUTINE,
                cell: Some(yields),
            };
        }
        returns
    }

    fn bind_parameters(&mut self, id: usize, receiver: Option<Value>, args: &Args<'a>) {
        let scope = self.functions[id].scope;
        let Some(parameters) = self.functions[id].body.parameters() else {
            return;
        };
        let mut given = receiver.into_iter().chain(args.positional.iter().copied());
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        for parameter in positional.clone() {
            if let Some(value) = given.next() {
                self.bind(scope, parameter.parameter.name.as_str(), value);
            } else if let Some(further) = args.further {
                self.bind(scope, parameter.parameter.name.as_str(), further);
            }
        }
        let rest: SmallVec<[_; 4]> = given.chain(args.further).collect();
        match &parameters.vararg {
            Some(vararg) => {
                let mut held = Value::NOTHING;
                for value in rest {
                    held = self.heap.join(held, value);
                }
                let tuple = self.make(Kinds::TUPLE, &**vararg, 0, held);
                self.bind(scope, vararg.name.as_str(), tuple);
            }
            None if rest.len() > usize::from(args.further.is_some()) => {
                self.hazards |= const { Hazards::built_in("TypeError") };
            }
            None => {}
        }
        let mut others = args.further.unwrap_or_default();
        for (name, value) in &args.keywords {
            let known = positional
                .clone()
                .chain(&parameters.kwonlyargs)
                .find(|parameter| parameter.parameter.name.as_str() == *name);
            match known {
                Some(parameter) => self.bind(scope, parameter.parameter.name.as_str(), *value),
                None => others = self.heap.join(others, *value),
            }
        }
        if let Some(further) = args.further {
            for parameter in &parameters.kwonlyargs {
                self.bind(scope, parameter.parameter.name.as_str(), further);
            }
        }
        if let Some(kwarg) = &parameters.kwarg {
            others.kinds |= Kinds::STR;
            let dict = self.make(Kinds::DICT, &**kwarg, 0, others);
            self.bind(scope, kwarg.name.as_str(), dict);
        }
    }

    /// Calls a special method of the program's own classes, as the interpreter does.
    pub(crate) fn call_special(&mut self, name: &str, receiver: Value, args: &[Value]) -> Value {
        // Most programs have not the method, and then nobody needs the arguments.
        if self.attribute_value(name).cell.is_none() {
            return Value::NOTHING;
        }
        self.call_special_with(name, receiver, &Args::of(args))
    }

    pub(crate) fn call_special_with(
        &mut self,
        name: &str,
        receiver: Value,
        args: &Args<'a>,
    ) -> Value {
        let method = self.attribute_value(name);
        let called = self.call_many(method, Manner::Method, receiver, args);
        let mut result = called.result;
        for callee in called.others {
            let returned = match callee {
                Callee::Function(id) => self.call_own_method(id, receiver, args),
                _ => Value::NOTHING,
            };
            result = self.heap.join(result, returned);
        }
        result
    }

    /// Calls a function as a method, with what its style puts before the arguments.
    pub(crate) fn call_own_method(&mut self, id: usize, receiver: Value, args: &Args<'a>) -> Value {
        let function = self.function_as_known(id);
        let receiver = match function.style {
            Style::Static => None,
            Style::Class => Some(self.class_of(receiver)),
            Style::Plain if function.class.is_none() => Some(receiver),
            Style::Plain | Style::Property => Some(receiver),
        };
        self.call_function(id, receiver, args)
    }

    /// The class of a receiver: that which it is, or any of the program's.
    pub(crate) fn class_of(&mut self, receiver: Value) -> Value {
        if receiver.kinds == Kinds::TYPE {
            return receiver;
        }
        self.heap.exists(Kinds::TYPE);
        let cell = self.site(&self.modules[0], 1);
        // Those that it was told before it runs for good.
        for id in self.classes_told..self.classes().len() {
            self.heap.calls(cell, Callee::Class(id));
        }
        self.classes_told = self.classes.len();
        Value {
            kinds: Kinds::TYPE,
            cell: Some(cell),
        }
    }
}
