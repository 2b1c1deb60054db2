//! The Light guest for WebAssembly: what its host calls. `wire::reactor` tells what the functions do.
#![expect(unsafe_code, reason = "a host finds what a module exports by its name")]

use crate::Light;

// SAFETY (of the three names): nothing else in the module has a name that begins with `tiers_`.

#[unsafe(no_mangle)]
extern "C" fn tiers_buffer(bytes: u32) -> u32 {
    wire::reactor::buffer(bytes)
}

#[unsafe(no_mangle)]
extern "C" fn tiers_answer() -> u64 {
    wire::reactor::answer(Light::new)
}

#[unsafe(no_mangle)]
extern "C" fn tiers_exec() -> u32 {
    wire::reactor::exec(Light::new())
}
