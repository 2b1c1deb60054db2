//! Numbers as the report writes them: the same everywhere, whatever the locale.

/// Nanoseconds in a millisecond.
pub(crate) const NS_PER_MS: f64 = 1e6;

/// Returns `number` as a float.
pub(crate) fn float(number: u64) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "times and sizes stay below 2^52"
    )]
    let float = number as f64;
    float
}

/// Writes `number` with its digits in groups of three: `35,425,208`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Writes a number of bytes exactly: `35,425,208 bytes`.
pub(crate) fn bytes(number: u64) -> String {
    format!("{} bytes", grouped(number))
}

/// Writes a number of bytes for the eye: `33.8 MiB`.
pub(crate) fn mebibytes(number: u64) -> String {
    mebibytes_of(float(number))
}

/// The same of a median.
pub(crate) fn mebibytes_of(number: f64) -> String {
    format!("{:.1} MiB", number / f64::from(1 << 20))
}

/// Writes a number of bytes for the eye: `23.5 GiB`.
pub(crate) fn gibibytes(number: u64) -> String {
    format!("{:.1} GiB", float(number) / f64::from(1 << 30))
}

/// Writes a ratio to two places: `5.83×`.
pub(crate) fn ratio(ratio: f64) -> String {
    format!("{ratio:.2}×")
}

/// Writes a time in milliseconds, to a tenth from 1 ms up and to a thousandth below.
pub(crate) fn milliseconds(ms: f64) -> String {
    if ms.abs() < 1.0 {
        format!("{ms:.3} ms")
    } else {
        format!("{ms:.1} ms")
    }
}

/// Writes a fraction in percent, without places where there are none: `25 %`.
pub(crate) fn percent(fraction: f64) -> String {
    let tenths = (fraction * 1000.0).round();
    if tenths % 10.0 == 0.0 {
        format!("{:.0} %", tenths / 10.0)
    } else {
        format!("{:.1} %", tenths / 10.0)
    }
}

/// Writes a number of calls, which need not be whole where two lines cross: `0.63`, `12.5`, `1,250`.
pub(crate) fn calls(number: f64) -> String {
    if number < 10.0 {
        format!("{number:.2}")
    } else if number < 100.0 {
        format!("{number:.1}")
    } else {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number of calls, at least a hundred"
        )]
        let whole = number.round() as u64;
        grouped(whole)
    }
}

/// Writes a count of instructions in millions: `54.1 M`.
pub(crate) fn millions(count: f64) -> String {
    format!("{:.1} M", count / 1e6)
}

/// Writes a span of time in the two largest units that fit: `3 min 20 s`, `4.2 s`, `850 ms`.
pub(crate) fn duration(ns: u64) -> String {
    let seconds = ns / 1_000_000_000;
    match seconds {
        0 => format!("{} ms", ns / 1_000_000),
        1..60 => format!("{:.1} s", float(ns) / 1e9),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

/// Writes a count with its noun: `1 line`, `2 lines`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}

/// Writes sorted numbers with runs of neighbours folded: `3, 7–9`.
pub(crate) fn ranges(numbers: &[u64]) -> String {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let words = runs.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_read_as_the_book_writes_them() {
        assert_eq!(bytes(35_425_208), "35,425,208 bytes");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(mebibytes(35_425_208), "33.8 MiB");
        assert_eq!(gibibytes(24 << 30), "24.0 GiB");
        assert_eq!(ratio(5.8294), "5.83×");
        assert_eq!(milliseconds(11.42), "11.4 ms");
        assert_eq!(milliseconds(0.0824), "0.082 ms");
        assert_eq!(percent(0.25), "25 %");
        assert_eq!(percent(0.125), "12.5 %");
        assert_eq!(calls(0.634), "0.63");
        assert_eq!(calls(12.52), "12.5");
        assert_eq!(calls(1250.4), "1,250");
        assert_eq!(millions(54_120_000.0), "54.1 M");
        assert_eq!(count(1, "line"), "1 line");
        assert_eq!(count(0, "line"), "0 lines");
    }

    #[test]
    fn spans_of_time_use_the_units_that_fit() {
        assert_eq!(duration(850_000_000), "850 ms");
        assert_eq!(duration(4_200_000_000), "4.2 s");
        assert_eq!(duration(200_000_000_000), "3 min 20 s");
        assert_eq!(duration(3_700_000_000_000), "1 h 1 min");
    }

    #[test]
    fn neighbours_are_folded() {
        assert_eq!(ranges(&[]), "");
        assert_eq!(ranges(&[3, 7, 8, 9, 12, 13]), "3, 7–9, 12, 13");
    }

    proptest! {
        #[test]
        fn grouping_keeps_every_digit(number in any::<u64>()) {
            let text = grouped(number);
            prop_assert_eq!(text.replace(',', ""), number.to_string());
            let groups: Vec<&str> = text.split(',').collect();
            prop_assert!(groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
        }
    }
}
