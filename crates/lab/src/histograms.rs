//! The same times once more, as HdrHistogram logs that other tools read.

use std::collections::BTreeMap;

use record::{Folder, Metric, Record};

use crate::LabError;

/// Writes one log per speed program and size, with one series per cell.
pub(crate) fn derive(folder: &Folder) -> Result<(), LabError> {
    let mut works: BTreeMap<String, BTreeMap<&str, Vec<u64>>> = BTreeMap::new();
    for record in folder
        .records()
        .iter()
        .filter(|record| record.metric == Metric::Wall)
    {
        if let (Some(work), Some(wall_ns)) = (work(record), record.number()) {
            let series = works.entry(work).or_default();
            series
                .entry(&record.subject.cell)
                .or_default()
                .push(wall_ns);
        }
    }
    for (work, series) in &works {
        let series = series
            .iter()
            .map(|(cell, walls_ns)| (*cell, walls_ns.as_slice()));
        folder.derive(&format!("hdr/{work}.hlog"), &stats::interval_log(series)?)?;
    }
    Ok(())
}

fn work(record: &Record) -> Option<String> {
    Some(format!("{}-{}", record.subject.sample, record.subject.m?))
}
