//! The tables that build.rs made of the evidence. Nothing of them is read in advance: a decision looks up what it asks for.

use crate::evidence::codes::{ARGUMENT_BYTES, FORM_BYTES, PATTERN_ERROR, ROW_BYTES, SAME};
use crate::hazards::Hazards;
use crate::kinds::Kinds;

/// What build.rs wrote.
#[expect(clippy::unreadable_literal, reason = "no one reads them")]
mod written {
    use super::{Callable, Hazards, Kinds, Member, Shape};

    include!(concat!(env!("OUT_DIR"), "/evidence.rs"));
}

const ROWS: &[[u8; ROW_BYTES]] = include_bytes!(concat!(env!("OUT_DIR"), "/rows.bin"))
    .as_chunks()
    .0;
const ARGS: &[[u8; ARGUMENT_BYTES]] = include_bytes!(concat!(env!("OUT_DIR"), "/args.bin"))
    .as_chunks()
    .0;
const FORMS: &[[u8; FORM_BYTES]] = include_bytes!(concat!(env!("OUT_DIR"), "/forms.bin"))
    .as_chunks()
    .0;
const EXAMPLES: &str = include_str!(concat!(env!("OUT_DIR"), "/examples.txt"));
const EXAMPLE_STARTS: &[[u8; 4]] = include_bytes!(concat!(env!("OUT_DIR"), "/examples.bin"))
    .as_chunks()
    .0;

/// What was seen of a callable.
#[derive(Debug)]
pub(crate) struct Callable {
    pub(crate) name: &'static str,
    /// Its place among all.
    pub(crate) number: u16,
    /// Whether all rows give one kind of result, nothing and exceptions aside.
    pub(crate) fixed: bool,
    /// Whether nothing differed.
    pub(crate) same: bool,
    /// Whether it is a function of a module, rather than a builtin, an operator or a method.
    pub(crate) of_module: bool,
    /// The number of the kind of its instances, where it is a class of the library.
    class: Option<u8>,
    /// The exceptions that were seen with the same text, always.
    pub(crate) agreed: Hazards,
    shapes: (u16, u16),
}

/// The rows of a callable with as many arguments and keywords.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) args: u8,
    pub(crate) keywords: u8,
    rows: (u32, u32),
    tried: u16,
}

/// What was seen of a callable with arguments of certain kinds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    bytes: &'static [u8; ROW_BYTES],
    args: u8,
    keywords: u8,
}

/// The kinds of one argument.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern(&'static [u8; ARGUMENT_BYTES]);

/// The name of a keyword, by its number where the campaign has tried one of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Keyword(Option<u16>);

impl Keyword {
    pub(crate) fn named(name: &str) -> Self {
        Self(written::KEYWORDS.get(name).copied())
    }
}

/// What the cases of a row had in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cases {
    Same,
    /// The smallest call that differed.
    Differ(&'static str),
    /// A pattern that is none: the class of the error has another name.
    PatternError,
}

/// What was seen of something formatted by a spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Nothing of its kind was formatted.
    Unknown,
    /// Not by this spec.
    Untried,
    Tried(Cases),
}

/// What a name is of one kind: numbers of callables, since each reference would be work for whoever loads the program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    kind: u8,
    constant: Option<u16>,
    method: Option<u16>,
}

/// What is known of a callable; `None` where the campaign has not tried it.
pub(crate) fn find(callable: &str) -> Option<&'static Callable> {
    written::PLACES.get(callable).copied().map(numbered)
}

fn numbered(callable: u16) -> &'static Callable {
    &written::CALLABLES[usize::from(callable)]
}

/// Whether the name stands before a dot in that of a callable.
pub(crate) fn has_module(name: &str) -> bool {
    written::MODULES.contains(name)
}

/// What a name is of values of each kind that has such a member, by their numbers.
pub(crate) fn members(name: &str) -> &'static [Member] {
    let span = written::NAMED_MEMBERS.get(name);
    span.map_or(&[], |(first, end)| {
        &written::MEMBERS[usize::from(*first)..usize::from(*end)]
    })
}

/// The cases of a format spec.
pub(crate) fn form(callable: &str, spec: &str) -> Form {
    let Some((first, end)) = written::FORMS.get(callable) else {
        return Form::Unknown;
    };
    let Some(spec) = written::SPECS.get(spec) else {
        return Form::Untried;
    };
    let forms = &FORMS[wide(*first)..wide(*end)];
    let found = forms.binary_search_by_key(spec, |form| u16::from_le_bytes([form[0], form[1]]));
    found.map_or(Form::Untried, |place| {
        let [_, _, low, high] = forms[place];
        Form::Tried(cases(u16::from_le_bytes([low, high])))
    })
}

/// The name of one kind.
pub(crate) fn kind_name(kind: Kinds) -> &'static str {
    written::KIND_NAMES
        .get(kind.number())
        .copied()
        .unwrap_or("other")
}

impl Member {
    pub(crate) fn kind(&self) -> Kinds {
        Kinds::bit(self.kind.into())
    }

    /// An attribute with a value.
    pub(crate) fn constant(&self) -> Option<&'static Callable> {
        self.constant.map(numbered)
    }

    pub(crate) fn method(&self) -> Option<&'static Callable> {
        self.method.map(numbered)
    }
}

impl Callable {
    /// The kind of its instances, where it is a class of the library.
    pub(crate) fn class(&self) -> Option<Kinds> {
        self.class.map(|number| Kinds::bit(number.into()))
    }

    /// The shapes that were tried.
    pub(crate) fn shapes(&self) -> &'static [Shape] {
        let (first, end) = self.shapes;
        &written::SHAPES[usize::from(first)..usize::from(end)]
    }

    /// The rows of calls with so many arguments and keywords.
    pub(crate) fn shape(&self, args: usize, keywords: usize) -> Option<&'static Shape> {
        let mut shapes = self.shapes().iter();
        shapes.find(|shape| {
            usize::from(shape.args) == args && usize::from(shape.keywords) == keywords
        })
    }
}

impl Shape {
    /// The kinds that were tried in a place.
    pub(crate) fn tried(&self, position: usize) -> Kinds {
        set(written::TRIED[usize::from(self.tried) + position])
    }

    /// The rows, those together whose arguments are of the same kinds.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        ROWS[wide(self.rows.0)..wide(self.rows.1)]
            .iter()
            .map(|bytes| self.row(bytes))
    }

    /// The rows whose first argument is of that kind.
    pub(crate) fn rows_of_first(&self, number: u8) -> impl Iterator<Item = Row> {
        let rows = &ROWS[wide(self.rows.0)..wide(self.rows.1)];
        let first = |row: &[u8; ROW_BYTES]| ARGS[wide(first_argument(row))][4];
        let start = rows.partition_point(|row| first(row) < number);
        let length = rows[start..].partition_point(|row| first(row) == number);
        rows[start..start + length]
            .iter()
            .map(|bytes| self.row(bytes))
    }

    fn row(&self, bytes: &'static [u8; ROW_BYTES]) -> Row {
        Row {
            bytes,
            args: self.args,
            keywords: self.keywords,
        }
    }
}

impl Row {
    fn number(self, at: usize) -> u16 {
        u16::from_le_bytes([self.bytes[at], self.bytes[at + 1]])
    }

    /// Where it stands among the rows of its callable.
    pub(crate) fn place(self) -> u16 {
        self.number(4)
    }

    pub(crate) fn result(self) -> Kinds {
        set(self.number(6))
    }

    pub(crate) fn held(self) -> Kinds {
        set(self.number(8))
    }

    /// The exceptions that were raised, where their text differed.
    pub(crate) fn raises(self) -> Hazards {
        written::HAZARDS[usize::from(self.number(10))]
    }

    pub(crate) fn cases(self) -> Cases {
        cases(self.number(12))
    }

    pub(crate) fn args(self) -> impl ExactSizeIterator<Item = Pattern> {
        let first = wide(first_argument(self.bytes));
        ARGS[first..first + usize::from(self.args)]
            .iter()
            .map(Pattern)
    }

    /// What was given by a keyword.
    pub(crate) fn keyword(self, keyword: Keyword) -> Option<Pattern> {
        let Keyword(Some(number)) = keyword else {
            return None;
        };
        let first = wide(first_argument(self.bytes)) + usize::from(self.args);
        ARGS[first..first + usize::from(self.keywords)]
            .iter()
            .find(|argument| u16::from_le_bytes([argument[0], argument[1]]) == number)
            .map(Pattern)
    }
}

impl Pattern {
    pub(crate) const fn number(self) -> u8 {
        self.0[4]
    }

    pub(crate) fn kind(self) -> Kinds {
        Kinds::bit(self.number().into())
    }

    /// What the container held in those cases; empty where it is none, or was empty.
    pub(crate) fn held(self) -> Kinds {
        set(u16::from_le_bytes([self.0[2], self.0[3]]))
    }
}

fn wide(place: u32) -> usize {
    place as usize
}

fn set(number: u16) -> Kinds {
    written::SETS[usize::from(number)]
}

fn first_argument(row: &[u8; ROW_BYTES]) -> u32 {
    u32::from_le_bytes([row[0], row[1], row[2], row[3]])
}

fn cases(number: u16) -> Cases {
    let start = |place: usize| wide(u32::from_le_bytes(EXAMPLE_STARTS[place]));
    match number {
        SAME => Cases::Same,
        PATTERN_ERROR => Cases::PatternError,
        number => {
            let place = usize::from(number);
            Cases::Differ(&EXAMPLES[start(place - 1)..start(place)])
        }
    }
}
