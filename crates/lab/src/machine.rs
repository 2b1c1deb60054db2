//! The machine, as far as it bears on numbers.

use record::{CpuPrint, MachinePrint};
use tiers::{Command, Io, Limits, run_command};

use crate::observe::environment;

/// Reads what the kernel tells of this machine. What it does not tell is `unknown`.
pub(crate) fn machine() -> MachinePrint {
    let uname = rustix::system::uname();
    let text = |bytes: &std::ffi::CStr| bytes.to_string_lossy().into_owned();
    MachinePrint {
        kernel: format!("{} {}", text(uname.sysname()), text(uname.release())),
        distribution: field("/etc/os-release", "PRETTY_NAME", '=')
            .map_or_else(unknown, |name| name.trim_matches('"').to_owned()),
        architecture: text(uname.machine()),
        cpu: cpu(),
        memory_bytes: field("/proc/meminfo", "MemTotal", ':')
            .and_then(|total| total.trim_end_matches(" kB").parse::<u64>().ok())
            .map_or(0, |kibibytes| kibibytes << 10),
        libc: libc_version().unwrap_or_else(unknown),
    }
}

fn cpu() -> CpuPrint {
    let flags = field("/proc/cpuinfo", "flags", ':').unwrap_or_default();
    let scaling = |name: &str| {
        let path = format!("/sys/devices/system/cpu/cpu0/cpufreq/{name}");
        Some(fs_err::read_to_string(path).ok()?.trim().to_owned())
    };
    let boost = fs_err::read_to_string("/sys/devices/system/cpu/cpufreq/boost").ok();
    CpuPrint {
        model: field("/proc/cpuinfo", "model name", ':').unwrap_or_else(unknown),
        usable: std::thread::available_parallelism().map_or(1, |count| count.get() as u64),
        governor: scaling("scaling_governor"),
        boost: boost.map(|boost| boost.trim() == "1"),
        virtual_machine: flags.split_whitespace().any(|flag| flag == "hypervisor"),
    }
}

/// Returns the value of the first line `name SEPARATOR value` in the file at `path`.
fn field(path: &str, name: &str, separator: char) -> Option<String> {
    let text = fs_err::read_to_string(path).ok()?;
    let mut lines = text.lines().filter_map(|line| line.split_once(separator));
    let (_, value) = lines.find(|(key, _)| key.trim() == name)?;
    Some(value.trim().to_owned())
}

fn libc_version() -> Option<String> {
    let command = Command {
        args: vec!["GNU_LIBC_VERSION".into()],
        environment: environment(),
        ..Command::new("/usr/bin/getconf")
    };
    let finished = run_command(&command, Io::captured(), &Limits::default()).ok()?;
    let version = String::from_utf8(finished.stdout).ok()?;
    Some(version.trim().to_owned()).filter(|version| !version.is_empty())
}

fn unknown() -> String {
    "unknown".into()
}
