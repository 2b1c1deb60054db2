//! What a guest sees of the world.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use tier_api::{Fault, Program};
use wasmtime_wasi::{DirPerms, FilePerms, WasiCtxBuilder};

/// Returns what an instance for `program` sees, or one for an isolate: the standard streams, `words` as its arguments, the
/// folder it is in by name, and the program's folder to read from.
pub(crate) fn context(program: Option<&Program>) -> Result<WasiCtxBuilder, Fault> {
    let mut context = WasiCtxBuilder::new();
    // One program at a time: it may wait for a file where it stands, and no thread is started to do it.
    context.inherit_stdio().allow_blocking_current_thread(true);
    // WASI has no working folder: the guest makes this its own.
    if let Some(folder) = std::env::current_dir().ok().and_then(text) {
        context.env("PWD", folder);
    }
    if let Some(program) = program {
        open_folder(&mut context, &program.file)?;
    }
    Ok(context)
}

/// Returns `program` under a name by which the guest finds it. Only where it is in the working folder is that its own: what
/// is above or beside a program's folder is closed, the working folder with it, and nothing can be found from there.
pub(crate) fn within_reach(program: &Program) -> Program {
    let (file, args) = (&program.file, program.args.clone());
    let is_beside = Path::new(file).parent() == Some(Path::new(""));
    let absolute = std::path::absolute(file).ok().filter(|_| !is_beside);
    let file = absolute.map_or_else(|| file.clone(), PathBuf::into_os_string);
    Program { file, args }
}

/// Lets the guest read the folder of the program in `file`, under the name that the guest will look for it by.
fn open_folder(context: &mut WasiCtxBuilder, file: &OsStr) -> Result<(), Fault> {
    let unavailable = |reason: String| Fault::Unavailable { reason };
    let file = std::path::absolute(file).map_err(|error| unavailable(error.to_string()))?;
    let folder = file.parent().unwrap_or(Path::new("/")).to_owned();
    if !folder.is_dir() {
        // The guest will say that there is no such file, as python3 does.
        return Ok(());
    }
    let name = text(folder.clone())
        .ok_or_else(|| unavailable(format!("{} is not UTF-8", folder.display())))?;
    context
        .preopened_dir(&folder, name, DirPerms::READ, FilePerms::READ)
        .map_err(|error| unavailable(format!("{}: {error:#}", folder.display())))?;
    Ok(())
}

fn text(path: PathBuf) -> Option<String> {
    path.into_os_string().into_string().ok()
}
