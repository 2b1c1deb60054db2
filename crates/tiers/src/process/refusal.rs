//! Where a guest was to be confined, and could not be.

use std::io;

use super::Ending;

/// What `tiers-confine` ends with, before there is a guest, where a right cannot be taken away. No guest ends with it before it
/// has greeted its host.
const REFUSED: u8 = 3;

/// A program was to be isolated, and this machine cannot take away every right that this takes away. Nothing of it ran.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the program cannot be isolated here{}", .said.as_ref().map_or_else(String::new, |said| format!(": {said}")))]
pub struct NotIsolated {
    /// What could not be taken away; none where it was passed on with the program's stderr, and so has been said.
    pub said: Option<String>,
}

impl NotIsolated {
    /// Returns the refusal that it is where a confined guest ended as `ending` says before it greeted, having said `stderr`.
    pub(crate) fn of(ending: &Ending, stderr: &[u8]) -> Option<Self> {
        let said = String::from_utf8_lossy(stderr);
        let said = said.trim().trim_start_matches("tiers-confine: ");
        (*ending == Ending::Exited(REFUSED)).then(|| Self {
            said: (!said.is_empty()).then(|| said.to_owned()),
        })
    }
}

impl From<NotIsolated> for io::Error {
    fn from(error: NotIsolated) -> Self {
        Self::other(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_from_other_endings() {
        let refusal = NotIsolated::of(&Ending::Exited(3), b"tiers-confine: no Landlock\n").unwrap();
        assert_eq!(
            refusal.to_string(),
            "the program cannot be isolated here: no Landlock"
        );
        let silent = NotIsolated::of(&Ending::Exited(3), b"").unwrap();
        assert_eq!(silent.to_string(), "the program cannot be isolated here");
        assert_eq!(NotIsolated::of(&Ending::Exited(2), b"usage"), None);
        assert_eq!(NotIsolated::of(&Ending::Signalled(3), b""), None);
    }
}
