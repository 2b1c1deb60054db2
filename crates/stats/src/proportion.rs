//! Shares of a whole: how many of how many.

use crate::bootstrap::Interval;

/// The quantile of the normal distribution beyond which a tail of [`crate::CONFIDENCE`]'s interval lies.
const Z: f64 = 1.959_963_984_540_054;

/// Returns the share `holds / of` with Wilson's score interval (1927), which also holds for few trials and for shares near 0
/// and 1. None where there is nothing to take a share of.
pub fn proportion(holds: u64, of: u64) -> Option<Interval> {
    if of == 0 || holds > of {
        return None;
    }
    let (n, share) = (float(of), float(holds) / float(of));
    let scale = 1.0 + Z * Z / n;
    let middle = (share + Z * Z / (2.0 * n)) / scale;
    let reach = Z / scale * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some(Interval {
        estimate: share,
        low: (middle - reach).clamp(0.0, share),
        high: (middle + reach).clamp(share, 1.0),
    })
}

/// Returns the upper bound, at [`crate::CONFIDENCE`], of the rate of an event that did not occur in so many trials: 3/n, the
/// rule of three (Hanley and Lippman-Hand, 1983). None where there was no trial.
pub fn rule_of_three(trials: u64) -> Option<f64> {
    (trials > 0).then(|| (3.0 / float(trials)).min(1.0))
}

#[expect(clippy::cast_precision_loss, reason = "counts stay below 2^52")]
fn float(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn wilsons_interval_is_the_one_in_the_books() {
        let near = |found: f64, expected: f64| (found - expected).abs() < 5e-4;
        // 81 of 263, as in Newcombe (1998), table I.
        let found = proportion(81, 263).unwrap();
        assert!(
            near(found.low, 0.2553) && near(found.high, 0.3662),
            "{found:?}"
        );
        let none = proportion(0, 20).unwrap();
        assert!(none.low == 0.0 && near(none.high, 0.1611), "{none:?}");
        assert_eq!(proportion(0, 0), None);
        assert_eq!(proportion(2, 1), None);
    }

    #[test]
    fn nothing_in_so_many_trials_bounds_a_rate() {
        assert_eq!(rule_of_three(0), None);
        assert_eq!(rule_of_three(2), Some(1.0));
        assert_eq!(rule_of_three(3000), Some(0.001));
    }

    proptest! {
        #[test]
        fn the_share_lies_within_its_interval(of in 1u64..10_000, part in 0.0..=1.0f64) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small share")]
            let holds = (float(of) * part) as u64;
            let found = proportion(holds, of).unwrap();
            prop_assert!(0.0 <= found.low && found.low <= found.estimate);
            prop_assert!(found.estimate <= found.high && found.high <= 1.0);
        }
    }
}
