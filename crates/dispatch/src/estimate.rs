//! How much a program computes, guessed from its loops: those whose bounds are written count as they are, the others by
//! what loops of programs usually do.

use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Comprehension, Expr, ExprCall, Number, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged as _, TextSize};

use rustc_hash::FxHashMap as HashMap;

use crate::cost::Cost;
use crate::modules::Module;

/// Rounds of a `for` over something whose length is not seen.
const WALK_ROUNDS: f64 = 10.0;

/// Rounds of a `while`.
const WHILE_ROUNDS: f64 = 30.0;

/// Calls that a recursive function makes of itself, all in all.
const RECURSIVE_CALLS: f64 = 100.0;

/// No estimate goes beyond this: it is hot by far.
const MOST_STEPS: f64 = 1e12;

/// Estimates what a program computes. Local modules count for what the program calls of them, by name.
pub(crate) fn estimate(modules: &[Module]) -> Cost {
    let Some(program) = modules.first() else {
        return Cost::default();
    };
    let mut estimator = Estimator::default();
    for module in modules {
        estimator.collect(module.body());
    }
    let steps = estimator.block(program.body(), 1.0);
    let line = estimator
        .hottest
        .map_or(0, |(_, at)| program.source.line(at));
    Cost {
        steps: steps.min(MOST_STEPS),
        line,
    }
}

#[derive(Default)]
struct Estimator<'a> {
    /// Names that are given a number, once.
    constants: HashMap<&'a str, f64>,
    functions: HashMap<&'a str, &'a StmtFunctionDef>,
    /// What a call costs; `None` while it is being found out.
    costs: HashMap<&'a str, Option<f64>>,
    /// The loop with the most steps, and these.
    hottest: Option<(f64, TextSize)>,
    /// Whether the code at hand is the program's own top level, whose loops may be named.
    inside: usize,
}

impl<'a> Estimator<'a> {
    fn collect(&mut self, body: &'a [Stmt]) {
        for statement in body {
            match statement {
                Stmt::FunctionDef(def) => {
                    self.functions.insert(def.name.as_str(), def);
                    self.collect(&def.body);
                }
                Stmt::ClassDef(def) => self.collect(&def.body),
                Stmt::If(choice) => self.collect(&choice.body),
                Stmt::Assign(assignment) => {
                    if let [Expr::Name(name)] = &assignment.targets[..]
                        && let Some(number) = literal(&assignment.value)
                    {
                        let known = self.constants.entry(name.id.as_str()).or_insert(number);
                        *known = known.max(number);
                    }
                }
                _ => {}
            }
        }
    }

    /// The steps of a block that is run once, where the code around it makes it run `times` times.
    fn block(&mut self, body: &'a [Stmt], times: f64) -> f64 {
        body.iter()
            .map(|statement| self.statement(statement, times))
            .sum::<f64>()
            .min(MOST_STEPS)
    }

    fn statement(&mut self, statement: &'a Stmt, times: f64) -> f64 {
        match statement {
            Stmt::For(walk) => {
                let rounds = self.rounds(&walk.iter);
                let body = self.block(&walk.body, times * rounds);
                let steps = self.expr(&walk.iter, times) + rounds * body;
                self.note(steps * times, statement.start());
                steps
            }
            Stmt::While(repeat) => {
                let body =
                    self.block(&repeat.body, times * WHILE_ROUNDS) + self.expr(&repeat.test, times);
                let steps = WHILE_ROUNDS * body;
                self.note(steps * times, statement.start());
                steps
            }
            Stmt::If(choice) => {
                let mut most = self.block(&choice.body, times);
                for clause in &choice.elif_else_clauses {
                    most = most.max(self.block(&clause.body, times));
                }
                1.0 + self.expr(&choice.test, times) + most
            }
            Stmt::With(with) => 1.0 + self.block(&with.body, times),
            Stmt::Try(attempt) => {
                1.0 + self.block(&attempt.body, times)
                    + self.block(&attempt.orelse, times)
                    + self.block(&attempt.finalbody, times)
            }
            Stmt::Match(choice) => {
                let most = choice
                    .cases
                    .iter()
                    .map(|case| self.block(&case.body, times))
                    .fold(0.0, f64::max);
                1.0 + most
            }
            Stmt::FunctionDef(_) => 1.0,
            Stmt::ClassDef(def) => 1.0 + self.block(&def.body, times),
            _ => {
                let mut calls = Calls {
                    estimator: self,
                    steps: 1.0,
                    times,
                };
                calls.visit_stmt(statement);
                calls.steps
            }
        }
    }

    fn expr(&mut self, expr: &'a Expr, times: f64) -> f64 {
        let mut calls = Calls {
            estimator: self,
            steps: 0.0,
            times,
        };
        calls.visit_expr(expr);
        calls.steps
    }

    fn note(&mut self, steps: f64, at: TextSize) {
        // A loop within a loop has fewer steps than the one around it, which is noted later.
        if self.inside == 0 && self.hottest.is_none_or(|(most, _)| steps >= most) {
            self.hottest = Some((steps, at));
        }
    }

    /// How many items an expression gives.
    fn rounds(&self, iterable: &Expr) -> f64 {
        match iterable {
            Expr::Call(call) if is_name(&call.func, "range") => self.range(call),
            Expr::Call(call)
                if is_name(&call.func, "enumerate") || is_name(&call.func, "reversed") =>
            {
                call.arguments
                    .args
                    .first()
                    .map_or(WALK_ROUNDS, |inner| self.rounds(inner))
            }
            Expr::List(list) => length(list.elts.len()),
            Expr::Tuple(tuple) => length(tuple.elts.len()),
            _ => WALK_ROUNDS,
        }
    }

    fn range(&self, call: &ExprCall) -> f64 {
        let bounds: Option<Vec<f64>> = call
            .arguments
            .args
            .iter()
            .map(|bound| self.number(bound))
            .collect();
        match bounds.as_deref() {
            Some([stop]) => stop.max(0.0),
            Some([start, stop]) => (stop - start).max(0.0),
            Some([start, stop, stride]) if *stride != 0.0 => ((stop - start) / stride).max(0.0),
            _ => WALK_ROUNDS,
        }
    }

    /// The number that an expression is, where it is written or named.
    fn number(&self, expr: &Expr) -> Option<f64> {
        match expr {
            Expr::Name(name) => self.constants.get(name.id.as_str()).copied(),
            Expr::BinOp(operation) => {
                let (left, right) = (
                    self.number(&operation.left)?,
                    self.number(&operation.right)?,
                );
                match operation.op {
                    ruff_python_ast::Operator::Add => Some(left + right),
                    ruff_python_ast::Operator::Sub => Some(left - right),
                    ruff_python_ast::Operator::Mult => Some(left * right),
                    ruff_python_ast::Operator::Pow => Some(left.powf(right)),
                    _ => None,
                }
            }
            _ => literal(expr),
        }
    }

    /// What a call of a function of the program costs.
    fn call(&mut self, name: &'a str) -> f64 {
        match self.costs.get(name) {
            Some(Some(known)) => return *known,
            Some(None) => return RECURSIVE_CALLS,
            None => {}
        }
        let Some(def) = self.functions.get(name).copied() else {
            return 0.0;
        };
        self.costs.insert(name, None);
        self.inside += 1;
        let cost = self.block(&def.body, 1.0);
        self.inside -= 1;
        self.costs.insert(name, Some(cost));
        cost
    }
}

fn length(items: usize) -> f64 {
    u32::try_from(items).map_or(MOST_STEPS, f64::from)
}

fn literal(expr: &Expr) -> Option<f64> {
    match expr {
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(int) => int.to_string().parse().ok(),
            Number::Float(float) => Some(*float),
            Number::Complex { .. } => None,
        },
        _ => None,
    }
}

fn is_name(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Name(found) if found.id.as_str() == name)
}

/// Finds the calls and comprehensions of a statement.
struct Calls<'e, 'a> {
    estimator: &'e mut Estimator<'a>,
    steps: f64,
    times: f64,
}

impl<'a> Calls<'_, 'a> {
    fn comprehension(&mut self, expr: &'a Expr, generators: &'a [Comprehension]) {
        let rounds: f64 = generators
            .iter()
            .map(|generator| self.estimator.rounds(&generator.iter))
            .product();
        let before = std::mem::replace(&mut self.steps, 1.0);
        walk_expr(self, expr);
        self.steps = before + rounds * self.steps;
        self.estimator.note(rounds * self.times, expr.start());
    }
}

impl<'a> Visitor<'a> for Calls<'_, 'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::ListComp(comp) => self.comprehension(expr, &comp.generators),
            Expr::SetComp(comp) => self.comprehension(expr, &comp.generators),
            Expr::Generator(comp) => self.comprehension(expr, &comp.generators),
            Expr::DictComp(comp) => self.comprehension(expr, &comp.generators),
            Expr::Lambda(_) => {}
            Expr::Call(call) => {
                let name = match &*call.func {
                    Expr::Name(name) => Some(name.id.as_str()),
                    Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
                    _ => None,
                };
                self.steps += name.map_or(0.0, |name| self.estimator.call(name));
                walk_expr(self, expr);
            }
            _ => walk_expr(self, expr),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::loader::NoModules;

    fn steps(source: &str) -> (f64, usize) {
        let modules = crate::modules::read(source.as_bytes(), &NoModules)
            .ok()
            .unwrap();
        let cost = super::estimate(&modules);
        (cost.steps, cost.line)
    }

    #[test]
    fn loops_multiply() {
        let (steps, line) =
            steps("N = 1000\nfor i in range(N):\n    for j in range(2, 12):\n        x = i\n");
        assert!((10_000.0..12_000.0).contains(&steps), "{steps}");
        assert_eq!(line, 2);
    }

    #[test]
    fn calls_cost_what_they_do() {
        let work = "def work():\n    for i in range(100000):\n        pass\n";
        assert!(steps(&format!("{work}work()\n")).0 >= 100_000.0);
        assert!(steps(work).0 < 10.0);
    }

    #[test]
    fn nothing_grows_without_end() {
        let mut nested = String::new();
        for depth in 0..60 {
            nested += &" ".repeat(depth);
            nested += "for i in range(1000000):\n";
        }
        nested += &" ".repeat(60);
        nested += "pass\n";
        assert!(steps(&nested).0 <= super::MOST_STEPS);
        assert!(steps("def f(n):\n    return f(n - 1)\nf(3)\n").0 < 1e6);
        assert!(steps("").0 < 1.0);
    }
}
