//! PoC 0: can a Rust host run Python at all?
//!
//! The host opens an isolate on each tier, evaluates an expression, runs a script, takes in what it prints, and shuts the
//! interpreter down. python3 does the same as a program; the bytes and the status have to agree.

use lab::{Cell, Job, LabError, Said};
use tiers::{Any, AskError, Ending, Isolate};

use crate::stages::{Run, candidates, oracles};

/// What is evaluated; its value comes to the host as a number and is printed by it.
const EXPRESSION: &str = "sum(number ** 40 for number in range(7)) - 1";

const STREAMS: &str =
    "import sys\nprint('out: \\u00e9 \\U0001f40d')\nprint('err', file=sys.stderr)\n";

const SHUTDOWN: &str = "import atexit\natexit.register(print, 'the end')\nprint('the beginning')\n";

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let samples = run.session.lab.project.idioms()?;
    let Some(sample) = samples.first() else {
        return run.conclude(&usable);
    };
    let script = fs_err::read_to_string(&sample.path)?;
    let steps = [
        ("evaluate", format!("print({EXPRESSION})")),
        ("script", script),
        ("streams", STREAMS.to_owned()),
        ("shutdown", SHUTDOWN.to_owned()),
    ];
    let mut jobs = Vec::new();
    for (step, source) in &steps {
        let name = format!("embedding/{step}");
        for cell in oracles(&usable) {
            jobs.push(Job::source(run.id, cell, &name, source.clone()));
        }
        for cell in candidates(&usable) {
            let talk = move |isolate| match *step {
                "evaluate" => evaluate(isolate),
                _ => execute(isolate, source),
            };
            jobs.push(Job::talk(run.id, cell, &name, talk));
        }
    }
    run.session.do_all("embedding", jobs)?;
    run.conclude(&usable)
}

fn evaluate(mut isolate: Isolate) -> Result<Said, AskError> {
    let value = isolate.eval(EXPRESSION)?;
    let text = match value {
        Any::Int(number) => format!("{number}\n"),
        other => format!("{other:?}\n"),
    };
    end(isolate, text.into_bytes())
}

fn execute(mut isolate: Isolate, source: &str) -> Result<Said, AskError> {
    isolate.exec(source)?;
    let printed = isolate.take_stdout();
    end(isolate, printed)
}

/// Closes the isolate; what it printed on the way out follows what was said before.
fn end(isolate: Isolate, mut stdout: Vec<u8>) -> Result<Said, AskError> {
    let finished = isolate.close()?;
    stdout.extend(finished.stdout);
    let status = match finished.ending {
        Ending::Exited(status) => status,
        other => return Err(AskError::Ended(other)),
    };
    Ok(Said {
        stdout,
        stderr: finished.stderr,
        status,
        unchanged: None,
    })
}
