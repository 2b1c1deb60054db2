//! What each link of a chain adds, from the first to the last.

use crate::bootstrap::{middle, resampled};
use crate::{Interval, median};

/// A chain of medians taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// The median of each link.
    pub medians: Vec<f64>,
    /// What each link but the first adds to the one before it. Together they are the whole.
    pub shares: Vec<Share>,
    /// The last link's median less the first one's.
    pub whole: Interval,
}

/// What one link adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Its median less the median of the link before it.
    pub difference: Interval,
    /// The difference as a fraction of the whole; none where the whole cannot be told from nothing.
    pub fraction: Option<Interval>,
}

/// Takes a chain apart: `links` holds each link's values, one for each round, in the same order of rounds.
///
/// The shares are differences of consecutive medians, so that they sum to the whole. Their intervals are the bootstrap's
/// over rounds: a resample draws the same rounds for every link. None where there are fewer than two links, no rounds, or
/// not one value for each link and round.
pub fn decomposition(links: &[Vec<f64>], seed: u64) -> Option<Decomposition> {
    let rounds = links.first()?.len();
    if links.len() < 2 || links.iter().any(|values| values.len() != rounds) {
        return None;
    }
    let medians: Vec<f64> = links.iter().filter_map(|values| median(values)).collect();
    if medians.len() != links.len() {
        return None;
    }
    let resamples = resampled_medians(links, rounds, seed);
    let whole = middle(span(&medians), resamples.iter().map(|m| span(m)).collect())?;
    // A fraction of something that may as well be nothing, or of the other sign, says nothing.
    let signs_agree = |medians: &Vec<f64>| span(medians) * whole.estimate > 0.0;
    let told_from_nothing = resamples.iter().all(signs_agree);
    let shares = (1..links.len()).map(|link| {
        let added = |medians: &Vec<f64>| medians[link] - medians[link - 1];
        let fraction = |medians: &Vec<f64>| added(medians) / span(medians);
        let interval = |of: &dyn Fn(&Vec<f64>) -> f64| {
            middle(of(&medians), resamples.iter().map(of).collect())
        };
        Some(Share {
            difference: interval(&added)?,
            fraction: if told_from_nothing {
                interval(&fraction)
            } else {
                None
            },
        })
    });
    Some(Decomposition {
        shares: shares.collect::<Option<_>>()?,
        medians,
        whole,
    })
}

/// The medians of all links, for each draw of rounds.
fn resampled_medians(links: &[Vec<f64>], rounds: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut resamples = Vec::new();
    let mut resample = Vec::with_capacity(rounds);
    resampled(rounds, seed, |drawn| {
        let medians = links.iter().filter_map(|values| {
            resample.clear();
            resample.extend(drawn.iter().map(|round| values[*round]));
            median(&resample)
        });
        resamples.push(medians.collect());
    });
    resamples
}

/// From the first to the last.
fn span(medians: &[f64]) -> f64 {
    match medians {
        [first, .., last] => last - first,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_chain_is_taken_apart_link_by_link() {
        let links = [vec![12.0; 5], vec![9.0; 5], vec![9.5; 5], vec![6.0; 5]];
        let chain = decomposition(&links, 1).unwrap();
        let differences: Vec<f64> = chain
            .shares
            .iter()
            .map(|share| share.difference.estimate)
            .collect();
        assert_eq!(differences, [-3.0, 0.5, -3.5]);
        assert_eq!((chain.whole.estimate, chain.whole.low), (-6.0, -6.0));
        let fractions: Vec<f64> = chain
            .shares
            .iter()
            .map(|share| share.fraction.unwrap().estimate)
            .collect();
        assert_eq!(fractions[0].to_bits(), 0.5f64.to_bits());
        assert!((fractions.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_disturbance_of_a_round_hits_all_links_and_leaves_the_shares_alone() {
        let disturbed: Vec<f64> = (0..9).map(|round| f64::from(round) * 10.0).collect();
        let later = disturbed.iter().map(|value| value + 2.0).collect();
        let chain = decomposition(&[disturbed, later], 3).unwrap();
        let share = chain.shares[0].difference;
        assert_eq!((share.low, share.estimate, share.high), (2.0, 2.0, 2.0));
    }

    #[test]
    fn a_whole_that_may_be_nothing_has_no_fractions() {
        let wobble = |base: f64| {
            (0..9)
                .map(|n| base + f64::from(n % 3))
                .collect::<Vec<f64>>()
        };
        let mut last = wobble(10.0);
        last.rotate_left(1);
        let chain = decomposition(&[wobble(10.0), wobble(14.0), last], 3).unwrap();
        assert!(chain.whole.low <= 0.0 && chain.whole.high >= 0.0);
        assert!(chain.shares.iter().all(|share| share.fraction.is_none()));
        assert!(chain.shares[0].difference.low > 0.0);
    }

    #[test]
    fn what_is_no_chain_is_not_taken_apart() {
        assert_eq!(decomposition(&[], 0), None);
        assert_eq!(decomposition(&[vec![1.0]], 0), None);
        assert_eq!(decomposition(&[vec![], vec![]], 0), None);
        assert_eq!(decomposition(&[vec![1.0], vec![1.0, 2.0]], 0), None);
    }

    proptest! {
        // Each case resamples a few thousand times.
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn the_shares_sum_to_the_whole(
            links in (1usize..8).prop_flat_map(|rounds| {
                prop::collection::vec(prop::collection::vec(0.1..1e3f64, rounds), 2..7)
            }),
            seed in any::<u64>(),
        ) {
            let chain = decomposition(&links, seed).unwrap();
            let sum: f64 = chain.shares.iter().map(|share| share.difference.estimate).sum();
            prop_assert!((sum - chain.whole.estimate).abs() < 1e-9);
            if chain.shares.iter().all(|share| share.fraction.is_some()) {
                let sum: f64 = chain.shares.iter().map(|s| s.fraction.unwrap().estimate).sum();
                prop_assert!((sum - 1.0).abs() < 1e-6);
            }
        }

        /// Instructions are whole numbers: their shares sum to the last digit.
        #[test]
        fn counts_sum_exactly(
            links in prop::collection::vec(prop::collection::vec(0..1u64 << 40, 3), 2..7),
        ) {
            #[expect(clippy::cast_precision_loss, reason = "below 2^52")]
            let links: Vec<Vec<f64>> = links
                .iter()
                .map(|counts| counts.iter().map(|count| *count as f64).collect())
                .collect();
            let chain = decomposition(&links, 0).unwrap();
            let sum: f64 = chain.shares.iter().map(|share| share.difference.estimate).sum();
            prop_assert_eq!(sum.to_bits(), (chain.whole.estimate + 0.0).to_bits());
        }

        #[test]
        fn every_interval_holds_its_estimate_and_the_seed_decides(
            links in prop::collection::vec(prop::collection::vec(0.1..1e3f64, 5), 2..5),
            seed in any::<u64>(),
        ) {
            let chain = decomposition(&links, seed).unwrap();
            prop_assert!(chain.whole.low <= chain.whole.high);
            prop_assert_eq!(decomposition(&links, seed).unwrap(), chain);
        }
    }
}
