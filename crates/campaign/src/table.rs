//! The table of an area, and its text.

use std::collections::BTreeMap;

use similar::TextDiff;

use crate::Row;
use crate::case::{Case, Outcome};
use crate::row::Compared;

/// The first line of a table's text.
pub const HEADER: &str = "callable\tsignature\tcases\tdiffering\ttext_differing\tresult\texample";

/// What is known of callables, by callable and signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    rows: BTreeMap<(String, String), Row>,
}

impl Table {
    pub(crate) fn add(&mut self, case: &Case, compared: Compared) {
        let key = (case.callable.clone(), case.signature.clone());
        let result = match &case.outcome {
            Outcome::Returned { kind, .. } => kind.clone(),
            Outcome::Raised { kind, .. } => format!("raises:{kind}"),
        };
        self.rows.entry(key).or_default().count(result, compared);
    }

    /// Returns the rows with their callables and signatures.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &str, &Row)> {
        self.rows
            .iter()
            .map(|((callable, signature), row)| (callable.as_str(), signature.as_str(), row))
    }

    /// Returns the text that stands on disk.
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = self
            .rows()
            .map(|(callable, signature, row)| {
                let results: Vec<&str> = row.results.iter().map(String::as_str).collect();
                format!(
                    "{callable}\t{signature}\t{}\t{}\t{}\t{}\t{}\n",
                    row.cases,
                    row.differing,
                    row.text_differing,
                    results.join("|"),
                    row.example()
                )
            })
            .collect();
        lines.sort();
        format!("{HEADER}\n{}", lines.concat())
    }

    /// Returns how this table's text departs from one that was written earlier: nothing where it does not.
    pub fn departure(&self, name: &str, written: &str) -> String {
        let text = self.text();
        if text == written {
            return String::new();
        }
        TextDiff::from_lines(written, &text)
            .unified_diff()
            .context_radius(0)
            .header(
                &format!("{name}, as committed"),
                &format!("{name}, as tried"),
            )
            .to_string()
    }
}
