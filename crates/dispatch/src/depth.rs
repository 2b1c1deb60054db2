//! How deep a tree can be, told from the text: the parser and all who walk a tree go as deep as it.
//!
//! The lexer tells it exactly. Lexing costs a third of parsing, and almost no program comes near the limits, so a scan of
//! the bytes is tried first: it counts at least as many tokens in a statement as there are, and leaves to the lexer what it
//! cannot tell.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

/// What a tree may be built of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// The most tokens of one statement. A tree is as deep as its longest statement is long at most.
    pub(crate) tokens: usize,
    /// The most blocks within one another.
    pub(crate) indents: usize,
}

/// Whether all of the text keeps within the limits.
pub(crate) fn is_within(limits: Limits, text: &str) -> bool {
    Scan::new(text).keeps_within(limits) || is_within_by_tokens(limits, text)
}

fn is_within_by_tokens(limits: Limits, text: &str) -> bool {
    let mut lexer = lexer::lex(text, Mode::Module);
    let (mut tokens, mut indents) = (0, 0);
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return true,
            TokenKind::Newline => tokens = 0,
            TokenKind::Indent => indents += 1,
            TokenKind::Dedent => indents -= 1_usize.min(indents),
            TokenKind::Comment | TokenKind::NonLogicalNewline => {}
            _ => tokens += 1,
        }
        if tokens > limits.tokens || indents > limits.indents {
            return false;
        }
    }
}

/// A walk over the bytes that knows strings, comments and brackets, and nothing else.
struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many brackets are open.
    open: usize,
    /// How many bytes of the statement at hand may be of tokens.
    statement: usize,
}

/// What was scanned is not of the plain kind that the scan understands.
struct Unclear;

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            open: 0,
            statement: 0,
        }
    }

    /// Whether all of the text surely keeps within the limits.
    fn keeps_within(mut self, limits: Limits) -> bool {
        while let Some(byte) = self.next() {
            self.statement += 1;
            match byte {
                b'(' | b'[' | b'{' => self.open += 1,
                b')' | b']' | b'}' => self.open = self.open.saturating_sub(1),
                b'\'' | b'"' if self.string(byte).is_err() => return false,
                b'#' => self.comment(),
                // A line that goes on.
                b'\\' if self.next() == Some(b'\n') => {}
                b'\n' if self.open == 0 => self.statement = 0,
                // Lines that end otherwise.
                b'\\' | b'\r' => return false,
                _ => {}
            }
            // A block is indented by a byte at least, however its line comes about.
            let indents = if self.is_at_start() { self.blanks() } else { 0 };
            // Where brackets are left open the lexer has a token more at the end.
            if self.statement >= limits.tokens || indents > limits.indents {
                return false;
            }
        }
        true
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    fn is_at_start(&self) -> bool {
        self.bytes[self.at - 1] == b'\n'
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// Skips blanks, and says how many.
    fn blanks(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(0), Some(b' ' | b'\t' | b'\x0c')) {
            self.at += 1;
        }
        self.at - start
    }

    fn comment(&mut self) {
        while !matches!(self.peek(0), None | Some(b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Skips the string that the quote just read begins. One with fields may hold a token in each of its bytes.
    fn string(&mut self, quote: u8) -> Result<(), Unclear> {
        let has_fields = self.has_fields();
        let start = self.at;
        let is_long = self.peek(0) == Some(quote) && self.peek(1) == Some(quote);
        if is_long {
            self.at += 2;
        }
        let mut fields = 0_usize;
        loop {
            match self.next().ok_or(Unclear)? {
                b'\\' => {
                    // In a field it would be no escape.
                    if fields > 0 || matches!(self.peek(0), Some(b'\r')) {
                        return Err(Unclear);
                    }
                    if matches!(self.peek(0), Some(b'\\' | b'\'' | b'"' | b'\n')) {
                        self.at += 1;
                    }
                }
                // The end of a short string, or of nothing.
                b'\n' | b'\r' if !is_long => return Err(Unclear),
                b'{' if has_fields && fields == 0 && self.peek(0) == Some(b'{') => self.at += 1,
                b'{' if has_fields => fields += 1,
                b'}' if has_fields => fields = fields.saturating_sub(1),
                // A field may hold strings and comments of its own.
                b'\'' | b'"' | b'#' if fields > 0 => return Err(Unclear),
                byte if byte == quote && self.ends(quote, is_long) => break,
                _ => {}
            }
        }
        if has_fields {
            self.statement += self.at - start;
        }
        Ok(())
    }

    /// Whether the letters before the quote just read make a string one with fields.
    fn has_fields(&self) -> bool {
        let before = self.at.saturating_sub(3)..self.at - 1;
        self.bytes[before]
            .iter()
            .any(|byte| matches!(byte, b'f' | b'F' | b't' | b'T'))
    }

    /// Whether the quote just read ends the string.
    fn ends(&mut self, quote: u8, is_long: bool) -> bool {
        if !is_long {
            return true;
        }
        let ends = self.peek(0) == Some(quote) && self.peek(1) == Some(quote);
        if ends {
            self.at += 2;
        }
        ends
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Limits, Scan, is_within_by_tokens};

    const FEW: Limits = Limits {
        tokens: 12,
        indents: 3,
    };

    fn scan(text: &str) -> bool {
        Scan::new(text).keeps_within(FEW)
    }

    #[test]
    fn plain_text_needs_no_lexer() {
        for text in [
            "",
            "x = 1\n",
            "'a ( long # string {'\n",
            "\"\"\"A text\nthat's \\\"long\\\".\n\"\"\"\nx = 1\n",
            "f'{x}}}{{'\n",
            "r'\\d\\''\n",
            "if x:\n   y\n# a ( comment\n",
            "f(1,\n  2)\n",
        ] {
            assert!(scan(text), "{text}");
        }
    }

    #[test]
    fn what_is_long_or_unclear_is_left_to_the_lexer() {
        for text in [
            "x = (1,\n2,\n3,\n4,\n5,\n6)\n",
            "a+b+c+d+e+f+g\n",
            "f'{a+b+c+d+e+f}'\n",
            "f'{x[\"a\"]}'\n",
            "f'''{x # }\n}'''\n",
            "'no end\n",
            "'''no end\n",
            "x = 1\r\n",
            "if x:\n     y\n",
            "x\\y\n",
        ] {
            assert!(!scan(text), "{text}");
        }
    }

    /// Pieces whose neighbours change what they mean.
    fn piece() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "'''",
            "\"\"\"",
            "f'",
            "f\"",
            "rf'",
            "Rb\"",
            "t'",
            "tr\"",
            "f'''",
            "f\"\"\"",
            "\\",
            "\\\\",
            "\n",
            "\n",
            "\n ",
            "\n    ",
            "#",
            " ",
            "x",
            "1",
            "0",
            "+",
            "!r",
            ":",
            ";",
            "{{",
            "}}",
            "\\N{DASH}",
            "é",
            "\\\n",
            "\t",
            "\x0c",
            "\r",
            "lambda:",
            "not ",
            ".x",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn what_passes_the_scan_passes_the_lexer(pieces in prop::collection::vec(piece(), 0..40)) {
            let text = pieces.concat();
            if scan(&text) {
                prop_assert!(is_within_by_tokens(FEW, &text), "{text:?}");
            }
        }
    }
}
