//! One case: the line that an area writes of it.

/// What was tried, and what came of it on one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    /// What is called, as the table has it.
    pub(crate) callable: String,
    /// The kinds of its arguments.
    pub(crate) signature: String,
    /// The call as one would write it.
    pub(crate) expression: String,
    /// What came of it.
    pub(crate) outcome: Outcome,
}

/// What came of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something was returned.
    Returned {
        /// Its kind.
        kind: String,
        /// All that can be told of it, and of what the call changed.
        value: String,
        /// It, as a person would see it.
        text: String,
    },
    /// An exception was raised.
    Raised {
        /// Its type.
        kind: String,
        /// What had been printed before, where that is compared.
        printed: String,
        /// Its message.
        text: String,
    },
}

/// A line of an area's output.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// A case, with its number.
    Case(usize, Case),
    /// How many cases there are, after the last of a run.
    Total(usize),
}

impl Line {
    /// Reads a line, or none where it is not whole.
    pub(crate) fn read(line: &str) -> Option<Self> {
        if let Some(total) = line.strip_prefix("of ") {
            return Some(Self::Total(total.parse().ok()?));
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let [
            index,
            callable,
            signature,
            expression,
            way,
            kind,
            value,
            text,
        ] = fields[..]
        else {
            return None;
        };
        let (kind, value, text) = (kind.to_owned(), value.to_owned(), text.to_owned());
        let outcome = match way {
            "V" => Outcome::Returned { kind, value, text },
            "E" => Outcome::Raised {
                kind,
                printed: value,
                text,
            },
            _ => return None,
        };
        let case = Case {
            callable: callable.to_owned(),
            signature: signature.to_owned(),
            expression: expression.to_owned(),
            outcome,
        };
        Some(Self::Case(index.parse().ok()?, case))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_case_or_the_total_or_nothing() {
        let Some(Line::Case(7, case)) =
            Line::read("7\tmath.sqrt\tint\tmath.sqrt(4)\tV\tfloat\t2.0 0x1p+1\t2.0")
        else {
            panic!("it is a case");
        };
        assert_eq!((&*case.callable, &*case.signature), ("math.sqrt", "int"));
        assert!(matches!(case.outcome, Outcome::Returned { text, .. } if text == "2.0"));
        assert_eq!(Line::read("of 12"), Some(Line::Total(12)));
        for broken in ["", "of many", "7\tmath.sqrt\tint", "7\ta\tb\tc\tX\td\te\tf"] {
            assert_eq!(Line::read(broken), None, "{broken:?}");
        }
    }
}
