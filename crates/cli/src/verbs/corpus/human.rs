//! A score as people read it.

use std::fmt::Write as _;

use comfy_table::Table;
use comfy_table::presets::NOTHING;
use corpus::Score;
use record::Difference;

use super::CorpusReport;

/// How many programs of a kind are listed; JSON has all of them.
const LISTED: usize = 20;

const NS_PER_MS: f64 = 1e6;

/// How many rules are listed.
const RULES: usize = 10;

pub(super) fn text(report: &CorpusReport) -> String {
    let score = &report.score;
    let mut text = format!(
        "{}: {} programs on {}\n\n",
        report.corpus, score.programs, report.cell
    );
    text.push_str(&counts(report));
    left_out(&mut text, report);
    listed(
        &mut text,
        "accepted although Light prints something else",
        &unsafe_accepts(score),
    );
    let fallbacks = score.fell_back.iter();
    let fallbacks: Vec<String> = fallbacks
        .map(|f| format!("{}: {}", f.program, f.trip))
        .collect();
    listed(
        &mut text,
        "accepted, tripped on Light and repeated on Full",
        &fallbacks,
    );
    let _ = write!(text, "\n{}\n{}\n", policies(score), costs(report));
    if !score.obstacles.is_empty() {
        text.push_str("\nwhat refuses programs for which Light is right\n");
        for obstacle in score.obstacles.iter().take(RULES) {
            let _ = writeln!(
                text,
                "  {:<24} {:>5} programs, {} of them by itself",
                obstacle.rule, obstacle.programs, obstacle.alone
            );
        }
    }
    text
}

fn counts(report: &CorpusReport) -> String {
    let score = &report.score;
    let share =
        |share: Option<f64>| share.map_or("–".into(), |share| format!("{:.1} %", share * 100.0));
    let bound = score.unsafe_rate_bound;
    let bound = bound.map_or(String::new(), |bound| {
        format!(" (rate below {:.2} % at 95 %)", bound * 100.0)
    });
    format!(
        "  Light is right for     {}\n  accepted               {}\n  unsafe accepts         {}{bound}\n  \
         coverage               {}\n  fallbacks              {}\n  run on Light           {} (--prefer {})\n",
        score.light_identical,
        score.light_safe,
        score.unsafe_accepts,
        share(score.coverage),
        score.fallbacks,
        score.light_chosen,
        report.prefer,
    )
}

/// By what `balanced` and `speed` choose.
fn costs(report: &CorpusReport) -> String {
    let model = corpus::cost_model(report.costs.as_ref());
    let how = if report.costs.is_some() {
        "measured on this host"
    } else {
        "assumed: a full reproduction measures them"
    };
    format!(
        "costs ({how}): Full starts in {:.1} ms and takes {:.0} ns a step, Light {:.1} ms and {:.0} ns",
        model.full_start_ns / NS_PER_MS,
        model.full_step_ns,
        model.light_start_ns / NS_PER_MS,
        model.light_step_ns,
    )
}

fn left_out(text: &mut String, report: &CorpusReport) {
    let score = &report.score;
    if report.duplicates > 0 {
        let _ = writeln!(text, "  left out as doubles    {}", report.duplicates);
    }
    listed(
        text,
        "left out: python3 does not print the same twice",
        &score.unstable,
    );
    listed(
        text,
        "left out: python3 comes to no end within the limits",
        &score.unfinished,
    );
}

fn unsafe_accepts(score: &Score) -> Vec<String> {
    let line = |line: &Option<String>| {
        line.as_ref()
            .map_or("nothing".into(), |line| format!("{line:?}"))
    };
    let parts = |Difference {
                     line: number,
                     cpython,
                     light,
                 }: &Difference| {
        format!(
            "line {number} is {} on python3, {} on Light",
            line(cpython),
            line(light)
        )
    };
    let accepts = score.unsafe_accepted.iter().map(|accept| {
        let [python3, light] = accept.statuses;
        let how = accept.difference.as_ref().map_or_else(
            || format!("status {python3} on python3, {light} on Light"),
            parts,
        );
        format!("{}: {how}", accept.program)
    });
    accepts.collect()
}

fn listed(text: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title}: {}", lines.len());
    for line in lines.iter().take(LISTED) {
        let _ = writeln!(text, "  {line}");
    }
    if let Some(more @ 1..) = lines.len().checked_sub(LISTED) {
        let _ = writeln!(text, "  … and {more} more: --format json has them all");
    }
}

fn policies(score: &Score) -> Table {
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_header([
        "choice",
        "on Light",
        "unsafe",
        "fallbacks",
        "time/python3",
        "regret",
    ]);
    for policy in &score.policies {
        let number = |value: Option<f64>| value.map_or("–".into(), |value| format!("{value:.2}"));
        table.add_row([
            policy.name.to_owned(),
            policy.light_chosen.to_string(),
            policy.unsafe_accepts.to_string(),
            policy.fallbacks.to_string(),
            number(policy.cost_ratio),
            number(policy.regret),
        ]);
    }
    table
}
