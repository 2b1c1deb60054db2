//! Where the modules that stand beside a program come from.

/// Finds the source of local modules. Modules of the standard library are never asked for.
pub trait Loader: Sync {
    /// Returns the source of the module `name` (dotted, as an import names it), where the program would find one beside
    /// itself; `None` where there is none.
    fn load(&self, name: &str) -> Option<Vec<u8>>;
}

/// Beside the program there is nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoModules;

impl Loader for NoModules {
    fn load(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }
}
