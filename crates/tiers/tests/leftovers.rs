//! Processes that are left behind: none. Alone in its process, so that every child is its own.

mod guests;

use std::collections::BTreeSet;
use std::time::Duration;

use guests::{guests, wait_until};
use tiers::{Cancel, Ending, Guests, Host, Job, Limits, On, TierId};

#[test]
fn nothing_is_left_of_what_was_called_off() {
    let cancel = Cancel::new().unwrap();
    let before = children();
    let heir = "import subprocess\nsubprocess.Popen(['sleep', '3600'])\nwhile True: pass\n";
    let host = Host::new(Guests::at(guests()));
    std::thread::scope(|scope| {
        for on in [On::Only(TierId::Full), On::Only(TierId::Light)] {
            let text = if on == On::Only(TierId::Full) {
                heir
            } else {
                "while True: pass"
            };
            let job = Job::text(text).on(on).cancelled_by(&cancel).limits(Limits {
                time: None,
                ..Limits::default()
            });
            let host = &host;
            scope.spawn(move || {
                let ending = host.execute(&job).unwrap().finished.ending;
                assert_eq!(ending, Ending::Cancelled);
            });
        }
        wait_until(|| children().difference(&before).count() >= 2);
        std::thread::sleep(Duration::from_millis(300));
        cancel.cancel();
    });
    wait_until(|| children().difference(&before).next().is_none());
}

/// Returns the processes that this one started and that are still there.
fn children() -> BTreeSet<String> {
    let own = std::process::id().to_string();
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let names = processes.filter_map(|entry| entry.file_name().into_string().ok());
    names
        .filter(|pid| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let parent = stat
                .rsplit(')')
                .next()
                .unwrap_or_default()
                .split_ascii_whitespace()
                .nth(1);
            parent == Some(own.as_str())
        })
        .collect()
}
