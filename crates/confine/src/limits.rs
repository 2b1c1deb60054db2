//! What a guest may have of what is counted.

use rustix::process::{Resource, Rlimit, setrlimit};

use crate::arguments::Arguments;

/// How many descriptors it may have. Guests keep their line to the host above 900.
pub(crate) const DESCRIPTORS: u32 = 960;

/// How many threads it may have. It may have no processes.
const THREADS: u64 = 64;

/// How long a file may become, and how much the scratch folder holds, in bytes.
pub(crate) const SCRATCH_BYTES: u64 = 16 << 20;

/// How much address space it may have beside its memory, in bytes. What is only reserved costs next to nothing, but tables of
/// pages do that are read and never written, and no other limit counts them.
const RESERVED_BYTES: u64 = 64 << 30;

/// Lowers the limits, for good. That of memory is the guest's to set, which is told it; the stack stays as it is, since recursion
/// ends where it does without this.
pub(crate) fn lower(arguments: &Arguments) -> rustix::io::Result<()> {
    let mut limits = vec![
        (Resource::Core, 0),
        (Resource::Fsize, SCRATCH_BYTES),
        (Resource::Memlock, 0),
        (Resource::Msgqueue, 0),
        (Resource::Nofile, DESCRIPTORS.into()),
        (Resource::Nproc, THREADS),
        (Resource::Rtprio, 0),
        (Resource::Sigpending, THREADS),
    ];
    // A backstop: the host ends the run before, by the wall clock.
    limits.extend(
        arguments
            .cpu_seconds
            .map(|seconds| (Resource::Cpu, seconds)),
    );
    limits.extend(arguments.memory_bytes.map(|bytes| {
        let most = bytes.saturating_add(RESERVED_BYTES);
        (Resource::As, most)
    }));
    for (resource, most) in limits {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    Ok(())
}
