//! Guests that are there before they are wanted.

mod contained;

use std::io;
use std::sync::Arc;

use tier_api::TierId;

use crate::process::Zygote;
use crate::{Command, OpenError};
pub(crate) use contained::Contained;

/// What a host keeps ready of each tier.
#[derive(Clone, Debug, Default)]
pub(crate) struct Warm {
    full: Option<Arc<Zygote>>,
    light: Option<Arc<Zygote>>,
    contained: Option<Arc<Contained>>,
}

impl Warm {
    /// Keeps `spares` copies ready of the guest that `command` starts, which holds `tier`.
    pub(crate) fn keep(
        &mut self,
        tier: TierId,
        command: &Command,
        spares: usize,
    ) -> io::Result<()> {
        let zygote = Zygote::start(command, spares)?;
        match tier {
            TierId::Full => self.full = Some(zygote),
            TierId::Light => self.light = Some(zygote),
        }
        Ok(())
    }

    /// Keeps `most` processes that `command` starts, for programs that are contained on Light.
    pub(crate) fn keep_contained(
        &mut self,
        command: Command,
        most: usize,
    ) -> Result<(), OpenError> {
        self.contained = Some(Arc::new(Contained::start(command, most)?));
        Ok(())
    }

    /// Returns the processes for programs that are contained on Light.
    pub(crate) fn contained(&self) -> Option<&Contained> {
        self.contained.as_deref()
    }

    /// Returns what guests of `tier` can be copied from.
    pub(crate) fn of(&self, tier: TierId) -> Option<Arc<Zygote>> {
        match tier {
            TierId::Full => self.full.clone(),
            TierId::Light => self.light.clone(),
        }
    }
}
