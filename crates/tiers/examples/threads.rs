//! Runs many programs at once, and counts where they ran.
//!
//! `cargo run -p tiers --release --example threads [FOLDER OF GUESTS]`
#![expect(clippy::print_stdout, reason = "an example shows what it got")]

use tiers::{Any, Guests, Host, Job};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1);
    let host = Host::new(Guests::at(folder.unwrap_or("target/libexec/tiers".into())));

    let squares: Vec<_> = std::thread::scope(|scope| {
        let run = |number: u32| {
            let job = Job::text("print(number * number)").input("number", Any::from(number));
            host.execute(&job)
        };
        let threads: Vec<_> = (0..16)
            .map(|number| scope.spawn(move || run(number)))
            .collect();
        threads
            .into_iter()
            .map(std::thread::ScopedJoinHandle::join)
            .collect()
    });
    for square in squares {
        let completed = square.map_err(|_| "a run panicked")??;
        print!("{}", String::from_utf8_lossy(&completed.finished.stdout));
    }
    let counts = host.counts();
    println!("{} runs", counts.on_light + counts.on_full);
    Ok(())
}
