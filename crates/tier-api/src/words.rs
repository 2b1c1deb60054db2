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

/// One or none.
pub mod maybe {
    use super::{ByteBuf, Bytes, Deserializer, OsString, Serializer, word};
    use serde::{Deserialize as _, Serialize as _};

    /// As serde wants it.
    pub fn serialize<S: Serializer>(word: &Option<OsString>, to: S) -> Result<S::Ok, S::Error> {
        let bytes = word.as_ref().map(|word| word.as_encoded_bytes());
        bytes.map(Bytes::new).serialize(to)
    }

    /// As serde wants it.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<OsString>, D::Error> {
        Ok(Option::<ByteBuf>::deserialize(from)?.map(word))
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
