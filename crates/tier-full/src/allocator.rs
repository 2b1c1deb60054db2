//! The guest's allocator for what is Rust's: the system's, and an orderly end where there is no memory left.
#![expect(unsafe_code, reason = "an allocator hands out raw memory")]

use std::alloc::{GlobalAlloc, Layout, System};

/// A value on its way out of an isolate is copied by Rust, which would abort for want of memory. This says so over the
/// wire instead, and ends the process with the status that stands for a limit. CPython's own memory is not touched by it.
struct EndingAllocator;

#[global_allocator]
static ALLOCATOR: EndingAllocator = EndingAllocator;

fn or_end(memory: *mut u8) -> *mut u8 {
    if memory.is_null() {
        wire::guest::end_out_of_memory();
    }
    memory
}

// SAFETY: every method does what the system's does, and that is an allocator; the one difference is that null, which an
// allocator may return, never is.
unsafe impl GlobalAlloc for EndingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are passed on.
        or_end(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        or_end(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: as above.
        or_end(unsafe { System.realloc(memory, layout, new_size) })
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(memory, layout) }
    }
}
