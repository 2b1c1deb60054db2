//! A python3 that is up and answers: how soon a process that waits can answer at all on this machine.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Provisioned;

const PROGRAM: &str = "import sys\nfor line in sys.stdin:\n    print(line, end='', flush=True)\n";

/// What it is asked, and answers.
const LINE: &str = "up\n";

/// A python3 that repeats what it is told. Dropped, it is told no more, and ends.
#[derive(Debug)]
pub(super) struct Answering {
    child: Child,
    /// None once it was told to end.
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl Answering {
    /// Starts one, and waits until it answers.
    pub(super) fn start(python3: &Provisioned) -> io::Result<Self> {
        let mut child = Command::new(&python3.program)
            .args(["-I", "-S", "-c", PROGRAM])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let no_pipe = || io::Error::other("a pipe that was asked for is missing");
        let stdin = child.stdin.take().ok_or_else(no_pipe)?;
        let stdout = child.stdout.take().ok_or_else(no_pipe)?;
        let mut answering = Self {
            child,
            stdin: Some(stdin),
            stdout: BufReader::new(stdout),
        };
        answering.ask()?;
        Ok(answering)
    }

    /// Returns how long it takes to answer.
    pub(super) fn ask(&mut self) -> io::Result<Duration> {
        let mut answer = String::new();
        let started = Instant::now();
        if let Some(stdin) = &mut self.stdin {
            stdin.write_all(LINE.as_bytes())?;
        }
        self.stdout.read_line(&mut answer)?;
        let time = started.elapsed();
        if answer == LINE {
            Ok(time)
        } else {
            Err(io::Error::other("a python3 that waits does not answer"))
        }
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}
