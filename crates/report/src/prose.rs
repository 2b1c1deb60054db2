//! No figure stands in the book's prose: numbers that were measured, by us or by the paper, come through tags.
//!
//! This finds figures that were typed. It looks for digits followed by a unit, for decimals, for fractions of a whole,
//! for grouped digits, for counts after a verdict, and for multiples written as words. Versions (`CPython 3.12`,
//! `0.5.0`) and names (`04_abc_abstractmethod`, `x86_64`, `C7.12`, `PoC 4.5`) are no figures. Japanese, which puts no space between words, has rules of its own.

mod japanese;

/// A figure that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedFigure {
    /// The line, from 1.
    pub line: usize,
    /// The words that hold it.
    pub words: String,
}

/// What makes a number before it a figure.
const UNITS: &[&str] = &[
    "%",
    "‰",
    "×",
    "x",
    "b",
    "byte",
    "bytes",
    "kb",
    "kib",
    "mb",
    "mib",
    "gb",
    "gib",
    "ns",
    "µs",
    "μs",
    "us",
    "ms",
    "s",
    "sec",
    "second",
    "seconds",
    "min",
    "minute",
    "minutes",
    "h",
    "hour",
    "hours",
    "millisecond",
    "milliseconds",
    "microseconds",
    "nanoseconds",
    "megabytes",
    "kilobytes",
    "percent",
    "per",
    "times",
    "fold",
    "slower",
    "faster",
    "larger",
    "smaller",
    "hz",
    "mhz",
    "ghz",
    "pass",
    "diff",
    "fail",
];

/// What a decimal may follow: then it is a version, or the name of a `PoC`.
const VERSIONED: &[&str] = &[
    "python",
    "cpython",
    "rustpython",
    "rust",
    "mdbook",
    "debian",
    "ubuntu",
    "linux",
    "glibc",
    "wasi",
    "version",
    "poc",
];

/// Numbers in words, which `times` and its like make figures.
const NUMBER_WORDS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty", "hundred", "thousand", "million",
];

/// Words that are figures by themselves.
const MULTIPLES: &[&str] = &[
    "thrice",
    "twofold",
    "threefold",
    "tenfold",
    "halved",
    "doubled",
    "tripled",
];

/// Returns the figures typed into `markdown` outside of tags.
pub fn typed_figures(markdown: &str) -> Vec<TypedFigure> {
    let prose = without_addresses(&without_tags(markdown)).replace(" = ", "=");
    let lines = prose.lines().enumerate();
    let words: Vec<(usize, &str)> = lines
        .flat_map(|(index, line)| line.split_whitespace().map(move |word| (index + 1, word)))
        .collect();
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word);
    let found = words.iter().enumerate().filter(|(at, (_, here))| {
        is_figure(at.checked_sub(1).map_or("", word), here, word(at + 1))
    });
    found
        .map(|(at, (line, here))| TypedFigure {
            line: *line,
            words: format!("{here} {}", word(at + 1)).trim_end().to_owned(),
        })
        .collect()
}

/// Replaces each tag by spaces, so that lines keep their numbers.
fn without_tags(markdown: &str) -> String {
    let mut prose = String::new();
    let mut rest = markdown;
    while let Some((before, tag)) = rest.split_once("{{#tiers") {
        prose.push_str(before);
        let (tag, after) = tag.split_once("}}").unwrap_or((tag, ""));
        prose.extend(tag.chars().filter(|character| *character == '\n'));
        // Something stands there, so that what is before and behind it does not grow together.
        prose.push('\u{fffc}');
        rest = after;
    }
    prose + rest
}

/// Leaves out where links lead: a digit in an address is no figure.
fn without_addresses(markdown: &str) -> String {
    let mut prose = String::new();
    let mut rest = markdown;
    while let Some((before, address)) = rest.split_once("](") {
        prose.push_str(before);
        // A word stands there: what is behind it is not to come to stand behind a number before it.
        prose.push_str("] (address)");
        let (address, after) = address.split_once(')').unwrap_or((address, ""));
        prose.extend(address.chars().filter(|character| *character == '\n'));
        rest = after;
    }
    prose + rest
}

fn is_figure(before: &str, word: &str, after: &str) -> bool {
    if japanese::is_figure(word, after) {
        return true;
    }
    let plain = letters(word);
    if MULTIPLES.contains(&plain.as_str()) || (plain == "twice" && letters(after) == "as") {
        return true;
    }
    let counted = plain
        .split('-')
        .next()
        .is_some_and(|first| NUMBER_WORDS.contains(&first));
    if counted {
        let unit = plain
            .split_once('-')
            .map_or_else(|| letters(after), |(_, unit)| unit.to_owned());
        return ["times", "fold", "percent", "slower", "faster"].contains(&unit.as_str());
    }
    let mut rest = word;
    while let Some(number) = Number::next(&mut rest) {
        if number.is_figure(before, after) {
            return true;
        }
    }
    false
}

/// A number within a word.
struct Number<'a> {
    ahead: &'a str,
    /// Its digits with their dots and commas.
    digits: &'a str,
    behind: &'a str,
}

impl<'a> Number<'a> {
    /// Takes the next number from `rest`.
    fn next(rest: &mut &'a str) -> Option<Self> {
        let text = *rest;
        let start = text.find(|character: char| character.is_ascii_digit())?;
        let after = &text[start..];
        let digit = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
        let length = after
            .find(|character| !digit(character))
            .unwrap_or(after.len());
        let digits = after[..length].trim_end_matches(['.', ',']);
        *rest = &after[length..];
        Some(Self {
            ahead: &text[..start],
            digits,
            behind: &after[digits.len()..],
        })
    }

    fn is_figure(&self, before: &str, after: &str) -> bool {
        let named = |character: char| character.is_alphanumeric() || character == '_';
        if self.ahead.ends_with(named) || self.behind.starts_with('_') {
            return false;
        }
        let dots = self.digits.matches('.').count();
        if dots >= 2 || (dots == 1 && VERSIONED.contains(&letters(before).as_str())) {
            return false;
        }
        let grouped = self.digits.split(',').skip(1).any(|group| group.len() == 3);
        dots == 1 || grouped || self.is_share() || self.is_counted() || has_unit(self.behind, after)
    }

    /// `19/20`, or a range such as `3–6×`.
    fn is_share(&self) -> bool {
        let digit = |rest: &str| rest.starts_with(|character: char| character.is_ascii_digit());
        let range = self.behind.starts_with(['–', '—']) && self.behind.contains(['×', '%']);
        range || self.behind.strip_prefix('/').is_some_and(digit)
    }

    /// `PASS=19`.
    fn is_counted(&self) -> bool {
        let ahead = self.ahead.to_lowercase();
        ["pass=", "diff=", "fail="]
            .iter()
            .any(|word| ahead.ends_with(word))
    }
}

/// Says whether a unit follows: in the same word (`20ms`, `20-fold`) or in the next (`20 ms`).
fn has_unit(behind: &str, after: &str) -> bool {
    let here = letters(behind.trim_start_matches(['-', '\u{a0}', '\u{202f}']));
    if here.is_empty()
        && !behind
            .chars()
            .any(|character| matches!(character, ',' | '.' | ')' | ';' | ':'))
    {
        return UNITS.contains(&letters(after).as_str());
    }
    let first = here.split('-').next().unwrap_or_default();
    UNITS.contains(&here.as_str()) || UNITS.contains(&first)
}

/// The word in lower case, without what stands around it.
fn letters(word: &str) -> String {
    let kept =
        |character: char| character.is_alphanumeric() || matches!(character, '%' | '‰' | '×');
    word.trim_matches(|character| !kept(character))
        .to_lowercase()
}

#[cfg(test)]
mod tests;
