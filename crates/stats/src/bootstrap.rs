//! Intervals without assumptions about the distribution.
//!
//! The percentile bootstrap of Efron (1979): the sample is resampled with replacement, the statistic is computed anew
//! each time, and the interval is what the middle of those results covers.

use crate::median;
use crate::quantile::quantile_sorted;

/// The share of resamples that an interval covers.
pub const CONFIDENCE: f64 = 0.95;

/// The share of resamples that lies beyond each end of an interval.
pub(crate) const TAIL: f64 = (1.0 - CONFIDENCE) / 2.0;

/// How often a sample is resampled. The interval's ends are then quantiles of this many values, 50 beyond each end.
pub(crate) const RESAMPLES: usize = 2_000;

/// An estimate and its interval at [`CONFIDENCE`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The statistic of the sample itself.
    pub estimate: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The interval's upper end.
    pub high: f64,
}

impl Interval {
    /// Says whether the whole interval lies within `low..=high`.
    pub fn within(&self, low: f64, high: f64) -> bool {
        low <= self.low && self.high <= high
    }
}

/// Returns the median of the pair-by-pair ratios `numerator[i] / denominator[i]` with its interval.
///
/// The pairs must have been measured side by side: what disturbed one half of a pair then disturbed the other, and
/// leaves their ratio alone. None where there are no pairs, or a denominator is not above zero.
pub fn paired_ratio(numerator: &[f64], denominator: &[f64], seed: u64) -> Option<Interval> {
    if numerator.len() != denominator.len() || denominator.iter().any(|value| *value <= 0.0) {
        return None;
    }
    let ratios: Vec<f64> = numerator
        .iter()
        .zip(denominator)
        .map(|(n, d)| n / d)
        .collect();
    median_interval(&ratios, seed)
}

/// Returns the median of `values` with its interval.
fn median_interval(values: &[f64], seed: u64) -> Option<Interval> {
    let estimate = median(values)?;
    let mut resample = vec![0.0; values.len()];
    let mut medians = Vec::with_capacity(RESAMPLES);
    resampled(values.len(), seed, |drawn| {
        for (place, round) in resample.iter_mut().zip(drawn) {
            *place = values[*round];
        }
        medians.extend(median(&resample));
    });
    middle(estimate, medians)
}

/// Hands over [`RESAMPLES`] draws of `rounds` rounds, with replacement. The same number of rounds and the same seed give
/// the same draws.
pub(crate) fn resampled(rounds: usize, seed: u64, mut each: impl FnMut(&[usize])) {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut drawn = vec![0; rounds];
    for _ in 0..RESAMPLES {
        drawn.fill_with(|| random.usize(..rounds));
        each(&drawn);
    }
}

/// Returns `estimate` with the interval that the middle of what the resamples gave covers.
pub(crate) fn middle(estimate: f64, mut resamples: Vec<f64>) -> Option<Interval> {
    resamples.sort_by(f64::total_cmp);
    Some(Interval {
        estimate,
        low: quantile_sorted(&resamples, TAIL)?,
        high: quantile_sorted(&resamples, 1.0 - TAIL)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_interval_covers_the_truth_about_as_often_as_it_says() {
        let mut random = fastrand::Rng::with_seed(1);
        let covered = (0..400)
            .filter(|seed| {
                // Exponential with a true median of ln 2: skewed, as times are.
                let values: Vec<f64> = (0..41).map(|_| -(1.0 - random.f64()).ln()).collect();
                let interval = median_interval(&values, *seed).unwrap();
                interval.low <= 2f64.ln() && 2f64.ln() <= interval.high
            })
            .count();
        assert!((365..=399).contains(&covered), "{covered} of 400");
    }

    #[test]
    fn a_drift_that_hits_both_alike_leaves_the_ratio_alone() {
        let drift: Vec<f64> = (1..=20).map(f64::from).collect();
        let doubled: Vec<f64> = drift.iter().map(|value| value * 2.0).collect();
        let interval = paired_ratio(&doubled, &drift, 0).unwrap();
        assert_eq!(
            interval,
            Interval {
                estimate: 2.0,
                low: 2.0,
                high: 2.0
            }
        );
    }

    #[test]
    fn what_has_no_ratio_has_none() {
        assert_eq!(paired_ratio(&[], &[], 0), None);
        assert_eq!(paired_ratio(&[1.0], &[0.0], 0), None);
        assert_eq!(paired_ratio(&[1.0, 2.0], &[1.0], 0), None);
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_estimate_and_the_seed_decides(
            values in prop::collection::vec(0.1..1e3f64, 1..30),
            seed in any::<u64>(),
        ) {
            let interval = median_interval(&values, seed).unwrap();
            prop_assert!(interval.low <= interval.estimate && interval.estimate <= interval.high);
            prop_assert_eq!(median_interval(&values, seed).unwrap(), interval);
        }
    }
}
