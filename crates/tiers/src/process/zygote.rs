//! A guest that others are copies of, and the copies that wait to be wanted.
//!
//! It starts its interpreter once. A copy of its process is a clean interpreter after the time that it takes to copy what
//! little was written to; and since copies are ordered before they are wanted, one is there at once.

use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsFd as _, OwnedFd};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};
use rustix::net::{AddressFamily, SocketFlags, SocketType, socketpair};
use rustix::pipe::{PipeFlags, pipe_with};
use rustix::process::Pid;
use wire::Reaped;
use wire::zygote::{Order, Report, receive, send, send_all};

use super::line::Line;
use super::running::{Output, Parent, Running};
use super::spawn::spawn;
use super::wait::poll_until;
use super::{Command, SESSION_FD};

/// How long it may take to start, and to carry out an order.
const PATIENCE: Duration = Duration::from_secs(10);

/// A guest that others are copies of. Dropped, it is ended, and with it the copies that wait.
#[derive(Debug)]
pub(crate) struct Zygote {
    state: Mutex<State>,
    /// Tells the thread that orders copies that there is one too few.
    taken: Sender<()>,
}

/// A copy that nobody has wanted yet.
#[derive(Debug)]
pub(crate) struct Copy {
    pub(super) running: Running,
    pub(super) output: Output,
    pub(super) line: Line,
}

/// What is known of a copy before it is there.
#[derive(Debug)]
struct Ordered {
    output: Output,
    line: Line,
}

/// What is known of a copy that is there.
#[derive(Debug)]
struct Waiting {
    pid: Pid,
    process: OwnedFd,
    of: Ordered,
}

#[derive(Debug)]
struct State {
    /// How many copies are to be there that nobody has wanted yet.
    spares: usize,
    /// None once it has broken: what it would answer then is not known.
    socket: Option<OwnedFd>,
    ordered: VecDeque<Ordered>,
    waiting: VecDeque<Waiting>,
    /// Keeps the process, and what it might say on its way out.
    running: Running,
    output: Output,
}

impl Zygote {
    /// Starts `command` as such a guest, and has `spares` copies made ahead.
    ///
    /// # Errors
    ///
    /// Where it did not get ready; the error says what it said.
    pub(crate) fn start(command: &Command, spares: usize) -> io::Result<Arc<Self>> {
        let mut command = command.clone();
        command.args.push("zygote".into());
        command.args.push(SESSION_FD.to_string().into());
        let (host, guest) = socketpair(
            AddressFamily::UNIX,
            SocketType::SEQPACKET,
            SocketFlags::CLOEXEC,
            None,
        )?;
        let (running, output) = spawn(&command, Some((guest, SESSION_FD)))?;
        let mut state = State {
            spares,
            socket: Some(host),
            ordered: VecDeque::new(),
            waiting: VecDeque::new(),
            running,
            output,
        };
        match state.report() {
            Ok((Report::Prepared, _)) => {}
            Ok((report, _)) => return Err(unexpected(&report)),
            Err(error) => return Err(state.last_words(error)),
        }
        state.replenish()?;
        let (taken, one_too_few) = channel();
        let zygote = Arc::new(Self {
            state: Mutex::new(state),
            taken,
        });
        let known = Arc::downgrade(&zygote);
        thread::Builder::new()
            .name("tiers-zygote".into())
            .spawn(move || keep(&known, &one_too_few))?;
        Ok(zygote)
    }

    /// Returns a copy. The next is not ordered yet: whoever takes one wants it at once.
    ///
    /// # Errors
    ///
    /// Where there can be none any more.
    pub(super) fn take(self: &Arc<Self>) -> io::Result<Copy> {
        let mut state = self.state();
        let Waiting { pid, process, of } = state.take()?;
        Ok(Copy {
            running: Running::new(pid, true, process, Parent::Zygote(Arc::clone(self))),
            output: of.output,
            line: of.line,
        })
    }

    /// Has copies ordered in the place of those that were taken, without waiting for it.
    pub(super) fn replenish(&self) {
        // Where the thread is gone, whoever wants a copy orders it.
        let _ = self.taken.send(());
    }

    /// Says whether no copy is there that nobody has wanted, or somebody is just seeing to them.
    pub(super) fn is_drained(&self) -> bool {
        let state = self.state.try_lock();
        state.map_or(true, |state| state.waiting.is_empty())
    }

    /// Waits for the copy `pid` to end, and has it taken from the process table.
    pub(super) fn reap(&self, pid: Pid) -> io::Result<Reaped> {
        self.state().reap(pid)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Orders copies as they are taken, for as long as there is a zygote. What keeps that from happening is told to whoever wants
/// the next.
fn keep(zygote: &Weak<Zygote>, one_too_few: &Receiver<()>) {
    while one_too_few.recv().is_ok()
        && let Some(zygote) = zygote.upgrade()
    {
        let _ = zygote.state().replenish();
    }
}

impl State {
    /// Has one more copy made. It is not waited for.
    fn order(&mut self) -> io::Result<()> {
        let (line, session) = Line::new()?;
        let [(stdout, stdout_end), (stderr, stderr_end)] = [pipe()?, pipe()?];
        let ends = [session.as_fd(), stdout_end.as_fd(), stderr_end.as_fd()];
        let output = Output { stdout, stderr };
        output.never_wait()?;
        send_all(self.socket()?, &Order::Copy, &ends)?;
        self.ordered.push_back(Ordered { output, line });
        Ok(())
    }

    fn replenish(&mut self) -> io::Result<()> {
        while self.waiting.len() + self.ordered.len() < self.spares {
            self.order()?;
        }
        Ok(())
    }

    fn take(&mut self) -> io::Result<Waiting> {
        self.look()?;
        loop {
            if let Some(waiting) = self.waiting.pop_front() {
                return Ok(waiting);
            }
            if self.ordered.is_empty() {
                self.order()?;
            }
            let report = self.report()?;
            self.settle(report)?;
        }
    }

    fn reap(&mut self, pid: Pid) -> io::Result<Reaped> {
        let order = Order::Reap {
            pid: pid.as_raw_nonzero().get(),
        };
        send(self.socket()?, &order, None)?;
        loop {
            match self.report()? {
                (Report::Reaped(reaped), _) => return Ok(reaped),
                (Report::NotReaped(why), _) => return Err(io::Error::other(why)),
                report => self.settle(report)?,
            }
        }
    }

    /// Takes in what is reported of the copy that was ordered first.
    fn settle(&mut self, (report, descriptors): (Report, Vec<OwnedFd>)) -> io::Result<()> {
        let of = self.ordered.pop_front();
        match (report, of, descriptors.into_iter().next()) {
            (Report::Copied { pid }, Some(of), Some(process)) => {
                let pid = Pid::from_raw(pid)
                    .ok_or_else(|| io::Error::other("no process has the number 0"))?;
                self.waiting.push_back(Waiting { pid, process, of });
                Ok(())
            }
            (Report::NotCopied(why), _, _) => Err(io::Error::other(why)),
            (report, _, _) => {
                self.socket = None;
                Err(unexpected(&report))
            }
        }
    }

    fn report(&mut self) -> io::Result<(Report, Vec<OwnedFd>)> {
        let deadline = Instant::now() + PATIENCE;
        let socket = self.socket()?;
        let mut watched = [PollFd::from_borrowed_fd(socket.as_fd(), PollFlags::IN)];
        let received = match poll_until(&mut watched, Some(deadline))? {
            0 => Err(io::Error::other(
                "the guest that others are copies of does not answer",
            )),
            _ => receive(socket),
        };
        match received {
            Ok(Some(report)) => Ok(report),
            Ok(None) => {
                self.socket = None;
                Err(gone())
            }
            Err(error) => {
                self.socket = None;
                Err(error)
            }
        }
    }

    /// Sees that the process is there: without it, those that wait are about to end.
    fn look(&mut self) -> io::Result<()> {
        let mut watched = [PollFd::from_borrowed_fd(
            self.socket()?.as_fd(),
            PollFlags::IN,
        )];
        poll_until(&mut watched, Some(Instant::now()))?;
        if watched[0].revents().contains(PollFlags::HUP) {
            self.socket = None;
        }
        self.socket().map(drop)
    }

    fn socket(&self) -> io::Result<&OwnedFd> {
        self.socket.as_ref().ok_or_else(gone)
    }

    /// Adds to `error` what the process said.
    fn last_words(&mut self, error: io::Error) -> io::Error {
        use std::io::Read as _;
        self.running.end();
        let mut said = String::new();
        let stderr = self.output.stderr.try_clone().map(std::fs::File::from);
        if let Ok(mut stderr) = stderr {
            let _ = stderr.read_to_string(&mut said);
        }
        match said.trim() {
            "" => error,
            said => io::Error::other(format!("{error}: {said}")),
        }
    }
}

fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    Ok(pipe_with(PipeFlags::CLOEXEC)?)
}

fn gone() -> io::Error {
    io::Error::other("the guest that others are copies of is gone")
}

fn unexpected(report: &Report) -> io::Error {
    io::Error::other(format!(
        "the guest reported {report:?}, which was not asked"
    ))
}
