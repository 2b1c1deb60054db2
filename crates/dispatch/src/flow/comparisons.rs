//! Comparisons, identity and membership.

use ruff_python_ast::{CmpOp, Expr, ExprCompare};

use crate::flow::engine::Engine;
use crate::heap::Value;
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    pub(crate) fn comparison(&mut self, comparison: &'a ExprCompare) -> Value {
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

    pub(crate) fn compare(
        &mut self,
        op: CmpOp,
        left: (Value, &'a Expr),
        right: (Value, &'a Expr),
    ) -> Value {
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
                format_args!("a complex number equals large ints that are near it"),
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
    pub(crate) fn identity(&mut self, left: (Value, &'a Expr), right: (Value, &'a Expr)) {
        let constant = |expr: &Expr| {
            matches!(
                expr,
                Expr::NoneLiteral(_) | Expr::BooleanLiteral(_) | Expr::EllipsisLiteral(_)
            ) || matches!(expr, Expr::Name(name) if name.id.as_str() == "NotImplemented")
        };
        let distinct = |value: Value| {
            let mutable = Kinds::LIST | Kinds::DICT | Kinds::SET;
            (Kinds::NONE | Kinds::OWN | Kinds::MODULE | Kinds::BOOL | Kinds::ELLIPSIS | mutable)
                .covers(value.kinds)
        };
        let ok = constant(left.1) || constant(right.1) || distinct(left.0) || distinct(right.0);
        if !ok {
            self.flag_at(
                right.1,
                "identity",
                format_args!("which equal values are one object differs"),
            );
        }
    }

    pub(crate) fn membership(&mut self, item: Value, container: Value, node: &'a Expr) {
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
}
