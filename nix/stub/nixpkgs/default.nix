# Called as `import nixpkgs { system; overlays; }`, like the real one.
{
  system,
  overlays ? [ ],
}:
let
  lib = import ./lib.nix;
  host = import ./host.nix { inherit lib system; };
  cargo = import ./cargo.nix { inherit lib host; };

  # A library of the host: the compiler there finds it by itself.
  hostLibrary = name: host.hostTools name [ ] // { overrideAttrs = _: hostLibrary name; };

  base = final: {
    inherit lib system;
    inherit (host) hostTools;
    stdenv = {
      mkDerivation = import ./derivation.nix { inherit lib host; };
      cc = host.hostTools "cc" [ "cc" "ld" ];
    };
    coreutils = host.hostTools "coreutils" [ "mktemp" "mkdir" "rm" "dirname" ];
    makeRustPlatform = _: { inherit (cargo) cargoSetupHook importCargoLock; };
    runCommand =
      name: attributes: script:
      host.sh name attributes script;
    writeShellApplication = import ./shell-application.nix { inherit lib host; };
    mkShell = import ./shell.nix { inherit lib host; };

    # Not a package but the host's own installation: the Full guest is linked with that, by its real path.
    python312 = {
      outPath = dirOf (dirOf host.python);
      meta.mainProgram = baseNameOf host.python;
      # Another CPython than the host's cannot be had here: what would be built with it is left out.
      withPackages = _: "${dirOf (dirOf host.python)}";
      override = _: {
        outPath = host.missing;
        meta.mainProgram = "python3";
      };
    };
    valgrind = host.hostTools "valgrind" [ "valgrind" ];
    glibc.static = hostLibrary "glibc-static";
    libffi = hostLibrary "libffi";
    pkgsCross.aarch64-multiplatform = {
      inherit (final) glibc libffi;
      stdenv = final.stdenv // {
        cc = host.hostTools "aarch64-cc" [ "aarch64-linux-gnu-gcc" ] // {
          targetPrefix = "aarch64-linux-gnu-";
        };
      };
      # The host's distribution may have none, or one of another version.
      python312.outPath = host.missing;
    };
    # Emulators go by another name where they are linked statically.
    qemu-user = host.sh "qemu-user" { } ''
      mkdir -p $out/bin
      ln -s $(command -v qemu-aarch64-static || command -v qemu-aarch64) $out/bin/qemu-aarch64
    '';
    # Nothing is fetched: what was opened before is in the cache.
    fetchPypi = { pname, ... }: host.sh pname { } "echo nothing >$out";
    nodejs = host.hostTools "nodejs" [ "node" ];
    just = host.hostTools "just" [ "just" ];
    mdbook = host.hostTools "mdbook" [ "mdbook" ];
    nixfmt-tree = host.hostTools "treefmt" [ "nixfmt" ];
    util-linux = host.hostTools "util-linux" [ "flock" ];
    shellcheck = host.hostTools "shellcheck" [ "shellcheck" ];
  };
  fix = f: let x = f x; in x;
in
fix (final: builtins.foldl' (prev: overlay: prev // overlay final prev) (base final) overlays)
