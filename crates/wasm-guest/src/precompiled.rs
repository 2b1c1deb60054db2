//! What takes `unsafe` in a guest that was compiled ahead of time: its code is taken as it is.
#![expect(unsafe_code, reason = "machine code from a file is trusted")]

use std::path::Path;

use wasmtime::component::Component;
use wasmtime::{Engine, Module, Precompiled as Kind};

use crate::GuestError;

/// Machine code of a guest.
pub(crate) enum Precompiled {
    /// Of a core module.
    Module(Module),
    /// Of a component.
    Component(Component),
}

/// Maps the code in the file at `path`.
pub(crate) fn open(engine: &Engine, path: &Path) -> Result<Precompiled, GuestError> {
    let unfit = |why: String| GuestError::NotCompiled {
        path: path.to_owned(),
        why,
    };
    let kind =
        Engine::detect_precompiled_file(path).map_err(|error| unfit(format!("{error:#}")))?;
    // SAFETY: wasmtime checks that the file was made by this version of it with this configuration, and not what the
    // code in it does. The file stands beside the programs that the host starts, in the same folder of the same owner:
    // whoever can change it can change those.
    let code = unsafe {
        match kind {
            Some(Kind::Module) => Module::deserialize_file(engine, path).map(Precompiled::Module),
            Some(Kind::Component) => {
                Component::deserialize_file(engine, path).map(Precompiled::Component)
            }
            None => return Err(unfit("it holds no compiled code".into())),
        }
    };
    code.map_err(|error| unfit(format!("{error:#}")))
}
