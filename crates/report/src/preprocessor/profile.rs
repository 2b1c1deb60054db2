//! Where the instructions of a loop go, as the book shows it.

use record::Role;

use super::missing;
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::number;
use crate::profile::{self, LoopProfile};

/// How many functions of a loop are shown at most.
const SHOWN: usize = 15;

/// The loop of one speed program on each cell, and its functions where they have names.
pub(super) fn profile(evidence: &Evidence, work: &str) -> Html {
    let profiles = profile::profiles(evidence, work);
    if profiles.is_empty() {
        return missing::note("./artifact reproduce");
    }
    let mut page = turns(&profiles, work);
    for profile in profiles.iter().filter(|one| !one.functions.is_empty()) {
        page.push(&functions(profile, work));
    }
    page
}

fn turns(profiles: &[LoopProfile<'_>], work: &str) -> Html {
    let headers = [
        ("text", "cell"),
        ("number", "instructions"),
        ("number", "over python3"),
    ];
    let title = format!("One turn of the loop of {work}");
    let mut table = Table::new(&title, &headers);
    for profile in profiles {
        let ratio = match (profile.cell.role, profile.ratio) {
            (Role::Oracle, _) => "1".into(),
            (_, Some(ratio)) => number::ratio(ratio),
            (_, None) => "–".into(),
        };
        table.row(vec![
            code(&profile.cell.name),
            Html::text(&number::calls(profile.per_turn)),
            Html::text(&ratio),
        ]);
    }
    table.html()
}

fn functions(profile: &LoopProfile<'_>, work: &str) -> Html {
    let headers = [("number", "share"), ("long", "function")];
    let title = format!(
        "Where the loop of {work} spends them: {}",
        profile.cell.name
    );
    let mut table = Table::new(&title, &headers);
    for function in profile.functions.iter().take(SHOWN) {
        table.row(vec![
            Html::text(&number::percent(function.share)),
            code(&function.name),
        ]);
    }
    let further = profile.functions.iter().skip(SHOWN);
    let rest: f64 = further.map(|function| function.share).sum();
    if rest > 0.0 {
        table.row(vec![
            Html::text(&number::percent(rest)),
            Html::text("further functions"),
        ]);
    }
    table.html()
}
