//! Frames: a length (four bytes, little-endian), then a message in postcard's encoding.

use std::io::{ErrorKind, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The longest frame either side accepts, in bytes. A peer that announces more is broken or lying.
pub const FRAME_BYTES_MAX: u32 = if cfg!(test) { 1 << 20 } else { 64 << 20 };

/// The length of a frame's head, in bytes.
const HEAD_BYTES: usize = 4;

/// A stream over which whole messages travel.
#[derive(Debug)]
pub struct Channel<S> {
    stream: S,
    inbox: Inbox,
}

/// What has been received, cut into messages. For a host that must not wait for the rest of a frame.
#[derive(Debug, Default)]
pub struct Inbox {
    bytes: Vec<u8>,
}

/// Why a message could not be sent or received.
#[derive(Debug, thiserror::Error)]
pub enum ChannelError {
    /// The stream failed, or ended within a frame.
    #[error("the stream failed")]
    Stream(#[from] std::io::Error),
    /// A frame longer than [`FRAME_BYTES_MAX`] was announced, or asked for.
    #[error("a frame of {bytes} bytes is longer than the {FRAME_BYTES_MAX} allowed")]
    TooLong {
        /// The frame's length, in bytes.
        bytes: u64,
    },
    /// The frame's content is no message of this protocol.
    #[error("the frame holds no message of this protocol")]
    Malformed(#[from] postcard::Error),
}

impl Inbox {
    /// Takes in what was received.
    pub fn push(&mut self, received: &[u8]) {
        self.bytes.extend_from_slice(received);
    }

    /// Takes the next message out, or `None` where it has not arrived whole.
    pub fn next_message<M: DeserializeOwned>(&mut self) -> Result<Option<M>, ChannelError> {
        let Some((head, rest)) = self.bytes.split_first_chunk::<HEAD_BYTES>() else {
            return Ok(None);
        };
        let length = u32::from_le_bytes(*head);
        if length > FRAME_BYTES_MAX {
            return Err(ChannelError::TooLong {
                bytes: length.into(),
            });
        }
        let Some(payload) = rest.get(..length as usize) else {
            return Ok(None);
        };
        let message = postcard::from_bytes(payload)?;
        self.bytes.drain(..HEAD_BYTES + length as usize);
        Ok(Some(message))
    }

    /// Says whether part of a message is waiting for its rest.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl<S> Channel<S> {
    /// Returns a channel over `stream`.
    pub fn new(stream: S) -> Self {
        Self {
            stream,
            inbox: Inbox::default(),
        }
    }
}

impl<S: Write> Channel<S> {
    /// Sends one message in one write, so that a reader never waits for the rest of a small frame.
    pub fn send<M: Serialize>(&mut self, message: &M) -> Result<(), ChannelError> {
        self.send_frame(&encode(message)?)
    }

    /// Sends a message that is in its frame already.
    pub(crate) fn send_frame(&mut self, frame: &[u8]) -> Result<(), ChannelError> {
        self.stream.write_all(frame)?;
        Ok(self.stream.flush()?)
    }
}

impl<S: Read> Channel<S> {
    /// Receives one message, or `None` where the peer closed the stream between frames.
    pub fn receive<M: DeserializeOwned>(&mut self) -> Result<Option<M>, ChannelError> {
        let mut chunk = [0; 8 << 10];
        loop {
            if let Some(message) = self.inbox.next_message()? {
                return Ok(Some(message));
            }
            match self.stream.read(&mut chunk) {
                Ok(0) if self.inbox.is_empty() => return Ok(None),
                Ok(0) => return Err(std::io::Error::from(ErrorKind::UnexpectedEof).into()),
                Ok(read) => self.inbox.push(&chunk[..read]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Returns the frame that carries `message`.
pub fn encode<M: Serialize>(message: &M) -> Result<Vec<u8>, ChannelError> {
    let frame = Frame {
        bytes: vec![0; HEAD_BYTES],
        payload_bytes: 0,
    };
    let Frame {
        mut bytes,
        payload_bytes,
    } = postcard::serialize_with_flavor(message, frame)?;
    let length = u32::try_from(payload_bytes)
        .ok()
        .filter(|length| *length <= FRAME_BYTES_MAX);
    let length = length.ok_or(ChannelError::TooLong {
        bytes: payload_bytes,
    })?;
    bytes[..HEAD_BYTES].copy_from_slice(&length.to_le_bytes());
    Ok(bytes)
}

/// A frame that is being written. What is too long for one is counted and not kept: finding it out must not take the
/// memory that the message would.
struct Frame {
    bytes: Vec<u8>,
    payload_bytes: u64,
}

impl postcard::ser_flavors::Flavor for Frame {
    type Output = Self;

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.try_extend(&[byte])
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.payload_bytes += bytes.len() as u64;
        if self.payload_bytes <= FRAME_BYTES_MAX.into() {
            self.bytes.extend_from_slice(bytes);
        } else {
            self.bytes = Vec::new();
        }
        Ok(())
    }

    fn finalize(self) -> postcard::Result<Self> {
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use tier_api::{Outcome, Program};

    use super::*;
    use crate::{Event, Limits, Request};

    #[test]
    fn messages_arrive_as_sent_and_in_order() {
        let request = Request::Run {
            program: Program::new("a.py").arg("ä\u{1F40D}"),
            folder: Some("/tmp".into()),
            limits: Limits {
                memory_bytes: Some(1 << 30),
            },
        };
        let event = Event::Finished(Outcome::Exited { status: 3 });
        let mut sent = Channel::new(Vec::new());
        sent.send(&request).unwrap();
        sent.send(&event).unwrap();
        let mut received = Channel::new(Cursor::new(sent.stream));
        assert_eq!(received.receive::<Request>().unwrap(), Some(request));
        assert_eq!(received.receive::<Event>().unwrap(), Some(event));
        assert!(received.receive::<Event>().unwrap().is_none());
    }

    #[test]
    fn a_torn_frame_is_an_error_and_not_the_end() {
        let frame = encode(&Event::Finished(Outcome::Exited { status: 0 })).unwrap();
        for cut in 1..frame.len() {
            let error = Channel::new(&frame[..cut]).receive::<Event>().unwrap_err();
            assert!(
                matches!(error, ChannelError::Stream(_)),
                "cut at {cut}: {error:?}"
            );
        }
    }

    #[test]
    fn a_frame_of_absurd_length_is_refused_unread() {
        let head = u32::MAX.to_le_bytes();
        let error = Channel::new(&head[..]).receive::<Event>().unwrap_err();
        assert!(matches!(error, ChannelError::TooLong { bytes } if bytes == u64::from(u32::MAX)));
    }

    #[test]
    fn a_message_of_just_the_length_allowed_is_sent_and_a_longer_one_is_not() {
        let longest = FRAME_BYTES_MAX as usize - 3;
        let frame = encode(&"x".repeat(longest)).unwrap();
        assert_eq!(frame.len(), HEAD_BYTES + FRAME_BYTES_MAX as usize);
        let error = encode(&"x".repeat(longest + 1)).unwrap_err();
        assert!(
            matches!(error, ChannelError::TooLong { bytes } if bytes == u64::from(FRAME_BYTES_MAX) + 1),
            "{error:?}"
        );
    }

    #[test]
    fn rubbish_is_malformed() {
        let error = Channel::new(&[1, 0, 0, 0, 0xff][..])
            .receive::<Event>()
            .unwrap_err();
        assert!(matches!(error, ChannelError::Malformed(_)));
    }
}
