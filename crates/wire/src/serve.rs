//! A session over a stream.

use std::io::{Read, Write};

use tier_api::{Outcome, Tier};

use crate::session::{ServeError, Session, Surroundings, frame};
use crate::{Channel, Event};

/// Answers requests over `stream` until the host closes it.
pub fn serve<T: Tier>(
    tier: T,
    stream: impl Read + Write,
    surroundings: impl Surroundings,
) -> Result<(), ServeError> {
    // This process: a program may fork, and its child is not the one to speak.
    let guest = std::process::id();
    let mut channel = Channel::new(stream);
    let mut session = Session::new(tier, surroundings);
    channel.send(&session.ready())?;
    while let Some(request) = channel.receive()? {
        let reply = session.answer(request)?;
        if std::process::id() != guest {
            crate::guest::end_as(&end_of_child(&reply.event));
        }
        channel.send_frame(&frame(&reply.event)?)?;
        if !reply.goes_on {
            break;
        }
    }
    Ok(())
}

/// Returns how a child that the program forked ends when it comes to the end of what was requested.
fn end_of_child(event: &Event) -> Outcome {
    match event {
        Event::Finished(outcome) => outcome.clone(),
        _ => Outcome::Exited { status: 0 },
    }
}

#[cfg(test)]
mod tests;
