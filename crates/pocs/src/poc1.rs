//! PoC 1: can any value cross the border?
//!
//! Each value of a fixed table is made in an isolate, crosses to the host, goes back and has to be what it was: to the
//! host, which compares the two that it got, and to Python, which prints it as python3 prints it. Objects that stay
//! behind are called through their handles. Then generated values go through in thousands. A quick run takes a part of the
//! table and of these values on the other targets.

use lab::{Cell, Job, LabError, Said, Sent};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRunner};
use tiers::{Any, AskError, Handle, Isolate};

use crate::stages::{Run, candidates, oracles};

/// How many values are generated.
const GENERATED: u64 = 10_000;

/// How many of them a quick run sends to the other targets.
const GENERATED_QUICK: usize = 1_000;

/// How many of them cross at once.
const AT_ONCE: u64 = 100;

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    tables(run, &usable)?;
    generated(run, &usable)?;
    run.conclude(&usable)
}

fn tables(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let project = &run.session.lab.project;
    let mut rows = Vec::new();
    for (kind, table) in [(Kind::Value, "table"), (Kind::Call, "calls")] {
        rows.extend(project.values(table)?.into_iter().map(|row| (kind, row)));
    }
    let mut jobs = Vec::new();
    for (index, (kind, (name, expression))) in rows.iter().enumerate() {
        let name = kind.recorded(name);
        let cells = &run.takers(cells, index, 1);
        for cell in oracles(cells) {
            jobs.push(Job::source(run.id, cell, &name, kind.program(expression)));
        }
        for cell in candidates(cells) {
            let talk = move |isolate| kind.talk(isolate, expression);
            jobs.push(Job::talk(run.id, cell, &name, talk));
        }
    }
    run.session.do_all("values", jobs)
}

/// What is done with a row of a table.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// It goes to the host and back.
    Value,
    /// It is called by the host: a callable, its arguments, its keyword arguments.
    Call,
}

impl Kind {
    /// The name under which a row is recorded.
    fn recorded(self, name: &str) -> String {
        match self {
            Self::Value => format!("values/{name}"),
            Self::Call => format!("calls/{name}"),
        }
    }

    /// The program that shows what is right.
    fn program(self, expression: &str) -> String {
        match self {
            Self::Value => format!("print(ascii({expression}))\n"),
            Self::Call => format!(
                "function, args, kwargs = {expression}\n\
                 try:\n    print(ascii(function(*args, **kwargs)))\n\
                 except BaseException as error:\n    print('raised', type(error).__qualname__)\n"
            ),
        }
    }

    fn talk(self, isolate: Isolate, expression: &str) -> Result<Said, AskError> {
        match self {
            Self::Value => cross(isolate, expression),
            Self::Call => call(isolate, expression),
        }
    }
}

fn cross(mut isolate: Isolate, expression: &str) -> Result<Said, AskError> {
    let identity = callable(&mut isolate, "lambda value: value")?;
    let there = isolate.eval(expression)?;
    let back = isolate.call(&identity, [there.clone()], [])?;
    let shown = show(&mut isolate, back.clone())?;
    isolate.close()?;
    Ok(Said {
        stdout: shown,
        unchanged: Some(there == back),
        ..Said::default()
    })
}

fn call(mut isolate: Isolate, expression: &str) -> Result<Said, AskError> {
    isolate.exec(&format!("function, args, kwargs = {expression}"))?;
    let function = callable(&mut isolate, "function")?;
    let args = match isolate.eval("args")? {
        Any::Tuple(args) => args,
        other => vec![other],
    };
    let kwargs = match isolate.eval("kwargs")? {
        Any::Dict(kwargs) => kwargs,
        other => vec![(other, Any::None)],
    };
    let named: Vec<(&str, Any)> = kwargs
        .iter()
        .map(|(name, value)| (name.as_str().unwrap_or_default(), value.clone()))
        .collect();
    let shown = match isolate.call(&function, args, named) {
        Ok(value) => show(&mut isolate, value)?,
        Err(AskError::Raised(raised)) => format!("raised {}\n", raised.type_name).into_bytes(),
        Err(error) => return Err(error),
    };
    isolate.close()?;
    Ok(Said {
        stdout: shown,
        ..Said::default()
    })
}

/// Returns the handle of what `expression` gives.
fn callable(isolate: &mut Isolate, expression: &str) -> Result<Handle, AskError> {
    match isolate.eval(expression)? {
        Any::Handle(handle) => Ok(handle),
        other => {
            let message = format!("{expression} came as {other:?}, not as a handle");
            Err(AskError::Process(std::io::Error::other(message)))
        }
    }
}

/// Returns what Python prints for a value that was sent to it.
fn show(isolate: &mut Isolate, value: Any) -> Result<Vec<u8>, AskError> {
    let ascii = callable(isolate, "ascii")?;
    let shown = isolate.call(&ascii, [value], [])?;
    let text = shown
        .as_str()
        .map_or_else(|| format!("{shown:?}"), str::to_owned);
    Ok(format!("{text}\n").into_bytes())
}

fn generated(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let values = values(run.session.seed());
    let few = &values[..GENERATED_QUICK.min(values.len())];
    let job = |cell| {
        let values = if run.takes_all(cells, cell) {
            &values
        } else {
            few
        };
        let send = move |isolate| send(isolate, values);
        Job::values(run.id, cell, "values/generated", send)
    };
    let jobs = candidates(cells).into_iter().map(job).collect();
    run.session.do_all("generated values", jobs)
}

/// Returns the generated values: the same ones for the same seed.
fn values(seed: u64) -> Vec<Any> {
    let config = Config {
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let strategy = tier_api::any::strategy::any();
    let trees = (0..GENERATED).filter_map(|_| strategy.new_tree(&mut runner).ok());
    trees.map(|tree| tree.current()).collect()
}

/// Sends `values` through an isolate and compares what comes back.
fn send(mut isolate: Isolate, values: &[Any]) -> Sent {
    let mut sent = Sent::default();
    if let Err(error) = send_all(&mut isolate, values, &mut sent) {
        // What was not answered for did not come back.
        sent.changed += values.len() as u64 - sent.checked;
        sent.checked = values.len() as u64;
        sent.note(|| error.to_string());
    }
    sent
}

fn send_all(isolate: &mut Isolate, values: &[Any], sent: &mut Sent) -> Result<(), AskError> {
    let identity = callable(isolate, "lambda value: value")?;
    for chunk in values.chunks(usize::try_from(AT_ONCE).unwrap_or(1)) {
        let there = Any::List(chunk.to_vec());
        let back = isolate.call(&identity, [there], [])?;
        let Any::List(back) = back else {
            sent.checked += chunk.len() as u64;
            sent.changed += chunk.len() as u64;
            sent.note(|| format!("a list came back as {back:?}"));
            continue;
        };
        sent.checked += chunk.len() as u64;
        sent.changed += chunk.len().abs_diff(back.len()) as u64;
        let changed = chunk
            .iter()
            .zip(&back)
            .filter(|(there, back)| there != back);
        for (there, back) in changed {
            sent.changed += 1;
            sent.note(|| format!("{there:?} came back as {back:?}"));
        }
    }
    Ok(())
}
