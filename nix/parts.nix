# The parts, each built by the same `./artifact only PART` that builds it outside Nix. Nix supplies what that command
# would otherwise look for on the machine: compiler, crates, CPython.
{
  lib,
  pkgs,
  rust,
  sources,
}:
let
  rustPlatform = pkgs.makeRustPlatform {
    cargo = rust;
    rustc = rust;
  };
  crates = lockFile: rustPlatform.importCargoLock { inherit lockFile; };

  # Nix gives a build no home, and nothing that an earlier one left.
  folders = ''
    export HOME="$NIX_BUILD_TOP/home"
    export TIERS_CACHE="''${TIERS_CACHE:-$NIX_BUILD_TOP/cache}"
    mkdir -p "$HOME"
  '';

  part =
    name: attributes:
    pkgs.stdenv.mkDerivation (
      {
        pname = name;
        version = "0.0.0";
        nativeBuildInputs = [
          rust
          rustPlatform.cargoSetupHook
          pkgs.util-linux
        ];
        PYO3_PYTHON = lib.getExe pkgs.python312;
        TIERS_INSTALL = "no";
        buildPhase = folders + ''
          sh ./artifact only ${name}
        '';
        installPhase = ''
          mkdir -p $out/libexec
          cp -rP target/libexec/tiers $out/libexec/
        '';
        # A guest is measured as its compiler left it.
        dontStrip = true;
        dontPatchELF = true;
      }
      // attributes
    );

  guest =
    name: attributes:
    part name (
      {
        src = sources.guest (../crates + "/${name}");
        cargoRoot = "crates/${name}";
        cargoDeps = crates (../crates + "/${name}/Cargo.lock");
      }
      // attributes
    );

  # Full in one of its builds, linked with one of the CPythons.
  full =
    name: python:
    part name {
      src = sources.guest ../crates/tier-full;
      cargoRoot = "crates/tier-full";
      cargoDeps = crates ../crates/tier-full/Cargo.lock;
      PYO3_PYTHON = lib.getExe python;
    };

  # The leanest Full on another CPython, under a name of its own.
  fullFactors =
    suffix: python:
    pkgs.runCommand "tier-full-factors-${suffix}" { } ''
      mkdir -p $out/libexec/tiers
      cd ${full "tier-full-factors" python}/libexec/tiers
      for file in tier-full-factors*; do
        [ -e "$file" ] || continue
        ln -s "$PWD/$file" "$out/libexec/tiers/tier-full-factors-${suffix}''${file#tier-full-factors}"
      done
    '';

  # One of the paper's attempts, as a program that builds when it is started, away from the store.
  attempt =
    target: linkers:
    pkgs.writeShellApplication {
      name = "attempt-full-${target}";
      runtimeInputs = [
        rust
        pkgs.coreutils
        pkgs.stdenv.cc
      ]
      ++ linkers;
      text = ''
        HOME=$(mktemp -d)
        trap 'rm -rf "$HOME"' EXIT
        export HOME CARGO_HOME="$HOME/cargo" CARGO_TARGET_DIR="$HOME/target"
        export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-unknown-linux-gnu-gcc
        mkdir "$CARGO_HOME"
        printf '[source.crates-io]\nreplace-with = "store"\n[source.store]\ndirectory = "%s"\n' \
          ${crates ../crates/attempt-full/Cargo.lock} >"$CARGO_HOME/config.toml"
        sh ${sources.attempt}/provision/attempt ${target} ""
      '';
    };
in
{
  cli = part "cli" {
    src = sources.host;
    cargoRoot = ".";
    cargoDeps = crates ../Cargo.lock;
    installPhase = ''
      mkdir -p $out/bin
      cp target/release/tiers $out/bin/
    '';
  };

  # The host's own tests, with the guests at hand.
  tests =
    guests:
    part "tests" {
      src = sources.host;
      cargoRoot = ".";
      cargoDeps = crates ../Cargo.lock;
      TIERS_GUESTS = "${guests}/libexec/tiers";
      buildPhase = folders + ''
        sh ./artifact cargo fmt --all --check
        sh ./artifact cargo clippy --release --locked --workspace --all-targets -- -D warnings
        sh ./artifact cargo test --release --locked --workspace
      '';
      installPhase = "mkdir $out";
    };

  # The oracle: a link to the interpreter and what is known of its build.
  python3 = part "python3" {
    src = sources.guest ../crates/tier-full;
    cargoRoot = "crates/tier-full";
    nativeBuildInputs = [ ];
  };

  tier-full = full "tier-full" pkgs.python312;
  tier-full-factors = full "tier-full-factors" pkgs.python312;
  tier-full-shared = full "tier-full-shared" pkgs.python312;
  # nixpkgs builds CPython with LTO and without PGO: the first takes the one away, the second adds the other to that.
  guest-full-no-lto = fullFactors "no-lto" (pkgs.python312.override { enableLTO = false; });
  guest-full-pgo = fullFactors "pgo" (
    pkgs.python312.override {
      enableLTO = false;
      enableOptimizations = true;
      reproducibleBuild = false;
    }
  );

  # What else the PoCs before the seventh start: the counter of instructions, and the attempts.
  instruments = pkgs.runCommand "instruments" { } ''
    mkdir -p $out/libexec/tiers
    ln -s ${lib.getExe pkgs.valgrind} $out/libexec/tiers/valgrind
    ln -s ${lib.getExe (attempt "aarch64" [ pkgs.pkgsCross.aarch64-multiplatform.stdenv.cc ])} $out/libexec/tiers/
    ln -s ${lib.getExe (attempt "wasm32-wasip1" [ ])} $out/libexec/tiers/
  '';

  # Light is linked wholly statically, libffi included.
  tier-light = guest "tier-light" {
    buildInputs = [
      pkgs.glibc.static
      (pkgs.libffi.overrideAttrs { dontDisableStatic = true; })
    ];
  };

  # Stock reads its standard library from the folder of crates that it was built from. Here that is a store path, which
  # lives as long as the binary that names it; the hook's copy in the build folder would not.
  rustpython-stock = part "rustpython-stock" {
    src = sources.stock;
    cargoDeps = crates ./stock/Cargo.lock;
    nativeBuildInputs = [
      rust
      pkgs.util-linux
    ];
    buildInputs = [ pkgs.libffi ];
    configurePhase = ''
      export CARGO_HOME="$NIX_BUILD_TOP/cargo-home"
      mkdir -p "$CARGO_HOME"
      cat >"$CARGO_HOME/config.toml" <<END
      [source.crates-io]
      replace-with = "store"
      [source.store]
      directory = "$cargoDeps"
      END
    '';
  };
}
