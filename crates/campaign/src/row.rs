//! A row: one callable with one signature.

use std::collections::BTreeSet;
use std::fmt;

/// The longest example, and how much of it is the call where that is long: a program's beginning.
const EXAMPLE_CHARACTERS: usize = 200;
const LONG_EXPRESSION_CHARACTERS: usize = 60;

/// What comparing a case came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Compared {
    Same,
    /// The same type of exception with another message.
    Text(Example),
    /// Another value or type of exception, or a crash.
    Different(Example),
}

/// A case that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Example {
    pub(crate) expression: String,
    pub(crate) full: String,
    pub(crate) light: String,
    /// The cells on which it comes to that.
    pub(crate) cells: Vec<String>,
    /// How many were asked.
    pub(crate) of_cells: usize,
}

/// What is known of a callable with arguments of some kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// How many calls were compared.
    pub cases: usize,
    /// Of these, how many differ in their value or type of exception, or crash.
    pub differing: usize,
    /// Of these, how many raise the same type with another message.
    pub text_differing: usize,
    /// The kinds of what is returned and raised.
    pub results: BTreeSet<String>,
    example: Option<Example>,
    text_example: Option<Example>,
}

impl Compared {
    /// Returns what two cells come to together.
    pub(crate) fn worse(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, other) => other,
            (one @ (Self::Different(_) | Self::Text(_)), Self::Same) => one,
            (Self::Text(_), Self::Different(example)) => Self::Different(example),
            (Self::Different(one), Self::Different(other)) => Self::Different(one.with(other)),
            (Self::Different(one), Self::Text(_)) => Self::Different(one),
            (Self::Text(one), Self::Text(other)) => Self::Text(one.with(other)),
        }
    }
}

impl Example {
    /// Returns the example for both cells, where both come to the same; else the first.
    fn with(mut self, other: Self) -> Self {
        if self.light == other.light {
            self.cells.extend(other.cells);
        }
        self
    }

    /// Small ones are better, and then it has to be always the same.
    fn is_better_than(&self, other: &Self) -> bool {
        let size = |example: &Self| {
            let partial = example.cells.len() < example.of_cells;
            let length = example.expression.chars().count();
            (partial, length, example.expression.clone())
        };
        size(self) < size(other)
    }
}

impl fmt::Display for Example {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let everywhere = self.cells.len() == self.of_cells;
        let cells = if everywhere {
            String::new()
        } else {
            format!(" ({})", self.cells.join(", "))
        };
        let (expression, full, light) = (&self.expression, &self.full, &self.light);
        let mut text = format!("{expression}: {full} → {light}{cells}");
        if text.chars().count() > EXAMPLE_CHARACTERS {
            let start: String = expression
                .chars()
                .take(LONG_EXPRESSION_CHARACTERS)
                .collect();
            text = format!("{start}…: {full} → {light}{cells}");
        }
        let text = text.replace('\t', "\\t").replace('\n', "\\n");
        if text.chars().count() <= EXAMPLE_CHARACTERS {
            return formatter.write_str(&text);
        }
        let kept: String = text.chars().take(EXAMPLE_CHARACTERS - 1).collect();
        write!(formatter, "{kept}…")
    }
}

impl Row {
    /// Counts one more case, which on the oracle came to `result`.
    pub(crate) fn count(&mut self, result: String, compared: Compared) {
        self.cases += 1;
        self.results.insert(result);
        let (counter, kept, example) = match compared {
            Compared::Same => return,
            Compared::Different(example) => (&mut self.differing, &mut self.example, example),
            Compared::Text(example) => (&mut self.text_differing, &mut self.text_example, example),
        };
        *counter += 1;
        if kept
            .as_ref()
            .is_none_or(|kept| example.is_better_than(kept))
        {
            *kept = Some(example);
        }
    }

    /// Returns the smallest case that differs; where none does, the smallest whose message differs.
    pub fn example(&self) -> String {
        let example = self.example.as_ref().or(self.text_example.as_ref());
        example.map(Example::to_string).unwrap_or_default()
    }
}
