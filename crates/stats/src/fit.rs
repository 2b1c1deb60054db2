//! Lines through times: what a thing costs once, and what each further one costs.
//!
//! A line is fitted by ordinary least squares. Its interval is the bootstrap's over *rounds*: all points of a round are
//! drawn together, because what disturbed one of them disturbed its neighbours.

use crate::Interval;
use crate::bootstrap::{RESAMPLES, TAIL, middle, resampled};

/// One point: how many, and how long they took together.
pub type Point = (f64, f64);

/// The line t(M) = a + b·M through the points of several rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// What it costs whatever M is.
    pub a: Interval,
    /// What each further one costs.
    pub b: Interval,
    /// The line through each resample, as (a, b), in the order in which they were drawn.
    resamples: Vec<(f64, f64)>,
}

/// From which M on one line is at or under another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// That M, where there is one; 0 where the line is never above the other.
    pub from: Option<f64>,
    /// The interval's lower end; none where not even there the line comes under the other.
    pub low: Option<f64>,
    /// The interval's upper end; none where the interval has no end.
    pub high: Option<f64>,
}

/// Returns the line through the points of `rounds`; none where these hold fewer than two different M.
pub fn fit(rounds: &[Vec<Point>], seed: u64) -> Option<Fit> {
    let center = mean(rounds.iter().flatten().map(|(size, _)| *size))?;
    let sums: Vec<Sums> = rounds
        .iter()
        .map(|points| Sums::of(points, center))
        .collect();
    let (a, b) = sums.iter().copied().sum::<Sums>().line(center)?;
    let mut resamples = Vec::with_capacity(RESAMPLES);
    resampled(rounds.len(), seed, |drawn| {
        let sums: Sums = drawn.iter().map(|round| sums[*round]).sum();
        // A draw of rounds that hold one and the same M has no line.
        resamples.push(sums.line(center).unwrap_or((a, b)));
    });
    let (intercepts, slopes) = resamples.iter().copied().unzip();
    Some(Fit {
        a: middle(a, intercepts)?,
        b: middle(b, slopes)?,
        resamples,
    })
}

/// Returns from which M on the line `here` is at or under the line `there`.
///
/// Both must have been fitted with the same seed. Where they have the same number of rounds, the same rounds were then
/// drawn for both, which is right for lines that were measured side by side.
pub fn break_even(here: &Fit, there: &Fit) -> BreakEven {
    let finite = |from: f64| from.is_finite().then_some(from);
    let pairs = here.resamples.iter().zip(&there.resamples);
    let mut resamples: Vec<f64> = pairs.map(|(here, there)| crossing(*here, *there)).collect();
    resamples.sort_by(f64::total_cmp);
    // No interpolation: between a number and none there is nothing.
    let beyond = resample_beyond();
    let end = |place: usize| resamples.get(place).copied().and_then(finite);
    let estimate = |fit: &Fit| (fit.a.estimate, fit.b.estimate);
    BreakEven {
        from: finite(crossing(estimate(here), estimate(there))),
        low: end(beyond),
        high: resamples.len().checked_sub(beyond + 1).and_then(end),
    }
}

/// How many resamples lie beyond each end of the interval.
fn resample_beyond() -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a few thousand"
    )]
    let beyond = (RESAMPLES as f64 * TAIL).floor() as usize;
    beyond
}

/// Returns the least M from which on the line `here` stays at or under the line `there`, or infinity. A line that is lower
/// at first and rises faster does not stay there.
fn crossing(here: (f64, f64), there: (f64, f64)) -> f64 {
    let (ahead, gain) = (here.0 - there.0, there.1 - here.1);
    if ahead <= 0.0 && gain >= 0.0 {
        0.0
    } else if gain > 0.0 {
        ahead / gain
    } else {
        f64::INFINITY
    }
}

/// What a line follows from, with sizes counted from the center so that large ones lose no digits.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    count: f64,
    sizes: f64,
    times: f64,
    squares: f64,
    products: f64,
}

impl Sums {
    fn of(points: &[Point], center: f64) -> Self {
        let one = |(size, time): &Point| {
            let size = size - center;
            Self {
                count: 1.0,
                sizes: size,
                times: *time,
                squares: size * size,
                products: size * time,
            }
        };
        points.iter().map(one).sum()
    }

    /// Returns a and b.
    fn line(self, center: f64) -> Option<(f64, f64)> {
        let spread = self.count * self.squares - self.sizes * self.sizes;
        if spread <= 0.0 {
            return None;
        }
        let slope = (self.count * self.products - self.sizes * self.times) / spread;
        let at_center = (self.times - slope * self.sizes) / self.count;
        Some((at_center - slope * center, slope))
    }
}

impl std::iter::Sum for Sums {
    fn sum<I: Iterator<Item = Self>>(sums: I) -> Self {
        sums.fold(Self::default(), |left, right| Self {
            count: left.count + right.count,
            sizes: left.sizes + right.sizes,
            times: left.times + right.times,
            squares: left.squares + right.squares,
            products: left.products + right.products,
        })
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = values.fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + value));
    (count > 0.0).then(|| sum / count)
}

#[cfg(test)]
mod tests;
