//! A guest whose interpreter understands a few words, for the tests of the host: what an interpreter may do to its host,
//! without an interpreter.
#![expect(
    clippy::exit,
    clippy::print_stdout,
    reason = "this stands for a program that exits and prints"
)]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, ExitCode, exit};
use std::time::Duration;
use std::{env, fs, thread};

use rustix::process::{Signal, getpid, kill_process};
use tier_api::{
    Answer, Any, Ask, Failure, Fault, Handle, HandleKind, Isolate, Outcome, Program, Raised, Tier,
    TierId,
};

fn main() -> ExitCode {
    wire::guest::main(Fake)
}

/// Runs a program as its arguments say, a word each.
struct Fake;

impl wire::guest::Forkable for Fake {}

impl Tier for Fake {
    const ID: TierId = TierId::Light;
    type Isolate = FakeIsolate;

    fn version(&self) -> String {
        "fake 1".into()
    }

    fn run(&mut self, program: &Program) -> Outcome {
        for word in &program.args {
            act(word.to_str().unwrap());
        }
        Outcome::Exited { status: 0 }
    }

    /// Opens an isolate, unless the environment's `AT_OPENING` says something else.
    fn open(&mut self, number: u64) -> Result<FakeIsolate, Fault> {
        let at_opening = env::vars().find(|(name, _)| name == "AT_OPENING");
        match at_opening.as_ref().map(|(_, word)| word.as_str()) {
            Some("fault") => Err(Fault::Unavailable {
                reason: "there is nothing to open".into(),
            }),
            word => {
                act(word.unwrap_or("nothing"));
                Ok(FakeIsolate {
                    number,
                    names: BTreeMap::new(),
                    objects: BTreeMap::new(),
                })
            }
        }
    }
}

/// Holds what is bound to names. Its only objects are callable, and remember what they are called.
struct FakeIsolate {
    number: u64,
    names: BTreeMap<String, Any>,
    objects: BTreeMap<u64, String>,
}

impl Isolate for FakeIsolate {
    fn ask(&mut self, ask: Ask) -> Result<Answer, Outcome> {
        let answer = self.answer(ask);
        std::io::stdout().flush().unwrap();
        Ok(answer)
    }

    fn close(self) -> Outcome {
        if let Some(Any::Str(word)) = self.names.get("at closing") {
            act(word.as_str().unwrap());
        }
        Outcome::Exited { status: 7 }
    }
}

impl FakeIsolate {
    fn answer(&mut self, ask: Ask) -> Answer {
        match ask {
            Ask::Bind { name, value } => {
                self.names.insert(name, value);
                Ok(Any::None)
            }
            Ask::Exec { source } => {
                act(&source);
                Ok(Any::None)
            }
            Ask::Eval { source } => self.eval(&source),
            Ask::Call {
                callable,
                args,
                kwargs,
            } => {
                let name = self.object(&callable)?.clone();
                let kwargs = kwargs.into_iter();
                let kwargs = kwargs.map(|(name, value)| (name.into(), value)).collect();
                Ok(vec![name.into(), Any::Tuple(args), Any::Dict(kwargs)].into())
            }
            Ask::Attribute { object, name } => {
                let object = self.object(&object)?;
                Ok(format!("{object}.{name}").into())
            }
            Ask::Release { object } => {
                self.object(&object)?;
                self.objects.remove(&object.id);
                Ok(Any::None)
            }
        }
    }

    fn eval(&mut self, source: &str) -> Answer {
        if let Some(value) = self.names.get(source) {
            return Ok(value.clone());
        }
        match source.split_once(' ') {
            Some(("object", name)) => Ok(self.hold(name, HandleKind::Callable).into()),
            Some(("name-bytes", count)) => Ok(Any::Handle(Handle {
                type_name: "x".repeat(count.parse().unwrap()),
                ..self.hold("long", HandleKind::Object)
            })),
            Some(("raise", message)) => {
                let exception = self.hold(message, HandleKind::Exception);
                Err(Failure::Raised(Box::new(Raised {
                    type_name: "FakeError".into(),
                    message: message.into(),
                    traceback: format!("FakeError: {message}\n").into(),
                    exception,
                })))
            }
            _ => Ok(match source {
                "pid" => std::process::id().into(),
                "cwd" => cwd().into(),
                "environment" => env::vars()
                    .map(|(name, _)| name.into())
                    .collect::<Vec<_>>()
                    .into(),
                word => panic!("unknown word {word}"),
            }),
        }
    }

    fn hold(&mut self, name: &str, kind: HandleKind) -> Handle {
        let id = self.objects.last_key_value().map_or(1, |(id, _)| id + 1);
        self.objects.insert(id, name.into());
        Handle {
            isolate: self.number,
            id,
            kind,
            type_name: "fake".into(),
        }
    }

    fn object(&self, handle: &Handle) -> Result<&String, Failure> {
        self.objects
            .get(&handle.id)
            .ok_or_else(|| Failure::DeadHandle(handle.clone()))
    }
}

fn cwd() -> String {
    env::current_dir().unwrap().to_str().unwrap().into()
}

/// Does what one line says.
fn act(line: &str) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let milliseconds = || Duration::from_millis(rest.parse().unwrap());
    match word {
        "nothing" => {}
        "say" => println!("{rest}"),
        "say-err" => fs::write("/proc/self/fd/2", rest).unwrap(),
        "cwd" => println!("{}", cwd()),
        "pid" => println!("{}", std::process::id()),
        "chdir" => env::set_current_dir(rest).unwrap(),
        "sleep" => thread::sleep(milliseconds()),
        "hang" => thread::sleep(Duration::MAX),
        "print-bytes" => print!("{}", "x".repeat(rest.parse().unwrap())),
        "flood" => loop {
            println!("{}", "x".repeat(1 << 10));
        },
        "heir" => drop(Command::new("yes").spawn().unwrap()),
        "exit" => exit(rest.parse().unwrap()),
        "exit-later" => {
            let patience = milliseconds();
            thread::spawn(move || {
                thread::sleep(patience);
                exit(9);
            });
        }
        "thread" => drop(thread::spawn(|| thread::sleep(Duration::MAX))),
        "kill" => kill_process(getpid(), Signal::KILL).unwrap(),
        "panic" => panic!("asked to"),
        "use-up-memory" => wire::guest::end_out_of_memory(),
        "read" => {
            let mut line = String::new();
            println!(
                "read {} bytes",
                std::io::stdin().read_line(&mut line).unwrap()
            );
        }
        unknown => panic!("unknown word {unknown}"),
    }
    std::io::stdout().flush().unwrap();
}
