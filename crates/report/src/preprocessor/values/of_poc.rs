//! Values of one `PoC`: `poc2.light.passes`, `poc4_5.whole.startup`.

use record::{CellPrint, Phase, Role};

use super::shown;
use crate::amortization::{self, Series, Way};
use crate::decomposition;
use crate::evidence::Evidence;
use crate::fidelity::{Fidelity, SampleVerdict};
use crate::html::Html;
use crate::isolation;
use crate::matrix::TARGETS;
use crate::number;
use crate::outcome;
use crate::poc::{self, Poc};
use crate::portability;
use crate::preprocessor::missing;
use crate::preprocessor::tags::TagProblem;
use crate::preprocessor::{chain, costs, speed as speed_table};
use crate::speed;
use crate::values;

/// The builds that can be asked for beside the one that stands for a tier.
const BUILDS: [&str; 1] = ["plain"];

/// What can be asked of a `PoC`. In the place of `TIER` stands `full` or `light`, or one of them with a target or a
/// build: `light.aarch64`, `full.plain`.
const KNOWN: &[&str] = &[
    "TIER.cell",
    "TIER.version",
    "TIER.passes",
    "TIER.share",
    "TIER.judged_by",
    "TIER.ratio.WORK.M",
    "TIER.over.WORK.M",
    "TIER.libraries",
    "TIER.libpython",
    "TIER.self_contained",
    "TIER.unchanged",
    "TIER.checked",
    "TIER.changed",
    "TIER.crossed.WAY",
    "TIER.once.WAY",
    "TIER.each.WAY",
    "TIER.break_even.WAY",
    "attempt.TARGET",
    "largest.WORK",
    "leanest.WORK",
    "whole.WORK",
];

/// Returns the value under `key`; none where the key does not begin with a `PoC`.
pub(super) fn value(evidence: &Evidence, key: &str) -> Option<Result<Html, TagProblem>> {
    let (id, rest) = key.strip_prefix("poc")?.split_once('.')?;
    let poc = poc::find(&id.replace('_', "."))?;
    let words: Vec<&str> = rest.split('.').collect();
    let value = match words[..] {
        ["attempt", target] => attempt(evidence, poc, target),
        ["largest", work] => largest(evidence, work),
        ["leanest", work] => leanest(evidence, work),
        ["whole", work] => whole(evidence, work),
        [tier @ ("full" | "light"), ref field @ ..] => {
            let (cell, field) = match *field {
                [target, ref field @ ..] if TARGETS.contains(&target) => {
                    (on_target(evidence, poc, tier, target), field)
                }
                [build, ref field @ ..] if BUILDS.contains(&build) => {
                    (of_build(evidence, poc, tier, build), field)
                }
                _ => (evidence.named(poc.id, tier), field),
            };
            match of_cell(evidence, poc, cell, field) {
                Ok(value) => value,
                Err(UnknownField) => return Some(Err(unknown(key))),
            }
        }
        _ => return Some(Err(unknown(key))),
    };
    let html = value.map_or_else(|| missing::note(poc.command), |words| shown(&words));
    Some(Ok(html))
}

fn unknown(key: &str) -> TagProblem {
    TagProblem::Name {
        what: "value",
        name: key.into(),
        known: format!("pocN. with {}", KNOWN.join(", ")),
    }
}

/// Nobody knows the field.
struct UnknownField;

/// Returns the first cell of a tier on a target.
fn on_target<'a>(
    evidence: &'a Evidence,
    poc: &Poc,
    tier: &str,
    target: &str,
) -> Option<&'a CellPrint> {
    evidence
        .candidates(poc.id)
        .find(|cell| cell.tier == tier && cell.target == target)
}

/// Returns the cell of a tier's build.
fn of_build<'a>(
    evidence: &'a Evidence,
    poc: &Poc,
    tier: &str,
    build: &str,
) -> Option<&'a CellPrint> {
    evidence
        .candidates(poc.id)
        .find(|cell| cell.tier == tier && cell.build == build)
}

/// Returns a field of a tier's cell; none where it was not measured.
fn of_cell(
    evidence: &Evidence,
    poc: &Poc,
    cell: Option<&CellPrint>,
    field: &[&str],
) -> Result<Option<String>, UnknownField> {
    let way = |name: &str| Way::named(name).ok_or(UnknownField);
    let of = |value: fn(&Evidence, &Poc, &CellPrint) -> Option<String>| {
        cell.and_then(|cell| value(evidence, poc, cell))
    };
    Ok(match field {
        ["cell"] => cell.map(|cell| cell.name.clone()),
        ["version"] => {
            of(|evidence, poc, cell| evidence.version(poc.id, &cell.name).map(str::to_owned))
        }
        ["passes"] => of(passes),
        ["share"] => of(share),
        ["judged_by"] => of(|evidence, _, cell| {
            let oracle = evidence.oracle_of(cell)?;
            evidence.said(&oracle.name).map(str::to_owned)
        }),
        ["libraries"] => of(|evidence, poc, cell| libraries(evidence, poc, cell, "")),
        ["libpython"] => of(|evidence, poc, cell| libraries(evidence, poc, cell, "libpython")),
        ["self_contained"] => of(|evidence, poc, cell| {
            let alone = portability::row(evidence, poc.id, cell).self_contained?;
            Some(if alone { "yes" } else { "no" }.into())
        }),
        ["unchanged"] => of(|evidence, _, cell| {
            let values = values::of(evidence, cell);
            let all = values.table.len();
            (all > 0).then(|| format!("{} of {all}", values.unchanged()))
        }),
        ["checked"] => {
            of(|evidence, _, cell| values::of(evidence, cell).checked.map(number::grouped))
        }
        ["changed"] => {
            of(|evidence, _, cell| values::of(evidence, cell).changed.map(number::grouped))
        }
        ["ratio", work, m] => series_of(evidence, poc, cell, work, m, false),
        ["over", work, m] => series_of(evidence, poc, cell, work, m, true),
        ["crossed", name] => crossed(evidence, cell, way(name)?),
        ["once", name] => on_line(evidence, cell, way(name)?, |line| line.a.estimate),
        ["each", name] => on_line(evidence, cell, way(name)?, |line| line.b.estimate),
        ["break_even", name] => break_even(evidence, cell, way(name)?),
        _ => return Err(UnknownField),
    })
}

fn passes(evidence: &Evidence, poc: &Poc, cell: &CellPrint) -> Option<String> {
    let table = Fidelity::of(evidence, poc.id, cell);
    let (passed, all) = (table.count(SampleVerdict::Pass), table.samples.len());
    (!table.rows.is_empty()).then(|| format!("{passed} of {all}"))
}

/// The same in figures alone, for sentences in other languages.
fn share(evidence: &Evidence, poc: &Poc, cell: &CellPrint) -> Option<String> {
    let table = Fidelity::of(evidence, poc.id, cell);
    let (passed, all) = (table.count(SampleVerdict::Pass), table.samples.len());
    (!table.rows.is_empty()).then(|| format!("{passed}/{all}"))
}

fn libraries(evidence: &Evidence, poc: &Poc, cell: &CellPrint, prefix: &str) -> Option<String> {
    let needed = portability::row(evidence, poc.id, cell).needed?;
    let named: Vec<&str> = needed
        .iter()
        .map(String::as_str)
        .filter(|name| name.starts_with(prefix))
        .collect();
    Some(if named.is_empty() {
        "none".into()
    } else {
        named.join(", ")
    })
}

/// The ratio to python3, or to the build with which the `PoC` compares beside it.
fn series_of(
    evidence: &Evidence,
    poc: &Poc,
    cell: Option<&CellPrint>,
    work: &str,
    m: &str,
    beside: bool,
) -> Option<String> {
    let (rows, series) = (evidence.speed(), (poc.id, work, m.parse().ok()?));
    let row = speed::find(rows, series, Phase::Cold, &cell?.name)?;
    let ratio = if beside {
        let base = speed::beside(rows, row, poc.beside?)?;
        speed::over(evidence, row, base)?
    } else {
        row.ratio?
    };
    Some(speed_table::estimate(&ratio))
}

fn crossed(evidence: &Evidence, cell: Option<&CellPrint>, way: Way) -> Option<String> {
    let (tried, crossed) = isolation::of(evidence, cell?).count(way)?;
    Some(format!("{crossed} of {tried}"))
}

fn on_line(
    evidence: &Evidence,
    cell: Option<&CellPrint>,
    way: Way,
    value: fn(&stats::Fit) -> f64,
) -> Option<String> {
    let series = amortization::series(evidence);
    let found = find(&series, &cell?.name, way)?;
    Some(number::milliseconds(value(found.line.as_ref()?)))
}

fn break_even(evidence: &Evidence, cell: Option<&CellPrint>, way: Way) -> Option<String> {
    let name = &cell?.name;
    let series = amortization::series(evidence);
    let comparisons = amortization::comparisons(&series);
    let found = comparisons.iter().find(|comparison| {
        let here = comparison.here;
        here.cell.name == *name && here.way == way && comparison.with() == "python3"
    });
    Some(costs::from(&found?.even))
}

fn find<'a>(series: &'a [Series], cell: &str, way: Way) -> Option<&'a Series> {
    series
        .iter()
        .find(|series| series.cell.name == cell && series.way == way)
}

fn attempt(evidence: &Evidence, poc: &Poc, target: &str) -> Option<String> {
    let cell = evidence
        .attempts(poc.id)
        .find(|cell| cell.target == target)?;
    let (outcome, _) = outcome::of(evidence, poc.id, &cell.name)?;
    Some(outcome.to_string())
}

fn largest(evidence: &Evidence, work: &str) -> Option<String> {
    let chains = decomposition::chains(evidence);
    let chain = chains.iter().find(|chain| chain.work == work)?;
    let (link, share) = chain.largest()?;
    let share = chain::signed_ms(&share.difference);
    Some(format!("{} ({share})", link.label()))
}

/// Returns the least time over python3's that a build of the chain takes.
fn leanest(evidence: &Evidence, work: &str) -> Option<String> {
    let rows = evidence.speed().iter().filter(|row| {
        (row.poc.as_str(), row.work.as_str()) == (decomposition::POC, work)
            && (row.cell.role, row.mode) == (Role::Candidate, Phase::Cold)
    });
    let ratios = rows.filter_map(|row| Some(row.ratio?.median));
    ratios.min_by(f64::total_cmp).map(number::ratio)
}

fn whole(evidence: &Evidence, work: &str) -> Option<String> {
    let chains = decomposition::chains(evidence);
    let chain = chains.iter().find(|chain| chain.work == work)?;
    chain.whole_ms.as_ref().map(chain::signed_ms)
}
