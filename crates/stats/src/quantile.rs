//! Order statistics.

/// How many scaled median absolute deviations from the median make an outlier.
///
/// Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993), advise 3.5 for the modified z-score.
const OUTLIER_DEVIATIONS: f64 = 3.5;

/// Turns a median absolute deviation into an estimate of the standard deviation of a normal distribution.
const MAD_TO_SIGMA: f64 = 1.4826;

/// Returns the `q`-quantile (0 to 1) of `values` by linear interpolation between closest ranks, or none where there are
/// no values.
pub fn quantile(values: &[f64], q: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    quantile_sorted(&sorted, q)
}

/// Returns the median of `values`, or none where there are none.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// Counts the values that lie further from the median than chance would put them, by the modified z-score. They are
/// counted to be reported; nothing here drops a value.
pub fn mad_outliers(values: &[f64]) -> usize {
    let Some(center) = median(values) else {
        return 0;
    };
    let deviations: Vec<f64> = values.iter().map(|value| (value - center).abs()).collect();
    let Some(mad) = median(&deviations) else {
        return 0;
    };
    // More than half of the values equal: every other one is an outlier, by however little.
    let bound = OUTLIER_DEVIATIONS * MAD_TO_SIGMA * mad;
    deviations
        .iter()
        .filter(|deviation| **deviation > bound)
        .count()
}

pub(crate) fn quantile_sorted(sorted: &[f64], q: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    #[expect(clippy::cast_precision_loss, reason = "no sample has 2^52 values")]
    let rank = q.clamp(0.0, 1.0) * last as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the rank lies between 0 and the last index"
    )]
    let below = rank.floor() as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (sorted[above] - sorted[below]) * rank.fract())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_values() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(quantile(&[10.0, 20.0, 30.0, 40.0, 50.0], 0.25), Some(20.0));
        assert_eq!(mad_outliers(&[1.0, 1.1, 0.9, 1.0, 1.05, 9.0]), 1);
        assert_eq!(mad_outliers(&[1.0, 1.0, 1.0, 1.0, 1.5]), 1);
    }

    proptest! {
        #[test]
        fn a_quantile_lies_within_and_ignores_order(
            mut values in prop::collection::vec(-1e9..1e9f64, 1..60),
            q in 0.0..=1.0f64,
        ) {
            let there = quantile(&values, q).unwrap();
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            prop_assert!((least..=most).contains(&there));
            values.reverse();
            prop_assert_eq!(quantile(&values, q).unwrap().to_bits(), there.to_bits());
        }
    }
}
