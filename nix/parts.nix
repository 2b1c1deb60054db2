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

  # What builds a part.
  tools = [
    rust
    rustPlatform.cargoSetupHook
    pkgs.util-linux
  ];

  part = partOn pkgs.stdenv;
  partOn =
    stdenv: name: attributes:
    stdenv.mkDerivation (
      {
        pname = name;
        version = "0.0.0";
        nativeBuildInputs = tools;
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

  # What a guest's part takes of the crate in that folder.
  guestOf = folder: {
    src = sources.guest (../crates + "/${folder}");
    cargoRoot = "crates/${folder}";
    cargoDeps = crates (../crates + "/${folder}/Cargo.lock");
  };

  # Full in one of its builds, linked with one of the CPythons.
  full =
    name: python:
    part name (guestOf "tier-full" // { PYO3_PYTHON = lib.getExe python; });

  # aarch64: nixpkgs' cross toolchain brings the linker and the libraries, rust-overlay the standard library.
  aarch64 = pkgs.pkgsCross.aarch64-multiplatform;
  crossPart =
    name: attributes:
    partOn aarch64.stdenv name (
      {
        # For build scripts and macros, which run here.
        depsBuildBuild = [ pkgs.stdenv.cc ];
        CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER = "${aarch64.stdenv.cc.targetPrefix}gcc";
      }
      // attributes
    );

  staticLibraries = from: [
    from.glibc.static
    (from.libffi.overrideAttrs { dontDisableStatic = true; })
  ];

  # What runs the guests that are WebAssembly, and such a guest with its machine code beside it.
  tier-wasm = part "tier-wasm" {
    src = sources.host;
    cargoRoot = ".";
    cargoDeps = crates ../Cargo.lock;
  };
  compiledAhead =
    name: guest:
    pkgs.runCommand "${name}-compiled" { } ''
      mkdir -p $out/libexec/tiers
      # Copies: the machine code is looked for beside the file itself, wherever links lead.
      cp ${guest}/libexec/tiers/${name}.wasm* $out/libexec/tiers/
      ${tier-wasm}/libexec/tiers/tier-wasm compile ${guest}/libexec/tiers/${name}.wasm \
        $out/libexec/tiers/${name}.cwasm
    '';

  # Programs of others that the guests of other targets are run by.
  runner =
    name: program:
    pkgs.runCommand name { } ''
      mkdir -p $out/libexec/tiers
      ln -s ${program} $out/libexec/tiers/${name}
    '';

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

  # CPython on WASI: componentize-py and what it takes besides, as provision/component.sh pins them, from a folder of wheels.
  component =
    name: version: sha256:
    part "${name}.component.wasm" {
      src = sources.host;
      cargoRoot = ".";
      cargoDeps = crates ../Cargo.lock;
      nativeBuildInputs = tools ++ [ (pkgs.python312.withPackages (packages: [ packages.pip ])) ];
      PIP_NO_INDEX = "1";
      PIP_FIND_LINKS = pkgs.runCommand "wheels" { } ''
        mkdir $out
        cp ${
          pkgs.fetchPypi {
            pname = "componentize_py";
            inherit version;
            format = "wheel";
            dist = "cp39";
            python = "cp39";
            abi = "abi3";
            platform = "manylinux_2_28_x86_64";
            inherit sha256;
          }
        } $out/componentize_py-${version}-cp39-abi3-manylinux_2_28_x86_64.whl
        cp ${
          pkgs.fetchPypi {
            pname = "wasmtime";
            version = "45.0.0";
            format = "wheel";
            dist = "py3";
            python = "py3";
            platform = "manylinux1_x86_64";
            sha256 = "5d1416ec6da8cd87c29e2e9eb074358c91839c2fff971fe428c8921eaae68e73";
          }
        } $out/wasmtime-45.0.0-py3-none-manylinux1_x86_64.whl
      '';
      installPhase = ''
        mkdir -p $out/libexec/tiers
        cp -P target/libexec/tiers/${name}.component.* $out/libexec/tiers/
      '';
    };

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
        export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=${aarch64.stdenv.cc.targetPrefix}gcc
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
        # The stand-ins, which test the wiring, ask for less.
        [ -n "''${TIERS_TESTS-}" ] || {
          sh ./artifact cargo fmt --all --check
          sh ./artifact cargo clippy --release --locked --workspace --all-targets -- -D warnings
        }
        # Not every builder may have namespaces.
        "$TIERS_GUESTS/tiers-confine" /bin/sh -c : || {
          echo "LEFT OUT: the tests of --isolated, which this builder does not permit"
          leave_out="-- --skip isolated"
        }
        sh ./artifact cargo test --release --locked ''${TIERS_TESTS:---workspace} ''${leave_out-}
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
  tier-full-plain = full "tier-full-plain" pkgs.python312;
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
    ln -s ${lib.getExe (attempt "aarch64" [ aarch64.stdenv.cc ])} $out/libexec/tiers/
    ln -s ${lib.getExe (attempt "wasm32-wasip1" [ ])} $out/libexec/tiers/
  '';

  # Light is linked wholly statically, libffi included.
  tier-light = part "tier-light" (guestOf "tier-light" // { buildInputs = staticLibraries pkgs; });
  tier-light-aarch64 = crossPart "tier-light-aarch64" (
    guestOf "tier-light" // { buildInputs = staticLibraries aarch64; }
  );

  # Rust's own linker and C library for WASI suffice. The module is compiled ahead of time by the program that runs it.
  tier-light-wasm = compiledAhead "tier-light" (part "tier-light.wasm" (guestOf "tier-light"));
  inherit tier-wasm;

  # What --isolated starts.
  tiers-confine = part "tiers-confine" {
    src = sources.host;
    cargoRoot = ".";
    cargoDeps = crates ../Cargo.lock;
  };

  # Full on aarch64, linked with nixpkgs' CPython for it: of the version that is the oracle here.
  tier-full-aarch64 = crossPart "tier-full-aarch64" (
    guestOf "tier-full"
    // {
      TIERS_TARGET_PYTHON = "${aarch64.python312}";
    }
  );

  # Full on WASI, and a newer CPython in the same way.
  tier-full-component =
    component "tier-full" "0.17.0"
      "f96d10d373fa29efb4e0d82248e968b091b641c1c9333e36c86e70cb2a07a79c";
  newer-python-component =
    component "python3.14" "0.25.1"
      "8623cd8cab8453cb0cd8bf03f3c7103420d06f2f3d360186a280a70a1ca5e89f";

  qemu-aarch64 = runner "qemu-aarch64" "${pkgs.qemu-user}/bin/qemu-aarch64";
  node = pkgs.runCommand "node" { } ''
    mkdir -p $out/libexec/tiers
    ln -s ${lib.getExe pkgs.nodejs} $out/libexec/tiers/node
    ln -s ${../crates/wasm-guest/node/wasi.mjs} $out/libexec/tiers/wasi.mjs
  '';

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
