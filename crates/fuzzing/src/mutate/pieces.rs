//! What mutations put into an input.

/// What editors, encodings and people rarely produce, and readers stumble over.
pub(super) const AWKWARD: &[&[u8]] = &[
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xed\xb2\x80",
    b"\xef\xbb\xbf",
    b"\xc0\x80",
    b"\xf4\x90\x80\x80",
    b"\r",
    b"\x0c",
    b"\x1a",
    b"\t",
    b"\\\n",
    "\u{85}\u{2028}\u{2029}".as_bytes(),
    "\u{202e}\u{200d}\u{301}".as_bytes(),
    "\u{1f469}\u{200d}\u{1f4bb}".as_bytes(),
    "\u{fb01}\u{212b}\u{1d4d0}".as_bytes(),
    "'\\ud800\\N{SNAKE}\\x'".as_bytes(),
    b"99999999999999999999999999999999999999",
    b"1e999",
    b"0x",
    b"f'{x!r:{y}}'",
    b"lambda: (yield)",
    b"\"\"\"",
];

/// What stands around something within something.
pub(super) const BRACKETS: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("f'{", "}'"),
    ("lambda: ", ""),
    ("not ", ""),
    ("-", ""),
    ("(x for x in ", ")"),
    ("{1: ", "}"),
];

/// Names after `coding:`, some of which are encodings.
pub(super) const ENCODINGS: &[&str] =
    &["utf-8", "latin-1", "utf-16", "rot13", "no-such", "idna", ""];
