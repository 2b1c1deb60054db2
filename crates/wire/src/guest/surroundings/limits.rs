//! Resource limits.

use std::io;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Every resource that has a limit, but data.
const RESOURCES: [Resource; 15] = [
    Resource::As,
    Resource::Core,
    Resource::Cpu,
    Resource::Fsize,
    Resource::Locks,
    Resource::Memlock,
    Resource::Msgqueue,
    Resource::Nice,
    Resource::Nofile,
    Resource::Nproc,
    Resource::Rss,
    Resource::Rtprio,
    Resource::Rttime,
    Resource::Sigpending,
    Resource::Stack,
];

/// The limits of all resources but data.
pub(super) struct Resources([(Resource, Rlimit); RESOURCES.len()]);

/// The limit of data. It counts what is written to (heap and private mappings); that of the address space would also count
/// what an allocator merely reserves.
pub(super) struct Memory {
    /// As it was before anything ran.
    first: Rlimit,
    /// The hard limit as it was last set here.
    hard_bytes: Option<u64>,
}

impl Resources {
    /// Returns the limits as they are.
    pub(super) fn now() -> Self {
        Self(RESOURCES.map(|resource| (resource, getrlimit(resource))))
    }

    /// Puts the limits back; says whether that is possible: a hard limit that was lowered stays so.
    pub(super) fn put_back(&self) -> io::Result<bool> {
        for (resource, before) in &self.0 {
            let now = getrlimit(*resource);
            if is_more(before.maximum, now.maximum) {
                return Ok(false);
            }
            if now != *before {
                setrlimit(*resource, *before)?;
            }
        }
        Ok(true)
    }
}

impl Memory {
    /// Takes note of the limit as it is.
    pub(super) fn as_it_is() -> Self {
        let first = getrlimit(Resource::Data);
        let hard_bytes = first.maximum;
        Self { first, hard_bytes }
    }

    /// Holds the process to `bytes` of data, or to what it was held to from the beginning, where that is less.
    ///
    /// # Errors
    ///
    /// Where an earlier call held it to less: a hard limit that was lowered stays so.
    pub(super) fn confine(&mut self, bytes: Option<u64>) -> io::Result<()> {
        let first = self.first.maximum;
        let hard = if is_more(bytes, first) { first } else { bytes };
        if is_more(hard, self.hard_bytes) {
            let least = self.hard_bytes.unwrap_or(u64::MAX);
            return Err(io::Error::other(format!(
                "this process was held to {least} bytes of memory for an earlier run and can have no more"
            )));
        }
        let limit = Rlimit {
            current: if bytes.is_some() {
                hard
            } else {
                self.first.current
            },
            maximum: hard,
        };
        setrlimit(Resource::Data, limit)?;
        self.hard_bytes = hard;
        Ok(())
    }

    /// Says whether the hard limit is as it was last set here.
    pub(super) fn is_as_confined(&self) -> bool {
        getrlimit(Resource::Data).maximum == self.hard_bytes
    }
}

/// Compares two limits, of which none is no limit.
fn is_more(limit: Option<u64>, than: Option<u64>) -> bool {
    than.is_some_and(|than| limit.is_none_or(|limit| limit > than))
}
