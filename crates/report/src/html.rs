//! HTML that cannot be broken by what programs print.

use std::fmt::{self, Write as _};

/// A piece of HTML. It holds no line break, because a blank line would end the HTML block that Markdown keeps it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Takes words: whatever is special in HTML is escaped, and what cannot be seen is shown.
    pub fn text(words: &str) -> Self {
        let mut html = String::with_capacity(words.len());
        for character in words.chars() {
            escape(character, &mut html);
        }
        Self(html)
    }

    /// Takes what a program wrote: as text, with bytes that are not UTF-8 replaced.
    pub fn output(bytes: &[u8]) -> Self {
        Self::text(&String::from_utf8_lossy(bytes))
    }

    /// Takes markup that this crate wrote.
    pub(crate) fn markup(markup: impl AsRef<str>) -> Self {
        Self(markup.as_ref().replace('\n', " "))
    }

    /// Puts `self` into an element.
    pub(crate) fn within(self, element: &str, class: &str) -> Self {
        let class = if class.is_empty() {
            String::new()
        } else {
            format!(" class=\"{class}\"")
        };
        Self(format!("<{element}{class}>{self}</{element}>"))
    }

    /// Says whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes it so that it can stand within a sentence of Markdown: nothing in it is taken for markup of Markdown's.
    pub(crate) fn inline(&self) -> String {
        let mut text = String::with_capacity(self.0.len());
        for character in self.0.chars() {
            match character {
                '*' | '_' | '`' | '[' | ']' | '\\' | '|' | '~' | '$' => {
                    let _ = write!(text, "&#{};", u32::from(character));
                }
                _ => text.push(character),
            }
        }
        text
    }

    /// Adds `other` at the end.
    pub(crate) fn push(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// Adds `other` at the end, after a break.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        self.0.push(' ');
        self.push(other);
        self
    }

    /// Joins pieces.
    pub(crate) fn joined(pieces: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.0).collect();
        Self(pieces.join(between))
    }
}

impl fmt::Display for Html {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Wraps `words` as code.
pub(crate) fn code(words: &str) -> Html {
    Html::text(words).within("code", "")
}

/// Wraps what a program wrote as a block of code.
pub(crate) fn block(bytes: &[u8]) -> Html {
    Html::output(bytes)
        .within("code", "language-text nohighlight")
        .within("pre", "tiers-output")
}

/// Puts `body` behind words that open it.
pub(crate) fn details(summary: &Html, body: &Html) -> Html {
    Html::markup(format!(
        "<details><summary>{summary}</summary>{body}</details>"
    ))
}

/// The start of a digest that is enough to tell two apart, with the whole one at hand.
pub(crate) fn digest(sha256: &str) -> Html {
    let short: String = sha256.chars().take(12).collect();
    Html::markup(format!(
        "<code title=\"{}\">{}</code>",
        Html::text(sha256),
        Html::text(&short)
    ))
}

/// The start of a digest, which opens to the whole.
pub(crate) fn whole_digest(sha256: &str) -> Html {
    let short: String = sha256.chars().take(12).collect();
    Html::markup(format!(
        "<details class=\"tiers-digest\"><summary>{}</summary>{}</details>",
        code(&short),
        code(sha256)
    ))
}

fn escape(character: char, html: &mut String) {
    match character {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        // A tag of the book within a program's output must stay what it is: output.
        '{' => html.push_str("&#123;"),
        '\n' => html.push_str("&#10;"),
        '\t' => html.push_str("&#9;"),
        // Control pictures stand for the control characters, and the marks that reorder text are named.
        '\0'..='\x1f' => html.extend(char::from_u32(0x2400 + u32::from(character))),
        '\x7f' => html.push('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => {
            let _ = write!(html, "&#123;U+{:04X}}}", u32::from(character));
        }
        _ => html.push(character),
    }
}

/// A table being put together.
#[derive(Debug)]
pub(crate) struct Table {
    caption: String,
    headers: Vec<(&'static str, String)>,
    rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug)]
enum Row {
    /// A heading over the rows that follow.
    Group(Html),
    /// A piece for each column.
    Pieces(Vec<Html>),
}

impl Table {
    /// Starts a table: its caption, and each column's class (`text`, `number` or `long`) and header.
    pub(crate) fn new(
        caption: &str,
        headers: &[(&'static str, impl Into<String> + Clone)],
    ) -> Self {
        let headers = headers.iter().cloned();
        Self {
            caption: caption.into(),
            headers: headers
                .map(|(class, words)| (class, words.into()))
                .collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a heading over the rows that follow.
    pub(crate) fn group(&mut self, words: &str) {
        self.rows.push(Row::Group(Html::text(words)));
    }

    /// Adds a row. Its first piece is the row's header.
    pub(crate) fn row(&mut self, pieces: Vec<Html>) {
        debug_assert_eq!(pieces.len(), self.headers.len(), "a row of another table");
        self.rows.push(Row::Pieces(pieces));
    }

    /// Finishes the table. It scrolls within itself where the page is too narrow for it.
    pub(crate) fn html(self) -> Html {
        let caption = Html::text(&self.caption);
        let mut html = format!(
            "<div class=\"tiers-table\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\"><table><caption>\
             {caption}</caption><thead><tr>"
        );
        for (class, header) in &self.headers {
            let header = Html::text(header);
            let _ = write!(html, "<th scope=\"col\" class=\"{class}\">{header}</th>");
        }
        html += "</tr></thead><tbody>";
        for row in &self.rows {
            html += &match row {
                Row::Group(words) => self.group_html(words),
                Row::Pieces(pieces) => self.row_html(pieces),
            };
        }
        html += "</tbody></table></div>";
        Html::markup(html)
    }

    fn group_html(&self, words: &Html) -> String {
        let columns = self.headers.len();
        format!(
            "<tr class=\"tiers-group\"><th scope=\"colgroup\" colspan=\"{columns}\">{words}</th></tr>"
        )
    }

    fn row_html(&self, pieces: &[Html]) -> String {
        let columns = pieces.iter().zip(&self.headers).enumerate();
        let pieces = columns.map(|(position, (piece, (class, _)))| match position {
            0 => format!("<th scope=\"row\" class=\"{class}\">{piece}</th>"),
            _ => format!("<td class=\"{class}\">{piece}</td>"),
        });
        format!("<tr>{}</tr>", pieces.collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_prints_stays_text() {
        let html = Html::output(b"<script>{{#tiers claims}}\n\n\x1b[31m\xff & 'x'").to_string();
        assert!(
            !html.contains('<') && !html.contains('\n') && !html.contains("{{"),
            "{html}"
        );
        assert!(
            html.contains("\u{241b}[31m\u{fffd} &amp; &#39;x&#39;"),
            "{html}"
        );
    }

    #[test]
    fn marks_that_reorder_text_are_named() {
        assert_eq!(Html::text("a\u{202e}b").to_string(), "a&#123;U+202E}b");
    }

    #[test]
    fn a_table_has_headers_for_columns_and_rows() {
        let mut table = Table::new("Sizes & more", &[("text", "cell"), ("number", "bytes")]);
        table.row(vec![code("a"), Html::text("1")]);
        let html = table.html().to_string();
        assert!(
            html.contains("<caption>Sizes &amp; more</caption>"),
            "{html}"
        );
        assert!(
            html.contains("<th scope=\"row\" class=\"text\"><code>a</code></th>"),
            "{html}"
        );
        assert!(!html.contains('\n'), "{html}");
    }
}
