//! Scores as one would wish them.

use record::{ChoiceCounts, CorpusScore, Differing, Obstacle};

use super::LIGHT_WASI;

/// Three corpora of a thousand programs each, one of them drawn by chance, and a negative control.
pub(super) fn as_told() -> Vec<CorpusScore> {
    let control = CorpusScore {
        negative_control: true,
        light_safe: 1000,
        covered: 900,
        unsafe_accepts: 60,
        ..score("written", None)
    };
    vec![
        score("written", None),
        score("also-written", None),
        score("drawn", Some(7)),
        control,
    ]
}

/// A corpus of a thousand programs: Light is right for 900, of which 600 are accepted.
pub(crate) fn score(corpus: &str, seed: Option<u64>) -> CorpusScore {
    let choice = |name: &str, chosen, unsafe_accepts| ChoiceCounts {
        name: name.into(),
        light_chosen: chosen,
        unsafe_accepts,
        fallbacks: 0,
        spent_ns: 1_000 + chosen,
        best_ns: 1_000,
        python3_ns: 1_000,
    };
    let obstacle = |rule: &str, programs, alone| Obstacle {
        rule: rule.into(),
        programs,
        alone,
    };
    CorpusScore {
        corpus: corpus.into(),
        corpus_sha256: record::sha256_hex(corpus.as_bytes()),
        seed,
        cell: LIGHT_WASI.into(),
        guests_sha256: record::sha256_hex(b"guests"),
        rules_sha256: record::sha256_hex(b"rules"),
        decisions_sha256: record::sha256_hex(b"decisions"),
        listed: 1002,
        programs: 1000,
        unstable: 2,
        light_identical: 900,
        light_safe: 600,
        covered: 600,
        message_free: 950,
        message_free_differing: 40,
        message_free_example: Some(Differing {
            program: "sums.py".into(),
            difference: None,
        }),
        obstacles: vec![obstacle("differs", 200, 50), obstacle("import", 100, 10)],
        choices: vec![
            choice("balanced", 600, 0),
            choice("always-full", 0, 0),
            choice("always-light", 1000, 60),
        ],
        ..CorpusScore::default()
    }
}
