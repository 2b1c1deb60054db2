//! Programs that were built twice, as the book shows them.

use record::{Rebuild, RebuiltUnder};

use super::missing;
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::number;

/// The command that builds them.
const COMMAND: &str = "./artifact rebuild";

/// Each program that was built twice, under the same names and under others.
pub(super) fn table(evidence: &Evidence) -> Html {
    let rebuilds = evidence.rebuilds();
    if rebuilds.is_empty() {
        return missing::note(COMMAND);
    }
    let headers = [
        ("text", "program"),
        ("text", "built again"),
        ("text", "the same"),
        ("number", "bytes, first and second"),
        ("long", "parts that differ"),
        ("long", "words that only the first has, and only the second"),
    ];
    let mut table = Table::new("Programs that were built twice", &headers);
    for rebuild in rebuilds {
        table.row(row(rebuild));
    }
    table.html()
}

fn told(words: &[String]) -> Html {
    Html::joined(words.iter().map(|word| code(word)), ", ").within("p", "")
}

fn row(rebuild: &Rebuild) -> Vec<Html> {
    let under = match rebuild.under {
        RebuiltUnder::SameNames => "under the same names",
        RebuiltUnder::OtherNames => "under other names",
    };
    let sizes = rebuild
        .builds
        .each_ref()
        .map(|build| number::grouped(build.size_bytes));
    let is_identical = rebuild.is_identical();
    vec![
        code(&rebuild.program),
        Html::text(under),
        Html::text(if is_identical { "yes" } else { "no" }),
        Html::text(&sizes.join(", ")),
        Html::text(&rebuild.differing_parts.join(", ")),
        Html::joined(rebuild.differing_words.iter().map(|words| told(words)), " "),
    ]
}
