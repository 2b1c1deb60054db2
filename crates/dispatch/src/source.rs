//! From bytes to a tree, or the reason why there is none.

use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};
use ruff_source_file::LineIndex;
use ruff_text_size::{Ranged as _, TextSize};

use crate::decision::Reason;
use crate::depth::{self, Limits};

/// A program that was read.
pub(crate) struct Source {
    pub(crate) text: String,
    lines: LineIndex,
    pub(crate) tree: Parsed<ModModule>,
}

/// How deep a tree may be: [`STACK_BYTES`] is for that. CPython, too, nests a hundred blocks.
const DEPTH: Limits = Limits {
    tokens: 8000,
    indents: 100,
};

/// The stack for reading and analysing: tests/depth.rs fills it with the deepest programs that are let through.
pub(crate) const STACK_BYTES: usize = 256 << 20;

/// UTF-8's byte order mark. CPython leaves out one at the beginning of a program, and takes a second for an error; the parser
/// leaves out both.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The most bytes that a program may have.
const BYTES: usize = 4 << 20;

impl Source {
    /// Reads a program.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Reason> {
        if bytes.len() > BYTES {
            return Err(reason("size", "the program is larger than 4 MiB"));
        }
        let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
        if bytes.starts_with(MARK) {
            return Err(reason(
                "syntax",
                "the source begins with two byte order marks",
            ));
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|_| reason("encoding", "the source is not UTF-8"))?;
        if text.contains('\0') {
            return Err(reason("syntax", "the source contains a NUL character"));
        }
        if names_another_encoding(text) {
            return Err(reason(
                "encoding",
                "the source names an encoding other than UTF-8",
            ));
        }
        let lines = LineIndex::from_source_text(text);
        if !depth::is_within(DEPTH, text) {
            return Err(reason(
                "depth",
                "a statement is too long, or blocks are nested too deep, to be analysed",
            ));
        }
        let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY312);
        let tree = parse_unchecked(text, options);
        let error = tree
            .errors()
            .first()
            .map(|error| (error.range().start(), error.error.to_string()))
            .or_else(|| {
                let error = tree.unsupported_syntax_errors().first()?;
                Some((error.range().start(), error.to_string()))
            });
        let tree = tree.try_into_module();
        match (error, tree) {
            (Some((at, error)), _) => Err(place(
                text,
                &lines,
                at,
                "syntax",
                format!("it does not parse: {error}"),
            )),
            (None, None) => Err(reason("syntax", "it is not a module")),
            (None, Some(tree)) => Ok(Self {
                text: text.to_owned(),
                lines,
                tree,
            }),
        }
    }

    /// A reason at a place in this source.
    pub(crate) fn reason(&self, at: TextSize, rule: &str, message: String) -> Reason {
        place(&self.text, &self.lines, at, rule, message)
    }

    /// The line, from 1, of a place.
    pub(crate) fn line(&self, at: TextSize) -> usize {
        self.lines.line_index(at).get()
    }
}

fn place(text: &str, lines: &LineIndex, at: TextSize, rule: &str, message: String) -> Reason {
    let place = lines.line_column(at, text);
    Reason {
        rule: rule.into(),
        line: place.line.get(),
        column: place.column.get(),
        message,
    }
}

fn reason(rule: &str, message: &str) -> Reason {
    Reason {
        rule: rule.into(),
        line: 1,
        column: 1,
        message: message.into(),
    }
}

/// Whether one of the first two lines is a comment that names an encoding (PEP 263) which is not UTF-8.
fn names_another_encoding(text: &str) -> bool {
    text.lines()
        .take(2)
        .filter_map(|line| line.trim_start().strip_prefix('#'))
        .flat_map(encodings_named)
        .any(|name| !is_utf8(name))
}

/// Returns what follows each `coding:` or `coding=` of a comment: the first need not be the one that CPython finds.
fn encodings_named(comment: &str) -> impl Iterator<Item = &str> {
    let found = comment.match_indices("coding");
    let named = found.filter_map(|(at, word)| comment[at + word.len()..].strip_prefix([':', '=']));
    named.map(|rest| {
        let rest = rest.trim_start();
        let of_name = |char: char| char.is_ascii_alphanumeric() || "-_.".contains(char);
        rest.split(|char| !of_name(char)).next().unwrap_or_default()
    })
}

/// Whether an encoding's name is one of those under which both interpreters know UTF-8. CPython takes further ones for it,
/// `utf-8-unix` for instance.
fn is_utf8(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "-");
    name == "utf-8" || name == "utf8"
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn rule(bytes: &[u8]) -> String {
        Source::read(bytes)
            .err()
            .map_or("read".into(), |reason| reason.rule)
    }

    #[test]
    fn what_is_no_program_has_a_reason() {
        assert_eq!(rule(b""), "read");
        assert_eq!(rule(b"\xef\xbb\xbfx = 1\n"), "read");
        assert_eq!(rule(b"x = = 1\n"), "syntax");
        assert_eq!(rule(b"x = 1\0\n"), "syntax");
        assert_eq!(rule(b"x = '\xff'\n"), "encoding");
        assert_eq!(rule(b"# -*- coding: latin-1 -*-\n"), "encoding");
        assert_eq!(
            rule(b"#!/usr/bin/python3\n# vim: set fileencoding=utf-8 :\n"),
            "read"
        );
        assert_eq!(rule(b"x = t'{1}'\n"), "syntax");
    }

    #[test]
    fn a_second_byte_order_mark_is_refused() {
        assert_eq!(rule(b"\xef\xbb\xbf\xef\xbb\xbfx = 1\n"), "syntax");
        assert_eq!(rule(b"\xef\xbb\xbf\xef\xbb\xbf"), "syntax");
    }

    #[test]
    fn an_encoding_is_found_wherever_it_stands_in_its_comment() {
        for comment in [
            "# encoding coding: latin-1",
            "# coding, coding=latin-1",
            "# coding: utf-8-unix",
            "# coding: utf-8 coding: latin-1",
        ] {
            assert_eq!(
                rule(format!("{comment}\n").as_bytes()),
                "encoding",
                "{comment}"
            );
        }
        for comment in [
            "# coding:utf_8",
            "# encoding: UTF-8",
            "# -*- coding: utf8 -*-",
            "# coding",
        ] {
            assert_eq!(rule(format!("{comment}\n").as_bytes()), "read", "{comment}");
        }
    }

    #[test]
    fn depth_without_end_is_refused() {
        for deep in [
            "(".repeat(100_000),
            "-".repeat(100_000) + "1",
            "x".to_owned() + &".x".repeat(100_000),
            "1".to_owned() + &"+1".repeat(100_000),
            "lambda:".repeat(50_000) + "1",
            "not ".repeat(100_000) + "x",
            (0..200)
                .map(|depth| " ".repeat(depth) + "if x:\n")
                .collect(),
            "x = f'{".to_owned() + &"f'{".repeat(5000),
        ] {
            assert_ne!(rule(deep.as_bytes()), "read", "{}", &deep[..20]);
        }
    }
}
