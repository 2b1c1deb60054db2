//! Host and guest: what they say to each other, and the guest's side of the conversation.
//!
//! A *guest* is a program that holds one interpreter. It is started in one of two ways:
//!
//! - `guest exec FILE [ARGS…]` runs one program as `python3 FILE ARGS…` would and ends with its status;
//! - `guest serve FD` holds a session over the socket it inherited as descriptor `FD`: it says [`Event::Ready`], then
//!   answers every [`Request`] with [`Event::Finished`] until the host closes the socket. What the programs print goes
//!   to the guest's own stdout and stderr, not over the wire.
//!
//! A guest that ends without [`Event::Finished`] ended with the program: `os._exit`, a signal, a crash. Its exit status
//! says which.
//!
//! This crate knows no interpreter: it is generic over [`tier_api::Tier`]. It starts no process either; that is the
//! host's part (crate `tiers`).

mod channel;
pub mod guest;
mod message;
mod serve;

pub use channel::{Channel, ChannelError, FRAME_BYTES_MAX, Inbox, encode};
pub use message::{Event, Limits, PROTOCOL, Request, status};
pub use serve::{ServeError, serve};
