//! What this is told.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::Context as _;

const USAGE: &str = "usage: tiers-confine [--program FILE] [--library FOLDER]… [--cpu SECONDS] [--memory BYTES] GUEST ARGS…";

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// A guest is to be confined.
    Confine(Arguments),
    /// The users of this process's namespace are to be mapped, each to itself, into that of the process with this number. This
    /// program asks itself for that.
    Map(u32),
}

/// How a guest is to be confined.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The program that the guest is going to run: it may read that, and the modules beside it.
    pub(crate) program: Option<PathBuf>,
    /// Folders that it may read besides: its standard library.
    pub(crate) libraries: Vec<PathBuf>,
    /// How many seconds it may be on a processor.
    pub(crate) cpu_seconds: Option<u64>,
    /// How many bytes of memory it is going to be held to.
    pub(crate) memory_bytes: Option<u64>,
    /// The guest.
    pub(crate) guest: PathBuf,
    /// The guest's arguments.
    pub(crate) rest: Vec<OsString>,
}

impl Order {
    /// Returns what `words` say.
    pub(crate) fn of(words: Vec<OsString>) -> anyhow::Result<Self> {
        let mut words = words.into_iter();
        let mut arguments = Arguments::default();
        loop {
            let word = words.next().context(USAGE)?;
            match word.to_str() {
                Some("--map") => return Ok(Self::Map(next_number(&mut words)?)),
                Some("--program") => {
                    arguments.program = Some(words.next().context(USAGE)?.into());
                }
                Some("--library") => arguments
                    .libraries
                    .push(words.next().context(USAGE)?.into()),
                Some("--cpu") => arguments.cpu_seconds = Some(next_number(&mut words)?),
                Some("--memory") => arguments.memory_bytes = Some(next_number(&mut words)?),
                Some(option) if option.starts_with("--") => anyhow::bail!(USAGE),
                _ => {
                    arguments.guest = word.into();
                    arguments.rest = words.collect();
                    return Ok(Self::Confine(arguments));
                }
            }
        }
    }
}

/// Takes the next word, which has to be a number.
fn next_number<N: FromStr>(words: &mut impl Iterator<Item = OsString>) -> anyhow::Result<N> {
    let word = words.next().context(USAGE)?;
    let number = word.to_str().and_then(|word| word.parse().ok());
    number.context(USAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(words: &[&str]) -> Option<Order> {
        Order::of(words.iter().map(OsString::from).collect()).ok()
    }

    #[test]
    fn options_end_at_the_guest() {
        let words = [
            "--library",
            "/l",
            "--program",
            "p.py",
            "--cpu",
            "7",
            "--memory",
            "9",
            "/guest",
            "serve",
            "--cpu",
        ];
        let arguments = Arguments {
            program: Some("p.py".into()),
            libraries: vec!["/l".into()],
            cpu_seconds: Some(7),
            memory_bytes: Some(9),
            guest: "/guest".into(),
            rest: vec!["serve".into(), "--cpu".into()],
        };
        assert_eq!(order(&words), Some(Order::Confine(arguments)));
        assert_eq!(order(&["--map", "12"]), Some(Order::Map(12)));
    }

    #[test]
    fn what_is_not_understood_starts_nothing() {
        for words in [
            &[][..],
            &["--library"],
            &["--library", "/l"],
            &["--cpu", "soon", "/guest"],
            &["--weaker", "/guest"],
            &["--map", "x"],
        ] {
            assert_eq!(order(words), None, "{words:?}");
        }
    }
}
