//! On what terms a guest runs, beside its limits.

use super::Ending;
use crate::Cancel;

/// On what terms a guest runs, beside its limits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// What calls it off.
    pub(crate) cancel: Option<Cancel>,
    /// Whether it tells how a run ended whatever the program does. Then a guest that is gone without a word broke; otherwise
    /// it may have ended with the program: `os._exit`.
    pub(crate) always_tells: bool,
}

impl Terms {
    /// Returns what it means that the process ended by itself as `own` says, and without a word.
    pub(super) fn without_a_word(&self, own: Ending) -> Ending {
        match own {
            Ending::Exited(status) if self.always_tells => Ending::Broken(format!(
                "the guest ended with status {status} and did not tell how the program did"
            )),
            own => own,
        }
    }
}
