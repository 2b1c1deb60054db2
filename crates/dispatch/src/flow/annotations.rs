//! Annotations. CPython 3.12 evaluates them where they stand; RustPython 0.5.0, as 3.14 does, only when they are asked for.

use ruff_python_ast::{Expr, Parameters};
use ruff_text_size::Ranged as _;

use crate::flow::engine::Engine;
use crate::flow::names::{Place, ScopeKind};
use crate::kinds::Kinds;

impl<'a> Engine<'a> {
    pub(crate) fn annotations(&mut self, parameters: &'a Parameters, returns: Option<&'a Expr>) {
        for parameter in parameters {
            if let Some(annotation) = parameter.annotation() {
                self.annotation(annotation);
            }
        }
        if let Some(annotation) = returns {
            self.annotation(annotation);
        }
    }

    /// An annotation must do nothing, and must not fail.
    pub(crate) fn annotation(&mut self, annotation: &'a Expr) {
        if !self.is_checking() || self.modules[self.frame.module].has_lazy_annotations() {
            return;
        }
        match annotation {
            Expr::Name(name) => self.annotation_name(name.id.as_str(), annotation),
            Expr::Attribute(attribute) => self.annotation(&attribute.value),
            Expr::Subscript(subscript) => {
                self.annotation(&subscript.value);
                self.annotation(&subscript.slice);
            }
            Expr::BinOp(union) => {
                self.annotation(&union.left);
                self.annotation(&union.right);
            }
            Expr::Tuple(tuple) => tuple
                .elts
                .iter()
                .for_each(|element| self.annotation(element)),
            Expr::List(list) => list
                .elts
                .iter()
                .for_each(|element| self.annotation(element)),
            Expr::Starred(starred) => self.annotation(&starred.value),
            Expr::StringLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_) => {}
            _ => self.flag_at(
                annotation,
                "annotation",
                format_args!("an annotation that computes something is evaluated on CPython only"),
            ),
        }
    }

    fn annotation_name(&mut self, name: &'a str, node: &'a Expr) {
        let ok = match self.scopes.resolve(self.frame.scope, name) {
            Place::Builtin => !self.builtin(name, node).is_nothing(),
            Place::Scope(scope) => {
                let value = self.scopes.own(scope, name).unwrap_or_default();
                !value.is_nothing() && !self.comes_later(scope, name, node)
            }
        };
        if !ok {
            self.flag_at(
                node,
                "annotation",
                format_args!("`{name}` is not yet known here, which only CPython minds"),
            );
        }
    }

    /// Whether a class of this block is defined only after the annotation is evaluated.
    fn comes_later(&self, scope: usize, name: &str, node: &Expr) -> bool {
        if self.frame.function.is_some() && self.scopes.get(scope).kind == ScopeKind::Module {
            return false;
        }
        let defined = self.each_class().find(|class| {
            class.def.name.as_str() == name && self.scopes.get(class.scope).parent == Some(scope)
        });
        let value = self.scopes.own(scope, name).unwrap_or_default();
        value.kinds.meets(Kinds::TYPE)
            && defined.is_some_and(|class| class.def.end() > node.start())
    }
}
