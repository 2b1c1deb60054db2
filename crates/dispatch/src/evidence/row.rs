//! One line of a table of the campaign: a callable with arguments of certain kinds, and what was seen. Lines are read when
//! the crate is built.

use std::collections::HashMap;

use crate::hazards::Hazards;
use crate::kinds::{Kinds, NAMED, ROOM};

/// The numbers of kinds: first those that rules speak of by name, then others as the tables bring them up.
#[derive(Debug)]
pub(crate) struct Register {
    pub(crate) names: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Register {
    pub(crate) fn new() -> Self {
        let mut register = Self {
            names: Vec::new(),
            numbers: HashMap::new(),
        };
        for name in NAMED {
            register.number(name);
        }
        register
    }

    /// The number of a kind, which it has from now on.
    ///
    /// # Panics
    ///
    /// Where there are more kinds than there is room for: then sets need a further word.
    fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len();
        assert!(number < ROOM, "no room for the kind {name}");
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The kind that a table means by a name. Exceptions are one kind; words that are no name of a type are an edge.
    pub(crate) fn kind(&mut self, name: &str) -> Kinds {
        if is_exception(name) {
            return Kinds::EXCEPTION;
        }
        let is_type = name
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "._".contains(character));
        if !is_type && !NAMED.contains(&name) {
            return Kinds::EDGE;
        }
        self.class(name)
    }

    /// The kind of the instances of a class, whatever its name.
    pub(crate) fn class(&mut self, name: &str) -> Kinds {
        Kinds::bit(self.number(name))
    }
}

/// Whether a type of that name is an exception's.
fn is_exception(name: &str) -> bool {
    const ENDINGS: [&str; 6] = [
        "Error",
        "Warning",
        "Exception",
        "Iteration",
        "Exit",
        "Group",
    ];
    ENDINGS.iter().any(|ending| name.ends_with(ending)) || name == "KeyboardInterrupt"
}

/// The kinds of one argument.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) kind: Kinds,
    /// What the container held in those cases; empty where it is none, or was empty.
    pub(crate) held: Kinds,
}

/// What was seen of a callable with arguments of certain kinds.
#[derive(Debug)]
pub(crate) struct Row<'t> {
    /// The signature as it stands in the table; the shape of the spec, for a row of formatting.
    pub(crate) signature: &'t str,
    pub(crate) args: Vec<Pattern>,
    pub(crate) keywords: Vec<(&'t str, Pattern)>,
    /// In how many cases the value or the type of the exception differed.
    pub(crate) differing: u32,
    /// In how many cases only the text of the exception differed.
    pub(crate) text_differing: u32,
    pub(crate) result: Kinds,
    pub(crate) held: Kinds,
    /// The exceptions that were raised.
    pub(crate) raises: Hazards,
    /// Those of them that are built in.
    pub(crate) named: Hazards,
    /// The smallest call that differed.
    pub(crate) example: &'t str,
}

impl<'t> Row<'t> {
    /// Reads a line of `callable`, whose name it has no longer. `None` where it has not the shape of one.
    pub(crate) fn parse(register: &mut Register, callable: &str, line: &'t str) -> Option<Self> {
        let mut columns = line.split('\t');
        let signature = columns.next()?;
        let _cases: u32 = columns.next()?.parse().ok()?;
        let differing = columns.next()?.parse().ok()?;
        let text_differing = columns.next()?.parse().ok()?;
        let results = columns.next()?;
        let example = columns.next().unwrap_or("");
        let mut row = Self {
            signature,
            args: Vec::new(),
            keywords: Vec::new(),
            differing,
            text_differing,
            result: Kinds::EMPTY,
            held: Kinds::EMPTY,
            raises: Hazards::NONE,
            named: Hazards::NONE,
            example,
        };
        // What is formatted has the shape of its spec in place of arguments.
        let arguments = if is_of_formatting(callable) {
            ""
        } else {
            signature
        };
        for argument in arguments.split(',').filter(|argument| !argument.is_empty()) {
            match argument.split_once('=') {
                Some((keyword, pattern)) => {
                    row.keywords
                        .push((keyword, parse_pattern(register, pattern)));
                }
                None => row.args.push(parse_pattern(register, argument)),
            }
        }
        for result in split_outside_brackets(results) {
            if let Some(raised) = result.strip_prefix("raises") {
                if let Some(name) = raised.strip_prefix(':') {
                    row.raises |= Hazards::of(name);
                    row.named |= Hazards::named(name).unwrap_or(Hazards::NONE);
                }
            } else if !result.is_empty() {
                let pattern = parse_pattern(register, result);
                row.result |= pattern.kind;
                row.held |= pattern.held;
            }
        }
        Some(row)
    }
}

/// Whether rows of a callable have the shape of a spec in place of arguments.
pub(crate) fn is_of_formatting(callable: &str) -> bool {
    callable.starts_with("format:") || callable.starts_with('%')
}

/// Reads `list[int|str]`.
fn parse_pattern(register: &mut Register, text: &str) -> Pattern {
    let (kind, held) = text.split_once('[').unwrap_or((text, ""));
    let held = held.strip_suffix(']').unwrap_or(held);
    let held = held
        .split(['|', '[', ']'])
        .filter(|name| !name.is_empty())
        .map(|name| register.kind(name))
        .fold(Kinds::EMPTY, |all, kind| all | kind);
    Pattern {
        kind: register.kind(kind),
        held,
    }
}

/// Splits at each `|` that stands in no bracket.
fn split_outside_brackets(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    text.split(move |character| {
        match character {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == '|' && depth == 0
    })
}

#[cfg(test)]
mod tests {
    use super::{Register, Row};
    use crate::hazards::Hazards;
    use crate::kinds::Kinds;

    fn parse(line: &str) -> Row<'_> {
        Row::parse(&mut Register::new(), "x.y", line).unwrap()
    }

    #[test]
    fn a_line_is_read() {
        let row = parse(
            "list[int|str],key=function\t12\t2\t1\tlist[int|str]|none|raises:TypeError\tsorted() → x",
        );
        assert_eq!(row.args.len(), 1);
        assert_eq!(row.args[0].kind, Kinds::LIST);
        assert_eq!(row.args[0].held, Kinds::INT | Kinds::STR);
        assert_eq!(row.keywords[0].0, "key");
        assert_eq!((row.differing, row.text_differing), (2, 1));
        assert_eq!(row.result, Kinds::LIST | Kinds::NONE);
        assert_eq!(row.raises, Hazards::of("TypeError"));
        assert_eq!(row.named, row.raises);
    }

    #[test]
    fn no_arguments_and_no_example() {
        let row = parse("\t1\t0\t0\tdict[]\t");
        assert!(row.args.is_empty());
        assert_eq!(row.result, Kinds::DICT);
    }

    #[test]
    fn a_line_without_counts_is_none() {
        assert!(Row::parse(&mut Register::new(), "x.y", "int\tmany").is_none());
    }

    #[test]
    fn edges_and_exceptions_are_told_from_types() {
        let mut register = Register::new();
        assert_eq!(register.kind("no pattern"), Kinds::EDGE);
        assert_eq!(register.kind("'%Y'"), Kinds::EDGE);
        assert_eq!(register.kind("ZeroDivisionError"), Kinds::EXCEPTION);
        assert_ne!(register.kind("re.Match"), Kinds::EDGE);
    }

    #[test]
    fn the_constants_are_the_bits_of_their_names() {
        let mut register = Register::new();
        for (text, expected) in [
            ("none", Kinds::NONE),
            ("xfloat", Kinds::XFLOAT),
            ("ustr", Kinds::USTR),
            ("list", Kinds::LIST),
            ("frozenset", Kinds::FROZENSET),
            ("bytearray", Kinds::BYTEARRAY),
            ("range", Kinds::RANGE),
            ("int>0", Kinds::POSITIVE_INT),
            ("float>0", Kinds::POSITIVE_FLOAT),
            ("slice", Kinds::SLICE),
            ("iterator", Kinds::ITERATOR),
            ("function", Kinds::FUNCTION),
            ("instance", Kinds::INSTANCE),
            ("error", Kinds::ERROR),
            ("member", Kinds::MEMBER),
            ("super", Kinds::SUPER),
            ("other", Kinds::OTHER),
            ("io.TextIOWrapper", Kinds::STREAM),
            ("(edge)", Kinds::EDGE),
            ("(untold)", Kinds::UNTOLD),
            ("io.StringIO", Kinds::STRING_IO),
        ] {
            assert_eq!(register.class(text), expected, "{text}");
        }
        assert!(Kinds::MAPPINGS.covers(register.kind("collections.Counter")));
    }
}
