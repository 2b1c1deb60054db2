//! `tiers run`: one program, contained, on the tier that is decided for or named.

mod said;

use std::ffi::OsString;
use std::os::fd::{AsFd as _, OwnedFd};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use bytesize::ByteSize;
use clap::{Args, ValueEnum};
use tiers::{
    Considered, ExecuteError, Host, Io, Job, Limits, On, Plan, Program, Sink, Stdin, TierId, decide,
};

use crate::context::Context;
use crate::costs;
use crate::decision::{self, Prefer};
use crate::failure::{Failure, Verdict};
use crate::program;
use said::failure;

/// Run a Python program on the tier that is decided for it, or on the one that is named
///
/// stdout and the exit status are the program's own; what the tool itself says goes to stderr. 128+N: ended by signal N.
/// 124: time limit. 125: another limit. 126: the interpreter itself broke. 2: usage. 3: not provisioned or refused.
///
/// Light is tried where it is safe, in a WebAssembly instance that can change nothing, and its output is kept back until
/// the program has ended well. Otherwise nothing of it is seen, and the program runs on Full.
///
/// A program on Full has your rights. With --isolated it has next to none, or does not begin (3): what is taken away, and what
/// is not promised, is the book's page on isolation.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// The interpreter
    #[arg(long, value_enum, default_value_t)]
    tier: Tier,
    /// Which tier is wanted where both would do
    #[arg(long, value_enum, default_value_t)]
    prefer: Prefer,
    /// Say first which tier is decided for, and why
    #[arg(long)]
    explain: bool,
    /// Run on Full what runs on Light, too, and compare stdout and exit status. What Full prints counts
    #[arg(long)]
    verify: bool,
    /// Leave the program no right that can be taken away: it may read itself, its modules and the standard library, and print
    #[arg(long)]
    isolated: bool,
    /// The longest that the run may take, a fallback included
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = humantime::parse_duration)]
    timeout: Duration,
    /// The most memory that each process of the run may hold
    #[arg(long, value_name = "SIZE", default_value = "512MiB")]
    memory: ByteSize,
    /// The most that the run may print
    #[arg(long, value_name = "SIZE", default_value = "64MiB")]
    output: ByteSize,
    /// The program
    file: PathBuf,
    /// Its arguments
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    args: Vec<OsString>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Tier {
    /// Light where that is safe and preferred, and Full otherwise.
    #[default]
    Auto,
    /// CPython, embedded: exact and fast.
    Full,
    /// RustPython, embedded: portable, not exact. With nothing to open but the program's folder, which it may read.
    Light,
}

impl From<Tier> for On {
    fn from(tier: Tier) -> Self {
        match tier {
            Tier::Auto => Self::Auto,
            Tier::Full => Self::Only(TierId::Full),
            Tier::Light => Self::Only(TierId::Light),
        }
    }
}

impl Run {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        program::check(&self.file)?;
        let costs = costs::known(context, None);
        let host = Host::new(context.guests()?)
            .costs(corpus::cost_model(costs.as_ref()))
            .stdin(Stdin::Inherited)
            .scratch(std::env::temp_dir());
        let job = self.job();
        let plan = host
            .plan(&job)
            .map_err(|error| failure(&self.file, error))?;
        if self.explain {
            self.explain(&host, &plan)?;
        }
        self.warn(&host, &plan);
        match host.carry_out(&plan, pass_through()?) {
            Ok(completed) => {
                self.say(&completed);
                Ok(ExitCode::from(completed.finished.ending.status()))
            }
            Err(ExecuteError::Tripped(trip)) => Ok(self.tripped(&trip)),
            Err(error) => Err(failure(&self.file, error)),
        }
    }

    fn job(&self) -> Job {
        let program = Program {
            file: self.file.clone().into(),
            args: self.args.clone(),
        };
        let job = Job::file(program)
            .on(self.tier.into())
            .prefer(self.prefer.into())
            .limits(Limits {
                time: Some(self.timeout),
                output_bytes: Some(self.output.as_u64()),
                memory_bytes: Some(self.memory.as_u64()),
            });
        let job = if self.verify { job.verified() } else { job };
        if self.isolated { job.isolated() } else { job }
    }

    /// Says on stderr what was decided; where the tier is named, what would have been.
    fn explain(&self, host: &Host, plan: &Plan<'_>) -> Result<(), Failure> {
        let show = |considered: &Considered, decision| {
            let source = considered.source.as_deref();
            anstream::eprint!("{}", decision::human(&self.file, source, decision));
        };
        if let (Some(considered), Some(decision)) = (plan.considered(), plan.decision()) {
            show(considered, decision);
            return Ok(());
        }
        let considered = Considered::file(&self.file)?;
        let situation = host.situation(self.prefer.into());
        show(&considered, &decide(&considered.analysis, &situation));
        Ok(())
    }
}

/// Passes both streams on to this process's own.
fn pass_through() -> Result<Io, Failure> {
    let stdout: OwnedFd = std::io::stdout().as_fd().try_clone_to_owned()?;
    let stderr: OwnedFd = std::io::stderr().as_fd().try_clone_to_owned()?;
    Ok(Io {
        stdout: Sink::Passed(stdout),
        stderr: Sink::Passed(stderr),
    })
}
