//! What do runs cost on the two tiers of a host? The constants of the dispatcher's cost model, from the speed programs.

use record::{HostCosts, HostCostsSchema, Phase, TierCosts};

use crate::evidence::Evidence;
use crate::number::NS_PER_MS;
use crate::speed::{self, SpeedRow};

/// The `PoC` that measures speed on all cells.
pub const POC: &str = "7";

const PS_PER_NS: f64 = 1e3;

/// The program that does next to nothing, and its size.
const STARTUP: (&str, u64) = ("startup", 1);

/// Returns what runs cost on the cells `full` and `light`; none where one of them has no times. `steps` says how many steps
/// the dispatcher counts in a speed program at a size.
pub fn measured(
    evidence: &Evidence,
    [full, light]: [&str; 2],
    steps: impl Fn(&str, u64) -> Option<f64>,
) -> Option<HostCosts> {
    Some(HostCosts {
        schema: HostCostsSchema::V1,
        cpu: evidence.fingerprint()?.machine.cpu.model.clone(),
        full: tier(evidence.speed(), full, &steps)?,
        light: tier(evidence.speed(), light, &steps)?,
    })
}

fn tier(
    rows: &[SpeedRow],
    cell: &str,
    steps: impl Fn(&str, u64) -> Option<f64>,
) -> Option<TierCosts> {
    let (startup, m) = STARTUP;
    let start = speed::find(rows, (POC, startup, m), Phase::Cold, cell)?;
    let start_ns = start.median_ms? * NS_PER_MS;
    let measured = rows.iter().filter(|row| {
        row.poc == POC && row.cell.name == cell && row.mode == Phase::Cold && row.work != startup
    });
    let logarithms: Vec<f64> = measured
        .filter_map(|row| {
            let beyond_ns = row.median_ms? * NS_PER_MS - start_ns;
            let step_ns = beyond_ns / steps(&row.work, row.m)?;
            (step_ns.is_finite() && step_ns > 0.0).then(|| step_ns.ln())
        })
        .collect();
    let count = u32::try_from(logarithms.len())
        .ok()
        .filter(|count| *count > 0)?;
    let step_ns = (logarithms.iter().sum::<f64>() / f64::from(count)).exp();
    Some(TierCosts {
        cell: cell.to_owned(),
        start_ns: whole(start_ns),
        step_ps: whole(step_ns * PS_PER_NS),
    })
}

/// The nearest whole number, at least 1.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time that was measured; what is beyond the numbers' range is cut off there"
)]
fn whole(number: f64) -> u64 {
    number.round().max(1.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::float;
    use crate::testing::{FULL, LIGHT, Run};

    #[test]
    fn a_start_and_a_step_make_a_run() {
        let evidence = Run::as_told().evidence();
        let steps = |work: &str, m: u64| (work == "pure").then_some(float(m));
        let costs = measured(&evidence, [FULL, LIGHT], steps).unwrap();
        for tier in [&costs.full, &costs.light] {
            let (startup, m) = STARTUP;
            let time_ns = |work, m| {
                let row = speed::find(evidence.speed(), (POC, work, m), Phase::Cold, &tier.cell);
                row.unwrap().median_ms.unwrap() * NS_PER_MS
            };
            assert_eq!(tier.start_ns, whole(time_ns(startup, m)));
            let run_ns = float(tier.start_ns) + float(tier.step_ps) * 1e6 / PS_PER_NS;
            let off = run_ns / time_ns("pure", 1_000_000);
            assert!((0.8..1.25).contains(&off), "{off}");
        }
        assert!(costs.light.step_ps > costs.full.step_ps);
    }

    #[test]
    fn where_a_tier_has_no_times_nothing_is_known() {
        let evidence = Run::as_told().evidence();
        assert_eq!(
            measured(&evidence, [FULL, "no-such-cell"], |_, _| Some(1.0)),
            None
        );
        assert_eq!(measured(&evidence, [FULL, LIGHT], |_, _| None), None);
        assert_eq!(
            measured(&Evidence::none(), [FULL, LIGHT], |_, _| Some(1.0)),
            None
        );
    }
}
