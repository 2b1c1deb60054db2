//! Running source that stands in no file, as a program is run.

use std::fmt::Write as _;
use std::time::Instant;

use tier_api::{Any, Raised, Str};

use super::ExecuteError;
use super::attempt::{Attempt, AttemptError};
use crate::{AskError, Ending, Finished, Io, Isolate, OpenError};

/// Runs `text` in an isolate of its own, with the names of `inputs` bound; ends it as a program ends.
pub(super) fn run(
    attempt: &Attempt,
    text: &str,
    inputs: &[(String, Any)],
    io: Io,
) -> Result<Finished, AttemptError> {
    let started = Instant::now();
    let left = || {
        let time = attempt.limits.time?;
        Some(time.saturating_sub(started.elapsed()))
    };
    let mut isolate = match open(attempt, io)? {
        Ok(isolate) => isolate,
        Err(finished) => return Ok(*finished),
    };
    for (name, value) in inputs {
        isolate.allow_time(left());
        match isolate.bind(name, value.clone()) {
            Ok(()) => {}
            Err(AskError::Ended(_)) => return Ok(isolate.close()?),
            Err(AskError::Process(error)) => return Err(error.into()),
            Err(error) => {
                return Err(AttemptError::Input(ExecuteError::Input {
                    name: name.clone(),
                    source: Box::new(error),
                }));
            }
        }
    }
    isolate.allow_time(left());
    let ending = match isolate.exec(text) {
        // Where it has ended, closing it tells how.
        Ok(()) | Err(AskError::Ended(_)) => Ending::Exited(0),
        Err(AskError::Raised(raised)) => {
            isolate.allow_time(left());
            let ending = end_of(&mut isolate, &raised)?;
            match ending {
                // As for a program in a file: without a limit it is an exception like any other.
                Uncaught::NoMemory if attempt.limits.memory_bytes.is_some() => Ending::MemoryLimit,
                Uncaught::NoMemory => Ending::Exited(1),
                Uncaught::Status(status) => Ending::Exited(status),
            }
        }
        Err(AskError::Process(error)) => return Err(error.into()),
        Err(error) => return Err(AttemptError::Input(ExecuteError::Text(Box::new(error)))),
    };
    isolate.allow_time(left());
    let mut finished = isolate.close()?;
    if finished.ending == Ending::Exited(0) {
        finished.ending = ending;
    }
    Ok(finished)
}

/// Opens an isolate; or tells how its guest ended instead.
fn open(attempt: &Attempt, io: Io) -> Result<Result<Isolate, Box<Finished>>, AttemptError> {
    let guest = attempt.origin.start(io, &attempt.limits)?;
    let mut guest = guest.on(&attempt.terms);
    let Some(hello) = guest.greet()? else {
        return Ok(Err(Box::new(attempt.origin.ended_early(guest)?)));
    };
    if !guest.is_held(&hello, attempt.tier) {
        return Ok(Err(Box::new(guest.into_finished()?)));
    }
    match Isolate::open(guest, hello, &attempt.limits) {
        Ok(isolate) => Ok(Ok(isolate)),
        Err(OpenError::Ended(finished)) => Ok(Err(finished)),
        Err(OpenError::Process(error)) => Err(error.into()),
        Err(OpenError::NotProvisioned(error)) => Err(std::io::Error::other(error).into()),
        Err(OpenError::NotIsolated(error)) => Err(std::io::Error::other(error).into()),
    }
}

/// What an exception that nobody caught makes of the end.
enum Uncaught {
    /// This status.
    Status(u8),
    /// The memory was used up.
    NoMemory,
}

/// Says on stderr what Python says of an exception that nobody caught.
fn end_of(isolate: &mut Isolate, raised: &Raised) -> Result<Uncaught, AttemptError> {
    if is_a(isolate, raised, "SystemExit") {
        return Ok(Uncaught::Status(status_of(isolate, raised)?));
    }
    isolate.add_to_stderr(&shown(&raised.traceback))?;
    Ok(if is_a(isolate, raised, "MemoryError") {
        Uncaught::NoMemory
    } else {
        Uncaught::Status(1)
    })
}

/// Returns the exit status that a `SystemExit` asks for; says on stderr what it has to say instead of one.
fn status_of(isolate: &mut Isolate, raised: &Raised) -> Result<u8, AttemptError> {
    match isolate.attribute(&raised.exception, "code") {
        Ok(Any::None) => Ok(0),
        Ok(Any::Bool(code)) => Ok(code.into()),
        // What the system keeps of a status.
        Ok(Any::Int(code)) => Ok(code.to_signed_bytes_le().first().copied().unwrap_or(0)),
        _ => {
            let mut said = shown(&raised.message);
            said.push(b'\n');
            isolate.add_to_stderr(&said)?;
            Ok(1)
        }
    }
}

/// Says whether the exception is of the built-in type of this name, or of one that is derived from it.
fn is_a(isolate: &mut Isolate, raised: &Raised, type_name: &str) -> bool {
    let mut attribute = |of: &Any, name: &str| match of {
        Any::Handle(handle) => isolate.attribute(handle, name).ok(),
        _ => None,
    };
    let Some(class) = attribute(&raised.exception.clone().into(), "__class__") else {
        return false;
    };
    let Some(Any::Tuple(bases)) = attribute(&class, "__mro__") else {
        return false;
    };
    bases.iter().any(|base| {
        attribute(base, "__name__") == Some(type_name.into())
            && attribute(base, "__module__") == Some("builtins".into())
    })
}

/// Returns text as Python writes it to stderr, where a surrogate is shown by its number.
fn shown(text: &Str) -> Vec<u8> {
    let mut shown = String::new();
    for point in text.code_points() {
        match char::from_u32(point) {
            Some(letter) => shown.push(letter),
            None => {
                let _ = write!(shown, "\\u{point:04x}");
            }
        }
    }
    shown.into_bytes()
}
