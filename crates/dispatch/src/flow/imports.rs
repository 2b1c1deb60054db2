//! Imports, and what a module has.

use ruff_python_ast::{Expr, StmtImport, StmtImportFrom};
use ruff_text_size::Ranged;

use crate::evidence::{self, Use};
use crate::flow::engine::Engine;
use crate::flow::names::Place;
use crate::heap::{Callee, Value};
use crate::kinds::Kinds;

/// Modules whose import is enough: what they have is for annotations, or has rules of its own.
const KNOWN: &[&str] = &[
    "__future__",
    "abc",
    "collections",
    "collections.abc",
    "contextlib",
    "dataclasses",
    "enum",
    "functools",
    "sys",
    "typing",
];

/// Modules whose answers are about the interpreter, or whose use was compared too little.
const UNLIKE: &[&str] = &[
    "csv",
    "gc",
    "inspect",
    "locale",
    "marshal",
    "pickle",
    "platform",
    "traceback",
    "tracemalloc",
    "unicodedata",
    "weakref",
    "dis",
    "importlib",
    "symtable",
    "tokenize",
    "ast",
    "builtins",
    "warnings",
];

/// What `sys` says that is not about the interpreter.
const SYS: &[&str] = &["argv", "exit", "maxsize", "stderr", "stdout"];

/// Names that a module takes over from another.
const ALIASES: &[(&str, &str)] = &[
    ("typing.OrderedDict", "collections.OrderedDict"),
    ("json.decoder.JSONDecodeError", "json.JSONDecodeError"),
];

impl<'a> Engine<'a> {
    pub(crate) fn import(&mut self, import: &'a StmtImport) {
        for alias in &import.names {
            let name = alias.name.as_str();
            let module = self.module_value(name, alias);
            let (bound, value) = if let Some(asname) = &alias.asname {
                (asname.as_str(), module)
            } else {
                let first = name.split('.').next().unwrap_or(name);
                (first, self.module_value(first, alias))
            };
            self.assign_name(bound, value);
        }
    }

    pub(crate) fn import_from(&mut self, import: &'a StmtImportFrom) {
        let Some(module) = import.module.as_ref().filter(|_| import.level == 0) else {
            self.flag_at(
                import,
                "import",
                format_args!("a relative import was never compared"),
            );
            return;
        };
        let value = self.module_value(module.as_str(), import);
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                self.flag_at(
                    alias,
                    "import",
                    format_args!("what an import of everything brings is not followed"),
                );
                continue;
            }
            let submodule = format!("{}.{}", module.as_str(), alias.name.as_str());
            let member = if self.is_local(&submodule) {
                self.module_value(&submodule, alias)
            } else {
                self.module_attribute(value, alias.name.as_str(), alias)
            };
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            self.assign_name(name.as_str(), member);
        }
    }

    fn is_local(&self, name: &str) -> bool {
        self.modules.iter().any(|module| module.name == name)
    }

    /// A module by its name.
    fn module_value(&mut self, name: &str, node: &impl Ranged) -> Value {
        if UNLIKE.contains(&name) && !self.is_local(name) {
            self.flag_at(
                node,
                "introspection",
                format_args!("what `{name}` says may differ"),
            );
            return Value::UNKNOWN;
        }
        if !self.is_local(name) && !KNOWN.contains(&name) && !evidence::has_module(name) {
            self.flag_at(
                node,
                "import",
                format_args!("the module `{name}` was never compared"),
            );
            return Value::UNKNOWN;
        }
        self.library_value(&format!("module {name}"), Kinds::MODULE)
    }

    /// What a module has under a name.
    pub(crate) fn module_attribute(
        &mut self,
        module: Value,
        name: &str,
        node: &impl Ranged,
    ) -> Value {
        let mut result = Value::of(module.kinds & Kinds::OTHER);
        for callee in self.callees(module) {
            let Callee::Library(id) = callee else {
                continue;
            };
            let Some(module) = self.library[id].strip_prefix("module ").map(str::to_owned) else {
                continue;
            };
            let member = match self.modules.iter().position(|local| local.name == module) {
                Some(local) => self.local_member(local, &module, name),
                None => self.library_member(&module, name, node),
            };
            result = self.heap.join(result, member);
        }
        result
    }

    /// The arguments that a program was started with.
    pub(crate) fn arguments_of_program(&mut self) -> Value {
        let text = self.scalar(Kinds::STR);
        let module = &self.modules[0];
        self.make(Kinds::LIST, module, 2, text)
    }

    /// Whether it is `sys.argv`.
    pub(crate) fn is_argv(&self, expr: &Expr) -> bool {
        let Expr::Attribute(attribute) = expr else {
            return false;
        };
        let Expr::Name(name) = &*attribute.value else {
            return false;
        };
        attribute.attr.as_str() == "argv"
            && matches!(self.scopes.resolve(self.frame.scope, name.id.as_str()), Place::Scope(scope)
                if self.scopes.own(scope, name.id.as_str()).is_some_and(|value| self.is_library(value, "module sys")))
    }

    fn local_member(&mut self, local: usize, module: &str, name: &str) -> Value {
        let scope = self.module_scopes[local];
        match self.scopes.own(scope, name) {
            Some(value) => value,
            None if self.is_local(&format!("{module}.{name}")) => {
                self.library_value(&format!("module {module}.{name}"), Kinds::MODULE)
            }
            None => Value::NOTHING,
        }
    }

    fn library_member(&mut self, module: &str, name: &str, node: &impl Ranged) -> Value {
        let full = format!("{module}.{name}");
        let full = ALIASES
            .iter()
            .find(|(alias, _)| *alias == full)
            .map_or(full, |(_, name)| (*name).to_owned());
        if module == "sys" && !SYS.contains(&name) {
            self.flag_at(node, "introspection", format_args!("`{full}` may differ"));
            return Value::UNKNOWN;
        }
        if name == "argv" && module == "sys" {
            // `sys.argv[1:]` and `len(sys.argv)` do not come here: the program's own name depends on how it is run.
            self.flag_at(
                node,
                "introspection",
                format_args!("the program's own name in `sys.argv` may differ"),
            );
            return Value::UNKNOWN;
        }
        if matches!(full.as_str(), "sys.stdout" | "sys.stderr") {
            return self.scalar(Kinds::STREAM);
        }
        let constant = format!(".{full}");
        if evidence::knows(&constant) {
            let finding = self.judge.judge(&constant, &Use::default());
            if let Some(problem) = &finding.problem {
                self.problem(node, "", &full, problem);
            }
            return self.scalar(finding.result);
        }
        if module == "typing" {
            return self.library_value(&full, Kinds::ALIAS);
        }
        if evidence::has_module(&full)
            && !evidence::knows(&full)
            && name.chars().all(char::is_lowercase)
        {
            return self.library_value(&format!("module {full}"), Kinds::MODULE);
        }
        if !has_rules(&full) && !evidence::knows(&full) && !evidence::has_module(&full) {
            self.flag_at(
                node,
                "no-evidence",
                format_args!("`{full}` was never compared"),
            );
            return Value::UNKNOWN;
        }
        let is_class = name.starts_with(char::is_uppercase) || evidence::has_module(&full);
        self.library_value(
            &full,
            if is_class {
                Kinds::TYPE
            } else {
                Kinds::FUNCTION
            },
        )
    }
}

/// Whether there are rules of its own for a name of the library.
fn has_rules(name: &str) -> bool {
    const RULED: [&str; 7] = [
        "__future__.",
        "abc.",
        "collections.",
        "contextlib.",
        "dataclasses.",
        "enum.",
        "functools.",
    ];
    RULED.iter().any(|module| name.starts_with(module)) || matches!(name, "sys.exit")
}
