//! Operators, comparisons and subscripts.

use std::rc::Rc;

use ruff_python_ast::{CmpOp, Expr, ExprCompare, ExprSubscript, Number, Operator, UnaryOp};
use ruff_text_size::Ranged;

use crate::evidence::{Finding, Problem, Seen, Use};
use crate::flow::containers::is_mapping;
use crate::flow::engine::Engine;
use crate::flow::hazards::Hazards;
use crate::heap::{Callee, Value};
use crate::kinds::{self, Kinds};

/// What can be told from any other by identity: there is one of each, or the program itself made it.
const DISTINCT: Kinds = Kinds::NONE;

impl<'a> Engine<'a> {
    pub(crate) fn operation(&mut self, expr: &'a Expr) -> Value {
        match expr {
            Expr::BinOp(operation) => {
                let left = self.expr(&operation.left);
                if operation.op == Operator::Mod
                    && let Expr::StringLiteral(template) = &*operation.left
                {
                    return self.percent(template.value.to_str(), &operation.right, expr);
                }
                let right = self.expr(&operation.right);
                if operation.op == Operator::Pow {
                    self.check_power(left, &operation.right);
                }
                self.binary(operation.op, left, right, expr, false)
            }
            Expr::UnaryOp(operation) => {
                let operand = self.expr(&operation.operand);
                self.unary(operation.op, operand, expr)
            }
            Expr::Compare(comparison) => self.comparison(comparison),
            _ => Value::NOTHING,
        }
    }

    /// Powers beyond what a float or the digits of an int can show: there CPython raises, and RustPython does not.
    fn check_power(&mut self, left: Value, right: &'a Expr) {
        let Expr::NumberLiteral(number) = right else {
            return;
        };
        let exponent = match &number.value {
            Number::Int(int) => int.as_i64().unwrap_or(i64::MAX),
            _ => 0,
        };
        if exponent >= 300 && (exponent >= 1000 || left.kinds.meets(Kinds::FLOATS)) {
            self.flag_at(
                right,
                "limits",
                "a number this large is an error on CPython alone".into(),
            );
        }
    }

    fn unary(&mut self, op: UnaryOp, operand: Value, node: &'a Expr) -> Value {
        let (name, special) = match op {
            UnaryOp::Not => {
                self.truth(operand);
                return self.scalar(Kinds::BOOL);
            }
            UnaryOp::USub => {
                self.negatives = true;
                ("op:neg", "__neg__")
            }
            UnaryOp::UAdd => ("op:pos", "__pos__"),
            UnaryOp::Invert => ("op:~", "__invert__"),
        };
        let mut result = Value::NOTHING;
        if operand.kinds.meets(Kinds::INSTANCE) {
            result = self.call_special(special, Value::of(Kinds::INSTANCE), &[]);
        }
        let rest = self.operator(name, &[operand], node);
        self.heap.join(result, rest)
    }

    /// A binary operator, or one that assigns.
    pub(crate) fn binary(
        &mut self,
        op: Operator,
        left: Value,
        right: Value,
        node: &'a impl Ranged,
        assigns: bool,
    ) -> Value {
        let (symbol, name) = operator_names(op);
        let mut result = Value::NOTHING;
        if (left.kinds | right.kinds).meets(Kinds::INSTANCE) {
            result = self.own_operator(name, left, right, assigns);
        }
        if left.kinds.meets(Kinds::MEMBER) || right.kinds.meets(Kinds::MEMBER) {
            self.flag_at(
                node,
                "enum-arithmetic",
                "an operator on members of an enumeration".into(),
            );
        }
        if (left.kinds | right.kinds).meets(Kinds::TYPE | Kinds::ALIAS) && op == Operator::BitOr {
            let alias = self.scalar(Kinds::ALIAS);
            result = self.heap.join(result, alias);
        }
        self.negatives |= op == Operator::Sub
            && (left.kinds | right.kinds).meets(Kinds::INTEGERS | Kinds::FLOATS);
        let callable = format!("op:{symbol}");
        let rest = self.operator(&callable, &[left, right], node);
        result = self.heap.join(result, rest);
        if matches!(op, Operator::Pow | Operator::LShift) && result.kinds.meets(Kinds::INT) {
            result.kinds |= self.scalar(Kinds::BIGINT).kinds;
        }
        result
    }

    /// The program's own methods for an operator.
    fn own_operator(&mut self, name: &str, left: Value, right: Value, assigns: bool) -> Value {
        let instance = Value::of(Kinds::INSTANCE);
        let mut result = Value::NOTHING;
        if left.kinds.meets(Kinds::INSTANCE) {
            result = self.call_special(&format!("__{name}__"), instance, &[right]);
            if assigns {
                let inplace = self.call_special(&format!("__i{name}__"), instance, &[right]);
                result = self.heap.join(result, inplace);
            }
        }
        if right.kinds.meets(Kinds::INSTANCE) {
            let reflected = self.call_special(&format!("__r{name}__"), instance, &[left]);
            result = self.heap.join(result, reflected);
        }
        Value {
            kinds: result.kinds & !Kinds::NOT_IMPLEMENTED,
            ..result
        }
    }

    /// An operator on what is not the program's own, by evidence.
    pub(crate) fn operator(
        &mut self,
        callable: &str,
        operands: &[Value],
        node: &'a impl Ranged,
    ) -> Value {
        let args: Vec<_> = operands
            .iter()
            .map(|value| self.seen_foreign(*value))
            .collect();
        if args.iter().any(|seen| seen.kinds.is_empty()) {
            let other = operands
                .iter()
                .any(|operand| operand.kinds.meets(Kinds::OTHER));
            return if other {
                Value::UNKNOWN
            } else {
                Value::NOTHING
            };
        }
        let usage = Use {
            args,
            ..Use::default()
        };
        let finding = self.judge.judge(callable, &usage);
        self.note(&finding, node, callable);
        let mut held = Value::of(finding.held & !Kinds::NESTED);
        for operand in operands {
            let inner = self.heap.held(*operand);
            held = self.heap.join(held, inner);
        }
        let mut result = finding.result & !Kinds::NESTED;
        if !operands
            .iter()
            .any(|operand| operand.kinds.meets(Kinds::XFLOAT))
            && result.meets(Kinds::FLOAT)
        {
            // Ordinary numbers are taken to stay ordinary.
            result &= !Kinds::XFLOAT;
        }
        self.heap.exists(result);
        if operands.iter().all(|operand| operand.cell.is_none()) {
            return Value::of(result);
        }
        self.make(result, node, 7, held)
    }

    /// What evidence may speak of: not the program's own objects.
    fn seen_foreign(&self, value: Value) -> Seen {
        Seen {
            kinds: value.kinds & !Kinds::OWN & !Kinds::ALIAS & !Kinds::OTHER,
            held: self.heap.reach(value).with_nested(),
        }
    }

    /// Takes over what a finding says beside the result.
    pub(crate) fn note(&mut self, finding: &Finding, node: &'a impl Ranged, callable: &str) {
        for raised in &finding.raises {
            self.hazards |= Hazards::of(raised);
        }
        if is_of_a_module(callable) {
            // What was not seen to be raised may be, for an argument that was not tried.
            self.hazards |= Hazards::all_but(&finding.agreed);
        }
        let by_sign = callable == "op:/";
        if let Some(problem) = &finding.problem
            && (self.negatives
                || !by_sign
                || !matches!(problem, Problem::Differs(example) if example.contains('-')))
        {
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
        if !self.checking {
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
        self.flag_at(node, rule, message);
    }

    fn comparison(&mut self, comparison: &'a ExprCompare) -> Value {
        let mut left = self.expr(&comparison.left);
        let mut left_expr = &*comparison.left;
        let mut result = self.scalar(Kinds::BOOL);
        for (op, right_expr) in comparison.ops.iter().zip(&comparison.comparators) {
            let right = self.expr(right_expr);
            let own = self.compare(*op, (left, left_expr), (right, right_expr));
            result = self.heap.join(result, own);
            (left, left_expr) = (right, right_expr);
        }
        result
    }

    fn compare(&mut self, op: CmpOp, left: (Value, &'a Expr), right: (Value, &'a Expr)) -> Value {
        let ((left, left_expr), (right, right_expr)) = (left, right);
        let (symbol, name, reflected) = match op {
            CmpOp::Is | CmpOp::IsNot => {
                self.identity((left, left_expr), (right, right_expr));
                return Value::NOTHING;
            }
            CmpOp::In | CmpOp::NotIn => {
                self.membership(left, right, right_expr);
                return Value::NOTHING;
            }
            CmpOp::Eq => ("op:==", "__eq__", "__eq__"),
            CmpOp::NotEq => ("op:!=", "__ne__", "__ne__"),
            CmpOp::Lt => ("op:<", "__lt__", "__gt__"),
            CmpOp::LtE => ("op:<=", "__le__", "__ge__"),
            CmpOp::Gt => ("op:>", "__gt__", "__lt__"),
            CmpOp::GtE => ("op:>=", "__ge__", "__le__"),
        };
        if (left.kinds | right.kinds).meets(Kinds::COMPLEX) {
            self.flag_at(
                right_expr,
                "differs",
                "a complex number equals large ints that are near it".into(),
            );
        }
        let instance = Value::of(Kinds::INSTANCE);
        let mut result = Value::NOTHING;
        if left.kinds.meets(Kinds::INSTANCE) {
            result = self.call_special(name, instance, &[right]);
        }
        if right.kinds.meets(Kinds::INSTANCE) {
            let other = self.call_special(reflected, instance, &[left]);
            result = self.heap.join(result, other);
        }
        if op == CmpOp::NotEq {
            self.call_special("__eq__", instance, &[right]);
        }
        self.operator(symbol, &[left, right], right_expr);
        Value {
            kinds: result.kinds & !Kinds::NOT_IMPLEMENTED,
            ..result
        }
    }

    /// `is`: which numbers and texts are one object is an interpreter's own affair.
    fn identity(&mut self, left: (Value, &'a Expr), right: (Value, &'a Expr)) {
        let constant = |expr: &Expr| {
            matches!(
                expr,
                Expr::NoneLiteral(_) | Expr::BooleanLiteral(_) | Expr::EllipsisLiteral(_)
            ) || matches!(expr, Expr::Name(name) if name.id.as_str() == "NotImplemented")
        };
        let distinct = |value: Value| {
            let mutable = Kinds::LIST | Kinds::DICT | Kinds::SET;
            (DISTINCT
                | Kinds::OWN
                | Kinds::MODULE
                | Kinds::BOOL
                | Kinds::ELLIPSIS
                | Kinds::MEMBER
                | mutable)
                .covers(value.kinds)
        };
        let ok = constant(left.1) || constant(right.1) || distinct(left.0) || distinct(right.0);
        if !ok {
            self.flag_at(
                right.1,
                "identity",
                "which equal values are one object differs".into(),
            );
        }
    }

    fn membership(&mut self, item: Value, container: Value, node: &'a Expr) {
        if container.kinds.meets(Kinds::INSTANCE) {
            let instance = Value::of(Kinds::INSTANCE);
            self.call_special("__contains__", instance, &[item]);
            if self.attribute_value("__contains__").is_nothing() {
                self.iterate(instance, node, false);
            }
        }
        if item.kinds.meets(Kinds::INSTANCE)
            || self.heap.held(container).kinds.meets(Kinds::INSTANCE)
        {
            let held = self.heap.held(container);
            self.call_special("__eq__", Value::of(Kinds::INSTANCE), &[item]);
            self.call_special("__eq__", Value::of(Kinds::INSTANCE), &[held]);
            self.call_special("__hash__", Value::of(Kinds::INSTANCE), &[]);
        }
        let containers = Value {
            kinds: container.kinds & !Kinds::ITERATOR,
            ..container
        };
        let own = item.kinds & Kinds::OWN;
        if own.is_empty() || !(item.kinds & !Kinds::OWN).is_empty() {
            self.operator("op:in", &[item, containers], node);
        }
    }

    /// `container[index]`, read.
    pub(crate) fn subscript(&mut self, subscript: &'a ExprSubscript) -> Value {
        if self.is_argv(&subscript.value) && leaves_out_the_first(&subscript.slice) {
            let arguments = self.arguments_of_program();
            return if subscript.slice.is_slice_expr() {
                arguments
            } else {
                self.scalar(Kinds::STR)
            };
        }
        let object = self.expr(&subscript.value);
        let index = self.expr(&subscript.slice);
        let kinds = object.kinds;
        let mut result = Value::NOTHING;
        if kinds.meets(Kinds::INSTANCE) {
            let own = self.call_special("__getitem__", Value::of(Kinds::INSTANCE), &[index]);
            let missing = self.call_special("__missing__", Value::of(Kinds::INSTANCE), &[index]);
            result = self.heap.join(own, missing);
        }
        if kinds.meets(Kinds::TYPE | Kinds::ALIAS) {
            let own = self.type_item(object);
            result = self.heap.join(result, own);
            self.call_special("__class_getitem__", object, &[index]);
        }
        if kinds.meets(Kinds::OTHER) {
            result.kinds |= Kinds::OTHER;
        }
        let foreign = Value {
            kinds: kinds
                & !Kinds::OWN
                & !Kinds::ALIAS
                & !Kinds::OTHER
                & !Kinds::MODULE
                & !Kinds::NONE,
            ..object
        };
        if foreign.is_nothing() {
            return result;
        }
        let read = self.item(foreign, index, subscript);
        self.heap.join(result, read)
    }

    /// A subscripted class: a member of an enumeration, or the class with its parameters.
    fn type_item(&mut self, object: Value) -> Value {
        let mut result = Value {
            kinds: object.kinds & Kinds::TYPE,
            ..object
        };
        if self.classes.iter().any(|class| class.nature.enumeration) || self.heap.has(Kinds::MEMBER)
        {
            result.kinds |= Kinds::MEMBER;
        }
        let library = self
            .heap
            .callees(object)
            .iter()
            .any(|callee| matches!(callee, Callee::Library(_)));
        if object.kinds.meets(Kinds::ALIAS) || library {
            result.kinds |= self.scalar(Kinds::ALIAS).kinds;
        }
        result
    }

    fn item(&mut self, object: Value, index: Value, node: &'a ExprSubscript) -> Value {
        if index.kinds == Kinds::SLICE {
            let usage = Use {
                args: vec![self.seen_foreign(object)],
                ..Use::default()
            };
            let finding = self.judge.judge("op:[:]", &usage);
            self.note(&finding, node, "op:[:]");
            return object;
        }
        let holders = Kinds::STRINGS | Kinds::BYTES;
        let finding = {
            let usage = Use {
                args: vec![self.seen_foreign(object), self.seen_foreign(index)],
                kept: if object.kinds == Kinds::DICT {
                    &[1]
                } else {
                    &[]
                },
                ..Use::default()
            };
            if usage.args[1].kinds.is_empty() {
                Rc::default()
            } else {
                self.judge.judge("op:[]", &usage)
            }
        };
        self.note(&finding, node, "op:[]");
        let mut result = self.held_at(object, node);
        let scalar = object.kinds & holders;
        result.kinds |= scalar & Kinds::STRINGS;
        if scalar.meets(Kinds::BYTES) || object.kinds.meets(kinds::kind("range")) {
            result.kinds |= Kinds::INT;
        }
        if result.is_nothing() {
            Value::of(finding.result)
        } else {
            result
        }
    }

    /// What a container holds where it is asked: a place of a tuple that is written, a value of a dict.
    fn held_at(&mut self, object: Value, node: &'a ExprSubscript) -> Value {
        if is_mapping(object.kinds) {
            return self.heap.field(object, 1, 2);
        }
        if object.kinds == Kinds::TUPLE
            && let Some(places) = self.heap.places(object)
            && let Some(place) = written_place(&node.slice, places)
        {
            return self.heap.field(object, place, places);
        }
        self.heap.held(object)
    }

    /// `container[index] = value`.
    pub(crate) fn store_item(&mut self, object: Value, index: Value, value: Value, node: &'a Expr) {
        if object.kinds.meets(Kinds::INSTANCE) {
            self.call_special("__setitem__", Value::of(Kinds::INSTANCE), &[index, value]);
        }
        if object.kinds.meets(Kinds::TYPE | Kinds::MODULE) {
            self.flag_at(
                node,
                "patching",
                "an item of something that is no container is set".into(),
            );
        }
        if let Some(cell) = object.cell {
            if is_mapping(object.kinds) {
                self.put_item(object, index, value);
            } else {
                let spread = if index.kinds.meets(Kinds::SLICE) {
                    self.heap.held(value)
                } else {
                    value
                };
                self.heap.put(cell, spread);
                if object.kinds.meets(!(Kinds::LIST | Kinds::OWN)) {
                    self.heap.put(cell, index);
                }
            }
        }
        self.hashed(index, node);
        let mut foreign = self.seen_foreign(object);
        foreign.kinds &= !Kinds::SCALARS;
        if foreign.kinds.is_empty() {
            return;
        }
        let mut args = vec![foreign, self.seen_foreign(index), Seen::default()];
        args[1].kinds &= !Kinds::OWN;
        if args[1].kinds.is_empty() {
            return;
        }
        let kept: &[usize] = if foreign.kinds == Kinds::LIST {
            &[2]
        } else {
            &[1, 2]
        };
        args[2] = Seen {
            kinds: value.kinds,
            held: self.heap.reach(value).with_nested(),
        };
        let usage = Use {
            args,
            kept,
            ..Use::default()
        };
        let finding = self.judge.judge("op:[]=", &usage);
        self.note(&finding, node, "op:[]=");
    }
}

/// Whether it is a function of a module, rather than a builtin, an operator or a method.
fn is_of_a_module(callable: &str) -> bool {
    let mut parts = callable.split('.');
    let owner = parts.next().unwrap_or("");
    !callable.starts_with("op:")
        && !callable.starts_with('.')
        && owner != "builtins"
        && kinds::is_module(owner)
}

/// Whether an index or a slice, as it is written, leaves out the first place.
fn leaves_out_the_first(index: &Expr) -> bool {
    let positive = |expr: &Expr| {
        matches!(expr, Expr::NumberLiteral(number)
            if matches!(&number.value, Number::Int(int) if int.as_u64().is_some_and(|place| place > 0)))
    };
    match index {
        Expr::Slice(slice) => slice.step.is_none() && slice.lower.as_deref().is_some_and(positive),
        index => positive(index),
    }
}

/// The place that an index names, where it is written as a number.
fn written_place(index: &Expr, places: usize) -> Option<usize> {
    let (negative, number) = match index {
        Expr::NumberLiteral(number) => (false, number),
        Expr::UnaryOp(operation) if operation.op == UnaryOp::USub => match &*operation.operand {
            Expr::NumberLiteral(number) => (true, number),
            _ => return None,
        },
        _ => return None,
    };
    let Number::Int(int) = &number.value else {
        return None;
    };
    let place = int.as_usize()?;
    if negative {
        places.checked_sub(place)
    } else {
        (place < places).then_some(place)
    }
}

/// An operator's symbol, and the name within its special methods.
fn operator_names(op: Operator) -> (&'static str, &'static str) {
    match op {
        Operator::Add => ("+", "add"),
        Operator::Sub => ("-", "sub"),
        Operator::Mult => ("*", "mul"),
        Operator::MatMult => ("@", "matmul"),
        Operator::Div => ("/", "truediv"),
        Operator::Mod => ("%", "mod"),
        Operator::Pow => ("**", "pow"),
        Operator::LShift => ("<<", "lshift"),
        Operator::RShift => (">>", "rshift"),
        Operator::BitOr => ("|", "or"),
        Operator::BitXor => ("^", "xor"),
        Operator::BitAnd => ("&", "and"),
        Operator::FloorDiv => ("//", "floordiv"),
    }
}
