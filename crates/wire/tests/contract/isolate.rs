//! `serve FD`, asked to keep an isolate up: what every tier has to do alike is tested in the modules below.

mod handles;
mod values;

use std::fs::{File, read_to_string};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::Child;

use command_fds::{CommandFdExt as _, FdMapping};
use tier_api::{Answer, Any, Ask, Failure, Handle, Outcome, Raised};
use wire::{Channel, Event, Limits, Request};

use crate::guest::{Folder, status};

/// The number of every isolate here.
pub(crate) const NUMBER: u64 = 41;

/// A guest that keeps an isolate up. What it prints is kept in files.
pub(crate) struct Up {
    _folder: Folder,
    pub(crate) stdout: PathBuf,
    pub(crate) stderr: PathBuf,
    guest: Child,
    channel: Channel<UnixStream>,
}

/// How a guest went: its status, and all that it wrote to stdout and stderr.
pub(crate) struct Gone {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Up {
    /// Starts a guest and opens an isolate in it.
    pub(crate) fn open() -> Self {
        Self::open_within(None)
    }

    /// Likewise, with no more than so much memory.
    pub(crate) fn open_within(memory_bytes: Option<u64>) -> Self {
        let folder = Folder::new();
        let (host, guest) = UnixStream::pair().unwrap();
        let [stdout, stderr] = ["stdout", "stderr"].map(|name| folder.write(name, ""));
        let mut command = folder.guest();
        command
            .args(["serve", "7"])
            .stdout(File::create(&stdout).unwrap())
            .stderr(File::create(&stderr).unwrap());
        let socket = FdMapping {
            parent_fd: guest.into(),
            child_fd: 7,
        };
        command.fd_mappings(vec![socket]).unwrap();
        let guest = command.spawn().unwrap();
        // The command still holds the guest's end; without it the end of the guest is the end of the stream.
        drop(command);
        let mut up = Self {
            _folder: folder,
            stdout,
            stderr,
            guest,
            channel: Channel::new(host),
        };
        let ready = up.channel.receive().unwrap();
        assert!(matches!(ready, Some(Event::Ready { .. })), "{ready:?}");
        let limits = Limits { memory_bytes };
        let isolate = NUMBER;
        let opened = up.request(&Request::Open { isolate, limits });
        assert_eq!(opened, Some(Event::Opened));
        up
    }

    /// Sends a request; none is the answer of a guest that ended with it.
    pub(crate) fn request(&mut self, request: &Request) -> Option<Event> {
        self.channel.send(request).unwrap();
        self.channel.receive().unwrap_or_default()
    }

    pub(crate) fn ask(&mut self, ask: Ask) -> Answer {
        match self.request(&Request::Ask(ask)) {
            Some(Event::Answered(answer)) => answer,
            event => panic!("{event:?} is no answer"),
        }
    }

    /// Asks for what ends the isolate; none where the guest ended without a word.
    pub(crate) fn ask_the_last(&mut self, source: &str) -> Option<Outcome> {
        let source = source.into();
        match self.request(&Request::Ask(Ask::Exec { source })) {
            None => None,
            Some(Event::Finished(outcome)) => Some(outcome),
            event => panic!("{event:?} is no end"),
        }
    }

    pub(crate) fn exec(&mut self, source: &str) {
        let source = source.into();
        assert_eq!(self.ask(Ask::Exec { source }), Ok(Any::None));
    }

    pub(crate) fn eval(&mut self, source: &str) -> Any {
        let ask = Ask::Eval {
            source: source.into(),
        };
        self.ask(ask)
            .unwrap_or_else(|failure| panic!("{source}: {failure}: {failure:?}"))
    }

    /// Evaluates what stays in the isolate.
    pub(crate) fn handle(&mut self, source: &str) -> Handle {
        match self.eval(source) {
            Any::Handle(handle) => handle,
            value => panic!("{source} is no handle but {value:?}"),
        }
    }

    pub(crate) fn bind(&mut self, name: &str, value: Any) -> Answer {
        let name = name.into();
        self.ask(Ask::Bind { name, value })
    }

    pub(crate) fn call(&mut self, callable: &Handle, args: Vec<Any>) -> Answer {
        self.ask(Ask::Call {
            callable: callable.clone(),
            args,
            kwargs: Vec::new(),
        })
    }

    pub(crate) fn attribute(&mut self, object: &Handle, name: &str) -> Answer {
        self.ask(Ask::Attribute {
            object: object.clone(),
            name: name.into(),
        })
    }

    pub(crate) fn release(&mut self, object: &Handle) -> Answer {
        let object = object.clone();
        self.ask(Ask::Release { object })
    }

    /// Returns what was printed until now.
    pub(crate) fn printed(&self) -> String {
        read_to_string(&self.stdout).unwrap()
    }

    /// Closes the isolate.
    pub(crate) fn close(mut self) -> (Outcome, Gone) {
        match self.request(&Request::Close) {
            Some(Event::Finished(outcome)) => (outcome, self.end()),
            event => panic!("{event:?} is no end"),
        }
    }

    /// Hangs up.
    pub(crate) fn end(mut self) -> Gone {
        // With nobody at the other end of the stream it reads as ended.
        self.channel = Channel::new(UnixStream::pair().unwrap().0);
        Gone {
            status: status(self.guest.wait().unwrap()),
            stdout: self.printed(),
            stderr: read_to_string(&self.stderr).unwrap(),
        }
    }
}

/// Returns the exception in an answer.
pub(crate) fn raised(answer: Answer) -> Raised {
    match answer {
        Err(Failure::Raised(raised)) => *raised,
        answer => panic!("{answer:?} is no exception"),
    }
}
