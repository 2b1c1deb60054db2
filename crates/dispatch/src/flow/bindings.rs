//! Which names a block binds: these are its own, all others are those of the blocks around it.

use rustc_hash::FxHashSet as HashSet;

use ruff_python_ast::visitor::{Visitor, walk_except_handler, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{Alias, ExceptHandler, Expr, ExprContext, Pattern, Stmt};

/// The names that a block binds, and those that it declares to be bound elsewhere.
#[derive(Debug, Default)]
pub(crate) struct Bindings<'a> {
    pub(crate) bound: HashSet<&'a str>,
    /// Those that are bound more than once.
    pub(crate) rebound: HashSet<&'a str>,
    pub(crate) global: HashSet<&'a str>,
    pub(crate) nonlocal: HashSet<&'a str>,
}

impl<'a> Bindings<'a> {
    /// Those of a block.
    pub(crate) fn of(body: &'a [Stmt]) -> Self {
        let mut bindings = Self::default();
        bindings.visit_body(body);
        let Self {
            bound,
            global,
            nonlocal,
            ..
        } = &mut bindings;
        bound.retain(|name| !global.contains(name) && !nonlocal.contains(name));
        bindings
    }

    /// Those of the targets of a comprehension.
    pub(crate) fn of_targets(targets: impl Iterator<Item = &'a Expr>) -> Self {
        let mut bindings = Self::default();
        for target in targets {
            bindings.visit_expr(target);
        }
        bindings
    }

    fn bind(&mut self, name: &'a str) {
        if !self.bound.insert(name) {
            self.rebound.insert(name);
        }
    }

    fn import(&mut self, alias: &'a Alias) {
        let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
        let first = name.split('.').next().unwrap_or(name);
        self.bind(first);
    }
}

impl<'a> Visitor<'a> for Bindings<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                self.bind(def.name.as_str());
            }
            Stmt::ClassDef(def) => {
                self.bind(def.name.as_str());
            }
            Stmt::Import(import) => import.names.iter().for_each(|alias| self.import(alias)),
            Stmt::ImportFrom(import) => import.names.iter().for_each(|alias| self.import(alias)),
            Stmt::Global(global) => self
                .global
                .extend(global.names.iter().map(ruff_python_ast::Identifier::as_str)),
            Stmt::Nonlocal(nonlocal) => self.nonlocal.extend(
                nonlocal
                    .names
                    .iter()
                    .map(ruff_python_ast::Identifier::as_str),
            ),
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx != ExprContext::Load => {
                self.bind(name.id.as_str());
            }
            Expr::Lambda(_) => {}
            Expr::ListComp(comp) => self.walrus_only(&comp.generators, [&*comp.elt]),
            Expr::SetComp(comp) => self.walrus_only(&comp.generators, [&*comp.elt]),
            Expr::Generator(comp) => self.walrus_only(&comp.generators, [&*comp.elt]),
            Expr::DictComp(comp) => self.walrus_only(&comp.generators, [&*comp.key, &*comp.value]),
            _ => walk_expr(self, expr),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.bound
            .extend(inner.name.as_ref().map(ruff_python_ast::Identifier::as_str));
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        self.bound
            .extend(name.map(ruff_python_ast::Identifier::as_str));
        walk_pattern(self, pattern);
    }
}

impl<'a> Bindings<'a> {
    /// A comprehension's targets are its own; a walrus in it binds in the block around it.
    fn walrus_only<const N: usize>(
        &mut self,
        generators: &'a [ruff_python_ast::Comprehension],
        elements: [&'a Expr; N],
    ) {
        for generator in generators {
            self.visit_expr(&generator.iter);
            for condition in &generator.ifs {
                self.visit_expr(condition);
            }
        }
        for element in elements {
            self.visit_expr(element);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bindings;
    use ruff_python_parser::parse_module;

    #[test]
    fn each_way_to_bind_a_name() {
        let text = "\
import a.b, c as d
from e import f
def g(h): i = 1
class j:
    k = 1
l, (m, *n) = 1, (2,)
for o in []: pass
with p as q: pass
try: pass
except r as s: pass
match t:
    case [u, *v]: pass
    case {'w': 1, **x}: pass
y = [z for z in (aa := [])]
global bb
bb = 1
cc += 1
del dd
";
        let parsed = parse_module(text).unwrap();
        let bindings = Bindings::of(&parsed.syntax().body);
        let mut bound: Vec<_> = bindings.bound.into_iter().collect();
        bound.sort_unstable();
        assert_eq!(
            bound,
            [
                "a", "aa", "cc", "d", "dd", "f", "g", "j", "l", "m", "n", "o", "q", "s", "u", "v",
                "x", "y"
            ]
        );
    }
}
