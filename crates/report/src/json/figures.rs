//! The numbers of a cell.

use record::Phase;
use stats::Interval;

use super::Figure;
use crate::amortization::{self, Series, Way};
use crate::decomposition;
use crate::evidence::Evidence;
use crate::isolation;
use crate::number::float;
use crate::poc;
use crate::portability::PortabilityRow;
use crate::speed::{self, Estimate, SpeedRow};
use crate::values;

/// Returns what was measured on a cell for a `PoC`, beside its samples.
pub(super) fn of(evidence: &Evidence, poc: &str, row: &PortabilityRow) -> Vec<Figure> {
    let mut figures = of_file(row);
    figures.extend(of_speed(evidence, poc, &row.cell.name));
    match poc {
        values::POC => figures.extend(of_values(evidence, row)),
        amortization::POC => {
            figures.extend(of_calls(evidence, &row.cell.name));
            figures.extend(of_isolation(evidence, row));
        }
        decomposition::POC => figures.extend(of_chain(evidence, &row.cell.name)),
        _ => {}
    }
    figures
}

fn plain(name: impl Into<String>, value: f64, unit: &'static str) -> Figure {
    Figure {
        name: name.into(),
        value,
        low: None,
        high: None,
        unit,
    }
}

fn interval(name: String, interval: Interval, unit: &'static str) -> Figure {
    Figure {
        low: Some(interval.low),
        high: Some(interval.high),
        ..plain(name, interval.estimate, unit)
    }
}

fn estimate(name: String, ratio: Estimate) -> Figure {
    Figure {
        low: Some(ratio.low),
        high: Some(ratio.high),
        ..plain(name, ratio.median, "ratio")
    }
}

fn count(name: impl Into<String>, number: usize) -> Figure {
    plain(name, float(number as u64), "count")
}

fn of_file(row: &PortabilityRow) -> Vec<Figure> {
    let size = row
        .size_bytes
        .map(|size| plain("size", float(size), "bytes"));
    let alone = row.self_contained.map(|alone| {
        let flag = if alone { 1.0 } else { 0.0 };
        plain("self_contained", flag, "flag")
    });
    let names = [("needed", &row.needed), ("imports", &row.imports)];
    let names = names
        .into_iter()
        .filter_map(|(name, names)| Some(count(name, names.as_ref()?.len())));
    let memory = row.peak_memory_bytes;
    let memory = memory.map(|peak| plain("peak_memory", float(peak), "bytes"));
    size.into_iter()
        .chain(alone)
        .chain(names)
        .chain(memory)
        .collect()
}

fn of_speed(evidence: &Evidence, poc: &str, cell: &str) -> Vec<Figure> {
    let rows = evidence.speed();
    let here = rows
        .iter()
        .filter(|row| row.poc == poc && row.cell.name == cell);
    let figures = here.flat_map(|row| {
        let series = match row.mode {
            Phase::Warm => format!("{}/{}/warm", row.work, row.m),
            Phase::Cold | Phase::Still => format!("{}/{}", row.work, row.m),
        };
        let median = row.median_ms;
        let median = median.map(|ms| plain(format!("{series}/median"), ms, "ms"));
        let ratio = row.ratio;
        let ratio = ratio.map(|ratio| estimate(format!("{series}/ratio_to_python3"), ratio));
        let beside = beside(evidence, row)
            .map(|(build, ratio)| estimate(format!("{series}/ratio_to_{build}"), ratio));
        median.into_iter().chain(ratio).chain(beside)
    });
    figures.collect()
}

/// Returns the ratio to the build with which a `PoC` compares beside python3.
fn beside(evidence: &Evidence, row: &SpeedRow) -> Option<(&'static str, Estimate)> {
    let build = poc::find(&row.poc)?.beside?;
    let base = speed::beside(evidence.speed(), row, build)?;
    Some((build, speed::over(evidence, row, base)?))
}

fn of_values(evidence: &Evidence, row: &PortabilityRow) -> Vec<Figure> {
    let values = values::of(evidence, &row.cell);
    let mut figures = Vec::new();
    if !values.table.is_empty() {
        figures.push(count("values/table", values.table.len()));
        figures.push(count("values/unchanged", values.unchanged()));
    }
    let generated = [
        ("values/checked", values.checked),
        ("values/changed", values.changed),
    ];
    let generated = generated
        .into_iter()
        .filter_map(|(name, number)| Some(plain(name, float(number?), "count")));
    figures.extend(generated);
    figures
}

fn of_calls(evidence: &Evidence, cell: &str) -> Vec<Figure> {
    let series = amortization::series(evidence);
    let here = series.iter().filter(|series| series.cell.name == cell);
    let mut figures: Vec<Figure> = here.flat_map(of_one_way).collect();
    let comparisons = amortization::comparisons(&series).into_iter();
    let comparisons = comparisons.filter(|comparison| comparison.here.cell.name == cell);
    figures.extend(comparisons.filter_map(|comparison| {
        let name = format!("break_even/{}/{}", comparison.here.way, comparison.with());
        Some(Figure {
            low: comparison.even.low,
            high: comparison.even.high,
            ..plain(name, comparison.even.from?, "calls")
        })
    }));
    figures
}

fn of_one_way(series: &Series) -> Vec<Figure> {
    let way = series.way;
    let medians = series.medians_ms.iter();
    let mut figures: Vec<Figure> = medians
        .map(|(m, ms)| plain(format!("calls/{way}/{m}/median"), *ms, "ms"))
        .collect();
    if let Some(line) = &series.line {
        figures.push(interval(format!("calls/{way}/a"), line.a, "ms"));
        figures.push(interval(format!("calls/{way}/b"), line.b, "ms/call"));
    }
    if let Some(line) = &series.instructions {
        let name = |part: &str| format!("calls/{way}/{part}_instructions");
        figures.push(interval(name("a"), line.a, "count"));
        figures.push(interval(name("b"), line.b, "count/call"));
    }
    figures
}

fn of_isolation(evidence: &Evidence, row: &PortabilityRow) -> Vec<Figure> {
    let isolation = isolation::of(evidence, &row.cell);
    let counted = Way::ALL.map(|way| (way, isolation.count(way)));
    let figures = counted.into_iter().filter_map(|(way, counted)| {
        let (tried, crossed) = counted?;
        Some([
            count(format!("isolation/{way}/tried"), tried),
            count(format!("isolation/{way}/crossed"), crossed),
        ])
    });
    figures.flatten().collect()
}

fn of_chain(evidence: &Evidence, cell: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    for chain in decomposition::chains(evidence) {
        let Some(link) = chain.links.iter().find(|link| link.cell.name == cell) else {
            continue;
        };
        let name = |what: &str| format!("factor/{}/{what}", chain.work);
        if let Some(share) = link.time.as_ref().ok().and_then(|part| part.share) {
            figures.push(interval(name("share"), share.difference, "ms"));
            let fraction = share.fraction;
            figures.extend(fraction.map(|part| interval(name("fraction"), part, "ratio")));
        }
        let instructions = link.instructions.as_ref().ok().and_then(|part| part.share);
        // A count is the same nearly every time, and is taken too few times for an interval.
        figures.extend(
            instructions
                .map(|share| plain(name("instructions"), share.difference.estimate, "count")),
        );
    }
    figures
}
