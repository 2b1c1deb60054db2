//! Expressions, each to what it may be.

use ruff_python_ast::{Comprehension, Expr, ExprContext, ExprLambda, Number};
use smallvec::SmallVec;

use crate::flow::bindings::Bindings;
use crate::flow::engine::Engine;
use crate::flow::names::{Place, ScopeKind};
use crate::flow::program::{Body, Function, Style};
use crate::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;
use crate::units::Readers;

impl<'a> Engine<'a> {
    /// What the expression may be. In the last walk never nothing.
    pub(crate) fn expr(&mut self, expr: &'a Expr) -> Value {
        let order_free = std::mem::take(&mut self.order_free);
        self.spend(1);
        if self.is_spent() {
            return Value::UNKNOWN;
        }
        let value = self.expr_within(expr, order_free);
        self.or_anything(value)
    }

    /// What the expression may be, where whoever takes it does not mind its order.
    pub(crate) fn expr_order_free(&mut self, expr: &'a Expr) -> Value {
        self.order_free = true;
        let value = self.expr_within(expr, true);
        self.order_free = false;
        self.or_anything(value)
    }

    fn expr_within(&mut self, expr: &'a Expr, order_free: bool) -> Value {
        self.order_free = false;
        match expr {
            Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => self.literal(expr),
            Expr::Name(name) => self.name(name.id.as_str(), expr),
            Expr::List(list) => self.display(Kinds::LIST, expr, &list.elts),
            Expr::Tuple(tuple) => self.display(Kinds::TUPLE, expr, &tuple.elts),
            Expr::Set(set) => self.display(Kinds::SET, expr, &set.elts),
            Expr::Dict(_) | Expr::DictComp(_) => self.dict(expr),
            Expr::ListComp(comp) => {
                self.comprehension(Kinds::LIST, expr, &comp.elt, &comp.generators, order_free)
            }
            Expr::SetComp(comp) => {
                self.comprehension(Kinds::SET, expr, &comp.elt, &comp.generators, true)
            }
            Expr::Generator(comp) => self.comprehension(
                Kinds::ITERATOR,
                expr,
                &comp.elt,
                &comp.generators,
                order_free,
            ),
            Expr::BoolOp(_) | Expr::If(_) => self.choice(expr),
            Expr::Named(named) => {
                let value = self.expr(&named.value);
                self.assign(&named.target, value);
                value
            }
            Expr::BinOp(_) | Expr::UnaryOp(_) | Expr::Compare(_) => self.operation(expr),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::Call(call) => self.call_expr(call),
            Expr::Attribute(attribute) => self.attribute_expr(attribute),
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::FString(text) => self.f_string(text),
            Expr::Starred(starred) => {
                let value = self.expr(&starred.value);
                self.iterate(value, starred, false)
            }
            Expr::Slice(slice) => {
                for bound in [&slice.lower, &slice.upper, &slice.step]
                    .into_iter()
                    .flatten()
                {
                    self.expr(bound);
                }
                self.scalar(Kinds::SLICE)
            }
            Expr::Await(awaited) => {
                let value = self.expr(&awaited.value);
                self.awaited(value, expr)
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => self.yield_expr(expr),
            Expr::TString(_) | Expr::IpyEscapeCommand(_) => {
                self.flag_at(
                    expr,
                    "syntax",
                    format_args!("CPython 3.12 does not know this syntax"),
                );
                Value::NOTHING
            }
        }
    }

    fn literal(&mut self, expr: &'a Expr) -> Value {
        match expr {
            Expr::NumberLiteral(number) => self.scalar(number_kind(&number.value)),
            Expr::StringLiteral(text) => self.scalar(text_kind(text.value.to_str())),
            Expr::BytesLiteral(_) => self.scalar(Kinds::BYTES),
            Expr::BooleanLiteral(_) => self.scalar(Kinds::BOOL),
            Expr::NoneLiteral(_) => Value::of(Kinds::NONE),
            Expr::EllipsisLiteral(_) => self.scalar(Kinds::ELLIPSIS),
            _ => Value::NOTHING,
        }
    }

    /// One of several values.
    fn choice(&mut self, expr: &'a Expr) -> Value {
        match expr {
            Expr::BoolOp(operation) => {
                let mut all = Value::NOTHING;
                for operand in &operation.values {
                    let value = self.expr(operand);
                    self.truth(value);
                    all = self.heap.join(all, value);
                }
                all
            }
            Expr::If(choice) => {
                let test = self.expr(&choice.test);
                self.truth(test);
                let left = self.expr(&choice.body);
                let right = self.expr(&choice.orelse);
                self.heap.join(left, right)
            }
            _ => Value::NOTHING,
        }
    }

    fn yield_expr(&mut self, expr: &'a Expr) -> Value {
        match expr {
            Expr::Yield(given) => {
                let value = given
                    .value
                    .as_deref()
                    .map_or(Value::of(Kinds::NONE), |value| self.expr(value));
                self.yields(value);
                self.sent
            }
            Expr::YieldFrom(from) => {
                let inner = self.expr(&from.value);
                let value = self.iterate(inner, expr, false);
                self.yields(value);
                self.generator_result(inner)
            }
            _ => Value::NOTHING,
        }
    }

    fn yields(&mut self, value: Value) {
        if let Some(id) = self.frame.function {
            let cell = self.functions[id].yields;
            self.heap.put(cell, value);
        }
    }

    /// What `yield from` gives: what the generator returned.
    fn generator_result(&mut self, generator: Value) -> Value {
        let mut result = Value::of(Kinds::NONE);
        if generator.kinds.meets(Kinds::ITERATOR) {
            let returned = self.attribute_value("(returned)");
            result = self.heap.join(result, returned);
        }
        result
    }

    /// What a name may be.
    fn name(&mut self, name: &'a str, node: &'a Expr) -> Value {
        match self.scopes.resolve(self.frame.scope, name) {
            Place::Scope(scope) => {
                let value = self.scopes.own(scope, name).unwrap_or_default();
                if value.is_nothing() {
                    self.hazards |= const { Hazards::built_in("NameError") };
                }
                value
            }
            Place::Builtin => self.builtin(name, node),
        }
    }

    fn display(&mut self, kinds: Kinds, node: &'a Expr, elements: &'a [Expr]) -> Value {
        if kinds == Kinds::TUPLE
            && !elements.is_empty()
            && !elements.iter().any(Expr::is_starred_expr)
        {
            let values: SmallVec<[Value; 4]> =
                elements.iter().map(|element| self.expr(element)).collect();
            return self.make_tuple(node, 0, &values);
        }
        let mut held = Value::NOTHING;
        for element in elements {
            let value = if kinds == Kinds::SET && element.is_starred_expr() {
                self.starred_order_free(element)
            } else {
                self.expr(element)
            };
            if kinds == Kinds::SET {
                self.hashed(value);
            }
            held = self.heap.join(held, value);
        }
        self.make(kinds, node, 0, held)
    }

    fn starred_order_free(&mut self, element: &'a Expr) -> Value {
        let Expr::Starred(starred) = element else {
            return self.expr(element);
        };
        let value = self.expr(&starred.value);
        self.iterate(value, element, true)
    }

    fn dict(&mut self, expr: &'a Expr) -> Value {
        let made = self.make_dict(expr, 0);
        match expr {
            Expr::Dict(dict) => {
                for item in &dict.items {
                    let value = self.expr(&item.value);
                    if let Some(key) = &item.key {
                        let key_value = self.expr(key);
                        self.hashed(key_value);
                        self.put_item(made, key_value, value);
                    } else {
                        let (key, inner) = self.items_of(value);
                        self.put_item(made, key, inner);
                    }
                }
            }
            Expr::DictComp(comp) => {
                let outer = self.enter_comprehension(expr, &comp.generators, false);
                let key = self.expr(&comp.key);
                self.hashed(key);
                let value = self.expr(&comp.value);
                self.put_item(made, key, value);
                self.frame.scope = outer;
            }
            _ => {}
        }
        made
    }

    fn comprehension(
        &mut self,
        kinds: Kinds,
        node: &'a Expr,
        element: &'a Expr,
        generators: &'a [Comprehension],
        order_free: bool,
    ) -> Value {
        let outer = self.enter_comprehension(node, generators, order_free);
        let held = self.expr(element);
        if kinds == Kinds::SET {
            self.hashed(held);
        }
        self.frame.scope = outer;
        self.make(kinds, node, 0, held)
    }

    /// Enters the comprehension's own block and binds its targets. Returns the block to come back to.
    fn enter_comprehension(
        &mut self,
        node: &'a Expr,
        generators: &'a [Comprehension],
        order_free: bool,
    ) -> usize {
        let outer = self.frame.scope;
        let inner = self.inner_block(node, |engine| {
            let targets =
                Bindings::of_targets(generators.iter().map(|generator| &generator.target));
            engine.scopes.add(ScopeKind::Function, Some(outer), targets)
        });
        for (number, generator) in generators.iter().enumerate() {
            let iterable = self.expr(&generator.iter);
            if number == 0 {
                self.frame.scope = inner;
            }
            let item = if generator.is_async {
                self.iterate_async(iterable, &generator.iter)
            } else {
                self.iterate(iterable, &generator.iter, order_free)
            };
            self.assign(&generator.target, item);
            for condition in &generator.ifs {
                let value = self.expr(condition);
                self.truth(value);
            }
        }
        outer
    }

    fn lambda(&mut self, lambda: &'a ExprLambda) -> Value {
        if let Some(parameters) = &lambda.parameters {
            for parameter in parameters.iter_non_variadic_params() {
                if let Some(default) = &parameter.default {
                    self.expr(default);
                }
            }
        }
        let id = self.function(lambda, |engine| {
            let bindings = parameter_names(lambda.parameters.as_deref());
            Function {
                body: Body::Lambda(lambda),
                module: engine.frame.module,
                scope: engine
                    .scopes
                    .add(ScopeKind::Function, Some(engine.frame.scope), bindings),
                class: None,
                style: Style::Plain,
                is_async: false,
                is_generator: false,
                returns: Value::NOTHING,
                yields: engine.heap.cell(),
                hazards: Hazards::NONE,
                called: false,
                unit: engine.new_unit(),
                readers: Readers::default(),
            }
        });
        self.bind_defaults(id);
        let value = self.make(Kinds::FUNCTION, lambda, 0, Value::NOTHING);
        if let Some(cell) = value.cell {
            self.heap.calls(cell, Callee::Function(id));
        }
        value
    }

    /// Lets parameters be their defaults.
    pub(crate) fn bind_defaults(&mut self, id: usize) {
        let scope = self.functions[id].scope;
        let Some(parameters) = self.functions[id].body.parameters() else {
            return;
        };
        let home = self.frame.scope;
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.frame.scope = home;
                let value = self.expr(default);
                self.bind(scope, parameter.parameter.name.as_str(), value);
            }
        }
    }

    /// Asks a value whether it is true: an instance's own methods may be asked.
    pub(crate) fn truth(&mut self, value: Value) {
        if value.kinds.meets(Kinds::INSTANCE) {
            self.call_special("__bool__", value, &[]);
            self.call_special("__len__", value, &[]);
        }
    }

    /// A value that is put into a set or a dict.
    pub(crate) fn hashed(&mut self, value: Value) {
        if value.kinds.meets(Kinds::INSTANCE) || self.heap.reach(value).meets(Kinds::INSTANCE) {
            let instance = Value::of(Kinds::INSTANCE);
            self.call_special("__hash__", instance, &[]);
            self.call_special("__eq__", instance, &[instance]);
        }
    }

    /// Assigns to a target of any form.
    pub(crate) fn assign(&mut self, target: &'a Expr, value: Value) {
        match target {
            Expr::Name(name) => {
                debug_assert_ne!(name.ctx, ExprContext::Load);
                self.assign_name(name.id.as_str(), value);
            }
            Expr::Tuple(tuple) => self.unpack(target, &tuple.elts, value),
            Expr::List(list) => self.unpack(target, &list.elts, value),
            Expr::Starred(starred) => {
                let list = self.make(Kinds::LIST, target, 0, value);
                self.assign(&starred.value, list);
            }
            Expr::Attribute(attribute) => {
                let object = self.expr(&attribute.value);
                self.store_attribute(object, attribute, value);
            }
            Expr::Subscript(subscript) => {
                let object = self.expr(&subscript.value);
                let index = self.expr(&subscript.slice);
                self.store_item(object, index, value, target);
            }
            _ => self.flag_at(target, "syntax", format_args!("this cannot be assigned to")),
        }
    }

    /// Binds a name in the block at hand.
    pub(crate) fn assign_name(&mut self, name: &'a str, value: Value) {
        let scope = self.scopes.target(self.frame.scope, name);
        self.bind(scope, name, value);
        if self.scopes.get(scope).kind == ScopeKind::Class {
            self.bind_attribute(name, value);
        }
    }

    fn unpack(&mut self, target: &'a Expr, elements: &'a [Expr], value: Value) {
        let places = elements.len();
        let fits = value.kinds == Kinds::TUPLE && self.heap.places(value) == Some(places);
        if fits && !elements.iter().any(Expr::is_starred_expr) {
            for (place, element) in elements.iter().enumerate() {
                let item = self.heap.field(value, place, places);
                self.assign(element, item);
            }
            return;
        }
        let item = self.iterate(value, target, false);
        self.hazards |= const { Hazards::built_in("ValueError") };
        for element in elements {
            self.assign(element, item);
        }
    }
}

/// The names of the parameters, which the function binds.
pub(crate) fn parameter_names(parameters: Option<&ruff_python_ast::Parameters>) -> Bindings<'_> {
    Bindings {
        bound: parameters
            .into_iter()
            .flatten()
            .map(|parameter| parameter.name().as_str())
            .collect(),
        ..Bindings::default()
    }
}

fn number_kind(number: &Number) -> Kinds {
    match number {
        Number::Int(int) if int.as_i64().is_some() => Kinds::INT,
        Number::Int(_) => Kinds::BIGINT,
        Number::Float(float) => float_kind(*float),
        Number::Complex { .. } => Kinds::COMPLEX,
    }
}

fn float_kind(float: f64) -> Kinds {
    let ordinary = float == 0.0 || (1e-300..1e15).contains(&float.abs());
    if ordinary {
        Kinds::FLOAT
    } else {
        Kinds::XFLOAT
    }
}

/// The kind of a text.
pub(crate) fn text_kind(text: &str) -> Kinds {
    let ordinary = |character: char| matches!(character, ' '..='~' | '\t' | '\n' | '\r');
    if text.chars().all(ordinary) {
        Kinds::STR
    } else {
        Kinds::USTR
    }
}
