//! Who the guest is.

use caps::{CapSet, Capability, CapsHashSet};
use nix::unistd::{Gid, Uid, setgroups, setresgid, setresuid};

/// The user, and the group, that owns nothing.
const NOBODY: u32 = 65_534;

/// Who started this, and so who the guest is going to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// An ordinary user: the guest is the same one.
    Same,
    /// Root, whose processes are not counted, and who owns the system: the guest is nobody instead. Nobody could not read a file
    /// that only root may read, as a program's often is, so the right to read goes with it; in the guest's namespaces, where
    /// there is nothing but what it may read.
    Nobody,
}

impl Identity {
    /// Returns it as it follows from who this process is.
    pub(crate) fn now() -> Self {
        if Uid::effective().is_root() {
            Self::Nobody
        } else {
            Self::Same
        }
    }

    /// Gives up what is left of the power over the namespaces.
    pub(crate) fn drop(self) -> anyhow::Result<()> {
        let mut kept = CapsHashSet::new();
        if self == Self::Nobody {
            kept.insert(Capability::CAP_DAC_READ_SEARCH);
            become_nobody()?;
        }
        caps::clear(None, CapSet::Ambient)?;
        caps::set(None, CapSet::Effective, &kept)?;
        caps::set(None, CapSet::Permitted, &kept)?;
        caps::set(None, CapSet::Inheritable, &kept)?;
        for capability in kept {
            caps::raise(None, CapSet::Ambient, capability)?;
        }
        Ok(())
    }
}

fn become_nobody() -> anyhow::Result<()> {
    nix::sys::prctl::set_keepcaps(true)?;
    let (user, group) = (Uid::from_raw(NOBODY), Gid::from_raw(NOBODY));
    setgroups(&[])?;
    setresgid(group, group, group)?;
    Ok(setresuid(user, user, user)?)
}
