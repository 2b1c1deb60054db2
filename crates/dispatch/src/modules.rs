//! The program and the local modules that it imports, however indirectly.

use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use ruff_python_ast::{ModModule, Stmt};
use ruff_text_size::TextSize;

use crate::decision::Reason;
use crate::loader::Loader;
use crate::source::Source;

/// As many local modules are followed.
const MODULES: usize = 200;

/// A module of the program: the program itself, or one that stands beside it.
pub(crate) struct Module {
    /// As imports name it; `__main__` for the program.
    pub(crate) name: String,
    pub(crate) source: Source,
}

impl Module {
    pub(crate) fn tree(&self) -> &ModModule {
        self.source.tree.syntax()
    }

    pub(crate) fn body(&self) -> &[Stmt] {
        &self.tree().body
    }

    /// Whether annotations are kept as text (PEP 563).
    pub(crate) fn has_lazy_annotations(&self) -> bool {
        self.body().iter().any(|statement| {
            matches!(statement, Stmt::ImportFrom(import)
                if import.module.as_ref().is_some_and(|module| module.as_str() == "__future__")
                    && import.names.iter().any(|name| name.name.as_str() == "annotations"))
        })
    }

    /// A reason at a place in this module, which is named where it is not the program itself.
    pub(crate) fn reason(&self, at: TextSize, rule: &str, message: String) -> Reason {
        let message = if self.name == "__main__" {
            message
        } else {
            format!("in the module {}: {message}", self.name)
        };
        self.source.reason(at, rule, message)
    }
}

/// Reads the program and all that it imports from beside itself. The program is the first.
pub(crate) fn read(source: &[u8], loader: &dyn Loader) -> Result<Vec<Module>, Reason> {
    let mut modules = vec![Module {
        name: "__main__".into(),
        source: Source::read(source)?,
    }];
    let mut next = 0;
    while let Some(module) = modules.get(next) {
        next += 1;
        let mut imports = Imports::default();
        imports.visit_body(module.body());
        for name in imports.names {
            if modules.iter().any(|module| module.name == name) {
                continue;
            }
            let Some(bytes) = loader.load(&name) else {
                continue;
            };
            if modules.len() == MODULES {
                return Err(modules[0].reason(
                    TextSize::new(0),
                    "size",
                    "it imports too many local modules".into(),
                ));
            }
            let source = Source::read(&bytes).map_err(|reason| Reason {
                message: format!("in the module {name}: {}", reason.message),
                ..reason
            })?;
            modules.push(Module { name, source });
        }
    }
    Ok(modules)
}

/// All names of modules that are imported, and those of what is imported from them: it may be a module, too.
#[derive(Default)]
struct Imports {
    names: Vec<String>,
}

impl Imports {
    /// A module, and the packages that it is in.
    fn add(&mut self, name: &str) {
        for (dot, _) in name.match_indices('.') {
            self.names.push(name[..dot].to_owned());
        }
        self.names.push(name.to_owned());
    }
}

impl<'a> StatementVisitor<'a> for Imports {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => import
                .names
                .iter()
                .for_each(|alias| self.add(alias.name.as_str())),
            Stmt::ImportFrom(import) if import.level == 0 => {
                let Some(module) = &import.module else { return };
                self.add(module.as_str());
                for alias in &import.names {
                    self.names
                        .push(format!("{}.{}", module.as_str(), alias.name.as_str()));
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }
}
