//! The chain of builds as the book shows it.

use stats::{Interval, Share};

use super::missing;
use crate::decomposition::{self, Chain, Link, Part};
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::number;
use crate::poc::Poc;

/// What each link adds, program by program.
pub(super) fn decomposition(evidence: &Evidence, poc: &Poc) -> Html {
    let chains = decomposition::chains(evidence);
    if chains.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("long", "factor and cell"),
        ("number", "median"),
        ("number", "share [interval]"),
        ("number", "of the whole [interval]"),
        ("number", "instructions"),
        ("number", "share of them"),
    ];
    let mut table = Table::new(
        "From python3 to the last build, one thing at a time",
        &headers,
    );
    for chain in &chains {
        table.group(&format!("{}, M = {}", chain.work, number::grouped(chain.m)));
        for link in &chain.links {
            table.row(pieces(link));
        }
        table.row(whole(chain));
    }
    table.html()
}

fn pieces(link: &Link) -> Vec<Html> {
    let dash = || Html::text("–");
    let time = link.time.as_ref();
    let share = |part: &Part| part.share.map(|share| signed_ms(&share.difference));
    let fraction = |part: &Part| {
        part.share
            .and_then(|share| share.fraction)
            .map(|f| percent(&f))
    };
    let instructions = link.instructions.as_ref();
    let text = |words: Option<String>| words.map_or_else(dash, |words| Html::text(&words));
    let factor = Html::text(&link.label());
    vec![
        Html::joined([factor, code(&link.cell.name)], "<br>"),
        match time {
            Ok(part) => Html::text(&number::milliseconds(part.median)),
            Err(why) => Html::text(&format!("left out: {why}")).within("span", "tiers-missing"),
        },
        text(time.ok().and_then(share)),
        text(time.ok().and_then(fraction)),
        match instructions {
            Ok(part) => Html::text(&number::millions(part.median)),
            Err(why) => Html::text(why).within("span", "tiers-missing"),
        },
        text(
            instructions
                .ok()
                .and_then(|part| part.share)
                .map(signed_millions),
        ),
    ]
}

fn whole(chain: &Chain) -> Vec<Html> {
    let dash = || Html::text("–");
    let time = chain.whole_ms.as_ref().map(signed_ms);
    let instructions = chain
        .whole_instructions
        .map(|whole| signed(whole.estimate, &number::millions(whole.estimate.abs())));
    let text = |words: Option<String>| words.map_or_else(dash, |words| Html::text(&words));
    vec![
        Html::text("the whole: the sum of the shares"),
        dash(),
        text(time),
        dash(),
        dash(),
        text(instructions),
    ]
}

/// Writes a difference of times with its sign; two places, so that the shares can be added up.
pub(super) fn signed_ms(interval: &Interval) -> String {
    let Interval {
        estimate,
        low,
        high,
    } = interval;
    format!("{estimate:+.2} ms [{low:+.2}, {high:+.2}]")
}

fn percent(fraction: &Interval) -> String {
    let [estimate, low, high] =
        [fraction.estimate, fraction.low, fraction.high].map(|part| part * 100.0);
    format!("{estimate:.0} % [{low:.0}, {high:.0}]")
}

fn signed_millions(share: Share) -> String {
    let estimate = share.difference.estimate;
    signed(estimate, &number::millions(estimate.abs()))
}

fn signed(value: f64, words: &str) -> String {
    let sign = if value < 0.0 { '-' } else { '+' };
    format!("{sign}{words}")
}
