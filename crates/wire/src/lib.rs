//! Host and guest: what they say to each other, and the guest's side of the conversation.
//!
//! A *guest* is a program that holds one interpreter. It is started in one of three ways:
//!
//! - `guest exec FILE [ARGS…]` runs one program as `python3 FILE ARGS…` would and ends with its status;
//! - `guest serve FD` holds a session over the socket it inherited as descriptor `FD`. It says [`Event::Ready`]. Then it
//!   answers every [`Request::Run`] with [`Event::Finished`]; or, asked to [`Request::Open`], it keeps one isolate up, says
//!   [`Event::Opened`], and answers every [`Request::Ask`] with [`Event::Answered`] until [`Request::Close`], which it
//!   answers with [`Event::Finished`]. It ends when the host closes the socket. What programs print goes to the guest's
//!   own stdout and stderr, not over the wire. Where what one run did to the process cannot be undone for the next, the
//!   next is answered with [`Event::Over`], and the session ends.
//! - `guest zygote FD` starts its interpreter, and makes copies of its process that each serve a session: [`zygote`].
//!
//! A guest that ends without [`Event::Finished`] ended with the program: `os._exit`, a signal, a crash. Its exit status
//! says which.
//!
//! A guest for WebAssembly has no descriptor to speak over: `reactor` tells how the same messages reach it.
//!
//! This crate knows no interpreter: it is generic over [`tier_api::Tier`]. It starts no process either; that is the
//! host's part (crate `tiers`).

mod channel;
#[cfg(unix)]
pub mod guest;
mod message;
mod panics;
#[cfg(target_os = "wasi")]
pub mod reactor;
#[cfg(unix)]
mod reap;
#[cfg(unix)]
mod serve;
mod session;
#[cfg(unix)]
pub mod zygote;

pub use channel::{Channel, ChannelError, FRAME_BYTES_MAX, Inbox, encode};
pub use message::{Event, Limits, PROTOCOL, Request, status};
#[cfg(unix)]
pub use reap::{End, Reaped, reap};
#[cfg(unix)]
pub use serve::serve;
pub use session::{ServeError, Surroundings};
