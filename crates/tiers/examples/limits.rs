//! Runs programs that somebody else wrote, whatever they do: each ends, and the host lives on.
//!
//! `cargo run -p tiers --release --example limits [FOLDER OF GUESTS]`
#![expect(clippy::print_stdout, reason = "an example shows what it got")]

use std::time::Duration;

use tiers::{Cancel, Guests, Host, Job, Limits};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1);
    let host = Host::new(Guests::at(folder.unwrap_or("target/libexec/tiers".into())));
    let limits = Limits {
        time: Some(Duration::from_secs(2)),
        output_bytes: Some(1 << 20),
        memory_bytes: Some(256 << 20),
    };

    for text in [
        "print('hello')",
        "while True: pass",
        "while True: print('hello')",
        "hoard = []\nwhile True: hoard.append(bytearray(10 ** 6))",
        "import os\nos.abort()",
        "raise ValueError('as it is')",
    ] {
        let completed = host.execute(&Job::text(text).limits(limits))?;
        let first = text.lines().last().unwrap_or_default();
        println!("{first:55} {}", completed.finished.ending);
    }

    // A run can also be called off, by whoever holds the token.
    let cancel = Cancel::new()?;
    let job = Job::text("import time\ntime.sleep(3600)")
        .limits(Limits {
            time: None,
            ..limits
        })
        .cancelled_by(&cancel);
    let completed = std::thread::scope(|scope| {
        let run = scope.spawn(|| host.execute(&job));
        std::thread::sleep(Duration::from_millis(200));
        cancel.cancel();
        run.join()
    });
    let ending = completed.map_err(|_| "the run panicked")??.finished.ending;
    println!("{:55} {ending}", "time.sleep(3600)");
    Ok(())
}
