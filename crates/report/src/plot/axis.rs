//! Axes: a logarithmic one, on which twice as long is the same step everywhere, and a linear one.

/// Maps positive values to pixels.
pub(super) struct Axis {
    /// The logarithms of the ends.
    from: f64,
    to: f64,
    /// The pixels of the ends.
    left: f64,
    right: f64,
}

impl Axis {
    /// An axis from `left` to `right` that holds all `values`, with some room at both ends. None where no value is
    /// positive.
    pub(super) fn holding(values: &[f64], left: f64, right: f64) -> Option<Self> {
        let logarithms = values
            .iter()
            .filter(|value| **value > 0.0)
            .map(|value| value.ln());
        let (from, to) = logarithms
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), value| {
                (from.min(value), to.max(value))
            });
        let room = ((to - from) * 0.05).max(0.05);
        from.is_finite().then_some(Self {
            from: from - room,
            to: to + room,
            left,
            right,
        })
    }

    /// Returns where a value stands.
    pub(super) fn at(&self, value: f64) -> f64 {
        let share = (value.ln() - self.from) / (self.to - self.from);
        self.left + share * (self.right - self.left)
    }

    /// Returns the values to mark: 1, 2 and 5 times powers of ten, and more of them where those would be few.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let few = self.multiples(&[1.0, 2.0, 5.0]);
        if few.len() >= 5 {
            few
        } else {
            self.multiples(&[1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0])
        }
    }

    fn multiples(&self, steps: &[f64]) -> Vec<f64> {
        let decades = (-9..=9).map(|power| 10f64.powi(power));
        let ticks = decades.flat_map(|decade| steps.iter().map(move |step| step * decade));
        ticks
            .filter(|tick| (self.from..=self.to).contains(&tick.ln()))
            .collect()
    }
}

/// Maps values to pixels, the same step for the same difference.
pub(super) struct Linear {
    from: f64,
    to: f64,
    left: f64,
    right: f64,
}

impl Linear {
    /// An axis from `left` to `right` that holds all `values`, with some room at both ends. None where there are none.
    pub(super) fn holding(values: &[f64], left: f64, right: f64) -> Option<Self> {
        let ends = (f64::INFINITY, f64::NEG_INFINITY);
        let (from, to) = values
            .iter()
            .fold(ends, |(from, to), value| (from.min(*value), to.max(*value)));
        let room = ((to - from) * 0.05).max(from.abs() * 0.01).max(1e-6);
        from.is_finite().then_some(Self {
            from: from - room,
            to: to + room,
            left,
            right,
        })
    }

    /// Returns where a value stands.
    pub(super) fn at(&self, value: f64) -> f64 {
        let share = (value - self.from) / (self.to - self.from);
        self.left + share * (self.right - self.left)
    }

    /// Returns the values to mark: some five to ten multiples of a round number.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let span = self.to - self.from;
        let decade = 10f64.powf((span / 5.0).log10().floor());
        let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * decade);
        let fits = |step: &f64| span / step <= 8.0;
        let step = steps.into_iter().find(fits).unwrap_or(span);
        let first = (self.from / step).ceil();
        let ticks = (0u32..20).map(|place| (first + f64::from(place)) * step);
        ticks.take_while(|tick| *tick <= self.to).collect()
    }
}

/// Writes the value of a tick, without places that it does not need.
pub(super) fn tick_label(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ticks_are_round_and_written_short() {
        let labels = |values: &[f64]| -> Vec<String> {
            let axis = Axis::holding(values, 0.0, 100.0).unwrap();
            axis.ticks().into_iter().map(tick_label).collect()
        };
        assert_eq!(
            labels(&[0.5, 6.0]),
            ["0.6", "0.8", "1", "1.5", "2", "3", "4", "6"]
        );
        assert_eq!(
            labels(&[6.0, 110.0]),
            ["6", "8", "10", "15", "20", "30", "40", "60", "80", "100"]
        );
        assert_eq!(
            labels(&[1.0, 300.0]),
            ["1", "2", "5", "10", "20", "50", "100", "200"]
        );
        assert_eq!(tick_label(100.0), "100");
    }

    #[test]
    fn a_linear_axis_marks_round_values() {
        let labels = |values: &[f64]| -> Vec<String> {
            let axis = Linear::holding(values, 0.0, 100.0).unwrap();
            axis.ticks().into_iter().map(tick_label).collect()
        };
        assert_eq!(labels(&[6.7, 11.4]), ["7", "8", "9", "10", "11"]);
        assert_eq!(labels(&[86.0, 131.0]), ["90", "100", "110", "120", "130"]);
        assert_eq!(
            labels(&[-0.2, 0.3]),
            ["-0.2", "-0.1", "0", "0.1", "0.2", "0.3"]
        );
        assert!(!labels(&[5.0]).is_empty());
        assert!(Linear::holding(&[], 0.0, 1.0).is_none());
    }

    #[test]
    fn what_has_no_logarithm_has_no_axis() {
        assert!(Axis::holding(&[], 0.0, 1.0).is_none());
        assert!(Axis::holding(&[0.0, -1.0], 0.0, 1.0).is_none());
    }

    proptest! {
        #[test]
        fn every_value_stands_between_the_ends_and_in_order(
            values in prop::collection::vec(1e-3..1e6f64, 1..20),
        ) {
            let axis = Axis::holding(&values, 10.0, 110.0).unwrap();
            let mut sorted = values;
            sorted.sort_by(f64::total_cmp);
            let places: Vec<f64> = sorted.iter().map(|value| axis.at(*value)).collect();
            prop_assert!(places.is_sorted());
            prop_assert!(places.iter().all(|place| (10.0..=110.0).contains(place)));
        }
    }
}
