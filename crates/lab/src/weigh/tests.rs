use std::path::Path;

use tiers::{Ending, Guests};

use super::*;
use crate::Project;

/// The lab with the guests that `TIERS_GUESTS` names, or those of the project: of them only the oracle is used.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests find the guests as the command line does"
)]
fn lab() -> Lab {
    let project = Project::around(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let beside = project.root().join("target/libexec/tiers");
    let guests = std::env::var("TIERS_GUESTS").map_or(beside, Into::into);
    Lab::open(project, Guests::at(guests), None).unwrap()
}

#[test]
fn a_small_process_is_small_however_large_this_one_is() {
    let lab = lab();
    let held = vec![1_u8; 200 << 20];
    let command = Command {
        args: vec!["-c".into(), "echo out; echo err >&2; exit 3".into()],
        ..Command::new("/bin/sh")
    };
    let (observation, bytes) = lab.weigh(command).unwrap();
    assert_eq!(observation.ending, Ending::Exited(3));
    assert_eq!(
        (&observation.stdout[..], &observation.stderr[..]),
        (&b"out\n"[..], &b"err\n"[..])
    );
    let bytes = bytes.unwrap();
    assert!(bytes > 1 << 20 && bytes < 50 << 20, "{bytes}");
    assert!(held.iter().all(|byte| *byte == 1));
}

#[test]
fn what_a_process_holds_is_seen_and_a_signal_passes() {
    let lab = lab();
    for (signal, number) in [("KILL", 9), ("PIPE", 13)] {
        let script =
            format!("head -c 100000000 /dev/zero | tail -c 90000000 >/dev/null; kill -{signal} $$");
        let command = Command {
            args: vec!["-c".into(), script.into()],
            ..Command::new("/bin/sh")
        };
        let (observation, bytes) = lab.weigh(command).unwrap();
        assert_eq!(observation.ending, Ending::Signalled(number));
        assert!(bytes.unwrap() > 80 << 20, "{bytes:?}");
    }
}
