//! What Landlock allows: reading what is shown, writing to the scratch folder, and no network. It says once more what the root
//! and the namespaces say, by other means: a fault in one of them is none in the other.

use std::path::Path;

use anyhow::{Context as _, ensure};
use landlock::{
    ABI, Access as _, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible as _, PathBeneath,
    PathFd, Ruleset, RulesetAttr as _, RulesetCreated, RulesetCreatedAttr as _, RulesetStatus,
    Scope,
};

use crate::shown::Shown;

/// The first version that restricts signals and abstract sockets: Linux 6.12's.
const VERSION: ABI = ABI::V6;

/// Has nothing allowed but what follows from what is `shown`, and writing to `scratch`.
pub(crate) fn restrict(shown: &Shown, scratch: &Path) -> anyhow::Result<()> {
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(VERSION))?
        .handle_access(AccessNet::from_all(VERSION))?
        .scope(Scope::from_all(VERSION))?
        .create()
        .context("it is not there, or older than Linux 6.12")?;
    // The folders on the way to what is shown hold nothing else.
    let mut ruleset = allow(ruleset, Path::new("/"), AccessFs::ReadDir.into())?;
    for path in shown.whole() {
        ruleset = allow(ruleset, path, read)?;
    }
    for path in &shown.programs {
        ruleset = allow(ruleset, path, AccessFs::Execute.into())?;
    }
    for path in &shown.devices {
        ruleset = allow(ruleset, path, AccessFs::WriteFile.into())?;
    }
    // No devices, no sockets and no programs there.
    let kinds = AccessFs::MakeChar | AccessFs::MakeBlock | AccessFs::MakeSock;
    let write = AccessFs::from_all(VERSION) & !(kinds | AccessFs::Execute | AccessFs::IoctlDev);
    let restricted = allow(ruleset, scratch, write)?.restrict_self()?;
    ensure!(
        restricted.ruleset == RulesetStatus::FullyEnforced && restricted.no_new_privs,
        "it enforces a part only"
    );
    Ok(())
}

/// Allows `rights` on what is at `path`, and below it.
fn allow(
    ruleset: RulesetCreated,
    path: &Path,
    rights: BitFlags<AccessFs>,
) -> anyhow::Result<RulesetCreated> {
    let rights = if path.is_dir() {
        rights
    } else {
        rights & AccessFs::from_file(VERSION)
    };
    Ok(ruleset.add_rule(PathBeneath::new(PathFd::new(path)?, rights))?)
}
