//! What an interpreter's start and end are made of.

/// A part of an interpreter's start or end that can be left out, to see what it costs.
///
/// Without them a program prints the same bytes and ends with the same status, unless it looks for the part itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The module `site`: `exit` and `help`, site-packages and their `.pth` files.
    Site,
    /// Making up `sys.path`. Without it the paths are those of the CPython that is linked in, wherever
    /// [`Full::with_home`](crate::Full::with_home) points. Little is saved: the prefix, which `python3` looks for, is given
    /// in any case, and CPython's own script for the rest runs in any case.
    PathComputation,
    /// Taking the interpreter apart at the end. Without it threads are waited for, exit functions run and output is
    /// written; then everything stays as it is. The process should end then, for it can hold no other interpreter.
    ///
    /// A program is a file of source then, and `SystemExit` is an outcome like any other.
    Finalization,
    /// CPython's own allocator for small objects. Without it they come from the C library.
    ObjectAllocator,
}

/// The parts that are left out.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Without(u8);

impl Without {
    /// Leaves out one more part.
    pub(crate) fn and(self, part: Part) -> Self {
        Self(self.0 | Self::bit(part))
    }

    /// Says whether `part` is left out.
    pub(crate) fn has(self, part: Part) -> bool {
        self.0 & Self::bit(part) != 0
    }

    fn bit(part: Part) -> u8 {
        1 << part as u8
    }
}
