//! What is asked of the library, and what must come of it.

use std::time::Duration;

use tiers::{Any, Cancel, Completed, Ending, Host, Job, Limits, On, TierId};

/// So long that no run which ends by itself comes near it, on two cores with all threads at work.
const GENEROUS: Limits = Limits {
    time: Some(Duration::from_mins(2)),
    output_bytes: Some(1 << 20),
    memory_bytes: Some(512 << 20),
};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A result, wherever it may run.
    Answers,
    /// A result from Full.
    AnswersOnFull,
    /// A result from Light, which nothing repeats where its process is killed.
    AnswersOnLight,
    /// An error that nobody catches.
    Raises,
    /// A status.
    Exits,
    /// No Python.
    IsNoPython,
    /// A loop without end.
    Spins,
    /// Output without end.
    Floods,
    /// Memory without end.
    Hoards,
    /// A crash of the interpreter's process.
    Aborts,
    /// The end of the process, by itself.
    KillsItself,
    /// The end of the process with nothing said.
    Leaves,
    /// A thread that goes on.
    LeavesAThread,
    /// To be called off.
    IsCalledOff,
}

/// One run that is asked for.
pub(super) struct Ask {
    kind: Kind,
    number: u32,
}

impl Kind {
    /// All kinds, with how many of each stand beside the others.
    pub(super) const ALL: [(Self, usize); 14] = [
        (Self::Answers, 40),
        (Self::AnswersOnFull, 20),
        (Self::AnswersOnLight, 12),
        (Self::Raises, 6),
        (Self::Exits, 6),
        (Self::IsNoPython, 4),
        (Self::Spins, 1),
        (Self::Floods, 2),
        (Self::Hoards, 1),
        (Self::Aborts, 2),
        (Self::KillsItself, 2),
        (Self::Leaves, 2),
        (Self::LeavesAThread, 1),
        (Self::IsCalledOff, 1),
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Answers => "prints a result",
            Self::AnswersOnFull => "prints a result, on Full",
            Self::AnswersOnLight => "prints a result, on Light alone",
            Self::Raises => "raises",
            Self::Exits => "exits with a status",
            Self::IsNoPython => "is no Python",
            Self::Spins => "loops without end",
            Self::Floods => "prints without end",
            Self::Hoards => "takes memory without end",
            Self::Aborts => "aborts its process",
            Self::KillsItself => "kills its process",
            Self::Leaves => "leaves by os._exit",
            Self::LeavesAThread => "leaves a thread behind",
            Self::IsCalledOff => "is called off",
        }
    }
}

impl Ask {
    pub(super) fn new(kind: Kind, number: u32) -> Self {
        Self { kind, number }
    }

    /// Asks, and says what came that should not have come.
    pub(super) fn put(&self, host: &Host) -> Result<(), String> {
        let cancel = Cancel::new().map_err(|error| error.to_string())?;
        let job = self.job(&cancel);
        let done = if self.kind == Kind::IsCalledOff {
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    std::thread::sleep(Duration::from_millis(u64::from(self.number % 50)));
                    cancel.cancel();
                });
                host.execute(&job)
            })
        } else {
            host.execute(&job)
        };
        self.check(&done.map_err(|error| error.to_string())?)
    }

    fn job(&self, cancel: &Cancel) -> Job {
        let job = Job::text(self.text())
            .input("number", Any::from(self.number))
            .limits(self.limits())
            .cancelled_by(cancel);
        match self.kind {
            Kind::Answers | Kind::Raises | Kind::IsNoPython => job,
            Kind::AnswersOnLight => job.on(On::Only(TierId::Light)),
            _ => job.on(On::Only(TierId::Full)),
        }
    }

    fn text(&self) -> &'static str {
        match self.kind {
            Kind::Answers | Kind::AnswersOnFull | Kind::AnswersOnLight => {
                "total = 0\nfor step in range(200):\n    total += step * number\nprint(total)\n"
            }
            Kind::Raises => "print(number)\nraise ValueError('as it is')\n",
            Kind::Exits => "import sys\nsys.exit(number % 256)\n",
            Kind::IsNoPython => "print(number)\nprint((\n",
            Kind::Spins | Kind::IsCalledOff => "while True:\n    pass\n",
            Kind::Floods => "while True:\n    print(number)\n",
            Kind::Hoards => "hoard = []\nwhile True:\n    hoard.append(bytearray(10 ** 6))\n",
            Kind::Aborts => "import os\nos.abort()\n",
            Kind::KillsItself => "import os\nos.kill(os.getpid(), 9)\n",
            Kind::Leaves => "import os\nprint(number, flush=True)\nos._exit(number % 256)\n",
            Kind::LeavesAThread => {
                "import threading, time\nthread = threading.Thread(target=time.sleep, args=(3600,), daemon=True)\n\
                 thread.start()\nprint(number)\n"
            }
        }
    }

    fn limits(&self) -> Limits {
        match self.kind {
            Kind::Spins => Limits {
                time: Some(Duration::from_millis(300)),
                ..GENEROUS
            },
            Kind::Floods => Limits {
                output_bytes: Some(1 << 16),
                ..GENEROUS
            },
            Kind::Hoards => Limits {
                memory_bytes: Some(128 << 20),
                ..GENEROUS
            },
            _ => GENEROUS,
        }
    }

    fn check(&self, done: &Completed) -> Result<(), String> {
        let number = self.number;
        let status = u8::try_from(number % 256).unwrap_or_default();
        let printed = format!("{number}\n").into_bytes();
        let sum = format!("{}\n", 19_900 * u64::from(number)).into_bytes();
        let nothing = Vec::new();
        let (ending, stdout) = match self.kind {
            Kind::Answers | Kind::AnswersOnFull | Kind::AnswersOnLight => (Ending::Exited(0), sum),
            Kind::Raises => (Ending::Exited(1), printed),
            Kind::IsNoPython => (Ending::Exited(1), nothing),
            Kind::Exits => (Ending::Exited(status), nothing),
            Kind::Leaves => (Ending::Exited(status), printed),
            Kind::LeavesAThread => (Ending::Exited(0), printed),
            Kind::Aborts => (Ending::Signalled(6), nothing),
            Kind::KillsItself => (Ending::Signalled(9), nothing),
            Kind::Spins => (Ending::TimeLimit, nothing),
            Kind::Hoards => (Ending::MemoryLimit, nothing),
            Kind::IsCalledOff => (Ending::Cancelled, nothing),
            // How much of it was taken is the host's affair.
            Kind::Floods => (Ending::OutputLimit, done.finished.stdout.clone()),
        };
        if (&done.finished.ending, &done.finished.stdout) == (&ending, &stdout) {
            return Ok(());
        }
        // What it had printed was passed on as it came.
        let printed = &done.finished.stdout;
        let was_killed = done.finished.ending == Ending::Signalled(9);
        if self.kind == Kind::AnswersOnLight && was_killed && stdout.starts_with(printed) {
            return Ok(());
        }
        let stderr = String::from_utf8_lossy(&done.finished.stderr);
        let last = stderr.lines().last().unwrap_or_default();
        let stdout = String::from_utf8_lossy(&done.finished.stdout);
        let ended = &done.finished.ending;
        Err(format!(
            "it {ended} with {stdout:?} ({last}), and should have {ending}"
        ))
    }
}
