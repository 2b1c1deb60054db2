//! The Light guest for WebAssembly: what its host calls. `wire::reactor` tells what the functions do.
#![expect(
    unsafe_code,
    reason = "a host finds what a module exports by its name, and the C library has no other interface"
)]

use crate::Light;

unsafe extern "C" {
    // What WASI's C library has for an instance that begins as a copy: it forgets what it was given before.
    fn __wasilibc_deinitialize_environ();
    fn __wasilibc_reset_preopens();
}

// SAFETY (of the four names): nothing else in the module has a name that begins with `tiers_`.

#[unsafe(no_mangle)]
extern "C" fn tiers_buffer(bytes: u32) -> u32 {
    wire::reactor::buffer(bytes)
}

#[unsafe(no_mangle)]
extern "C" fn tiers_prepare() {
    wire::reactor::prepare(Light::new());
}

#[unsafe(no_mangle)]
extern "C" fn tiers_answer() -> u64 {
    wire::reactor::answer(Light::new, forget_the_world)
}

/// Has the environment and the open folders asked for anew: those of the instance that this one may be a copy of are not
/// there.
fn forget_the_world() {
    // SAFETY: there is one thread, and nothing in it holds a variable or an open folder: no program has run.
    unsafe {
        __wasilibc_deinitialize_environ();
        __wasilibc_reset_preopens();
    }
}

#[unsafe(no_mangle)]
extern "C" fn tiers_exec() -> u32 {
    wire::reactor::exec(Light::new())
}
