//! A score as it is kept among results: counts, and what they are of.

use record::{ChoiceCounts, CorpusScore, CorpusScoreSchema, HostCosts};

use crate::{Listing, Policy, RULES_SHA256, Score};

/// What was scored.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// The corpus' name.
    pub corpus: &'a str,
    /// What it holds.
    pub listing: &'a Listing,
    /// The cell of the Light tier.
    pub cell: &'a str,
    /// A digest of the programs of all cells.
    pub guests: &'a str,
    /// What runs cost on the host, where it was measured.
    pub costs: Option<&'a HostCosts>,
    /// Whether every program was taken for safe on purpose.
    pub negative_control: bool,
}

/// Returns what is kept of a score.
pub fn kept(of: Scored<'_>, score: &Score) -> CorpusScore {
    let Scored {
        corpus,
        listing,
        cell,
        guests,
        costs,
        negative_control,
    } = of;
    CorpusScore {
        schema: CorpusScoreSchema::V1,
        corpus: corpus.to_owned(),
        corpus_sha256: listing.sha256.clone(),
        seed: listing.seed,
        cell: cell.to_owned(),
        guests_sha256: guests.to_owned(),
        rules_sha256: RULES_SHA256.to_owned(),
        decisions_sha256: score.decisions_sha256.clone(),
        costs: costs.cloned(),
        negative_control,
        listed: listing.entries.len() as u64,
        programs: score.programs as u64,
        unstable: score.unstable.len() as u64,
        unfinished: score.unfinished.len() as u64,
        light_identical: score.light_identical as u64,
        light_safe: score.light_safe as u64,
        covered: score.covered as u64,
        unsafe_accepts: score.unsafe_accepts as u64,
        fallbacks: score.fallbacks as u64,
        message_free: score.message_free as u64,
        message_free_differing: score.message_free_differing.len() as u64,
        message_free_example: score.message_free_differing.first().cloned(),
        unsafe_accepted: score.unsafe_accepted.clone(),
        fell_back: score.fell_back.clone(),
        obstacles: score.obstacles.clone(),
        choices: score.policies.iter().map(counts).collect(),
    }
}

fn counts(policy: &Policy) -> ChoiceCounts {
    ChoiceCounts {
        name: policy.name.to_owned(),
        light_chosen: policy.light_chosen as u64,
        unsafe_accepts: policy.unsafe_accepts as u64,
        fallbacks: policy.fallbacks as u64,
        spent_ns: policy.spent_ns,
        best_ns: policy.best_ns,
        python3_ns: policy.python3_ns,
    }
}

#[cfg(test)]
mod tests {
    use tiers::{CostModel, Prefer};

    use super::*;

    #[test]
    fn a_score_names_the_rules_that_it_is_of() {
        let score = crate::score(Vec::new(), Prefer::Light, CostModel::default());
        let listing = Listing {
            seed: Some(7),
            ..Listing::default()
        };
        let of = Scored {
            corpus: "c",
            listing: &listing,
            cell: "light",
            guests: "g",
            costs: None,
            negative_control: true,
        };
        let kept = kept(of, &score);
        assert_eq!(kept.rules_sha256.len(), 64);
        assert_eq!((kept.seed, kept.negative_control), (Some(7), true));
        assert_eq!(kept.choices.len(), score.policies.len());
    }
}
