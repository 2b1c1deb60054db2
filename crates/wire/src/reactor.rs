//! The guest as a WebAssembly module that its host calls: a *reactor* for WASI 0.1.
//!
//! There is no descriptor to hold a session over, so its messages, in the same frames, go through the module's memory. A
//! guest exports three functions:
//!
//! - `tiers_buffer(bytes: u32) -> u32` makes room for a message of so many bytes, and returns where;
//! - `tiers_answer() -> u64` answers the message in that room: the reply's place in the upper half, its length in bytes in
//!   the lower, good until the next call. No message at all (0 bytes) asks for [`Event::Ready`](crate::Event::Ready). A
//!   reply of 0 bytes says that the message was none, or out of place;
//! - `tiers_prepare()` starts an interpreter ahead. The host may take what the instance's memory holds then for the beginning
//!   of others: they are awake with their first message, and look at their own world then. It is called once, first, or not
//!   at all;
//! - `tiers_exec() -> u32` takes `exec FILE [ARGS…]` from WASI's arguments, as a native guest does, and returns the status.
//!
//! WASI knows no working folder: it is what the variable `PWD` says. A panic ends in a trap, and with it the instance.

use std::cell::{Cell, RefCell};
use std::ffi::OsString;

use tier_api::{Program, Tier};

use crate::panics::remember_panics;
use crate::session::{Reply, Session, Surroundings, frame, run_caught};
use crate::{Inbox, Limits, Request, status};

/// What answers a message with a reply.
type Answerer = Box<dyn FnMut(&[u8]) -> Option<Vec<u8>>>;

thread_local! {
    /// The message from the host, then the reply to it.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// The session, once it was prepared or there was a message.
    static SESSION: RefCell<Option<Answerer>> = const { RefCell::new(None) };
    /// Whether there was a message: what there is around the instance is its own from then on.
    static AWAKE: Cell<bool> = const { Cell::new(false) };
}

/// Nothing is around a reactor's interpreter that a host could not take away with the instance.
struct Instance;

impl Surroundings for Instance {
    /// The instance's memory is the host's to limit.
    fn confine(&mut self, _limits: &Limits) -> std::io::Result<()> {
        Ok(())
    }

    /// A second run is for a second instance.
    fn restore(&mut self) -> bool {
        false
    }
}

/// What `tiers_buffer` does.
pub fn buffer(bytes: u32) -> u32 {
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        buffer.resize(bytes as usize, 0);
        address(buffer)
    })
}

/// What `tiers_prepare` does, for a guest that holds `tier`. Where there is no interpreter to be had, the first request finds
/// that out once more, and says so.
pub fn prepare<T: Tier + 'static>(mut tier: T) {
    remember_panics();
    let _ = tier.prepare();
    SESSION.set(Some(answerer(tier)));
}

/// What `tiers_answer` does, for a guest that holds `tier`; `wake` is what an instance does first that may have begun as a
/// copy.
pub fn answer<T: Tier + 'static>(tier: impl FnOnce() -> T, wake: impl FnOnce()) -> u64 {
    let message = BUFFER.take();
    // To be asked what it is does not wake it: its world may be given to it after that.
    if !message.is_empty() && !AWAKE.replace(true) {
        wake();
        enter_folder();
    }
    let reply = SESSION.with_borrow_mut(|session| {
        let answerer = session.get_or_insert_with(|| {
            remember_panics();
            answerer(tier())
        });
        answerer(&message)
    });
    let reply = reply.unwrap_or_default();
    let length = reply.len() as u64;
    BUFFER.with_borrow_mut(|buffer| {
        *buffer = reply;
        u64::from(address(buffer)) << 32 | length
    })
}

/// What `tiers_exec` does, for a guest that holds `tier`.
pub fn exec<T: Tier>(mut tier: T) -> u32 {
    remember_panics();
    enter_folder();
    let mut words = std::env::args_os().skip(1);
    let file = match (words.next(), words.next()) {
        (Some(verb), Some(file)) if verb == "exec" => file,
        _ => {
            eprintln_quietly("usage: exec FILE [ARGS…]");
            return 2;
        }
    };
    let args: Vec<OsString> = words.collect();
    let outcome = run_caught(&mut tier, &Program { file, args });
    if let tier_api::Outcome::Faulted(fault) = &outcome {
        eprintln_quietly(&fault.to_string());
    }
    status::of(&outcome).into()
}

fn enter_folder() {
    if let Some(folder) = std::env::var_os("PWD") {
        let _ = std::env::set_current_dir(folder);
    }
}

fn answerer<T: Tier + 'static>(tier: T) -> Answerer {
    let mut session = Session::new(tier, Instance);
    let mut over = false;
    Box::new(move |message| {
        if message.is_empty() {
            return frame(&session.ready()).ok();
        }
        let mut inbox = Inbox::default();
        inbox.push(message);
        let request: Request = inbox.next_message().ok().flatten().filter(|_| !over)?;
        let Reply { event, goes_on } = session.answer(request).ok()?;
        over = !goes_on;
        frame(&event).ok()
    })
}

fn address(buffer: &[u8]) -> u32 {
    // Addresses have 32 bits here.
    u32::try_from(buffer.as_ptr().addr()).unwrap_or_default()
}

/// Not `eprintln!`, which panics where stderr is closed.
fn eprintln_quietly(message: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "guest: {message}");
}
