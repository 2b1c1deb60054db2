//! From what is known of a program to a tier.

use serde::{Deserialize, Serialize};

use crate::cost::{Cost, CostModel};

/// What evidence says of a program.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// Why it is not safe on Light, in the order of the source. Empty where it is safe.
    pub reasons: Vec<Reason>,
    /// How much it computes.
    pub cost: Cost,
}

impl Analysis {
    /// What is said of a program that could not be analysed.
    pub(crate) fn unsafe_because(rule: &str, message: &str) -> Self {
        Self {
            reasons: vec![elsewhere(rule, message)],
            cost: Cost::default(),
        }
    }

    /// Whether Light prints what CPython prints, as far as evidence goes.
    pub fn light_safe(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// One reason for a decision, and the place in the source that gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule's name, for instance `set-order`.
    pub rule: String,
    /// The line, from 1; 0 where the reason is not in the source.
    pub line: usize,
    /// The column in characters, from 1; 0 where the reason is not in the source.
    pub column: usize,
    /// What stands in the way, in a sentence.
    pub message: String,
}

/// Which of the tiers that would do is wanted. None of them trades safety.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// Light where it is safe and the program is not hot.
    #[default]
    Balanced,
    /// Light wherever it is safe.
    Light,
    /// The cheaper by the cost model.
    Speed,
}

/// What there is to choose from, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Situation {
    /// Whether there is a Full tier here.
    pub full: bool,
    /// Whether there is a Light tier here that contains what it runs.
    pub light: bool,
    /// Which tier is wanted where both would do.
    pub prefer: Prefer,
    /// What this host was measured at.
    pub costs: CostModel,
}

impl Default for Situation {
    fn default() -> Self {
        Self {
            full: true,
            light: true,
            prefer: Prefer::default(),
            costs: CostModel::default(),
        }
    }
}

/// Where a program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// On CPython.
    Full,
    /// On RustPython.
    Light,
    /// Nowhere: Light is not safe for it, and there is no Full.
    Refused,
}

/// A tier for a program, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Where it runs.
    pub tier: Choice,
    /// Whether Light prints what CPython prints, as far as evidence goes.
    pub light_safe: bool,
    /// Whether loops would be most of a run on Light.
    pub hot: bool,
    /// Why: what is not safe, or what else sends a safe program to Full, or that nothing does.
    pub reasons: Vec<Reason>,
}

/// Chooses a tier. Light only where the analysis found it safe.
pub fn decide(analysis: &Analysis, situation: &Situation) -> Decision {
    let light_safe = analysis.light_safe();
    let hot = situation.costs.is_hot(analysis.cost);
    let mut reasons = analysis.reasons.clone();
    let tier = if !light_safe {
        if situation.full {
            Choice::Full
        } else {
            Choice::Refused
        }
    } else if !situation.light {
        reasons.push(elsewhere(
            "no-light",
            "safe on Light, but no Light tier that contains it is provisioned",
        ));
        if situation.full {
            Choice::Full
        } else {
            Choice::Refused
        }
    } else if situation.full && sent_to_full(analysis.cost, situation) {
        reasons.push(too_slow(analysis.cost, situation.prefer));
        Choice::Full
    } else {
        reasons.push(elsewhere(
            "evidence",
            "everything in it printed the same on both tiers in the campaign",
        ));
        Choice::Light
    };
    Decision {
        tier,
        light_safe,
        hot,
        reasons,
    }
}

/// Whether a safe program is better off on Full.
fn sent_to_full(cost: Cost, situation: &Situation) -> bool {
    let costs = situation.costs;
    match situation.prefer {
        Prefer::Light => false,
        Prefer::Balanced => costs.is_hot(cost),
        Prefer::Speed => costs.full_ns(cost) <= costs.light_ns(cost),
    }
}

fn too_slow(cost: Cost, prefer: Prefer) -> Reason {
    let (rule, message) = match prefer {
        Prefer::Speed => ("slower", "safe on Light, but Full is expected to be faster"),
        Prefer::Balanced | Prefer::Light => (
            "hot",
            "safe on Light, but this loop would be most of the run",
        ),
    };
    Reason {
        line: cost.line,
        ..elsewhere(rule, message)
    }
}

fn elsewhere(rule: &str, message: &str) -> Reason {
    Reason {
        rule: rule.into(),
        line: 0,
        column: 0,
        message: message.into(),
    }
}
