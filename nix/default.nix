# Everything the flake exposes for one system.
{
  lib,
  pkgs,
}:
let
  # rust-toolchain.toml is the one place that names the version of Rust for Nix.
  rust = pkgs.rust-bin.fromRustupToolchainFile ./rust-toolchain.toml;
  sources = import ./sources.nix { inherit lib; };
  parts = import ./parts.nix {
    inherit
      lib
      pkgs
      rust
      sources
      ;
  };

  # One folder with guests as the command line expects it: links into the parts.
  guests =
    name: members:
    pkgs.runCommand name { } ''
      mkdir -p $out/libexec/tiers
      for part in ${lib.concatStringsSep " " (map toString members)}; do
        for file in $part/libexec/tiers/*; do
          # A part may be empty, and the oracle may be in more than one.
          [ ! -e $file ] || [ -e $out/libexec/tiers/''${file##*/} ] || ln -s $file $out/libexec/tiers/
        done
      done
    '';
  guest-x86_64 = guests "guest-x86_64" [
    parts.python3
    parts.tier-full
    parts.tier-light
    parts.tiers-confine
  ];
  guest-aarch64 = guests "guest-aarch64" [
    parts.python3
    parts.qemu-aarch64
    parts.tier-full-aarch64
    parts.tier-light-aarch64
  ];
  guest-wasm32-wasip1 = guests "guest-wasm32-wasip1" [
    parts.newer-python-component
    parts.node
    parts.python3
    parts.tier-full-component
    parts.tier-light-wasm
    parts.tier-wasm
  ];
  all-x86_64 = guests "guests-with-stock-x86_64" [
    guest-x86_64
    parts.rustpython-stock
  ];

  # Every guest on every target.
  all-targets = guests "guests-on-all-targets" [
    all-x86_64
    guest-aarch64
    guest-wasm32-wasip1
  ];

  # What only the PoCs before the seventh compare: further builds of Full, two of them on a CPython that is built anew.
  all-for-pocs = guests "guests-for-pocs" [
    all-targets
    parts.tier-full-plain
    parts.tier-full-factors
    parts.tier-full-shared
    parts.guest-full-no-lto
    parts.guest-full-pgo
    parts.instruments
  ];

  # The command line, knowing its guests and its data. Results go to the folder it is called from.
  tiers =
    guests:
    pkgs.writeShellApplication {
      name = "tiers";
      runtimeEnv = {
        TIERS_GUESTS = "${guests}/libexec/tiers";
        TIERS_PROJECT = "${sources.data}";
      };
      text = ''exec ${parts.cli}/bin/tiers "$@"'';
    };

  # Those whose lines are committed; Full on aarch64 is checked besides, where there is a CPython to build it with.
  fidelityCells = [
    "full-static-x86_64"
    "light-standalone-x86_64"
    "light-standalone-aarch64"
    "light-standalone-wasm32-wasip1"
    "light-node-wasm32-wasip1"
  ];

  # The deterministic half of PoC 7, as a pure derivation: verdicts and hashes, no times. Status 1 says that some cell
  # differs from the oracle, which is for the comparison with the committed lines to judge.
  fidelity = pkgs.runCommand "fidelity" { } ''
    mkdir -p $out
    ${lib.getExe (tiers all-targets)} diff ${sources.data}/samples/idioms --format json \
      --cells ${lib.concatStringsSep "," fidelityCells} >diff.json || [ $? -eq 1 ]
    ${lib.getExe pkgs.python312} ${./fidelity.py} <diff.json >$out/fidelity.txt
  '';

  # The book of the committed reference run.
  report = pkgs.runCommand "report" { } ''
    mkdir -p $out
    ${lib.getExe (tiers guest-x86_64)} report --results ${sources.data}/results/reference --out $out
  '';

  # The project's own corpus in four parts, and whole. Those of others are fetched, by provision/corpora; whoever has one calls
  # this function with its folder.
  corpus = import ./corpus.nix {
    inherit lib pkgs;
    tiers = tiers all-targets;
  };
  ordinary = corpus {
    name = "ordinary-judge";
    programs = "${sources.data}/samples/corpora/ordinary/judge";
    parts = 4;
  };

  # What is timed runs outside the sandbox, on the reader's machine: an app, not a derivation.
  app = name: runtimeInputs: text: {
    type = "app";
    program = lib.getExe (pkgs.writeShellApplication { inherit name runtimeInputs text; });
  };
  verb =
    guests: name: arguments:
    app name [ (tiers guests) ] ''tiers ${arguments} "$@"'';
  poc = guests: number: {
    name = "poc${lib.replaceStrings [ "." ] [ "_" ] number}";
    value = verb guests "poc${number}" "poc ${number}";
  };
  reproduce = verb all-for-pocs "reproduce" "reproduce";
in
{
  packages = {
    default = tiers guest-x86_64;
    tiers = tiers guest-x86_64;
    inherit
      guest-x86_64
      guest-aarch64
      guest-wasm32-wasip1
      fidelity
      report
      ;
    inherit (parts) guest-full-no-lto guest-full-pgo rustpython-stock;
  }
  // ordinary;

  apps =
    lib.listToAttrs (map (poc all-targets) [ "0" "1" "2" "7" "8" ])
    // lib.listToAttrs (map (poc all-for-pocs) [ "3" "4" "4.5" "5" "6" ])
    // {
      inherit reproduce;
      default = reproduce;
      serve = app "serve" [ (tiers all-targets) pkgs.mdbook ] ''
        # mdbook writes beside the book's sources: the caller's, or a copy of these.
        project=$PWD
        if ! [ -f cells.toml ]; then
          project=$(mktemp -d)
          cp -r ${sources.data}/. "$project"
          chmod -R u+w "$project"
        fi
        tiers --project "$project" report --serve "$@"
      '';
    };

  checks = {
    inherit
      guest-x86_64
      guest-aarch64
      guest-wasm32-wasip1
      fidelity
      report
      ;
    tests = parts.tests all-targets;
    # What a clean build gives is what is committed.
    results = pkgs.runCommand "results" { } ''
      diff -u ${../results/reference/fidelity.txt} ${fidelity}/fidelity.txt
      mkdir -p $out
    '';
  };

  devShells.default = pkgs.mkShell {
    packages = [
      rust
      pkgs.just
      pkgs.libffi
      pkgs.mdbook
      pkgs.python312
      pkgs.shellcheck
    ];
    PYO3_PYTHON = lib.getExe pkgs.python312;
    TIERS_INSTALL = "no";
  };

  formatter = pkgs.nixfmt-tree;
}
