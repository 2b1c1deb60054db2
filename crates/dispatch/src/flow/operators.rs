//! Operators, comparisons and subscripts.

use ruff_python_ast::{Expr, Operator, UnaryOp};
use ruff_text_size::Ranged;

use crate::evidence::{Arguments, Use};
use crate::flow::engine::Engine;
use crate::hazards::Hazards;
use crate::heap::Value;
use crate::kinds::Kinds;

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

    fn unary(&mut self, op: UnaryOp, operand: Value, node: &'a Expr) -> Value {
        let (name, special) = match op {
            UnaryOp::Not => {
                self.truth(operand);
                return self.scalar(Kinds::BOOL);
            }
            UnaryOp::USub => {
                self.note_negatives(true);
                ("op:neg", "__neg__")
            }
            UnaryOp::UAdd => ("op:pos", "__pos__"),
            UnaryOp::Invert => {
                self.note_negatives(true);
                ("op:~", "__invert__")
            }
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
        let (callable, name) = operator_names(op);
        let mut result = Value::NOTHING;
        if (left.kinds | right.kinds).meets(Kinds::INSTANCE) {
            result = self.own_operator(name, left, right, assigns);
        }
        if left.kinds.meets(Kinds::MEMBER) || right.kinds.meets(Kinds::MEMBER) {
            self.flag_at(
                node,
                "enum-arithmetic",
                format_args!("an operator on members of an enumeration"),
            );
        }
        if (left.kinds | right.kinds).meets(Kinds::TYPE | Kinds::ALIAS) && op == Operator::BitOr {
            let alias = self.scalar(Kinds::ALIAS);
            result = self.heap.join(result, alias);
        }
        self.note_negatives(op == Operator::Sub);
        let rest = self.operator(callable, &[left, right], node);
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
        let mut args: Arguments = operands
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
        if callable == "op:/" {
            self.hazards |= const { Hazards::built_in("ZeroDivisionError") };
            if !self.has_negatives() {
                args[1].kinds = positive(args[1].kinds);
            }
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
}

/// Numbers that are not negative, as the evidence of division has them: nothing divided by a negative number has another sign
/// on Light.
fn positive(kinds: Kinds) -> Kinds {
    let mut positive = kinds & !Kinds::INT & !Kinds::FLOAT;
    for (kind, of_them) in [
        (Kinds::INT, Kinds::POSITIVE_INT),
        (Kinds::FLOAT, Kinds::POSITIVE_FLOAT),
    ] {
        if kinds.meets(kind) {
            positive |= of_them;
        }
    }
    positive
}

/// An operator as evidence names it, and the name within its special methods.
fn operator_names(op: Operator) -> (&'static str, &'static str) {
    match op {
        Operator::Add => ("op:+", "add"),
        Operator::Sub => ("op:-", "sub"),
        Operator::Mult => ("op:*", "mul"),
        Operator::MatMult => ("op:@", "matmul"),
        Operator::Div => ("op:/", "truediv"),
        Operator::Mod => ("op:%", "mod"),
        Operator::Pow => ("op:**", "pow"),
        Operator::LShift => ("op:<<", "lshift"),
        Operator::RShift => ("op:>>", "rshift"),
        Operator::BitOr => ("op:|", "or"),
        Operator::BitXor => ("op:^", "xor"),
        Operator::BitAnd => ("op:&", "and"),
        Operator::FloorDiv => ("op://", "floordiv"),
    }
}
