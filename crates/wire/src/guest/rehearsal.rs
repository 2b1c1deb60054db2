//! Which pages a copy of a prepared process needs first, and having them there before anybody waits.
//!
//! A copy shares its pages with the original until it writes to one; then the kernel makes a page of its own, while whoever
//! asked waits. And of files it maps nothing until it reads there. Which pages these will be is not for this crate to know:
//! it knows no interpreter. So one copy rehearses. It opens an isolate, asks it a little, tells which pages that took, and
//! ends; every copy after it has these ahead. The state of the original is not touched, so what programs see stays the same.
//! (Ustiugov et al., "Benchmarking, Analysis, and Optimization of Serverless Function Snapshots", ASPLOS 2021, record the
//! working set of a snapshot for the same reason.)

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::os::fd::AsFd as _;

use rustix::pipe::{PipeFlags, pipe_with};
use tier_api::{Ask, Isolate as _, Tier};

use super::descriptor::exit_now;
use super::pages::{PAGE_BYTES, Use, have_ahead};
use super::zygote::{Forkable, Side, copied};

/// What an isolate is asked: a little of what most programs do.
const ASKED: &str = "def twice(x):\n    return x * 2\nprint(twice(21))\n";

/// What the kernel tells of a page in an entry of `/proc/PID/pagemap` (`Documentation/admin-guide/mm/pagemap.rst`).
const PRESENT: u64 = 1 << 63;
const OF_A_FILE_OR_SHARED: u64 = 1 << 61;
const MAPPED_HERE_ALONE: u64 = 1 << 56;

/// The bytes of such an entry.
const ENTRY_BYTES: usize = size_of::<u64>();

/// Pages that lie beside each other: the first byte, and the first byte behind them.
type Range = (usize, usize);

/// The pages that a copy needs first.
#[derive(Debug, Default)]
pub(super) struct WorkingSet(Vec<(Use, Range)>);

impl WorkingSet {
    /// Has a copy of the process rehearse. Where that cannot be had, copies do without: it saves time, and nothing else.
    pub(super) fn rehearsed<T: Tier + Forkable>(tier: &mut T) -> Self {
        Self::told_by_copy(tier).unwrap_or_default()
    }

    fn told_by_copy<T: Tier + Forkable>(tier: &mut T) -> io::Result<Self> {
        let (reader, writer) = pipe_with(PipeFlags::CLOEXEC)?;
        let pid = match copied(tier)? {
            Side::Original(pid) => pid,
            Side::Copy => {
                let told = rehearse(tier).and_then(|set| tell(&set, writer.into()));
                exit_now(told.is_err().into());
            }
        };
        drop(writer);
        let mut told = Vec::new();
        let read = File::from(reader).read_to_end(&mut told);
        crate::reap(pid)?;
        read?;
        postcard::from_bytes(&told)
            .map(Self)
            .map_err(io::Error::other)
    }

    /// Has these pages in this process now.
    pub(super) fn have_ahead(&self) {
        for &(how, (first, end)) in &self.0 {
            have_ahead(how, first, end);
        }
    }
}

fn tell(set: &[(Use, Range)], mut to: File) -> io::Result<()> {
    let set = postcard::to_stdvec(set).map_err(io::Error::other)?;
    to.write_all(&set)
}

/// Does what is rehearsed; returns the pages that it took.
fn rehearse<T: Tier>(tier: &mut T) -> io::Result<Vec<(Use, Range)>> {
    let maps = std::fs::read_to_string("/proc/self/maps")?;
    // Nobody reads what is printed, and a pipe has room for it.
    let (_kept, silence) = pipe_with(PipeFlags::CLOEXEC)?;
    rustix::stdio::dup2_stdout(silence.as_fd())?;
    rustix::stdio::dup2_stderr(silence.as_fd())?;
    let mut isolate = tier
        .open(1)
        .map_err(|fault| io::Error::other(fault.to_string()))?;
    let source = ASKED.to_owned();
    let _ = isolate.ask(Ask::Exec { source });
    let mut pagemap = File::open("/proc/self/pagemap")?;
    let mut taken = Vec::new();
    for (how, range) in maps.lines().filter_map(private_mapping) {
        let pages = pages_taken(&mut pagemap, how, range)?;
        taken.extend(pages.into_iter().map(|range| (how, range)));
    }
    Ok(taken)
}

/// Reads a line of `proc_pid_maps(5)`; returns none for what is shared with others, or cannot be read.
fn private_mapping(line: &str) -> Option<(Use, Range)> {
    let mut fields = line.split_ascii_whitespace();
    let (first, end) = fields.next()?.split_once('-')?;
    let how = match fields.next()?.as_bytes() {
        [b'r', b'w', _, b'p'] => Use::Write,
        [b'r', _, _, b'p'] => Use::Read,
        _ => return None,
    };
    let number = |digits| usize::from_str_radix(digits, 16).ok();
    Some((how, (number(first)?, number(end)?)))
}

/// Returns the pages between `first` and `end` that this process has come to since it is a copy.
fn pages_taken(pagemap: &mut File, how: Use, (first, end): Range) -> io::Result<Vec<Range>> {
    let mut entries = vec![0; (end - first) / PAGE_BYTES * ENTRY_BYTES];
    let offset = (first / PAGE_BYTES * ENTRY_BYTES) as u64;
    pagemap.seek(SeekFrom::Start(offset))?;
    pagemap.read_exact(&mut entries)?;
    let (entries, _) = entries.as_chunks::<ENTRY_BYTES>();
    let mut taken = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if is_taken(how, u64::from_ne_bytes(*entry)) {
            add(&mut taken, first + index * PAGE_BYTES);
        }
    }
    Ok(taken)
}

/// A page that was written to is no longer the original's. Of a file a copy maps nothing at first.
fn is_taken(how: Use, entry: u64) -> bool {
    let has = |bits| entry & bits == bits;
    match how {
        Use::Write => has(PRESENT | MAPPED_HERE_ALONE) && !has(OF_A_FILE_OR_SHARED),
        Use::Read => has(PRESENT | OF_A_FILE_OR_SHARED),
    }
}

/// Adds a page behind all that are there.
fn add(ranges: &mut Vec<Range>, page: usize) {
    match ranges.last_mut() {
        Some((_, end)) if *end == page => *end += PAGE_BYTES,
        _ => ranges.push((page, page + PAGE_BYTES)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_or_cannot_be_read_is_not_looked_at() {
        let range = (0x7f10, 0x7f30);
        let mapping = |permissions| private_mapping(&format!("7f10-7f30 {permissions} 0 00:00 0"));
        assert_eq!(mapping("rw-p"), Some((Use::Write, range)));
        assert_eq!(mapping("r-xp"), Some((Use::Read, range)));
        assert_eq!(mapping("rw-s"), None);
        assert_eq!(mapping("---p"), None);
        assert_eq!(private_mapping("nonsense"), None);
    }

    #[test]
    fn pages_beside_each_other_are_one_range() {
        let mut ranges = Vec::new();
        for page in [1, 2, 4].map(|page| page * PAGE_BYTES) {
            add(&mut ranges, page);
        }
        let expected = [(1, 3), (4, 5)].map(|(a, b)| (a * PAGE_BYTES, b * PAGE_BYTES));
        assert_eq!(ranges, expected);
    }

    #[test]
    fn a_page_that_was_just_written_to_is_taken() {
        let bytes = vec![1_u8; 4 * PAGE_BYTES];
        let first = (bytes.as_ptr() as usize).next_multiple_of(PAGE_BYTES);
        let range = (first, first + 2 * PAGE_BYTES);
        let mut pagemap = File::open("/proc/self/pagemap").unwrap();
        let taken = pages_taken(&mut pagemap, Use::Write, range).unwrap();
        assert_eq!(taken, [range]);
    }

    #[test]
    fn a_page_that_is_had_ahead_is_taken_before_its_first_use() {
        // So much memory comes from the kernel, which gives pages when they are used.
        const PAGES: usize = 1024;
        let bytes: Vec<u8> = Vec::with_capacity(PAGES * PAGE_BYTES);
        let first = (bytes.as_ptr() as usize).next_multiple_of(PAGE_BYTES);
        let middle = first + PAGES / 2 * PAGE_BYTES;
        let range = (middle, middle + 2 * PAGE_BYTES);
        let mut pagemap = File::open("/proc/self/pagemap").unwrap();
        let mut taken = || pages_taken(&mut pagemap, Use::Write, range).unwrap();
        assert_eq!(taken(), []);
        have_ahead(Use::Write, range.0, range.1);
        assert_eq!(taken(), [range]);
    }
}
