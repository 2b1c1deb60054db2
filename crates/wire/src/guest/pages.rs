//! What takes `unsafe` in having pages ahead.
#![expect(unsafe_code, reason = "advice on memory names it by its address")]

use rustix::mm::{Advice, madvise};
use serde::{Deserialize, Serialize};

/// The least that a page has on any machine that guests are built for. Where pages are larger, nothing fits, and nothing is
/// had ahead.
pub(super) const PAGE_BYTES: usize = 4096;

/// What a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Use {
    Read,
    Write,
}

/// Has the kernel do for all pages from `first` to before `end` what it would do at the first use of each. A kernel that does
/// not know how (before Linux 5.14), or a place where nothing is any more, changes nothing.
pub(super) fn have_ahead(how: Use, first: usize, end: usize) {
    let advice = match how {
        Use::Read => Advice::LinuxPopulateRead,
        Use::Write => Advice::LinuxPopulateWrite,
    };
    let start = std::ptr::without_provenance_mut(first);
    // SAFETY: this advice changes no byte and takes no memory away: what was mapped stays mapped, and reads as before.
    // Addresses at which nothing is mapped are refused.
    let _ = unsafe { madvise(start, end - first, advice) };
}
