//! The imports of a program, by themselves.

use std::fmt::Write as _;

use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{Alias, Stmt};

/// Returns a program that does nothing but import what `source` imports, wherever in it that stands; none where `source` is
/// not Python. What `is_beside` the program is left out.
pub(crate) fn of(source: &[u8], is_beside: impl Fn(&str) -> bool) -> Option<String> {
    let source = std::str::from_utf8(source).ok()?;
    let parsed = ruff_python_parser::parse_module(source).ok()?;
    let mut imports = Imports {
        is_beside,
        text: String::new(),
    };
    imports.visit_body(&parsed.syntax().body);
    Some(imports.text)
}

struct Imports<F> {
    is_beside: F,
    text: String,
}

impl<F: Fn(&str) -> bool> Imports<F> {
    fn is_elsewhere(&self, module: &str) -> bool {
        let first = module.split('.').next().unwrap_or(module);
        !(self.is_beside)(first)
    }

    fn from(&mut self, module: &str, names: &[Alias]) {
        for alias in names {
            let _ = writeln!(self.text, "from {module} import {}", alias.name);
        }
    }
}

impl<'a, F: Fn(&str) -> bool> Visitor<'a> for Imports<F> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    if self.is_elsewhere(&alias.name) {
                        let _ = writeln!(self.text, "import {}", alias.name);
                    }
                }
            }
            Stmt::ImportFrom(import) if import.level == 0 => {
                if let Some(module) = &import.module
                    && module.as_str() != "__future__"
                    && self.is_elsewhere(module)
                {
                    self.from(module, &import.names);
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Option<&str>) {
        let found = of(source.as_bytes(), |module| module == "beside");
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn imports_are_found_wherever_they_stand() {
        check("print(1)", Some(""));
        check("import os, a.b as c", Some("import os\nimport a.b\n"));
        check(
            "from a.b import c as d, e\nfrom f import *",
            Some("from a.b import c\nfrom a.b import e\nfrom f import *\n"),
        );
        check(
            "def f():\n  try:\n    import x\n  except ImportError:\n    import y\n",
            Some("import x\nimport y\n"),
        );
        check(
            "import beside.a\nfrom beside import b\nfrom . import c\nfrom __future__ import annotations",
            Some(""),
        );
        check("import (", None);
    }
}
