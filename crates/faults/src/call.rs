//! A command of the project, started and waited for.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// No command takes nearly as long, however it was disturbed.
const LONGEST: Duration = Duration::from_mins(3);

/// How often one looks whether a command has ended.
const LOOK: Duration = Duration::from_millis(2);

/// How much of what a command said is kept in words, in bytes.
const SAID: usize = 400;

/// A command to be called.
pub(crate) struct Call {
    pub(crate) command: Command,
    /// Where its output goes: files without an end to it, unlike pipes.
    pub(crate) output: [PathBuf; 2],
}

/// A command that is running. Dropped, it is ended.
pub(crate) struct Running {
    child: Child,
    output: [PathBuf; 2],
    started: Instant,
}

/// What came of a command.
pub(crate) struct Called {
    /// Its status; none where a signal ended it, or it came to no end.
    pub(crate) status: Option<i32>,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
}

impl Call {
    pub(crate) fn start(mut self) -> io::Result<Running> {
        let [stdout, stderr] = [&self.output[0], &self.output[1]].map(fs_err::File::create);
        self.command
            .stdin(Stdio::null())
            .stdout(stdout?.into_file())
            .stderr(stderr?.into_file());
        Ok(Running {
            child: self.command.spawn()?,
            output: self.output,
            started: Instant::now(),
        })
    }

    pub(crate) fn finish(self) -> io::Result<Called> {
        self.start()?.wait()
    }
}

impl Running {
    /// Waits until `after` its start, and says whether it is still running then.
    pub(crate) fn wait_until(&mut self, after: Duration) -> io::Result<bool> {
        loop {
            if self.child.try_wait()?.is_some() {
                return Ok(false);
            }
            let left = after.saturating_sub(self.started.elapsed());
            if left.is_zero() {
                return Ok(true);
            }
            sleep(left.min(LOOK));
        }
    }

    pub(crate) fn is_running(&mut self) -> io::Result<bool> {
        Ok(self.child.try_wait()?.is_none())
    }

    pub(crate) fn signal(&self, signal: Signal) {
        // It has not been waited for, so its number is its own.
        let _ = kill_process(Pid::from_child(&self.child), signal);
    }

    /// Waits for the end, and ends what comes to none.
    pub(crate) fn wait(mut self) -> io::Result<Called> {
        let still_there = self.wait_until(LONGEST)?;
        if still_there {
            self.signal(Signal::KILL);
        }
        let status = self.child.wait()?;
        Ok(Called {
            status: status.code().filter(|_| !still_there),
            stdout: fs_err::read(&self.output[0])?,
            stderr: fs_err::read(&self.output[1])?,
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl fmt::Display for Called {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.status {
            Some(status) => write!(formatter, "status {status}")?,
            None => formatter.write_str("no status")?,
        }
        let said = String::from_utf8_lossy(&self.stderr);
        let said = said.trim_end();
        let from = said.len().saturating_sub(SAID);
        let from = (from..said.len()).find(|at| said.is_char_boundary(*at));
        write!(formatter, ", {:?}", &said[from.unwrap_or(said.len())..])
    }
}
