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

  tier-full = guest "tier-full" { };

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
