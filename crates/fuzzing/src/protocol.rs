//! What host and guest say to each other, from a peer that is broken or lies.

use std::io::{Cursor, Read};
use std::os::fd::OwnedFd;

use rustix::net::{AddressFamily, SendFlags, SocketFlags, SocketType, send, socketpair};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wire::zygote::{Order, Report};
use wire::{Channel, ChannelError, Event, FRAME_BYTES_MAX, Inbox, Request, encode};

use crate::any::comes_back;
use crate::choice;

/// The longest message of a zygote.
const ZYGOTE_BYTES_MAX: usize = 4096;

/// In either direction: messages alone, streams of them however they are cut, and a zygote's messages over a socket.
pub(crate) fn feed(bytes: &[u8]) {
    let Some((which, bytes)) = choice(bytes) else {
        return;
    };
    match which % 6 {
        0 => drop(comes_back::<Request>(bytes)),
        1 => drop(comes_back::<Event>(bytes)),
        2 => stream::<Request>(bytes, which / 6),
        3 => stream::<Event>(bytes, which / 6),
        4 => over_a_socket::<Order>(bytes),
        _ => over_a_socket::<Report>(bytes),
    }
}

/// However a stream is cut, the same messages come out of it, and the same end; each fits a frame.
fn stream<M>(bytes: &[u8], cut: u8)
where
    M: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug,
{
    let (whole, end) = received::<M>(Cursor::new(bytes));
    let (in_pieces, other_end) = received::<M>(Pieces {
        bytes,
        size: usize::from(cut) + 1,
    });
    assert_eq!(whole, in_pieces);
    assert_eq!(end, other_end);
    let framed: Vec<u8> = whole
        .iter()
        .flat_map(|message| encode(message).expect("what was received can be sent"))
        .collect();
    let (again, end) = received::<M>(Cursor::new(&framed));
    assert_eq!((again, end), (whole, End::Closed));
    waits_for_no_more_than_a_frame::<M>(bytes);
}

/// How a stream ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Closed,
    Torn,
    TooLong(u64),
    Malformed,
}

fn received<M: DeserializeOwned>(stream: impl Read) -> (Vec<M>, End) {
    let mut channel = Channel::new(stream);
    let mut messages = Vec::new();
    loop {
        match channel.receive() {
            Ok(Some(message)) => messages.push(message),
            Ok(None) => return (messages, End::Closed),
            Err(ChannelError::Stream(_)) => return (messages, End::Torn),
            Err(ChannelError::TooLong { bytes }) => return (messages, End::TooLong(bytes)),
            Err(ChannelError::Malformed(_)) => return (messages, End::Malformed),
        }
    }
}

fn waits_for_no_more_than_a_frame<M: DeserializeOwned>(bytes: &[u8]) {
    let mut inbox = Inbox::default();
    inbox.push(bytes);
    while let Ok(Some(_)) = inbox.next_message::<M>() {}
    if let Err(ChannelError::TooLong { bytes }) = inbox.next_message::<M>() {
        assert!(bytes > FRAME_BYTES_MAX.into());
    }
}

/// A stream that gives a few bytes at a time.
struct Pieces<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.size.min(self.bytes.len()).min(buffer.len());
        let (now, later) = self.bytes.split_at(length);
        buffer[..length].copy_from_slice(now);
        self.bytes = later;
        Ok(length)
    }
}

/// What arrives over a zygote's socket is what the bytes are, and no descriptor comes from nowhere.
fn over_a_socket<M>(bytes: &[u8])
where
    M: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug,
{
    let bytes = &bytes[..bytes.len().min(ZYGOTE_BYTES_MAX)];
    let message = comes_back::<M>(bytes);
    let (here, there) = sockets();
    send(&here, bytes, SendFlags::NOSIGNAL).expect("a socket takes a message");
    drop(here);
    match wire::zygote::receive::<M>(&there) {
        Ok(Some((received, descriptors))) => {
            assert_eq!(Some(received), message);
            assert!(descriptors.is_empty());
        }
        // No bytes are a message that is as good as none.
        Ok(None) => assert!(bytes.is_empty()),
        Err(_) => assert_eq!(message, None),
    }
}

fn sockets() -> (OwnedFd, OwnedFd) {
    let pair = socketpair(
        AddressFamily::UNIX,
        SocketType::SEQPACKET,
        SocketFlags::CLOEXEC,
        None,
    );
    pair.expect("a process may have sockets")
}
