//! One line of the table: a callable with arguments of certain kinds, and what was seen.

use crate::hazards::Hazards;
use crate::kinds::{self, Kinds};

/// The kinds of one argument.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) kind: Kinds,
    /// What the container held in those cases; empty where it is none, or was empty.
    pub(crate) held: Kinds,
}

/// What was seen of a callable with arguments of certain kinds.
#[derive(Debug)]
pub(crate) struct Row {
    /// The signature as it stands in the table; the shape of the spec, for a row of formatting.
    pub(crate) signature: &'static str,
    pub(crate) args: Vec<Pattern>,
    pub(crate) keywords: Vec<(&'static str, Pattern)>,
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
    pub(crate) example: &'static str,
}

impl Row {
    /// Reads a line of `callable`, whose name it has no longer. `None` where it has not the shape of one.
    pub(crate) fn parse(callable: &str, line: &'static str) -> Option<Self> {
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
        let is_shape = callable.starts_with("format:") || callable.starts_with('%');
        let arguments = if is_shape { "" } else { signature };
        for argument in arguments.split(',').filter(|argument| !argument.is_empty()) {
            match argument.split_once('=') {
                Some((keyword, pattern)) => row.keywords.push((keyword, parse_pattern(pattern))),
                None => row.args.push(parse_pattern(argument)),
            }
        }
        for result in split_outside_brackets(results) {
            if let Some(raised) = result.strip_prefix("raises") {
                if let Some(name) = raised.strip_prefix(':') {
                    row.raises |= Hazards::of(name);
                    row.named |= Hazards::named(name).unwrap_or(Hazards::NONE);
                }
            } else if !result.is_empty() {
                let pattern = parse_pattern(result);
                row.result |= pattern.kind;
                row.held |= pattern.held;
            }
        }
        Some(row)
    }
}

/// Reads `list[int|str]`.
fn parse_pattern(text: &'static str) -> Pattern {
    let (kind, held) = text.split_once('[').unwrap_or((text, ""));
    let held = held.strip_suffix(']').unwrap_or(held);
    let held = held
        .split(['|', '[', ']'])
        .filter(|name| !name.is_empty())
        .map(kinds::kind)
        .fold(Kinds::EMPTY, |all, kind| all | kind);
    Pattern {
        kind: kinds::kind(kind),
        held,
    }
}

/// Splits at each `|` that stands in no bracket.
fn split_outside_brackets(text: &'static str) -> impl Iterator<Item = &'static str> {
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
    use super::Row;
    use crate::hazards::Hazards;
    use crate::kinds::Kinds;

    fn parse(line: &'static str) -> Row {
        Row::parse("x.y", line).unwrap()
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
        assert!(Row::parse("x.y", "int\tmany").is_none());
    }
}
