//! A root of the guest's own: a file system in memory, where only what it is shown can be found, and a folder to write to.

use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use nix::mount::{MntFlags, MsFlags, mount, umount2};
use nix::unistd::pivot_root;

use crate::limits::SCRATCH_BYTES;
use crate::shown::{Shown, unless_there};

/// Where the new root is mounted until it is the root: a folder that every system has. What it holds can still be shown, since
/// the old root is seen past the new one.
const MOUNTED_AT: &str = "/tmp";

/// Where the old root is, until it is gone.
const OLD: &str = "/.host";

/// Where a guest may write: the second, where the program itself is in the first.
const SCRATCH: [&str; 2] = ["/tmp", "/var/tmp"];

/// No file of these is a device, or gives its owner's rights.
const PLAIN: MsFlags = MsFlags::MS_NOSUID.union(MsFlags::MS_NODEV);

/// Changes the root to one that holds what is `shown`. Returns the folder that can be written to, which is gone, like the rest,
/// when the last process in there ends.
pub(crate) fn enter(shown: &Shown) -> anyhow::Result<PathBuf> {
    // What is mounted from here on is nobody else's affair.
    let private = MsFlags::MS_REC | MsFlags::MS_PRIVATE;
    mount(None::<&str>, "/", None::<&str>, private, None::<&str>)?;
    in_memory(Path::new(MOUNTED_AT), "mode=0755,size=4m")?;
    let old = Path::new(MOUNTED_AT).join(OLD.trim_start_matches('/'));
    fs_err::create_dir(&old)?;
    pivot_root(MOUNTED_AT, &old)?;
    std::env::set_current_dir("/")?;

    let scratch = furnish(shown)?;

    umount2(OLD, MntFlags::MNT_DETACH)?;
    fs_err::remove_dir(OLD)?;
    for folder in [Some(Path::new("/")), shown.folder.as_deref()]
        .into_iter()
        .flatten()
    {
        // The program's folder is no mount where it is part of something that is shown whole.
        read_only(folder, MsFlags::MS_NODEV).or_else(|error| match error {
            nix::Error::EINVAL => Ok(()),
            error => Err(error),
        })?;
    }
    std::env::set_current_dir(&shown.working).context("the working folder is not there")?;
    Ok(scratch)
}

/// Fills the new root. Returns the folder that can be written to.
fn furnish(shown: &Shown) -> anyhow::Result<PathBuf> {
    let second = shown.folder.as_deref() == Some(Path::new(SCRATCH[0]));
    let scratch = PathBuf::from(SCRATCH[usize::from(second)]);
    fs_err::create_dir_all(&scratch)?;
    in_memory(
        &scratch,
        &format!("mode=1777,size={SCRATCH_BYTES},nr_inodes=4k"),
    )?;

    let mut whole: Vec<&PathBuf> = shown.programs.iter().chain(&shown.data).collect();
    let is_part = |path: &Path| whole.iter().any(|part| path.starts_with(part));
    if let Some(folder) = &shown.folder
        && folder != Path::new("/")
        && !is_part(folder)
    {
        fs_err::create_dir_all(folder)?;
        in_memory(folder, "mode=0755,size=4m")?;
    }
    whole.extend(&shown.modules);
    // What holds others comes before them, and shows them.
    whole.sort();
    let mut last: Option<&PathBuf> = None;
    for path in whole {
        if last.is_none_or(|last| !path.starts_with(last)) {
            attach(path, MsFlags::MS_NODEV).with_context(|| path.display().to_string())?;
            last = Some(path);
        }
    }
    for device in &shown.devices {
        attach(device, MsFlags::empty()).with_context(|| device.display().to_string())?;
    }
    for link in &shown.links {
        if link.name.symlink_metadata().is_err() {
            make_parent(&link.name)?;
            symlink(&link.real, &link.name).with_context(|| link.name.display().to_string())?;
        }
    }
    fs_err::create_dir_all(&shown.working)?;
    Ok(scratch)
}

/// Mounts a file system in memory.
fn in_memory(at: &Path, options: &str) -> anyhow::Result<()> {
    let flags = PLAIN | MsFlags::MS_NOEXEC;
    mount(Some("tmpfs"), at, Some("tmpfs"), flags, Some(options)).with_context(|| {
        format!(
            "a file system in memory cannot be mounted at {}",
            at.display()
        )
    })
}

/// Shows what the old root has at `path`, at the same place, to be read only.
fn attach(path: &Path, devices: MsFlags) -> anyhow::Result<()> {
    let old = Path::new(OLD).join(path.strip_prefix("/")?);
    make_parent(path)?;
    if old.is_dir() {
        fs_err::create_dir_all(path)?;
    } else {
        unless_there(std::fs::File::create_new(path).map(drop))?;
    }
    let bound = MsFlags::MS_BIND | MsFlags::MS_REC;
    mount(Some(&old), path, None::<&str>, bound, None::<&str>)?;
    Ok(read_only(path, devices)?)
}

/// Has nothing written to what is mounted at `path`. What its mount forbids stays forbidden: the kernel would refuse otherwise.
fn read_only(path: &Path, devices: MsFlags) -> nix::Result<()> {
    use nix::sys::statvfs::FsFlags;
    let now = nix::sys::statvfs::statvfs(path)?.flags();
    let mut flags =
        MsFlags::MS_REMOUNT | MsFlags::MS_BIND | MsFlags::MS_RDONLY | MsFlags::MS_NOSUID | devices;
    for (is, stays) in [
        (FsFlags::ST_NODEV, MsFlags::MS_NODEV),
        (FsFlags::ST_NOEXEC, MsFlags::MS_NOEXEC),
        (FsFlags::ST_NOATIME, MsFlags::MS_NOATIME),
        (FsFlags::ST_NODIRATIME, MsFlags::MS_NODIRATIME),
        (FsFlags::ST_RELATIME, MsFlags::MS_RELATIME),
    ] {
        if now.contains(is) {
            flags |= stays;
        }
    }
    mount(None::<&str>, path, None::<&str>, flags, None::<&str>)
}

fn make_parent(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(parent) => fs_err::create_dir_all(parent),
        None => Ok(()),
    }
}
