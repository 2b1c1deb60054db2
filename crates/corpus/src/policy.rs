//! A way to choose a tier, and what it would have come to.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Trial;

/// What a way to choose comes to over a corpus. What tripped on Light is run again on Full, and both runs are paid for.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Policy {
    /// Its name. `balanced`, `light` and `speed` are the dispatcher's, by what is preferred; the others are baselines:
    /// `always-full`, `always-light`, `imports-only` takes Light where it has all modules, `oracle` knows everything.
    pub name: &'static str,
    /// How many programs it sends to Light.
    pub light_chosen: usize,
    /// How many of them print something else there, and nobody notices.
    pub unsafe_accepts: usize,
    /// How many of them trip there, and are repeated on Full.
    pub fallbacks: usize,
    /// The time of all programs, in nanoseconds; what is repeated counts twice.
    pub spent_ns: u64,
    /// What the fastest right choice for each would come to.
    pub best_ns: u64,
    /// What they take on python3.
    pub python3_ns: u64,
    /// The time of all programs, over python3's time for them.
    pub cost_ratio: Option<f64>,
    /// By how much that is more than with the fastest right choice for each program: 0.1 is a tenth more.
    pub regret: Option<f64>,
}

impl Policy {
    /// Returns what it comes to over `trials` to send those to Light that `chooses` says.
    pub(crate) fn over<'a, T>(
        name: &'static str,
        trials: &'a [T],
        trial: impl Fn(&'a T) -> &'a Trial,
        chooses: impl Fn(&'a T) -> bool,
    ) -> Self {
        let mut policy = Self {
            name,
            light_chosen: 0,
            unsafe_accepts: 0,
            fallbacks: 0,
            spent_ns: 0,
            best_ns: 0,
            python3_ns: 0,
            cost_ratio: None,
            regret: None,
        };
        for item in trials {
            let trial = trial(item);
            policy.python3_ns += trial.oracle.wall_ns;
            policy.best_ns += trial.best_ns();
            if !chooses(item) {
                policy.spent_ns += trial.full.wall_ns;
                continue;
            }
            policy.light_chosen += 1;
            policy.spent_ns += trial.light_ns();
            if trial.trip().is_some() {
                policy.fallbacks += 1;
            } else if !trial.light_is_identical() {
                policy.unsafe_accepts += 1;
            }
        }
        policy.cost_ratio = ratio(policy.spent_ns, policy.python3_ns);
        policy.regret = ratio(policy.spent_ns, policy.best_ns).map(|ratio| ratio - 1.0);
        policy
    }
}

impl Trial {
    /// What it costs to try the program on Light, in nanoseconds.
    fn light_ns(&self) -> u64 {
        let repeated = self.trip().map_or(0, |_| self.full.wall_ns);
        self.light.wall_ns + repeated
    }

    /// What the fastest right choice costs, in nanoseconds.
    fn best_ns(&self) -> u64 {
        if self.is_better_on_light() {
            self.light.wall_ns
        } else {
            self.full.wall_ns
        }
    }

    /// Says whether Light is right and faster.
    pub(crate) fn is_better_on_light(&self) -> bool {
        let right = self.light_is_identical() && self.trip().is_none();
        right && self.light.wall_ns < self.full.wall_ns
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a ratio of times, to be read by people"
)]
pub(crate) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::tests::trial;

    fn trials() -> Vec<Trial> {
        let mut trips = trial("trips", "half");
        trips.light.said = "it broke".into();
        let mut fast = trial("fast", "right\n");
        fast.light.wall_ns = 5;
        vec![
            trial("same", "right\n"),
            trial("other", "wrong\n"),
            trips,
            fast,
        ]
    }

    #[track_caller]
    fn check(chooses: impl Fn(&Trial) -> bool, counts: [usize; 3], spent: f64) {
        let trials = trials();
        let policy = Policy::over("p", &trials, |trial| trial, chooses);
        let found = [policy.light_chosen, policy.unsafe_accepts, policy.fallbacks];
        assert_eq!(found, counts);
        let near = |value: Option<f64>, expected: f64| (value.unwrap() - expected).abs() < 1e-9;
        assert!(near(policy.cost_ratio, spent / 40.0), "{policy:?}");
        assert!(near(policy.regret, spent / 35.0 - 1.0), "{policy:?}");
    }

    #[test]
    fn what_a_choice_comes_to() {
        check(|_| false, [0, 0, 0], 40.0);
        check(|_| true, [4, 1, 1], 30.0 + 30.0 + 40.0 + 5.0);
        check(Trial::is_better_on_light, [1, 0, 0], 35.0);
        check(|trial| trial.program == "trips", [1, 0, 1], 70.0);
    }

    #[test]
    fn nothing_costs_nothing() {
        let policy = Policy::over("p", &[], |trial: &Trial| trial, |_| true);
        assert_eq!((policy.cost_ratio, policy.regret), (None, None));
    }
}
