//! Values as they come from the other side, whichever that is.

use serde::Serialize;
use serde::de::DeserializeOwned;
use tier_api::{Any, Program, Str};
use wire::FRAME_BYTES_MAX;

use crate::choice;

/// What is read is written and read as the same; what is not is refused.
pub(crate) fn feed(bytes: &[u8]) {
    let Some((which, bytes)) = choice(bytes) else {
        return;
    };
    match which % 3 {
        0 => value(bytes),
        1 => text(bytes),
        _ => drop(comes_back::<Program>(bytes)),
    }
}

fn value(bytes: &[u8]) {
    let Some(value) = comes_back::<Any>(bytes) else {
        return;
    };
    // Nothing is there that was only announced.
    assert!(value.values() <= bytes.len() as u64, "{value:?}");
    assert_eq!(value.clone(), value);
    assert_eq!(value.cmp(&value), std::cmp::Ordering::Equal);
    drop((
        value.as_i64(),
        value.as_f64(),
        value.as_str(),
        format!("{value:?}"),
    ));
}

fn text(bytes: &[u8]) {
    let Ok(text) = Str::try_from(bytes.to_vec()) else {
        return;
    };
    assert_eq!(text.as_bytes(), bytes);
    let again = Str::from_code_points(text.code_points());
    assert_eq!(again.as_ref(), Some(&text));
    drop((text.to_string(), format!("{text:?}")));
}

/// Returns the value that `bytes` are, having seen that it is written as what is read as the same. Its own bytes need not
/// be those: a number may be written with more of them than it takes.
pub(crate) fn comes_back<T>(bytes: &[u8]) -> Option<T>
where
    T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug,
{
    let value: T = postcard::from_bytes(bytes).ok()?;
    let written = postcard::to_stdvec(&value).expect("what was read can be written");
    assert!(written.len() <= FRAME_BYTES_MAX as usize);
    let again: T = postcard::from_bytes(&written).expect("what was written can be read");
    assert_eq!(again, value);
    Some(value)
}
