//! Where the time goes, from python3 to the leanest Full.

use report::Evidence;
use report::decomposition::{Link, POC, Part, chains};

use super::{printed, table};

pub(super) fn shares(evidence: &Evidence, poc: &str) -> Option<String> {
    if poc != POC {
        return None;
    }
    let mut table = table(&[
        "work",
        "factor",
        "median ms",
        "share ms",
        "interval",
        "instructions",
    ]);
    for chain in chains(evidence) {
        for link in &chain.links {
            table.add_row(row(&chain.work, link));
        }
    }
    printed(&table)
}

fn row(work: &str, link: &Link) -> [String; 6] {
    let absent = || "-".to_owned();
    let (median, share, interval) = match &link.time {
        Ok(Part {
            median,
            share: Some(share),
            ..
        }) => (
            format!("{median:.2}"),
            format!("{:+.2}", share.difference.estimate),
            format!("{:+.2}–{:+.2}", share.difference.low, share.difference.high),
        ),
        Ok(part) => (format!("{:.2}", part.median), absent(), absent()),
        Err(why) => (absent(), absent(), why.clone()),
    };
    let instructions = link.instructions.as_ref().ok();
    let instructions = instructions.and_then(|part| part.share);
    [
        work.to_owned(),
        link.label(),
        median,
        share,
        interval,
        instructions.map_or_else(absent, |share| format!("{:+.0}", share.difference.estimate)),
    ]
}
