//! Edges at which the kind of an argument does not tell whether a use differs. The catalogue of divergences shows each.

use ruff_python_ast::{Expr, ExprCall, Number};
use ruff_text_size::Ranged;

use crate::flow::calls::Args;
use crate::flow::engine::Engine;
use crate::heap::Value;
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    /// Edges that the catalogue shows and that an argument's kind does not tell.
    pub(crate) fn check_edges(&mut self, callable: &str, args: &Args<'a>, node: &'a impl Ranged) {
        let zero = |expr: &Expr| {
            matches!(expr, Expr::NumberLiteral(number)
                if matches!(&number.value, Number::Int(int) if int.as_i64() == Some(0)))
        };
        let differs = match callable {
            "itertools.islice" => {
                args.positional.len() > 3
                    && !args
                        .nodes
                        .get(3)
                        .is_some_and(|step| step.is_number_literal_expr() && !zero(step))
            }
            "collections.deque" => {
                args.positional.len() > 1 || args.keywords.iter().any(|(name, _)| *name == "maxlen")
            }
            "json.loads" => self
                .modules
                .iter()
                .any(|module| has_leading_zero(&module.source.text)),
            _ => false,
        };
        if differs {
            self.flag_at(
                node,
                "differs",
                format_args!("`{callable}` differs at an edge that this use may come to"),
            );
        }
    }

    /// Groups that do not take part in a match are None on Light, where CPython has an empty text.
    pub(crate) fn check_findall(&mut self, call: &'a ExprCall) {
        let optional = self
            .modules
            .iter()
            .flat_map(|module| module.source.text.lines())
            .any(|line| {
                let pattern = line.contains("r\"") || line.contains("r'") || line.contains("re.");
                pattern
                    && (line.contains('|')
                        || line.contains(")?")
                        || line.contains(")*")
                        || line.contains("){"))
            });
        if optional {
            self.flag_at(
                call,
                "differs",
                format_args!("`findall` gives None for a group that does not take part"),
            );
        }
    }

    /// What the pools of the campaign are too small to show, and the catalogue of divergences does.
    pub(crate) fn check_text_method(
        &mut self,
        receiver: Value,
        callable: &str,
        name: &str,
        call: &'a ExprCall,
    ) {
        const CASES: [&str; 15] = [
            "upper",
            "lower",
            "title",
            "capitalize",
            "swapcase",
            "casefold",
            "isalpha",
            "isdigit",
            "isnumeric",
            "isdecimal",
            "isalnum",
            "isupper",
            "islower",
            "istitle",
            "isidentifier",
        ];
        if receiver.kinds.meets(Kinds::USTR) && CASES.contains(&name) {
            self.flag_at(
                call,
                "unicode",
                format_args!("`{name}` of characters beyond ASCII differs for some"),
            );
        }
        if matches!(callable, "bytes.isspace" | "bytes.strip" | "bytes.split") {
            self.flag_at(
                call,
                "differs",
                format_args!("`{callable}` takes other bytes for blanks"),
            );
        }
        if callable == "re.Pattern.findall" {
            self.check_findall(call);
        }
        if callable == "str.expandtabs" && !call.arguments.is_empty() {
            self.flag_at(
                call,
                "crash",
                format_args!("`expandtabs(0)` panics on Light"),
            );
        }
    }

    /// Powers beyond what a float or the digits of an int can show: there CPython raises, and RustPython does not.
    pub(crate) fn check_power(&mut self, left: Value, right: &'a Expr) {
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
                format_args!("a number this large is an error on CPython alone"),
            );
        }
    }
}

/// Whether a line that reads JSON holds a number that begins with a zero.
fn has_leading_zero(text: &str) -> bool {
    text.lines()
        .filter(|line| line.contains("loads("))
        .any(|line| {
            line.as_bytes().windows(3).any(|window| {
                !window[0].is_ascii_digit()
                    && window[0] != b'.'
                    && window[1] == b'0'
                    && window[2].is_ascii_digit()
            })
        })
}
