//! Runs source with inputs, on Light where that is safe, and prints what came of it.
//!
//! `cargo run -p tiers --release --example first_run [FOLDER OF GUESTS]`
#![expect(clippy::print_stdout, reason = "an example shows what it got")]

use tiers::{Any, Guests, Host, Job};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1);
    let host = Host::new(Guests::at(folder.unwrap_or("target/libexec/tiers".into())));

    let job = Job::text("for name, cups in orders.items():\n    print(name, cups * price)")
        .input("price", 3)
        .input("orders", [("tea", Any::from(2)), ("coffee", Any::from(5))]);
    let completed = host.execute(&job)?;

    print!("{}", String::from_utf8_lossy(&completed.finished.stdout));
    println!("it {}", completed.finished.ending);
    println!("it ran on {}", completed.tier);
    if let Some(decision) = &completed.decision {
        for reason in &decision.reasons {
            println!("because of {}: {}", reason.rule, reason.message);
        }
    }
    if let Some(trip) = &completed.fallback {
        println!("after Light {trip}");
    }
    Ok(())
}
