//! `tiers run`: one program on one tier, contained.

use std::ffi::OsString;
use std::os::fd::{AsFd as _, OwnedFd};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use bytesize::ByteSize;
use clap::{Args, ValueEnum};
use tiers::{Ending, Host, Io, Limits, Program, Sink, Stdin, TierId};

use crate::context::Context;
use crate::failure::{Failure, Verdict};
use crate::program;

/// Run a Python program on a tier
///
/// stdout and the exit status are the program's own; what the tool itself says goes to stderr. 128+N: ended by signal N.
/// 124: time limit. 125: another limit. 126: the interpreter itself broke. 2: usage. 3: not provisioned.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// The interpreter
    #[arg(long, value_enum, default_value_t = Tier::Full)]
    tier: Tier,
    /// The longest that the run may take
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

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Tier {
    /// CPython, embedded: exact and fast.
    Full,
    /// RustPython, embedded: portable, not exact.
    Light,
}

impl Run {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        program::check(&self.file)?;
        let tier = match self.tier {
            Tier::Full => TierId::Full,
            Tier::Light => TierId::Light,
        };
        let limits = Limits {
            time: Some(self.timeout),
            output_bytes: Some(self.output.as_u64()),
            memory_bytes: Some(self.memory.as_u64()),
        };
        let program = Program {
            file: self.file.clone().into(),
            args: self.args.clone(),
        };
        let host = Host::new(context.guests()?).stdin(Stdin::Inherited);
        let finished = host.run(tier, &program, pass_through()?, &limits)?;
        self.say(&finished.ending);
        Ok(ExitCode::from(finished.ending.status()))
    }

    /// Says what the exit status alone leaves open.
    fn say(&self, ending: &Ending) {
        let next = match ending {
            Ending::Exited(_) => return,
            Ending::Signalled(_) => String::new(),
            Ending::TimeLimit => {
                format!(
                    " ({}; --timeout raises it)",
                    humantime::format_duration(self.timeout)
                )
            }
            Ending::OutputLimit => format!(" ({}; --output raises it)", self.output),
            Ending::MemoryLimit => format!(" ({}; --memory raises it)", self.memory),
            Ending::Broken(_) => "; the program may run on the other tier".into(),
        };
        anstream::eprintln!("tiers: {}: {ending}{next}", self.file.display());
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
