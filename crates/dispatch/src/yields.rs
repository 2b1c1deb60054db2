//! Whether a function is a generator.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Stmt};

/// Whether the body of a function yields, functions and classes within it aside.
pub(crate) fn yields(body: &[Stmt]) -> bool {
    let mut search = Search(false);
    search.visit_body(body);
    search.0
}

struct Search(bool);

impl<'a> Visitor<'a> for Search {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Yield(_) | Expr::YieldFrom(_) => self.0 = true,
            Expr::Lambda(_) => {}
            _ => walk_expr(self, expr),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::yields;
    use ruff_python_parser::parse_module;

    #[test]
    fn a_yield_of_its_own() {
        for (body, expected) in [
            ("x = yield 1", true),
            ("if a:\n    yield from b", true),
            ("def inner():\n    yield 1", false),
            ("f = lambda: (yield)", false),
            ("return 1", false),
        ] {
            let parsed = parse_module(body).unwrap();
            assert_eq!(yields(&parsed.syntax().body), expected, "{body}");
        }
    }
}
