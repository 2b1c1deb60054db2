//! How much a program computes, and what that costs on each tier.

/// An estimate of what a program computes, made from its loops.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// How many simple statements it executes, by loops whose bounds are seen and a guess for the others.
    pub steps: f64,
    /// The line of the loop that most of them are in; 0 where there is none.
    pub line: usize,
}

/// What a host was measured at: the constants that turn a [`Cost`] into time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostModel {
    /// From exec to the first line of a program on Full, in nanoseconds.
    pub full_start_ns: f64,
    /// One step on Full, in nanoseconds.
    pub full_step_ns: f64,
    /// From exec to the first line of a program on Light, in nanoseconds.
    pub light_start_ns: f64,
    /// One step on Light, in nanoseconds.
    pub light_step_ns: f64,
}

impl Default for CostModel {
    /// Assumed until this host is measured: round figures, of no run.
    fn default() -> Self {
        Self {
            full_start_ns: 10e6,
            full_step_ns: 50.0,
            light_start_ns: 30e6,
            light_step_ns: 300.0,
        }
    }
}

impl CostModel {
    /// The expected time of a run on Full, in nanoseconds.
    pub fn full_ns(&self, cost: Cost) -> f64 {
        self.full_step_ns.mul_add(cost.steps, self.full_start_ns)
    }

    /// The expected time of a run on Light, in nanoseconds.
    pub fn light_ns(&self, cost: Cost) -> f64 {
        self.light_step_ns.mul_add(cost.steps, self.light_start_ns)
    }

    /// Whether the steps, not the start, are what a run on Light would mostly be.
    pub fn is_hot(&self, cost: Cost) -> bool {
        self.light_step_ns * cost.steps > self.light_start_ns
    }
}
