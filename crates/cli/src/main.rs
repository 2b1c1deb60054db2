//! `tiers`: the command line.
//!
//! One file per verb under `verbs`. This crate alone prints, and alone reads the environment; what it knows it passes
//! down. Exit statuses are decided here and in `failure` only.

mod context;
mod costs;
mod decision;
mod failure;
mod options;
mod program;
mod progress;
mod tables;
mod verbs;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};
use mimalloc::MiMalloc;

use crate::context::{Context, Global};

/// Decisions and reports are made of many small pieces.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Runs dynamic Python on two tiers (CPython embedded, RustPython embedded) and proves what it claims about them.
#[derive(Debug, Parser)]
#[command(
    name = "tiers",
    version,
    max_term_width = 100,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Run(verbs::run::Run),
    Explain(verbs::explain::Explain),
    Diff(verbs::diff::Diff),
    Poc(verbs::poc::Poc),
    Bench(verbs::bench::Bench),
    Reproduce(verbs::reproduce::Reproduce),
    Claims(verbs::claims::Claims),
    Compare(verbs::compare::Compare),
    Controls(verbs::controls::Controls),
    Faults(verbs::faults::Faults),
    Rebuilt(verbs::rebuilt::Rebuilt),
    Report(verbs::report::Report),
    Provenance(verbs::provenance::Provenance),
    Doctor(verbs::doctor::Doctor),
    Evidence(verbs::evidence::Evidence),
    Corpus(verbs::corpus::Corpus),
    Completions(verbs::completions::Completions),
    Man(verbs::man::Man),
    #[command(hide = true)]
    Preprocess(verbs::preprocess::Preprocess),
    #[command(hide = true)]
    Schemas(verbs::schemas::Schemas),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let context = Context::new(cli.global);
    let result = match &cli.verb {
        Verb::Run(verb) => verb.run(&context),
        Verb::Explain(verb) => verb.run(&context),
        Verb::Diff(verb) => verb.run(&context),
        Verb::Poc(verb) => verb.run(&context),
        Verb::Bench(verb) => verb.run(&context),
        Verb::Reproduce(verb) => verb.run(&context),
        Verb::Claims(verb) => verb.run(&context),
        Verb::Compare(verb) => verb.run(&context),
        Verb::Controls(verb) => verb.run(&context),
        Verb::Faults(verb) => verb.run(&context),
        Verb::Rebuilt(verb) => verb.run(&context),
        Verb::Report(verb) => verb.run(&context),
        Verb::Provenance(verb) => verb.run(&context),
        Verb::Doctor(verb) => verb.run(&context),
        Verb::Evidence(verb) => verb.run(&context),
        Verb::Corpus(verb) => verb.run(&context),
        Verb::Completions(verb) => verb.run(&context, Cli::command()),
        Verb::Man(verb) => verb.run(&context, Cli::command()),
        Verb::Preprocess(verb) => verb.run(&context),
        Verb::Schemas(verb) => verb.run(&context),
    };
    match result {
        Ok(status) => status,
        Err(failure) => failure.report(),
    }
}
