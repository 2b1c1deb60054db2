//! Namespaces of the guest's own: users, mounts, the network, System V's objects, the host's name, control groups.
//!
//! There is none of process numbers. Its first process would be one that signals do not end, and whose end takes the others
//! along, so a third process would have to stand between host and guest, which then would no longer be the host's child. What
//! such a namespace would take away is taken away otherwise: the guest has no `/proc`, and may send signals to itself alone.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, ensure};
use nix::sched::{CloneFlags, unshare};
use nix::unistd::{Gid, Pid, Uid};

use crate::identity::Identity;

const USERS: &str = "the users of its namespace cannot be mapped";

/// Leaves the namespaces that this process is in.
pub(crate) fn leave(identity: Identity) -> anyhow::Result<()> {
    let mapper = match identity {
        Identity::Nobody => Some(Mapper::start().context(USERS)?),
        Identity::Same => None,
    };
    let (user, group) = (Uid::effective(), Gid::effective());
    unshare(
        CloneFlags::CLONE_NEWUSER
            | CloneFlags::CLONE_NEWNS
            | CloneFlags::CLONE_NEWNET
            | CloneFlags::CLONE_NEWIPC
            | CloneFlags::CLONE_NEWUTS
            | CloneFlags::CLONE_NEWCGROUP,
    )
    .context("the kernel, or what this runs in, does not permit user namespaces")?;
    match mapper {
        Some(mapper) => mapper.finish(),
        None => map_one(user, group),
    }
    .context(USERS)
}

/// Maps the one user there is to itself, which everybody may.
fn map_one(user: Uid, group: Gid) -> anyhow::Result<()> {
    fs_err::write("/proc/self/setgroups", "deny")?;
    fs_err::write("/proc/self/uid_map", format!("{user} {user} 1"))?;
    fs_err::write("/proc/self/gid_map", format!("{group} {group} 1"))?;
    Ok(())
}

/// A process that stays outside: it takes one with power there to map several users.
struct Mapper(Child);

impl Mapper {
    fn start() -> anyhow::Result<Self> {
        let child = Command::new("/proc/self/exe")
            .args(["--map", &Pid::this().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()?;
        Ok(Self(child))
    }

    /// Lets it do what it is there for.
    fn finish(mut self) -> anyhow::Result<()> {
        if let Some(mut line) = self.0.stdin.take() {
            line.write_all(b"now")?;
        }
        ensure!(
            self.0.wait()?.success(),
            "the process that maps them failed"
        );
        Ok(())
    }
}

/// Maps all users and groups of this namespace into that of `pid`, each to itself, once it is told so.
pub(crate) fn map(pid: u32) -> anyhow::Result<()> {
    let told = std::io::read_to_string(std::io::stdin())?;
    ensure!(
        told == "now",
        "the process that wanted users mapped is gone"
    );
    for kind in ["uid_map", "gid_map"] {
        let own = fs_err::read_to_string(format!("/proc/self/{kind}"))?;
        fs_err::write(format!("/proc/{pid}/{kind}"), to_themselves(&own))?;
    }
    Ok(())
}

/// Returns the map of this namespace's users to themselves: of each line, what stands there of this side.
fn to_themselves(map: &str) -> String {
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        let (first, count) = (words.next()?, words.nth(1)?);
        Some(format!("{first} {first} {count}\n"))
    };
    map.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::to_themselves;

    #[test]
    fn users_are_mapped_to_themselves() {
        let whole = "         0          0 4294967295\n";
        assert_eq!(to_themselves(whole), "0 0 4294967295\n");
        let parts = "0 100000 1000\n1000 1000 1\n";
        assert_eq!(to_themselves(parts), "0 0 1000\n1000 1000 1\n");
    }
}
