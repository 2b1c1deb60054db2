//! The border as wasmtime makes it of `guest.wit`.

wasmtime::component::bindgen!({
    path: "../tier-full-component/guest.wit",
    world: "full",
});

pub(super) use exports::tiers::full::interpreter::{
    Binding, Ending, Failure, Guest, Handle, HandleKind, Invocation, Member, Program, Question,
    Token,
};
pub(super) use tiers::full::host::Host;
