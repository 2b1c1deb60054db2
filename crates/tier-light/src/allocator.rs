//! The guest's allocator: mimalloc, and an orderly end where there is no memory left.
#![expect(unsafe_code, reason = "an allocator hands out raw memory")]

use std::alloc::{GlobalAlloc, Layout};

use mimalloc::MiMalloc;

/// RustPython cannot turn a failed allocation into a `MemoryError`; Rust would abort. This says so over the wire
/// instead, and ends the process with the status that stands for a limit.
struct EndingAllocator;

#[global_allocator]
static ALLOCATOR: EndingAllocator = EndingAllocator;

fn or_end(memory: *mut u8) -> *mut u8 {
    if memory.is_null() {
        wire::guest::end_out_of_memory();
    }
    memory
}

// SAFETY: every method does what mimalloc's does, and mimalloc is an allocator; the one difference is that null, which
// an allocator may return, never is.
unsafe impl GlobalAlloc for EndingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are passed on.
        or_end(unsafe { MiMalloc.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        or_end(unsafe { MiMalloc.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: as above.
        or_end(unsafe { MiMalloc.realloc(memory, layout, new_size) })
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { MiMalloc.dealloc(memory, layout) }
    }
}
