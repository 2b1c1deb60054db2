//! Results that somebody hands over: each file of such a folder.

use std::path::Path;

use corpus::Trial;
use record::{Completion, CorpusScore, Fingerprint, HostCosts, Record, records_in, scores_in};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::choice;

/// What is read is written and read as the same; and of a log that is read, every part that was whole is.
pub(crate) fn feed(bytes: &[u8]) {
    let Some((which, bytes)) = choice(bytes) else {
        return;
    };
    match which % 6 {
        0 => log(bytes),
        1 => scores(bytes),
        2 => comes_back::<Fingerprint>(bytes, |print| assert!(print.differences(print).is_empty())),
        3 => comes_back::<Completion>(bytes, |_| {}),
        4 => comes_back::<HostCosts>(bytes, |_| {}),
        _ => comes_back::<Trial>(bytes, tell),
    }
}

fn log(bytes: &[u8]) {
    let path = Path::new("records.jsonl");
    let Ok(records) = records_in(path, bytes) else {
        return;
    };
    steps_are_whole(&records);
    let written = lines(&records);
    let again = records_in(path, &written).expect("what was written can be read");
    assert_eq!(again, records);
    // An interrupted step at its end counts for nothing.
    if let Some(cut) = written.len().checked_sub(2) {
        let shorter = records_in(path, &written[..cut]).expect("a log may be torn at its end");
        assert!(shorter.len() < records.len() && records.starts_with(&shorter));
        steps_are_whole(&shorter);
    }
}

fn steps_are_whole(records: &[Record]) {
    let mut rest = records;
    let mut step = 0;
    while let Some(first) = rest.first() {
        assert_eq!((first.step, first.part), (step, 0));
        let parts = usize::try_from(first.parts).expect("as many were read");
        let (these, after) = rest.split_at_checked(parts).expect("a step is whole");
        assert!(these.iter().all(|record| record.step == step));
        rest = after;
        step += 1;
    }
}

fn scores(bytes: &[u8]) {
    let path = Path::new("scores.jsonl");
    let Ok(scores) = scores_in(path, bytes) else {
        return;
    };
    let again: Vec<CorpusScore> = scores_in(path, &lines(&scores)).expect("what was written");
    assert_eq!(again, scores);
}

/// What is asked of a trial.
fn tell(trial: &Trial) {
    assert!(!(trial.light_is_identical() && trial.light_differs()));
    drop((trial.is_stable(), trial.is_finished(), trial.trip()));
}

fn lines<T: Serialize>(values: &[T]) -> Vec<u8> {
    let mut text = Vec::new();
    for value in values {
        serde_json::to_writer(&mut text, value).expect("what was read can be written");
        text.push(b'\n');
    }
    text
}

fn comes_back<T>(bytes: &[u8], holds: impl Fn(&T))
where
    T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug,
{
    let Ok(value) = serde_json::from_slice::<T>(bytes) else {
        return;
    };
    let written = serde_json::to_vec_pretty(&value).expect("what was read can be written");
    let again: T = serde_json::from_slice(&written).expect("what was written can be read");
    assert_eq!(again, value);
    holds(&value);
}
