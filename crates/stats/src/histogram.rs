//! HdrHistogram interval logs, the form in which other tools read latencies.

use std::time::Duration;

use hdrhistogram::Histogram;
use hdrhistogram::serialization::V2DeflateSerializer;
use hdrhistogram::serialization::interval_log::{IntervalLogWriterBuilder, Tag};

/// Significant decimal figures kept: a value is off by at most 0.1 %. The exact values stay in the records.
pub const SIGNIFICANT_FIGURES: u8 = 3;

/// Why a histogram could not be written.
#[derive(Debug, thiserror::Error)]
pub enum HistogramError {
    /// A value or the setting was out of the histogram's range.
    #[error("the histogram refused: {0}")]
    Refused(String),
}

/// Returns `values_ns` as an interval log (V2, compressed) with one interval per series, tagged with its name.
///
/// The intervals carry no time of day: a series begins at 0 and lasts for the sum of its values.
pub fn interval_log<'a>(
    series: impl IntoIterator<Item = (&'a str, &'a [u64])>,
) -> Result<Vec<u8>, HistogramError> {
    let refused = |error: &dyn std::fmt::Display| HistogramError::Refused(error.to_string());
    let mut text = Vec::new();
    let mut serializer = V2DeflateSerializer::new();
    let mut log = IntervalLogWriterBuilder::new()
        .begin_log_with(&mut text, &mut serializer)
        .map_err(|error| refused(&error))?;
    for (name, values_ns) in series {
        let mut histogram =
            Histogram::<u64>::new(SIGNIFICANT_FIGURES).map_err(|error| refused(&error))?;
        for value_ns in values_ns {
            histogram
                .record(*value_ns)
                .map_err(|error| refused(&error))?;
        }
        let lasted = Duration::from_nanos(values_ns.iter().sum());
        let tag = Tag::new(name).ok_or_else(|| refused(&format!("{name:?} is no tag")))?;
        log.write_histogram(&histogram, Duration::ZERO, lasted, Some(tag))
            .map_err(|error| refused(&format!("{error:?}")))?;
    }
    drop(log);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use hdrhistogram::serialization::Deserializer;
    use hdrhistogram::serialization::interval_log::{IntervalLogIterator, LogEntry};

    use super::*;

    #[test]
    fn the_log_reads_back_as_written() {
        let text = interval_log([("pure.full", &[1_000_000, 2_000_000, 3_000_000][..])]).unwrap();
        let mut found = Vec::new();
        for entry in IntervalLogIterator::new(&text) {
            if let LogEntry::Interval(interval) = entry.unwrap() {
                let bytes = base64(interval.encoded_histogram());
                let histogram: Histogram<u64> =
                    Deserializer::new().deserialize(&mut &bytes[..]).unwrap();
                found.push((interval.tag().unwrap().as_str().to_owned(), histogram));
            }
        }
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "pure.full");
        assert_eq!(found[0].1.len(), 3);
        let median = found[0].1.value_at_quantile(0.5);
        assert!(found[0].1.equivalent(median, 2_000_000), "{median}");
    }

    #[test]
    fn a_name_that_is_no_tag_is_refused() {
        assert!(interval_log([("a b", &[1][..])]).is_err());
    }

    fn base64(text: &str) -> Vec<u8> {
        const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let digits: Vec<u32> = text
            .bytes()
            .filter_map(|byte| ALPHABET.iter().position(|letter| *letter == byte))
            .map(|digit| u32::try_from(digit).unwrap())
            .collect();
        let mut bytes = Vec::new();
        for group in digits.chunks(4) {
            let word =
                group.iter().fold(0, |word, digit| word << 6 | digit) << (6 * (4 - group.len()));
            bytes.extend_from_slice(&word.to_be_bytes()[1..group.len()]);
        }
        bytes
    }
}
