//! Figures in Japanese: a number and its unit stand in one run of characters.

/// What makes a number before it a figure.
const UNITS: &[&str] = &[
    "倍",
    "割",
    "％",
    "パーセント",
    "秒",
    "ミリ秒",
    "マイクロ秒",
    "分間",
    "時間",
    "バイト",
    "件",
    "個",
    "本",
    "回",
];

/// Units before which a number in characters (`三倍`) is a figure, too. Before the others it is a way of speaking.
const AFTER_CHARACTERS: &[&str] = &["倍", "割", "パーセント"];

const NUMBERS: &str = "一二三四五六七八九十百千万数";

/// Says whether `word` holds a number with its unit, or is a number before a unit in `after`.
pub(super) fn is_figure(word: &str, after: &str) -> bool {
    let ends_in_digit = |text: &str| text.ends_with(is_digit);
    let within = UNITS.iter().any(|unit| {
        word.match_indices(unit)
            .any(|(at, _)| ends_in_digit(&word[..at]))
    });
    let apart = ends_in_digit(word) && UNITS.iter().any(|unit| after.starts_with(unit));
    let in_characters = AFTER_CHARACTERS.iter().any(|unit| {
        word.match_indices(unit)
            .any(|(at, _)| word[..at].ends_with(|last| NUMBERS.contains(last)))
    });
    within || apart || in_characters
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}
