//! What this process has: descriptors, children, threads, memory.

use std::time::{Duration, Instant};

use crate::FaultsError;

/// How long what ends takes to be gone at most.
const SETTLED: Duration = Duration::from_secs(5);

/// What this process has at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Census {
    pub(super) descriptors: u64,
    pub(super) children: u64,
    pub(super) zombies: u64,
    pub(super) threads: u64,
    pub(super) memory_bytes: u64,
}

/// A process, as the kernel lists it.
pub(super) struct Listed {
    pub(super) pid: i32,
    pub(super) name: String,
    state: char,
    parent: i32,
}

impl Census {
    pub(super) fn take() -> Result<Self, FaultsError> {
        let children = children()?;
        let status = fs_err::read_to_string("/proc/self/status")?;
        let field = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        };
        Ok(Self {
            descriptors: fs_err::read_dir("/proc/self/fd")?.count() as u64,
            zombies: children.iter().filter(|child| child.state == 'Z').count() as u64,
            children: children.len() as u64,
            threads: field("Threads:").unwrap_or_default(),
            memory_bytes: field("VmRSS:").unwrap_or_default() * 1024,
        })
    }

    /// Takes it once there is no more than `before`, or after a while.
    pub(super) fn settled(before: &Self) -> Result<Self, FaultsError> {
        let started = Instant::now();
        loop {
            let now = Self::take()?;
            let is_as_before = now.descriptors <= before.descriptors
                && now.children <= before.children
                && now.threads <= before.threads;
            if is_as_before || started.elapsed() > SETTLED {
                return Ok(now);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Returns the processes that this one started and did not wait for.
pub(super) fn children() -> Result<Vec<Listed>, FaultsError> {
    let here = i32::try_from(std::process::id()).unwrap_or_default();
    let mut children = Vec::new();
    for entry in fs_err::read_dir("/proc")? {
        let entry = entry?;
        let Some(pid) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        // It may have ended meanwhile.
        let stat = fs_err::read_to_string(entry.path().join("stat")).unwrap_or_default();
        children.extend(listed(pid, &stat).filter(|listed| listed.parent == here));
    }
    Ok(children)
}

/// Reads what `/proc/PID/stat` says; the name stands in parentheses and may hold anything.
fn listed(pid: i32, stat: &str) -> Option<Listed> {
    let (before, after) = stat.rsplit_once(')')?;
    let name = before.split_once('(')?.1.to_owned();
    let mut fields = after.split_whitespace();
    Some(Listed {
        pid,
        name,
        state: fields.next()?.chars().next()?,
        parent: fields.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_counted_until_it_is_waited_for() {
        let before = Census::take().unwrap();
        assert!(before.descriptors > 3 && before.memory_bytes > 0);
        let mut child = std::process::Command::new("/bin/true").spawn().unwrap();
        let pid = i32::try_from(child.id()).unwrap();
        let is_there = |zombie: bool| {
            let found = children().unwrap();
            found
                .iter()
                .any(|child| child.pid == pid && (!zombie || child.state == 'Z'))
        };
        while !is_there(true) {
            std::thread::sleep(Duration::from_millis(5));
        }
        child.wait().unwrap();
        assert!(!is_there(false));
    }

    #[test]
    fn names_may_hold_anything() {
        let listed = listed(1, "1 (a) (b) c) S 7 1").unwrap();
        assert_eq!((listed.name.as_str(), listed.parent), ("a) (b) c", 7));
    }
}
