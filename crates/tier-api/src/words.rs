//! Words of a command line as they travel: their bytes, in the system's own encoding.
//!
//! Not as serde has them, which knows Unix and Windows: a guest may be on WASI.

use std::ffi::OsString;
#[cfg(unix)]
use std::os::unix::ffi::OsStringExt as _;
#[cfg(target_os = "wasi")]
use std::os::wasi::ffi::OsStringExt as _;

use serde::{Deserializer, Serializer};
use serde_bytes::{ByteBuf, Bytes};

fn word(bytes: ByteBuf) -> OsString {
    OsString::from_vec(bytes.into_vec())
}

/// One word.
pub(crate) mod one {
    use super::{ByteBuf, Bytes, Deserializer, OsString, Serializer, word};
    use serde::{Deserialize as _, Serialize as _};

    pub(crate) fn serialize<S: Serializer>(word: &OsString, to: S) -> Result<S::Ok, S::Error> {
        Bytes::new(word.as_encoded_bytes()).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<OsString, D::Error> {
        Ok(word(ByteBuf::deserialize(from)?))
    }
}

/// Several.
pub(crate) mod many {
    use super::{ByteBuf, Bytes, Deserializer, OsString, Serializer, word};
    use serde::Deserialize as _;

    pub(crate) fn serialize<S: Serializer>(words: &[OsString], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(words.iter().map(|word| Bytes::new(word.as_encoded_bytes())))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<OsString>, D::Error> {
        let words = Vec::<ByteBuf>::deserialize(from)?;
        Ok(words.into_iter().map(word).collect())
    }
}
