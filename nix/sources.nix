# What each build sees of the repository, so that an edit rebuilds only what it can change.
{ lib }:
let
  from =
    paths:
    lib.fileset.toSource {
      root = ../.;
      fileset = lib.fileset.unions paths;
    };
  build = [
    ../artifact
    ../provision
    ../Cargo.toml
    ../Cargo.lock
  ];
in
{
  host = from (
    build
    ++ [
      ../cells.toml
      ../README.md
      ../clippy.toml
      ../deny.toml
      ../crates
      ../examples
      ../fuzz/Cargo.lock
      ../fuzz/corpus
      ../paper
      ../results
      ../rustfmt.toml
      ../samples
    ]
  );

  # The two interpreters' crates share the contract and the wire with the host, nothing else. Where there is a tool to train guests
  # with, they are trained on these samples (provision/training.sh names them too).
  guest =
    folder:
    from (
      build
      ++ [
        folder
        ../crates/tier-api
        ../crates/wire
        ../samples/idioms
        ../samples/speed
        ../samples/syntax
      ]
    );

  stock = from build;

  attempt = from [
    ../crates/attempt-full
    ../provision/attempt
  ];

  # What the command line reads when it runs: the project's data, and the locks that identify a run.
  data = from [
    ../Cargo.lock
    ../cells.toml
    ../crates/attempt-full
    ../crates/tier-full/Cargo.lock
    ../crates/tier-light/Cargo.lock
    ../flake.lock
    ../paper
    ../provision/attempt
    ../provision/corpora/sources.toml
    ../results
    ../samples
  ];
}
