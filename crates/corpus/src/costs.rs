//! From what a host was measured at to the cost model of decisions.

use record::HostCosts;
use tiers::CostModel;

const PS_PER_NS: f64 = 1e3;

/// Returns the cost model of a host; the assumed one where nothing is known of it.
pub fn cost_model(known: Option<&HostCosts>) -> CostModel {
    known.map_or_else(CostModel::default, |costs| CostModel {
        full_start_ns: float(costs.full.start_ns),
        full_step_ns: float(costs.full.step_ps) / PS_PER_NS,
        light_start_ns: float(costs.light.start_ns),
        light_step_ns: float(costs.light.step_ps) / PS_PER_NS,
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a time: its first digits matter"
)]
fn float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use record::{HostCostsSchema, TierCosts};

    use super::*;

    #[test]
    fn measured_costs_take_the_place_of_assumed_ones() {
        let tier = |start_ns, step_ps| TierCosts {
            cell: "c".into(),
            start_ns,
            step_ps,
        };
        let costs = HostCosts {
            schema: HostCostsSchema::V1,
            cpu: "p".into(),
            full: tier(7_000_000, 40_500),
            light: tier(20_000_000, 250_000),
        };
        let expected = CostModel {
            full_start_ns: 7e6,
            full_step_ns: 40.5,
            light_start_ns: 20e6,
            light_step_ns: 250.0,
        };
        assert_eq!(cost_model(Some(&costs)), expected);
        assert_eq!(cost_model(None), CostModel::default());
    }
}
